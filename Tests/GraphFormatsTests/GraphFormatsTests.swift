import Diagnostics
import DomainPack
import Foundation
import GraphFormats
import PropertyGraph
import TestSupport
import Testing

/// The sample of the domain, projected and laid out once for all tests of a suite.
enum Sample {
  static func graph(pairs: Int, seed: UInt64 = 7) throws -> PropertyGraph {
    var graph = Projection(style: try style(), language: .indonesian)
      .graph(of: CooperationSample(pairs: pairs, seed: seed).quads)
    GraphLayout().arrange(&graph)
    return graph
  }

  static func style() throws -> GraphStyle {
    try GraphStyle.load(folder: TestPlaces.ontology.path(percentEncoded: false))
  }

  /// Keeps a file for a person to look at where `SIMPUL_PICTURES` names a folder.
  static func keep(_ bytes: [UInt8], as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SIMPUL_PICTURES"] else { return }
    try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
  }
}

@Suite("SVG picture")
struct SVGRendererTests {
  @Test("draws the graph of a research project", arguments: [3, 30, 62])
  func drawsTheSample(pairs: Int) throws {
    let graph = try Sample.graph(pairs: pairs)
    let bytes = SVGRenderer(style: try Sample.style()).render(graph)
    try Sample.keep(bytes, as: "sample-\(pairs).svg")
    try Sample.keep(GraphMLSerializer().write(graph), as: "sample-\(pairs).graphml")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\(graph.edges.count) hubungan"))
  }
}
