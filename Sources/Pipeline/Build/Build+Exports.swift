import DomainPack
import GraphFormats
import Mapping
import PropertyGraph
import RDF
import RDFSyntax
import Resolution

extension Build {
  /// The files of the formats asked for, in the order of the formats.
  func exports(
    graph: KnowledgeGraph, quads: [Quad], reading: ReadingResult, pack: LoadedPack
  ) throws -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var pictured: PropertyGraph?
    func propertyGraph() -> PropertyGraph {
      if let pictured { return pictured }
      var made = Projection(style: pack.style, language: configuration.language).graph(of: quads)
      GraphLayout().arrange(&made)
      pictured = made
      return made
    }
    for format in OutputFormat.allCases where configuration.formats.contains(format) {
      let bytes: [UInt8]
      switch format {
      case .turtle:
        let triples = quads.lazy.filter { $0.graphName == .defaultGraph }.map(\.triple)
        let options = TurtleSerializer.Options(
          prefixes: ExportPrefixes.all, base: NamedNode(unchecked: configuration.base))
        bytes = TurtleSerializer(options: options).serialize(triples)
      case .nquads:
        bytes = NQuadsSerializer(options: .init(order: .sorted)).serialize(quads)
      case .graphml:
        bytes = GraphMLSerializer().write(propertyGraph())
      case .svg:
        bytes = SVGRenderer(style: pack.style).render(propertyGraph())
      case .report:
        let report = Report(
          graph: graph, reading: reading, pack: pack, language: configuration.language)
        bytes = Array(report.markdown().utf8)
      }
      files.append((format.fileName, bytes))
      try Task.checkCancellation()
    }
    return files
  }
}
