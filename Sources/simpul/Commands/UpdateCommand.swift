import ArgumentParser
import Foundation
import Pipeline
import RDFSyntax

/// `simpul update`: changes a graph by SPARQL.
struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Change a graph by SPARQL 1.1 Update.",
    discussion: """
      The data are read, every request is carried out, and what comes of it is written: to standard \
      output as N-Quads, or to the file of -o in the format of its ending. A file appears whole or \
      not at all, and may be one that was read. Each request is done to its end or not at all; if \
      one cannot be done nothing is written. Without --data the dataset is empty at first. LOAD \
      reads files (file: IRIs) and nothing from a network.

      A file that is read and written is changed by one process at a time; others wait. In a snapshot \
      only what changes is written, to FILE.delta beside it, which every command reads with it and \
      “simpul compact” works into it. Whoever is reading keeps the state that was opened.

      Examples:
        simpul update -u 'DELETE WHERE { ?s <https://w3id.org/simpul/ns#note> ?o }' --data a.ttl -o a.ttl
        simpul update clean.ru merge.ru --data exports/graph.nq -o graph.trig
        simpul update -u 'LOAD <file:///tmp/kota.ttl> INTO GRAPH <https://example.org/kota>' -o all.nq
        simpul update clean.ru --data graph.simpul -o graph.simpul
        simpul update --check clean.ru
      """)

  @Argument(help: ArgumentHelp("Files with requests; - is standard input.", valueName: "update.ru"))
  var files: [String] = []

  @Option(name: [.customShort("u"), .customLong("update")], help: "The request itself.")
  var text: String?

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp("IRI that relative IRIs of requests are resolved against.", valueName: "iri")
  )
  var base = "https://w3id.org/simpul/id/"

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("File to write; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "Format to write; by default told by the output, else nquads.", valueName: "format"))
  var format: TargetFormat?

  @Flag(help: "Parse and stop.")
  var check = false

  @OptionGroup(title: "What ends an operation before its time") var limits: QueryLimitOptions

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if text == nil, files.isEmpty {
      throw ValidationError("Give a file with a request, or -u TEXT.")
    }
    if text != nil, !files.isEmpty { throw ValidationError("-u and files exclude each other.") }
    if case .graph = format {
      throw ValidationError("--to: \(Self.formats.joined(separator: ", ")).")
    }
  }

  private static let formats = RDFFormat.allCases.map(\.name) + [SnapshotConversion.formatName]

  func run() throws {
    let updates = try texts().map { try UpdateSession.parse($0, base: base) }
    if check { return }
    var configuration = UpdateConfiguration()
    configuration.data = try data.files()
    configuration.base = base
    configuration.output = output
    configuration.limits = limits.limits
    switch format {
    case .rdf(let format): configuration.format = .rdf(format)
    case .snapshot: configuration.format = .snapshot
    case .graph, nil: break
    }
    let line = RateLine(language: language.language)
    var session = try UpdateSession(
      configuration, jobs: ProcessInfo.processInfo.activeProcessorCount, report: line.show)
    line.clear()
    for update in updates { try session.apply(update) }
    try session.finish()
  }

  private func texts() throws(PipelineError) -> [QueryConfiguration.Text] {
    if let text { return [QueryConfiguration.Text(name: "-u", text: text)] }
    var texts: [QueryConfiguration.Text] = []
    for file in files { texts.append(try QueryConfiguration.Text(file: file)) }
    return texts
  }
}
