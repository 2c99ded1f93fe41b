public import ArgumentParser
import Diagnostics
import Pipeline
public import RDF
import RDFSyntax

/// `simpul canonicalize`: the same statements as the same bytes.
struct CanonicalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "canonicalize",
    abstract: "Write RDF as canonical N-Quads: the same statements, the same bytes.",
    discussion: """
      Blank nodes are named by what stands around them (RDFC-1.0 of the W3C), lines stand in order, \
      each once. Two files say the same exactly if their canonical forms are the same, so a digest \
      of it can be signed or compared. Data whose blank nodes are made to be too much alike are \
      refused after some seconds.

      Examples:
        simpul canonicalize graph.ttl
        simpul canonicalize graph.nq -o graph.canonical.nq
        simpul canonicalize graph.ttl --hash SHA384 | sha384sum
        simpul canonicalize graph.trig --map
      """)

  @Argument(help: ArgumentHelp("File to read; - is standard input.", valueName: "input"))
  var input: String

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("File to write; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(
    name: .customLong("from"),
    help: "Format of the input: ntriples, nquads, turtle, trig, rdfxml or jsonld.")
  var inputFormat: RDFFormat?

  @Option(help: ArgumentHelp("IRI that relative IRIs are resolved against.", valueName: "iri"))
  var base: String?

  @Option(help: "Hash function that names blank nodes: SHA256 or SHA384.")
  var hash = DigestAlgorithm.sha256

  @Flag(help: "Write the labels of blank nodes and their canonical ones, as JSON.")
  var map = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    var configuration = ConversionConfiguration(inputs: [input])
    configuration.output = output
    configuration.inputFormat = inputFormat
    configuration.base = base
    for note in configuration.notesOnMemory { Terminal.note(note.text(in: language.language)) }
    let line = RateLine(language: language.language)
    defer { line.clear() }
    let summary = try Canonicalization(
      configuration, canonicalizer: Canonicalizer(algorithm: hash), result: map ? .map : .nQuads
    ).run { line.show($0) }
    line.finish(summary.progress)
  }
}

extension DigestAlgorithm: ExpressibleByArgument {
  /// The algorithm of this name.
  public init?(argument: String) { self.init(name: argument) }
}
