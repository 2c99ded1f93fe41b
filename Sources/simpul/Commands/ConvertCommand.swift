public import ArgumentParser
import Diagnostics
import Foundation
import Pipeline
import PropertyGraph
public import RDFSyntax

/// `simpul convert`: RDF from one syntax to another.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert RDF between its syntaxes, or make a graph for viewers of it.",
    discussion: """
      Formats are told by the endings nt, nq, ttl, trig, rdf, owl, xml and jsonld, and for graphs \
      graphml, gexf, cx2, cyjs, geojson, dot, gv, mmd, canvas, cypher, svg, html and csv, each \
      also with .gz; \
      packed input is known by its content. Several inputs become one output, in which their blank \
      nodes are kept apart. Input of any size is read in constant memory, but for JSON-LD, which is \
      held as a whole; pretty output holds the statements. Contexts of JSON-LD are never fetched: \
      --context-map says where copies lie. At a mistake the work ends with its place and status 65, \
      and no output file has changed.

      Examples:
        simpul convert graph.ttl -o graph.nq.gz
        simpul convert a.nt b.rdf -o both.ttl
        simpul convert graph.ttl -o graph.gexf --around Bandung --depth 2
        simpul convert graph.nq --to graphml:yed -o graph.graphml
        simpul convert graph.nq -o map.geojson
        simpul convert graph.nq --to neo4j -o tables
        simpul convert graph.nq -o graph.simpul
        simpul convert graph.ttl -o graph.jsonld --jsonld-form compacted
        simpul convert page.jsonld --to turtle --context-map https://schema.org/=contexts/
        curl -s https://example.org/data.ttl | \\
          simpul convert - --from turtle --to ntriples --base https://example.org/data.ttl
      """)

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "input"))
  var inputs: [String]

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("File or folder to write; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(
    name: .customLong("from"),
    help: "Format of the inputs: ntriples, nquads, turtle, trig, rdfxml or jsonld.")
  var inputFormat: RDFFormat?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "Format of the output: ntriples, nquads, turtle, trig, rdfxml, jsonld, or for viewers of "
        + "graphs graphml (:gephi, :yed, :neo4j, :cytoscape), gexf (:static), cx2, cytoscapejs, "
        + "graphology, d3, jgf, geojson, dot, mermaid, canvas, cypher, n10s, svg, html, agreements, or "
        + "folders of files: neo4j, kumu, flourish, gephi, obsidian; snapshot for queries.",
      valueName: "format"))
  var outputFormat: TargetFormat?

  @Option(help: ArgumentHelp("IRI that relative IRIs are resolved against.", valueName: "iri"))
  var base: String?

  @Flag(help: "Group and sort Turtle, TriG and RDF/XML however many statements there are.")
  var pretty = false

  @Flag(help: "Write Turtle, TriG and RDF/XML as the statements come.")
  var stream = false

  @Option(
    help: ArgumentHelp(
      "Threads that read N-Triples and N-Quads; by default one for each core.", valueName: "n"))
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Skip statements with a mistake, and count them.")
  var lenient = false

  @Flag(help: "Give the nodes of a graph no places, which takes long where there are very many.")
  var noLayout = false

  @OptionGroup(title: "JSON-LD") var jsonLD: JSONLDCommandOptions

  @OptionGroup(title: "What of a graph is written") var graph: GraphFilterOptions

  @OptionGroup(title: "What does not leave the house") var privacy: PrivacyOptions

  @OptionGroup var pack: PackOption

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if pretty, stream { throw ValidationError("--pretty and --stream exclude each other.") }
    if jobs < 1 { throw ValidationError("--jobs: at least one thread.") }
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }

  func run() throws {
    var configuration = ConversionConfiguration(inputs: inputs)
    configuration.output = output
    configuration.inputFormat = inputFormat
    configuration.privacy = privacy.privacy
    configuration.base = base
    configuration.layout = pretty ? .pretty : stream ? .stream : .automatic
    configuration.isLenient = lenient
    configuration.jobs = jobs
    configuration.jsonLD = try jsonLD.configuration(pack: pack)
    for note in configuration.notesOnMemory { Terminal.note(note.text(in: language.language)) }
    let line = RateLine(language: language.language)
    defer { line.clear() }
    let summary = try convert(configuration) { line.show($0) }
    line.finish(summary.progress)
    for diagnostic in summary.diagnostics {
      Terminal.note(diagnostic.rendered(in: language.language))
    }
    guard summary.skipped > 0 else { return }
    let message = Message(
      en: "\(summary.skipped) \(summary.skipped == 1 ? "statement" : "statements") skipped",
      id: "\(summary.skipped) pernyataan dilewati")
    Terminal.note(message.text(in: language.language))
  }

  private func convert(
    _ configuration: ConversionConfiguration, report: @escaping (ConversionProgress) -> Void
  ) throws -> ConversionSummary {
    var configuration = configuration
    switch outputFormat ?? TargetFormat(path: output) {
    case .graph(let format):
      var conversion = GraphConversionConfiguration(configuration, format: format)
      conversion.filter = graph.filter
      conversion.isArranged = !noLayout
      conversion.language = language.language
      conversion.pack = try pack.findIfThere()
      return try GraphConversion(conversion).run(report: report)
    case .rdf(let format): configuration.outputFormat = format
    case .snapshot, nil: break
    }
    guard graph.filter.isEmpty, !noLayout else {
      throw PipelineError(
        .arguments,
        Message(
          en: "--class, --year and the like, and --no-layout, are for graphs: "
            + GraphOutput.all.map(\.name).joined(separator: ", "),
          id: "--class, --year, dan sejenisnya, serta --no-layout, hanya untuk graf: "
            + GraphOutput.all.map(\.name).joined(separator: ", ")))
    }
    if case .snapshot = outputFormat ?? TargetFormat(path: output) {
      return try SnapshotConversion(configuration).run(report: report)
    }
    return try Conversion(configuration).run(report: report)
  }
}

extension RDFFormat: ExpressibleByArgument {}
