import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite(
  "W3C suites of N-Triples and N-Quads",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CLineSyntaxTests {
  static let rdf12 = [
    "rdf12/rdf-n-triples/syntax", "rdf12/rdf-n-triples/c14n", "rdf12/rdf-n-quads/syntax",
    "rdf12/rdf-n-quads/c14n",
  ].flatMap(W3CManifest.entries)
  static let entries =
    ["rdf11/rdf-n-triples", "rdf11/rdf-n-quads"].flatMap(W3CManifest.entries) + rdf12

  @Test("are complete")
  func complete() {
    #expect(Self.entries.count == 295)
  }

  @Test("pass", arguments: entries)
  func entry(_ test: W3CEntry) throws {
    let bytes = [UInt8](try Data(contentsOf: test.action))
    let parser = NQuadsParser(dialect: test.type.contains("NQuads") ? .nQuads : .nTriples)
    if test.type.hasSuffix("NegativeSyntax") {
      #expect(throws: (any Error).self) { try parser.parse(bytes) }
      return
    }
    let quads = try parser.parse(bytes)
    let again: [UInt8] = NQuadsSerializer().serialize(quads)
    #expect(try parser.parse(again) == quads)
    if test.type.hasSuffix("PositiveC14N") {
      let result = try #require(test.result)
      let canonical: [UInt8] = NQuadsSerializer(options: .init(languageTags: .lowercase))
        .serialize(quads)
      #expect(
        String(decoding: canonical, as: UTF8.self)
          == String(decoding: try Data(contentsOf: result), as: UTF8.self))
    }
  }
}
