import ArgumentParser
import Diagnostics
import Pipeline
import RDFSyntax

/// `simpul diff`: what two builds, or two files of RDF, do not have in common.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what two builds, or two RDF files, do not have in common.",
    discussion: """
      Two builds are given by the folders of their exports, or by files of claims (.jsonl) that \
      simpul extract wrote; facts are compared then. What is gone stands after -, what is new after \
      +, a fact whose value is another after ~, each with the passages that it rests on.

      Of two RDF files statements are compared, not lines: order, prefixes, syntax and the names of \
      blank nodes play no part. What only the first file has stands after -, what only the second \
      has after +, as N-Quads. A blank node that both files have carries one name in all lines.

      Exit status 0: both say the same; 1: they differ.

      Examples:
        simpul diff before after
        simpul diff before exports --json
        simpul diff claims-old.jsonl claims-new.jsonl
        simpul diff old.ttl new.ttl
        curl -s https://example.org/data.ttl | simpul diff data.ttl - --from turtle
      """)

  @Argument(help: ArgumentHelp("What was; - is RDF on standard input.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("What is; - is RDF on standard input.", valueName: "new"))
  var new: String

  @Option(
    name: .customLong("from"),
    help: "Format of both RDF files: ntriples, nquads, turtle, trig, rdfxml or jsonld.")
  var inputFormat: RDFFormat?

  @Option(help: ArgumentHelp("IRI that relative IRIs are resolved against.", valueName: "iri"))
  var base: String?

  @Flag(help: "Of two builds: write JSON.")
  var json = false

  @OptionGroup var pack: PackOption

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if old == "-", new == "-" { throw ValidationError("Standard input (-) can be read only once.") }
  }

  func run() throws {
    if try FactComparison.isMeant(by: old, new) {
      try compareFacts()
    } else {
      guard !json else {
        throw ValidationError("--json tells the facts of two builds, not statements of two files.")
      }
      try compareStatements()
    }
  }

  private func compareFacts() throws {
    guard inputFormat == nil, base == nil else {
      throw ValidationError("--from and --base are for two RDF files.")
    }
    let comparison = FactComparison(from: old, to: new, language: language.language)
    let difference = try comparison.run { () throws(PipelineError) in try pack.find() }
    if json {
      Terminal.write(try difference.json())
    } else {
      Terminal.write(difference.text(in: language.language))
    }
    Terminal.note(difference.summary.text(in: language.language))
    if !difference.isEmpty { throw ExitStatus.answerIsNo }
  }

  private func compareStatements() throws {
    var configuration = ConversionConfiguration(inputs: [old, new])
    configuration.inputFormat = inputFormat
    for note in configuration.notesOnMemory { Terminal.note(note.text(in: language.language)) }
    let (removed, added) = try Comparison(
      from: old, to: new, format: inputFormat, base: base
    ).run { Terminal.write($0) }
    let message =
      removed + added == 0
      ? Message(en: "no differences", id: "tidak ada perbedaan")
      : Message(
        en: "\(removed) \(removed == 1 ? "statement" : "statements") gone, \(added) new",
        id: "\(removed) pernyataan hilang, \(added) baru")
    Terminal.note(message.text(in: language.language))
    if removed + added > 0 { throw ExitStatus.answerIsNo }
  }
}
