import Diagnostics
import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite(
  "W3C suite of RDF/XML",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CRDFXMLTests {
  static let rdf11 = W3CManifest.entries(of: "rdf11/rdf-xml")
  static let rdf12 = W3CManifest.entries(of: "rdf12/rdf-xml/eval")
  static let all = rdf11 + rdf12
  static let positive = all.filter { $0.type == "XMLEval" }

  private func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

  private func parser(_ test: W3CEntry) throws -> RDFXMLParser {
    RDFXMLParser(base: try NamedNode(validating: test.base))
  }

  @Test("is complete")
  func complete() {
    let types = Dictionary(grouping: Self.rdf11, by: \.type).mapValues(\.count)
    #expect(types == ["XMLEval": 126, "XMLNegativeSyntax": 40])
    let types12 = Dictionary(grouping: Self.rdf12, by: \.type).mapValues(\.count)
    #expect(types12 == ["XMLEval": 29, "XMLNegativeSyntax": 2])
  }

  @Test("makes, with the other syntaxes, 332 tests of RDF 1.2 that are run")
  func all12() {
    let others = W3CLineSyntaxTests.rdf12 + W3CTurtleTests.turtle12 + W3CTurtleTests.triG12
    #expect(others.count + Self.rdf12.count == 332)
  }

  @Test("passes", arguments: all)
  func entry(_ test: W3CEntry) throws {
    let document = try bytes(test.action)
    let parser = try parser(test)
    guard test.type == "XMLEval" else {
      #expect(throws: (any Error).self) { try parser.parse(document, file: test.name) }
      return
    }
    let result = try #require(test.result)
    let quads = try parser.parse(document, file: test.name)
    let expected = try NQuadsParser(dialect: .nTriples)
      .parse(try bytes(result), file: result.lastPathComponent)
    #expect(try Isomorphism.areIsomorphic(quads, expected))
  }

  @Test("survives being written and read again")
  func roundTrips() throws {
    for test in Self.positive {
      let quads = try parser(test).parse(try bytes(test.action), file: test.name)
      let written = try RDFXMLSerializer().serialize(quads.map(\.triple))
      let again = try RDFXMLParser().parse(written)
      #expect(try Isomorphism.areIsomorphic(again, quads), "\(test.name)")
    }
  }

  /// Statements and mistake of a document that comes in pieces.
  private func outcome(_ document: [UInt8], _ parser: RDFXMLParser, pieceSize: Int) throws
    -> (quads: [Quad], error: SyntaxError?)
  {
    let reader = try parser.reader(of: ByteArraySource(document, pieceSize: pieceSize))
    var quads: [Quad] = []
    var block = QuadBlock()
    do {
      while try reader.next(into: &block) { quads += block.quads }
    } catch let error as SyntaxError {
      return (quads, error)
    }
    return (quads, nil)
  }

  @Test("gives the same statements and the same mistake in pieces of any size")
  func chunks() throws {
    for test in Self.all {
      let document = try bytes(test.action)
      let parser = try parser(test)
      let whole = try outcome(document, parser, pieceSize: .max)
      #expect((whole.error != nil) == (test.type != "XMLEval"))
      for size in [1, 2, 3, 7, 64] {
        let pieces = try outcome(document, parser, pieceSize: size)
        #expect(pieces == whole, "\(test.name) in pieces of \(size)")
      }
    }
  }
}
