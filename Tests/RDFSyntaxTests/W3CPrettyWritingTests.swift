import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite(
  "What the positive W3C tests say, written twice",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CPrettyWritingTests {
  @Test("is the same bytes", arguments: ["rdf11/rdf-turtle", "rdf11/rdf-trig"])
  func again(suite: String) throws {
    let serializer = TriGSerializer(
      options: .init(prefixes: [.rdf, .xsd, Prefix(unchecked: "", namespace: "http://example/")]))
    var written = 0
    for entry in W3CManifest.entries(of: suite) where !entry.type.contains("Negative") {
      let parser = TriGParser(base: try NamedNode(validating: entry.base))
      let quads = try parser.parse([UInt8](try Data(contentsOf: entry.action)))
      let bytes: [UInt8] = serializer.serialize(quads)
      let back = try TriGParser().parse(bytes)
      #expect(try Isomorphism.areIsomorphic(back, quads), "\(entry.name)")
      #expect(serializer.serialize(back) == bytes, "\(entry.name)")
      written += 1
    }
    #expect(written >= 219)
  }
}
