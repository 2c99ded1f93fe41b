import ArgumentParser
import Claims
import Diagnostics
import DomainPack
import Foundation
import Pipeline

/// `simpul review`: what deserves a person's decision, and the decisions.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Show what deserves a person's decision, and keep the decisions.",
    discussion: """
      Contradictions, things that may be one, facts of little confidence, places that the pack \
      does not know, gifts both planned and given, decisions without effect: the worst first, each \
      with its passages and the decisions that are likely. On a terminal each is asked about: y and \
      n decide, s skips, e opens the decision in $VISUAL or $EDITOR, q quits. Every answer is added \
      to the end of the file of decisions at once, which is made if it is missing; builds go by it.

      Examples:
        simpul review my-documents
        simpul review my-documents --limit 20 --by Rina
        simpul review my-documents --json > review.json
        simpul review my-documents --answer 3f2a9c01d4e7=yes --answer 8b1d00c2aa57=no
      """)

  @Argument(help: ArgumentHelp("Files and folders to read.", valueName: "input"))
  var inputs: [String]

  @OptionGroup var pack: PackOption

  @OptionGroup var decisions: DecisionsOption

  @Option(help: ArgumentHelp("Show so many at most.", valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Decide without asking: the digits of a matter, = and yes or no; may be given several times.",
      valueName: "id=yes|no"))
  var answer: [GivenAnswer] = []

  @Option(help: ArgumentHelp("Who decides; kept with the decisions.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("When; kept with the decisions.", valueName: "yyyy-mm-dd"))
  var on: String?

  @Option(help: "Documents read at the same time; by default one for each processor.")
  var jobs: Int?

  @Flag(help: "Write JSON and ask nothing.")
  var json = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
    }
    if let limit, limit < 1 {
      throw ValidationError("--limit takes a number from 1 on, not \(limit).")
    }
    if let on, EDTFDate.type(of: on) != .date {
      throw ValidationError("--on takes a day such as 2026-11-27, not \(on).")
    }
    if let by, by.allSatisfy(\.isWhitespace) {
      throw ValidationError("--by takes a name.")
    }
  }

  func run() async throws {
    var configuration = BuildConfiguration(inputs: inputs, pack: try pack.find())
    configuration.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    configuration.language = language.language
    let file = try decisions.find(inputs: inputs) ?? DecisionFile(DecisionFile.usualName)
    let review = try Review(configuration, file: file, person: by, day: on)
    let line = ProgressLine(language: language.language)
    defer { line.clear() }
    let findings = try await review.run { line.show($0) }
    line.clear()
    for diagnostic in findings.diagnostics {
      Terminal.note(diagnostic.rendered(in: language.language))
    }
    if !answer.isEmpty { return try decide(findings.items, review, file) }
    let items = Array(findings.items.prefix(limit ?? .max))
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      Terminal.write([UInt8](try encoder.encode(items)) + [UInt8(ascii: "\n")])
    } else if Terminal.isInteractive, !items.isEmpty {
      try ask(items, review, file)
    } else {
      Terminal.write(items.map { $0.text(in: language.language) }.joined(separator: "\n"))
      tell(
        Message(
          en: "\(findings.items.count) to decide, \(items.count) shown",
          id: "\(findings.items.count) perlu diputuskan, \(items.count) ditampilkan"))
    }
  }

  private func tell(_ message: Message) { Terminal.note(message.text(in: language.language)) }

  private func decide(_ items: [ReviewItem], _ review: Review, _ file: DecisionFile) throws {
    let known = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // All answers are looked at before the first is kept.
    let texts = try answer.map { given in
      guard let item = known[given.id] else {
        throw PipelineError(
          .nothingFound,
          Message(
            en: "--answer \(given.id): nothing to decide has these digits",
            id: "--answer \(given.id): tidak ada yang perlu diputuskan dengan digit ini"))
      }
      guard let yaml = review.yaml(item, given.answer) else {
        throw PipelineError(
          .arguments,
          Message(
            en: "--answer \(given.id): cannot be answered by yes or no",
            id: "--answer \(given.id): tidak dapat dijawab dengan yes atau no"))
      }
      return yaml
    }
    try review.record(texts.joined())
    tell(
      Message(
        en: "\(file.path): \(texts.count) \(texts.count == 1 ? "answer" : "answers") added",
        id: "\(file.path): \(texts.count) jawaban ditambahkan"))
  }

  private func ask(_ items: [ReviewItem], _ review: Review, _ file: DecisionFile) throws {
    let dialogue = ReviewDialogue(
      language: language.language, read: { readLine() }, write: { Terminal.write($0) },
      edit: TextEditor.edited, yaml: review.yaml, record: review.record)
    let answered = try dialogue.run(items)
    tell(
      Message(
        en: "\(file.path): \(answered) \(answered == 1 ? "answer" : "answers") added",
        id: "\(file.path): \(answered) jawaban ditambahkan"))
  }
}

/// An answer given on the command line: `ID=yes` or `ID=no`.
struct GivenAnswer: ExpressibleByArgument {
  var id: String
  var answer: ReviewDialogue.Answer

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty,
      let answer = ReviewDialogue.Answer(rawValue: parts[1])
    else { return nil }
    (id, self.answer) = (parts[0], answer)
  }
}
