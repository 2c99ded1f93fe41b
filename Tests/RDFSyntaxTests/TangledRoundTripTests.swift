import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("Tangled blank nodes there and back")
struct TangledRoundTripTests {
  private static let prefixes = [
    Prefix(unchecked: "", namespace: "http://example.org/"), .rdf, .xsd,
  ]

  @Test("datasets come back from TriG, and writing them again gives the same bytes")
  func triG() throws {
    var tangle = TangledQuads(generator: SeededGenerator())
    let seed = tangle.generator.seed
    print("Tangled TriG: SIMPUL_SEED=\(seed)")
    let serializer = TriGSerializer(options: .init(prefixes: Self.prefixes))
    var (nested, labelled) = (0, 0)
    for _ in 0..<3_000 {
      let quads = tangle.dataset()
      let bytes: [UInt8] = serializer.serialize(quads)
      let shuffled = (quads + quads.prefix(3)).shuffled(using: &tangle.generator)
      #expect(serializer.serialize(shuffled) == bytes, "SIMPUL_SEED=\(seed)")
      let back = try TriGParser().parse(bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        try Isomorphism.areIsomorphic(back, quads), "SIMPUL_SEED=\(seed)\n\(text)")
      #expect(
        String(decoding: serializer.serialize(back), as: UTF8.self) == text, "SIMPUL_SEED=\(seed)")
      nested += text.contains("[ ") || text.contains("( ") ? 1 : 0
      labelled += text.contains("_:") ? 1 : 0
    }
    #expect(nested > 1_000 && labelled > 300)
  }

  @Test("graphs come back from RDF/XML, and writing them again gives the same bytes")
  func rdfXML() throws {
    var tangle = TangledQuads(generator: SeededGenerator())
    let seed = tangle.generator.seed
    print("Tangled RDF/XML: SIMPUL_SEED=\(seed)")
    let serializer = RDFXMLSerializer(options: .init(prefixes: Self.prefixes))
    var collections = 0
    for _ in 0..<2_000 {
      let quads = tangle.dataset().map { Quad($0.triple) }
      let bytes = try serializer.serialize(quads.map(\.triple))
      let shuffled = (quads + quads.prefix(3)).shuffled(using: &tangle.generator)
      #expect(try serializer.serialize(shuffled.map(\.triple)) == bytes, "SIMPUL_SEED=\(seed)")
      let back = try RDFXMLParser().parse(bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(try Isomorphism.areIsomorphic(back, quads), "SIMPUL_SEED=\(seed)\n\(text)")
      let again = try serializer.serialize(back.map(\.triple))
      #expect(String(decoding: again, as: UTF8.self) == text, "SIMPUL_SEED=\(seed)")
      collections += text.contains("Collection") ? 1 : 0
    }
    #expect(collections > 100)
  }
}
