import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite(
  "W3C suites of Turtle and TriG",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CTurtleTests {
  static let turtle = W3CManifest.entries(of: "rdf11/rdf-turtle")
  static let triG = W3CManifest.entries(of: "rdf11/rdf-trig")

  static let turtle12 = ["rdf12/rdf-turtle/syntax", "rdf12/rdf-turtle/eval"]
    .flatMap(W3CManifest.entries)
  static let triG12 = ["rdf12/rdf-trig/syntax", "rdf12/rdf-trig/eval"]
    .flatMap(W3CManifest.entries)

  @Test("are complete in RDF 1.2")
  func complete12() {
    let types = Dictionary(grouping: Self.turtle12 + Self.triG12, by: \.type).mapValues(\.count)
    #expect(
      types == [
        "TurtleEval": 29, "TurtleNegativeSyntax": 33, "TurtlePositiveSyntax": 41,
        "TrigEval": 25, "TrigNegativeSyntax": 11, "TrigPositiveSyntax": 24,
      ])
  }

  @Test("of Turtle 1.2 pass", arguments: turtle12)
  func turtle12Entry(_ entry: W3CEntry) throws {
    let parser = TurtleParser(base: try NamedNode(validating: entry.base))
    try check(entry) { try parser.parse($0, file: entry.action.lastPathComponent) }
  }

  @Test("of TriG 1.2 pass", arguments: triG12)
  func triG12Entry(_ entry: W3CEntry) throws {
    let parser = TriGParser(base: try NamedNode(validating: entry.base))
    try check(entry) { try parser.parse($0, file: entry.action.lastPathComponent) }
  }

  @Test("are complete")
  func complete() {
    #expect(Self.turtle.count == 313)
    #expect(Self.triG.count == 356)
    let types = Dictionary(grouping: Self.turtle + Self.triG, by: \.type).mapValues(\.count)
    #expect(
      types == [
        "TurtleEval": 145, "TurtleNegativeSyntax": 94, "TurtlePositiveSyntax": 74,
        "TrigEval": 143, "TrigNegativeSyntax": 115, "TrigPositiveSyntax": 98,
      ])
  }

  @Test("of Turtle pass", arguments: turtle)
  func turtleEntry(_ entry: W3CEntry) throws {
    let parser = TurtleParser(base: try NamedNode(validating: entry.base))
    try check(entry) { try parser.parse($0, file: entry.action.lastPathComponent) }
  }

  @Test("of TriG pass", arguments: triG)
  func triGEntry(_ entry: W3CEntry) throws {
    let parser = TriGParser(base: try NamedNode(validating: entry.base))
    try check(entry) { try parser.parse($0, file: entry.action.lastPathComponent) }
  }

  /// Runs an entry; what is read must also come back from every syntax that can hold it.
  private func check(_ entry: W3CEntry, parse: ([UInt8]) throws -> [Quad]) throws {
    let bytes = [UInt8](try Data(contentsOf: entry.action))
    if entry.type.hasSuffix("NegativeSyntax") {
      #expect(throws: (any Error).self) { try parse(bytes) }
      return
    }
    let quads = try parse(bytes)
    if entry.type.hasSuffix("Eval") {
      let result = [UInt8](try Data(contentsOf: try #require(entry.result)))
      #expect(try Isomorphism.areIsomorphic(quads, try NQuadsParser().parse(result)))
    }
    let nQuads: [UInt8] = NQuadsSerializer().serialize(quads)
    #expect(try NQuadsParser().parse(nQuads) == quads)
    if quads.allSatisfy({ $0.graphName == .defaultGraph }) {
      let turtle: [UInt8] = TurtleSerializer(options: .init(prefixes: [.rdf, .rdfs, .xsd]))
        .serialize(quads.map(\.triple))
      #expect(try Isomorphism.areIsomorphic(try TurtleParser().parse(turtle), quads))
    }
  }
}
