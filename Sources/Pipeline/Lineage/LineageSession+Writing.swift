import Diagnostics
import DomainPack
import GraphFormats
public import Lineage
import PropertyGraph
import RDF
import RDFSyntax

extension LineageSession {
  /// An answer in a format.
  ///
  /// - Throws: ``PipelineError`` for a style of the pack with a mistake, which GraphML needs.
  public func bytes(
    _ answer: LineageAnswer, as format: LineageFormat
  ) throws(PipelineError) -> [UInt8] {
    func picture() -> LineagePicture {
      LineagePicture(answer, of: graph, words: words, folding: folding)
    }
    switch format {
    case .text: return Array(textReport.text(answer).utf8)
    case .json: return JSONReport(graph, words: words).json(answer)
    case .dot: return DOTReport().dot(picture())
    case .mermaid: return MermaidReport().mermaid(picture())
    case .graphml: return try graphML(LineageExtract(answer))
    case .turtle: return turtle(LineageExtract(answer))
    case .svg:
      let picture = LineagePicture(answer, of: graph, words: words, folding: timelineFolding)
      return TimelineReport(words: words)
        .svg(picture, title: title(of: answer), day: answer.question.day)
    case .layers:
      return LayersReport(words: words)
        .svg(try drawable(picture()), title: title(of: answer), day: answer.question.day)
    }
  }

  /// A path in a format; the day tells which regulations are in force.
  ///
  /// - Throws: ``PipelineError`` for a style of the pack with a mistake, which GraphML needs.
  public func bytes(
    _ path: LineagePath, on day: LineageDate, as format: LineageFormat
  ) throws(PipelineError) -> [UInt8] {
    func picture() -> LineagePicture {
      LineagePicture(path, of: graph, words: words, day: day)
    }
    switch format {
    case .text: return Array(textReport.text(path).utf8)
    case .json: return JSONReport(graph, words: words).json(path)
    case .dot: return DOTReport().dot(picture())
    case .mermaid: return MermaidReport().mermaid(picture())
    case .graphml: return try graphML(LineageExtract(path))
    case .turtle: return turtle(LineageExtract(path))
    case .svg: return TimelineReport(words: words).svg(picture(), title: title(of: path), day: day)
    case .layers:
      return LayersReport(words: words)
        .svg(try drawable(picture()), title: title(of: path), day: day)
    }
  }

  /// Hands the whole lineage in a format to a sink.
  ///
  /// - Throws: what the sink throws, and ``PipelineError`` for a style of the pack with a mistake,
  ///   which GraphML needs.
  public mutating func writeAll(
    as format: LineageFormat, to sink: ([UInt8]) throws -> Void
  ) throws {
    switch format {
    case .text: try sink(Array(textReport.text(graph.forest(), tracer: &tracer).utf8))
    case .json:
      try JSONReport(graph, words: words).json(LineageExtract(all: graph), to: sink)
    case .dot: try sink(DOTReport().dot(wholePicture()))
    case .mermaid: try sink(MermaidReport().mermaid(wholePicture()))
    case .graphml:
      let (projected, style) = try projected(LineageExtract(all: graph))
      try GraphFormat.graphML(.plain).write(projected, style: style, to: sink)
    case .turtle: try writeTurtle(LineageExtract(all: graph), to: sink)
    case .svg:
      let picture = LineagePicture(
        graph.forest(), tracer: &tracer, words: words, folding: timelineFolding)
      try sink(TimelineReport(words: words).svg(picture, title: wholeTitle, day: nil))
    case .layers:
      let picture = try drawable(wholePicture())
      try sink(LayersReport(words: words).svg(picture, title: wholeTitle, day: nil))
    }
  }

  /// Findings as text or JSON.
  public func bytes(_ findings: [LineageFinding], asJSON: Bool) -> [UInt8] {
    asJSON
      ? JSONReport(graph, words: words).json(findings) : Array(textReport.text(findings).utf8)
  }

  /// As usual, with no more acts than a timeline shows well.
  private var timelineFolding: LineageFolding {
    var folding = folding
    folding.mostActs = folding.mostActs.map { min($0, TimelineReport.mostActs) }
    return folding
  }

  private func title(of answer: LineageAnswer) -> String {
    let act = answer.question.node
    let title = graph.title(of: act, in: words.language).map { " – \($0)" } ?? ""
    return graph.shortName(of: act, in: words.language) + title
  }

  private func title(of path: LineagePath) -> String {
    [path.acts[0], path.acts[path.acts.count - 1]]
      .map { graph.shortName(of: $0, in: words.language) }.joined(separator: " → ")
  }

  private var wholeTitle: String {
    Message(en: "Lineage of regulations", id: "Silsilah peraturan").text(in: words.language)
  }

  /// The picture itself where it is not too much for a drawing in layers.
  private func drawable(_ picture: LineagePicture) throws(PipelineError) -> LineagePicture {
    let (count, most) = (picture.nodeCount, LayersReport.mostActs)
    guard count > most else { return picture }
    throw PipelineError(
      .arguments,
      Message(
        en: "\(count) regulations are too many for svg:layers, which takes \(most); fold them "
          + "(without --fold 0), bound them with --depth, or take graphml, which viewers lay out",
        id: "\(count) peraturan terlalu banyak untuk svg:layers, yang memuat \(most); lipatlah "
          + "(tanpa --fold 0), batasi dengan --depth, atau pakai graphml, yang ditata oleh penampil"
      ))
  }

  private var textReport: TextReport {
    var report = TextReport(graph, words: words)
    report.folding = folding
    report.isColoured = isColoured
    return report
  }

  private mutating func wholePicture() -> LineagePicture {
    LineagePicture(graph.forest(), tracer: &tracer, words: words, folding: folding)
  }

  private func turtle(_ extract: LineageExtract) -> [UInt8] {
    let options = TurtleSerializer.Options(prefixes: ExportPrefixes.all)
    return TurtleSerializer(options: options)
      .serialize(LineageStatements(graph).collection(of: extract))
  }

  /// Turtle thing by thing, as the graph numbers them, nothing held.
  private func writeTurtle(
    _ extract: LineageExtract, to sink: ([UInt8]) throws -> Void
  ) throws {
    var encoder = TurtleEncoder(prefixes: ExportPrefixes.ofLineages)
    var bytes: [UInt8] = []
    try LineageStatements(graph).forEachBlock(of: extract) { block in
      encoder.encode(block, into: &bytes)
      try sink(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    encoder.finish(into: &bytes)
    try sink(bytes)
  }

  private func graphML(_ extract: LineageExtract) throws(PipelineError) -> [UInt8] {
    let (projected, style) = try projected(extract)
    var bytes: [UInt8] = []
    GraphFormat.graphML(.plain).write(projected, style: style) { bytes += $0 }
    return bytes
  }

  /// The things and relations with the looks of the pack, the relations with their dates.
  private func projected(
    _ extract: LineageExtract
  ) throws(PipelineError) -> (graph: PropertyGraph, style: GraphStyle) {
    let style = try GraphStyle(pack: pack)
    // The style leaves out what a relation of our own implies.
    let ownOnly = LineageRelation.allCases.filter { relation in
      relation.eliIRI.map { style.predicates[relation.iri]?.aligned.contains($0) == true } ?? false
    }.reduce(into: LineageRelations()) { $0.insert(LineageRelations($1)) }
    var projected = Projection(style: style, language: words.language)
      .graph(of: LineageStatements(graph, ownOnly: ownOnly).collection(of: extract))
    let terms = projected.terms
    let things = projected.nodes.terms.map { term in
      graph.node(forTerm: terms.bytes.span.extracting(terms.range(of: term)))
    }
    let relations = projected.predicates.map { LineageRelation(name: $0.name) }
    let edges = projected.edges
    projected.setEdgeValues(predicate: "http://purl.org/dc/terms/date") { edge -> LineageDate? in
      guard let relation = relations[Int(edges.predicates[edge])],
        let subject = things[Int(edges.sources[edge])],
        let object = things[Int(edges.targets[edge])]
      else { return nil }
      return graph.changeDate(relation, from: subject, to: object)
    } literal: {
      $0.literal
    }
    return (projected, style)
  }
}
