import ArgumentParser
import Diagnostics
import Pipeline
import RDFSyntax

/// `simpul diff`: what two files of RDF do not have in common.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what two RDF files do not have in common.",
    discussion: """
      Statements are compared, not lines: order, prefixes, syntax and the names of blank nodes play \
      no part. What only the first file has stands after -, what only the second has after +, as \
      N-Quads. A blank node that both files have carries one name in all lines. Exit status 0: the \
      files say the same; 1: they differ.

      Examples:
        simpul diff old.ttl new.ttl
        simpul diff exports/graph.ttl graph.rdf
        curl -s https://example.org/data.ttl | simpul diff data.ttl - --from turtle
      """)

  @Argument(help: ArgumentHelp("File that was; - is standard input.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("File that is; - is standard input.", valueName: "new"))
  var new: String

  @Option(
    name: .customLong("from"),
    help: "Format of both files: ntriples, nquads, turtle, trig, rdfxml or jsonld.")
  var inputFormat: RDFFormat?

  @Option(help: ArgumentHelp("IRI that relative IRIs are resolved against.", valueName: "iri"))
  var base: String?

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if old == "-", new == "-" { throw ValidationError("Standard input (-) can be read only once.") }
  }

  func run() throws {
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
