import ArgumentParser
import Diagnostics
import Foundation
import Pipeline
import SPARQL

/// `simpul stats`: how much of what a graph holds.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what a graph holds: by class, predicate, year, status and document.",
    discussion: """
      The counts are those of named queries, which simpul query --named answers in every form: \
      \(queries.joined(separator: ", ")).

      Examples:
        simpul stats
        simpul stats my-graph/graph.nq --lang id
        simpul query --named facts-by-predicate --results csv
      """)

  /// The named queries that count, in the order in which they are told.
  private static let queries = [
    "things-by-class", "facts-by-predicate", "facts-by-year", "claims-by-status", "documents",
  ]

  @Argument(
    help: ArgumentHelp(
      "RDF or a snapshot; exports/graph.nq, or exports/graph.simpul where that is younger, if none is given.",
      valueName: "file"))
  var data: [String] = []

  @Option(help: ArgumentHelp("Folder of named queries.", valueName: "dir"))
  var queries: String?

  @Flag(help: "Write tables at full width.")
  var full = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let library = try QueryLibrary(
      folder: try QueryLibrary.find(
        named: queries, environment: environment, executable: Bundle.main.executablePath))
    var configuration = QueryConfiguration()
    configuration.data = (data.isEmpty ? [StandardData.path] : data).map {
      QueryConfiguration.DataFile(path: $0, base: URL(filePath: $0).absoluteString)
    }
    configuration.format = .results(.table)
    configuration.width = full ? nil : Terminal.width
    configuration.language = language.language
    let line = RateLine(language: language.language)
    let session = try QuerySession(
      configuration, jobs: ProcessInfo.processInfo.activeProcessorCount, report: line.show)
    line.clear()
    for (number, name) in Self.queries.enumerated() {
      let named = try library.query(named: name)
      let title = named.title.text(in: language.language)
      Terminal.write("\(number == 0 ? "" : "\n")\(title)\n\n")
      try session.answer(try session.query(named, given: []))
    }
  }
}
