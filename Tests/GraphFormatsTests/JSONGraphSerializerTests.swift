import DomainPack
import Foundation
import GraphFormats
import PropertyGraph
import RDF
import Testing

@Suite("Graphs in JSON")
struct JSONGraphSerializerTests {
  @Test("every dialect is JSON with all nodes and edges", arguments: JSONGraphFormat.allCases)
  func writesAll(format: JSONGraphFormat) throws {
    for graph in [try Sample.graph(pairs: 12), Sample.hostileGraph(), PropertyGraph()] {
      let document = try JSONSerialization.jsonObject(
        with: Data(JSONGraphSerializer(format: format).write(graph)))
      let counts = try #require(Self.counts(of: document, in: format))
      #expect(counts == (graph.nodes.count, graph.edges.count))
    }
  }

  private static func counts(of document: Any, in format: JSONGraphFormat) -> (Int, Int)? {
    func count(_ value: Any?) -> Int? {
      (value as? [Any])?.count ?? (value as? [String: Any])?.count
    }
    let object = document as? [String: Any]
    let owner: [String: Any]? =
      switch format {
      case .cx2: (document as? [[String: Any]])?.reduce(into: [:]) { $0.merge($1) { $1 } }
      case .cytoscapejs: object?["elements"] as? [String: Any]
      case .jgf: object?["graph"] as? [String: Any]
      case .graphology, .d3: object
      }
    guard let nodes = count(owner?["nodes"]),
      let edges = count(owner?[format == .d3 ? "links" : "edges"])
    else { return nil }
    return (nodes, edges)
  }

  @Test(
    "numbers keep their digits in the form of JSON",
    arguments: [
      ("decimal", "+005.50", "5.50"), ("decimal", ".5", "0.5"), ("decimal", "1.", "1"),
      ("decimal", "-.25", "-0.25"), ("decimal", "-0.0", "-0.0"), ("double", "1E5", "1E5"),
      ("double", "+1e+5", "1e+5"), ("double", "00", "0"), ("integer", "+7", "7"),
      ("decimal", "123456789012345678901234567890.5", "123456789012345678901234567890.5"),
      ("integer", "007", "7"), ("boolean", "1", "true"), ("boolean", "0", "false"),
      ("double", "INF", "\"INF\""), ("double", "NaN", "\"NaN\""),
      ("double", "5e-324", "\"5e-324\""), ("double", "1e-400", "\"1e-400\""),
      ("double", "0e5", "0e5"),
      ("integer", "9007199254740993", "\"9007199254740993\""),
      ("integer", "-9007199254740991", "-9007199254740991"),
    ])
  func writesNumbers(datatype: String, text: String, written: String) {
    let graph = Self.graph(of: [text], datatype: datatype)
    let json = String(decoding: JSONGraphSerializer(format: .d3).write(graph), as: UTF8.self)
    #expect(json.contains("\"value\":\(written)}"), "\(json)")
  }

  @Test(
    "JSON Graph Format and CX2 keep long numbers as numbers",
    arguments: [JSONGraphFormat.jgf, .cx2])
  func keepsLongNumbers(format: JSONGraphFormat) {
    let graph = Self.graph(of: ["9007199254740993"], datatype: "integer")
    let json = String(decoding: JSONGraphSerializer(format: format).write(graph), as: UTF8.self)
    #expect(json.contains("\"value\":9007199254740993}"))
  }

  @Test("several values are an array, and so is one where others have several")
  func writesArrays() {
    let graph = Projection().graph(of: [
      Self.quad("i:a", "first"), Self.quad("i:a", "second"), Self.quad("i:b", "only"),
    ])
    let json = String(decoding: JSONGraphSerializer(format: .d3).write(graph), as: UTF8.self)
    #expect(json.contains(#""value":["first","second"]"#))
    #expect(json.contains(#""value":["only"]"#))
  }

  private static func graph(of texts: [String], datatype: String) -> PropertyGraph {
    let type = NamedNode(unchecked: "http://www.w3.org/2001/XMLSchema#" + datatype)
    return Projection().graph(
      of: texts.map { Self.quad("i:a", $0, datatype: type) })
  }

  private static func quad(_ subject: String, _ text: String, datatype: NamedNode? = nil) -> Quad {
    let literal = datatype.map { Literal(text, datatype: $0) } ?? Literal(text)
    return Quad(
      Triple(
        .namedNode(NamedNode(unchecked: subject)), NamedNode(unchecked: "p:value"),
        .literal(literal)))
  }
}
