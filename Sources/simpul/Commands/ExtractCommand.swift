import ArgumentParser
import Diagnostics
import Foundation
import Pipeline

/// `simpul extract`: the claims of every document, without bringing them together.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Write the claims of every document as JSON Lines.",
    discussion: """
      One line for each document, in the order of their paths: its things, its mentions and its \
      claims with passages. Nothing is brought together across documents. “-” reads documents \
      from the standard input, one of a corpus in JSON Lines to a line.

      Examples:
        simpul extract my-documents > claims.jsonl
        simpul extract letter.txt | python3 -m json.tool
        simpul extract - < part-1.jsonl > claims-1.jsonl
        simpul build --from-claims claims-*.jsonl
      """)

  @Argument(help: ArgumentHelp("Files and folders to read.", valueName: "input"))
  var inputs: [String]

  @OptionGroup var pack: PackOption

  @OptionGroup var mapping: MappingOption

  @Option(help: "Documents read at the same time; by default one for each processor.")
  var jobs: Int?

  @OptionGroup var cache: CacheOption

  @Flag(help: "End with an error at the first document that cannot be read.")
  var strict = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
    }
  }

  func run() async throws {
    let stage = try DocumentStage(
      pack: try LoadedPack(folder: try pack.find(), mapping: mapping.file),
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, cache: try cache.find())
    var documents = 0
    var failures: Set<PipelineError.Kind> = []
    let notes = try await stage.run(inputs: inputs) { outcome, _, _ in
      if strict, let failure = outcome.failure {
        throw PipelineError(failure, outcome.reason)
      }
      if let failure = outcome.failure { failures.insert(failure) }
      for diagnostic in outcome.diagnostics { tell(diagnostic) }
      if let note = outcome.cacheNote { tell(note) }
      guard outcome.claims != nil else { return }
      documents += 1
      Terminal.write(try ClaimLines.line(of: outcome))
    }
    notes.forEach(tell)
    if strict, !notes.isEmpty { throw ExitStatus.inputOutput }
    guard documents == 0 else { return }
    if failures.isEmpty, notes.isEmpty {
      let places = inputs.joined(separator: ", ")
      throw PipelineError(
        .badInput,
        Message(en: "\(places): no documents found", id: "\(places): tidak ada dokumen"))
    }
    throw failures.contains(.badInput) ? ExitStatus.badInput : ExitStatus.inputOutput
  }

  private func tell(_ diagnostic: Diagnostic) {
    Terminal.note(diagnostic.rendered(in: language.language))
  }
}
