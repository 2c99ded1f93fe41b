import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite(
  "W3C suite of RDF Dataset Canonicalization",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CCanonicalizationTests {
  static let all = W3CTest.entries(of: "rdf-canon/manifest.jsonld", listed: "entries")

  @Test("is complete")
  func complete() {
    let types = Dictionary(grouping: Self.all.flatMap(\.types), by: \.self).mapValues(\.count)
    #expect(
      types == ["RDFC10EvalTest": 64, "RDFC10MapTest": 21, "RDFC10NegativeEvalTest": 1])
  }

  @Test("passes", arguments: all)
  func entry(_ test: W3CTest) throws {
    let input = [UInt8](try Data(contentsOf: test.input.file))
    let quads = QuadCollection(try NQuadsParser().parse(input, file: test.name))
    var canonicalizer = Canonicalizer()
    if let name = test.options["hashAlgorithm"] {
      canonicalizer.algorithm = try #require(DigestAlgorithm(name: name))
    }
    if test.types.contains("RDFC10NegativeEvalTest") {
      #expect(throws: CanonicalizationError.self) { try canonicalizer.canonicalize(quads) }
      return
    }
    let canonical = try canonicalizer.canonicalize(quads)
    let result = try Data(contentsOf: try #require(test.result))
    if test.types.contains("RDFC10MapTest") {
      let expected = try #require(
        try JSONSerialization.jsonObject(with: result) as? [String: String])
      let labels = Dictionary(canonical.labels.map { ($0.given, $0.canonical) }) { $1 }
      #expect(labels == expected)
    } else {
      #expect(
        String(decoding: canonical.nQuads, as: UTF8.self) == String(decoding: result, as: UTF8.self)
      )
    }
  }
}
