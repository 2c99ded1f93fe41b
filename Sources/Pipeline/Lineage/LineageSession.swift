import Citations
public import Diagnostics
import DomainPack
public import Lineage
import RDF
import RDFSyntax

/// The lineage of the regulations of some graphs, loaded once and asked many times.
///
/// ```swift
/// var session = try LineageSession(data: ["exports/graph.nq"], pack: "ontology", language: .english)
/// let node = try session.regulation("UU 23/2014")
/// let answer = session.answer(LineageQuestion(node: node, day: day))
/// let bytes = session.bytes(answer, as: .json)
/// ```
public struct LineageSession {
  /// The graph of regulations.
  public var graph: LineageGraph { tracer.graph }
  /// How much is drawn where a person looks.
  public var folding = LineageFolding.usual
  /// Whether text has colours.
  public var isColoured = false
  var tracer: LineageTracer
  let words: LineageWords
  private let vocabulary: Vocabulary
  /// The folder of the domain pack.
  let pack: String

  /// Reads graphs and what the pack knows of regulations.
  ///
  /// - Parameters:
  ///   - data: files in any syntax of RDF and snapshots, told by their endings; `-` is standard
  ///     input, N-Quads.
  ///   - pack: the folder of the domain pack.
  ///   - language: the language of captions.
  ///   - jobs: how many threads read lines.
  /// - Throws: ``PipelineError`` for a file that cannot be read or has a mistake, and for a pack with
  ///   one.
  public init(
    data: [String], pack: String, language: MessageLanguage, jobs: Int = 1
  ) throws(PipelineError) {
    let regulations = try Self.regulations(in: pack)
    var sink = LineageSink(
      loader: LineageLoader(kinds: regulations.kinds, known: regulations.known))
    for path in data {
      if QueryData.isSnapshot(path) {
        try QueryData.forEachBlock(ofSnapshot: path) { sink.loader.take($0) }
        continue
      }
      var configuration = ConversionConfiguration(inputs: [path])
      configuration.jobs = jobs
      if path == "-" { configuration.inputFormat = .nquads }
      var summary = ConversionSummary()
      try ConversionInputs(configuration).read(into: &sink, &summary) { _ in }
    }
    tracer = LineageTracer(sink.loader.finish())
    vocabulary = regulations.vocabulary
    self.pack = pack
    words = LineageWords(vocabulary: vocabulary, language: language)
  }

  /// What the pack says of regulations and their relations.
  private static func regulations(
    in folder: String
  ) throws(PipelineError) -> (
    kinds: RegulationKinds, known: KnownRegulations, vocabulary: Vocabulary
  ) {
    do throws(DomainPack.LoadError) {
      let pack = try DomainPack.loadRegulations(from: folder)
      return (pack.kinds, pack.known, pack.vocabulary)
    } catch {
      throw PipelineError(error)
    }
  }

  // MARK: Asking

  /// The regulation that a text names.
  ///
  /// - Throws: ``PipelineError`` that tells the nearest known ones if it names none of the graph.
  public func regulation(_ text: String) throws(PipelineError) -> Int {
    switch RegulationFinder(graph).find(text) {
    case .known(let node): return node
    case .unknown(let key, let nearest):
      throw PipelineError(
        .nothingFound,
        told(
          nearest,
          Message(
            en: "“\(text)” is \(key), which is in no document and not in the table of known acts",
            id: "“\(text)” adalah \(key), yang tidak ada dalam dokumen maupun tabel peraturan")))
    case .unreadable(let nearest):
      throw PipelineError(
        .nothingFound,
        told(
          nearest,
          Message(
            en: "“\(text)” names no regulation", id: "“\(text)” bukan sebutan suatu peraturan")))
    }
  }

  /// The regulations that a text names: one, or those of a list (`UU No. 22 dan 25 Tahun 1999`).
  ///
  /// - Throws: as ``regulation(_:)`` for the first one that is unknown.
  public func regulations(_ text: String) throws(PipelineError) -> [Int] {
    let keys = graph.reference.keys(in: text)
    guard keys.count > 1 else { return [try regulation(text)] }
    var nodes: [Int] = []
    for key in keys { nodes.append(try regulation(key)) }
    return nodes
  }

  private func told(_ nearest: [Int], _ message: Message) -> Message {
    guard !nearest.isEmpty else { return message }
    func list(_ language: MessageLanguage) -> String {
      nearest.map { node in
        let title = graph.title(of: node, in: language).map { " (\($0))" } ?? ""
        return "\n  \(graph.shortName(of: node, in: language))\(title)"
      }.joined()
    }
    return Message(
      en: "\(message.english); the nearest known ones:\(list(.english))",
      id: "\(message.indonesian); yang terdekat:\(list(.indonesian))")
  }

  /// The answer to a question.
  public mutating func answer(_ question: LineageQuestion) -> LineageAnswer {
    tracer.answer(question)
  }

  /// How one regulation rests on another; nil if it does not.
  public mutating func path(from regulation: Int, to other: Int) -> LineagePath? {
    tracer.path(from: regulation, to: other)
  }

  /// What does not fit together.
  public func findings() -> [LineageFinding] {
    LineageCheck(graph, vocabulary: vocabulary).findings()
  }
}

/// Hands the statements of files to a lineage.
private struct LineageSink: StatementSink {
  var loader: LineageLoader

  var writesLines: Bool { false }

  mutating func take(
    _ block: borrowing QuadBlock, prefixes: [Prefix], from input: String
  ) throws(PipelineError) {
    loader.take(block)
  }

  mutating func takeLines(
    _ lines: [UInt8], of block: borrowing QuadBlock, from input: String
  ) throws(PipelineError) {
    loader.take(block)
  }
}
