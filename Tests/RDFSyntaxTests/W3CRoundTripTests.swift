import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite(
  "What the positive W3C tests say survives every other syntax",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CRoundTripTests {
  /// The tests of a suite that can be read.
  struct Suite: CustomStringConvertible, Sendable {
    var name: String
    var format: RDFFormat
    var positive: Int
    var description: String { name }
  }

  static let suites = [
    Suite(name: "rdf11/rdf-n-triples", format: .ntriples, positive: 41),
    Suite(name: "rdf11/rdf-n-quads", format: .nquads, positive: 53),
    Suite(name: "rdf11/rdf-turtle", format: .turtle, positive: 219),
    Suite(name: "rdf11/rdf-trig", format: .trig, positive: 241),
    Suite(name: "rdf11/rdf-xml", format: .rdfxml, positive: 126),
    Suite(name: "rdf12/rdf-turtle/eval", format: .turtle, positive: 29),
    Suite(name: "rdf12/rdf-trig/eval", format: .trig, positive: 25),
    Suite(name: "rdf12/rdf-xml/eval", format: .rdfxml, positive: 29),
  ]

  private func read(_ bytes: [UInt8], as format: RDFFormat, base: NamedNode? = nil) throws -> [Quad]
  {
    switch format {
    case .ntriples: try NQuadsParser(dialect: .nTriples).parse(bytes)
    case .nquads: try NQuadsParser().parse(bytes)
    case .turtle: try TurtleParser(base: base).parse(bytes)
    case .trig: try TriGParser(base: base).parse(bytes)
    case .rdfxml: try RDFXMLParser(base: base).parse(bytes)
    case .jsonld: try JSONLDParser(base: base).parse(bytes)
    }
  }

  /// The bytes in every layout that the format has; none if RDF/XML has no name for a property or
  /// no place for a character, or if JSON-LD 1.1 would have to say what only RDF 1.2 has.
  private func write(_ quads: [Quad], as format: RDFFormat) throws -> [[UInt8]] {
    let triples = quads.map(\.triple)
    switch format {
    case .ntriples: return [NTriplesSerializer().serialize(triples)]
    case .nquads: return [NQuadsSerializer().serialize(quads)]
    case .turtle: return [TurtleSerializer().serialize(triples), streamed(quads)]
    case .trig: return [TriGSerializer().serialize(quads), streamed(quads)]
    case .rdfxml:
      do {
        return [try RDFXMLSerializer().serialize(triples)]
      } catch {
        return []
      }
    case .jsonld:
      guard quads.allSatisfy({ Self.isRDF11($0.object) }) else { return [] }
      return [try JSONLDSerializer().serialize(QuadCollection(quads))]
    }
  }

  private static func isRDF11(_ object: Term) -> Bool {
    switch object {
    case .tripleTerm: false
    case .literal(let literal): literal.direction == nil
    case .namedNode, .blankNode: true
    }
  }

  private func streamed(_ quads: [Quad]) -> [UInt8] {
    var bytes: [UInt8] = []
    var encoder = TurtleEncoder(
      prefixes: [.rdf, .xsd, Prefix(unchecked: "", namespace: "http://example/")])
    for quad in quads {
      var block = QuadBlock()
      block.append(quad)
      encoder.encode(block, into: &bytes)
    }
    encoder.finish(into: &bytes)
    return bytes
  }

  @Test("and comes back isomorphic", arguments: suites)
  func survives(suite: Suite) throws {
    let entries = W3CManifest.entries(of: suite.name).filter { !$0.type.contains("Negative") }
    #expect(entries.count == suite.positive)
    var written = 0
    for entry in entries {
      let quads = try read(
        [UInt8](try Data(contentsOf: entry.action)), as: suite.format,
        base: suite.format.isLineByLine ? nil : try NamedNode(validating: entry.base))
      let hasNamedGraphs = quads.contains { $0.graphName != .defaultGraph }
      for format in RDFFormat.allCases where format.holdsNamedGraphs || !hasNamedGraphs {
        for bytes in try write(quads, as: format) {
          written += 1
          let again = try read(bytes, as: format)
          #expect(
            try Isomorphism.areIsomorphic(again, quads), "\(entry.name) through \(format.name)")
        }
      }
    }
    // At the least every test went through the two formats that hold everything, one in two layouts.
    #expect(written >= 3 * entries.count)
  }
}
