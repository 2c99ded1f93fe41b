import ArgumentParser
import Diagnostics
import Foundation
import Pipeline
import SPARQL

/// `simpul query`: asks a graph in SPARQL.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask a graph in SPARQL.",
    discussion: """
      SELECT and ASK are answered with a table, CONSTRUCT and DESCRIBE with Turtle, or with what \
      --results or the ending of the output says. Without --data, exports/graph.nq is asked, or \
      exports/graph.simpul where that is younger. \
      Nothing is fetched from a network. Exit status 1 if the answer is empty or no.

      Examples:
        simpul query --named
        simpul query --named partners-of-city --param city=Surabaya
        simpul query --named legal-basis-of-programs --param city="Kota Bandung" --results csv
        simpul query -q 'SELECT ?city { ?city a <https://w3id.org/simpul/ns#City> }'
        simpul query question.rq --data a.ttl --data b.nq.gz -o answer.json
        simpul query --named neighbourhood --param thing=Kawasaki -o kawasaki.graphml
      """)

  @Argument(help: ArgumentHelp("Files with queries; - is standard input.", valueName: "query.rq"))
  var files: [String] = []

  @Option(name: [.customShort("q"), .customLong("query")], help: "The query itself.")
  var text: String?

  @Flag(name: .customLong("named"), help: "List the named queries, or take the one named.")
  var asksForNamed = false

  @Option(help: ArgumentHelp("A parameter of the named query.", valueName: "name=value"))
  var param: [String] = []

  @Option(help: ArgumentHelp("Folder of named queries.", valueName: "dir"))
  var queries: String?

  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp("IRI that relative IRIs of queries are resolved against.", valueName: "iri"))
  var base = "https://w3id.org/simpul/id/"

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("File to write; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(
    help: ArgumentHelp(
      "Form of the answer: \(AnswerFormat.names.joined(separator: ", ")).", valueName: "format"))
  var results: AnswerFormatOption?

  @Flag(help: "Write tables at full width.")
  var full = false

  @Flag(help: "Parse and stop.")
  var check = false

  @Flag(help: "Show the plan with estimated and actual rows and times.")
  var explain = false

  @OptionGroup(title: "What ends a query before its time") var limits: QueryLimitOptions

  @Option(help: ArgumentHelp("Answer every query so many times; needs --timings.", valueName: "n"))
  var `repeat`: Int?

  @Option(help: ArgumentHelp("File for the times of --repeat, in JSON.", valueName: "file"))
  var timings: String?

  @OptionGroup var pack: PackOption

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if asksForNamed, text != nil || files.count > 1 {
      throw ValidationError("--named takes one name.")
    }
    if !asksForNamed, text == nil, files.isEmpty {
      throw ValidationError("Give a file with a query, -q TEXT or --named NAME.")
    }
    if text != nil, !files.isEmpty { throw ValidationError("-q and files exclude each other.") }
    if !param.isEmpty, !asksForNamed { throw ValidationError("--param goes with --named.") }
    if (`repeat` == nil) != (timings == nil) {
      throw ValidationError("--repeat and --timings go together.")
    }
    if let runs = `repeat`, runs < 1 { throw ValidationError("--repeat: at least once.") }
  }

  func run() throws {
    if asksForNamed, files.isEmpty { return try list() }
    var configuration = QueryConfiguration()
    configuration.base = base
    configuration.data = try data.files()
    if configuration.data.isEmpty {
      configuration.data = [QueryConfiguration.DataFile(path: StandardData.path)]
    }
    configuration.output = output
    configuration.format = results?.format
    configuration.width = full || output != "-" ? nil : Terminal.width
    configuration.limits = limits.limits
    configuration.language = language.language
    configuration.pack = try pack.findIfThere()
    if asksForNamed {
      let named = try library().query(named: files[0])
      if check {
        let text = QueryConfiguration.Text(name: named.path, text: named.text)
        _ = try QuerySession.parse(text, base: base)
        return
      }
      let session = try session(configuration)
      return try answer([(named.name, try session.query(named, given: try parameters()))], session)
    }
    let parsed = try texts().map { ($0.name, try QuerySession.parse($0, base: base)) }
    if check { return }
    try answer(parsed, try session(configuration))
  }

  private func answer(_ parsed: [(name: String, query: Query)], _ session: QuerySession) throws {
    if let runs = `repeat`, let timings {
      let times = try parsed.map { try session.measure($0.query, name: $0.name, runs: runs) }
      return try QueryTiming.write(times, to: timings)
    }
    var saysSomething = true
    for (_, query) in parsed {
      if explain {
        Terminal.write(try session.explain(query))
      } else if try !session.answer(query) {
        saysSomething = false
        for doubt in try session.doubts(about: query) {
          Terminal.note("simpul: \(doubt.text(in: language.language))")
        }
      }
    }
    if !saysSomething { throw ExitStatus.answerIsNo }
  }

  private func session(_ configuration: QueryConfiguration) throws -> QuerySession {
    let line = RateLine(language: language.language)
    defer { line.clear() }
    return try QuerySession(
      configuration, jobs: ProcessInfo.processInfo.activeProcessorCount, report: line.show)
  }

  // MARK: What is asked

  private func texts() throws(PipelineError) -> [QueryConfiguration.Text] {
    if let text { return [QueryConfiguration.Text(name: "-q", text: text)] }
    var texts: [QueryConfiguration.Text] = []
    for file in files { texts.append(try QueryConfiguration.Text(file: file)) }
    return texts
  }

  private func library() throws(PipelineError) -> QueryLibrary {
    try QueryLibrary(
      folder: try QueryLibrary.find(
        named: queries, environment: ProcessInfo.processInfo.environment,
        executable: Bundle.main.executablePath))
  }

  private func list() throws(PipelineError) {
    for query in try library().queries {
      Terminal.write("\(query.name)\n    \(query.title.text(in: language.language))\n")
      for parameter in query.parameters {
        let meaning = parameter.meaning.text(in: language.language)
        Terminal.write("    --param \(parameter.name)=\"\(parameter.standard)\"  \(meaning)\n")
      }
    }
  }

  private func parameters() throws -> [(name: String, value: String)] {
    try param.map { text in
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { throw ValidationError("--param \(text): expected name=value.") }
      return (String(sides[0]), String(sides[1]))
    }
  }
}
