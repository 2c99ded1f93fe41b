import Diagnostics
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("N-Quads there and back")
struct NQuadsRoundTripTests {
  @Test("random statements come back as they were, in order")
  func randomQuads() throws {
    var random = RandomQuads(generator: SeededGenerator())
    print("N-Quads round trip: SIMPUL_SEED=\(random.generator.seed)")
    let quads = random.quads(20_000)
    let bytes: [UInt8] = NQuadsSerializer().serialize(quads)
    #expect(try NQuadsParser().parse(bytes) == quads, "SIMPUL_SEED=\(random.generator.seed)")
  }

  @Test("random statements, shuffled and doubled, give the same sorted bytes")
  func sortedBytes() {
    var random = RandomQuads(generator: SeededGenerator())
    print("N-Quads order: SIMPUL_SEED=\(random.generator.seed)")
    let quads = random.quads(2_000)
    let shuffled = (quads + quads).shuffled(using: &random.generator)
    let serializer = NQuadsSerializer(options: .canonical)
    let bytes: [UInt8] = serializer.serialize(quads)
    #expect(serializer.serialize(shuffled) == bytes, "SIMPUL_SEED=\(random.generator.seed)")
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
    #expect(lines == lines.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(Set(lines).count == lines.count)
  }

  @Test("collected statements give the sorted bytes of their lines, without lines being held")
  func collected() {
    var random = RandomQuads(generator: SeededGenerator())
    print("N-Quads of collections: SIMPUL_SEED=\(random.generator.seed)")
    let some = random.quads(3_000)
    let quads = (some + some.prefix(500)).shuffled(using: &random.generator)
    for options in [
      LineSerializerOptions(order: .sorted), .canonical, LineSerializerOptions(order: .asGiven),
    ] {
      let serializer = NQuadsSerializer(options: options)
      var bytes: [UInt8] = []
      serializer.serialize(QuadCollection(quads), to: &bytes)
      #expect(bytes == serializer.serialize(quads), "SIMPUL_SEED=\(random.generator.seed)")
    }
  }

  @Test("every Unicode character comes back from a literal")
  func everyScalar() throws {
    var quads: [Quad] = []
    for plane in 0...0x10 {
      for row in 0..<0x100 {
        var scalars = String.UnicodeScalarView()
        for cell in 0..<0x100 {
          if let scalar = Unicode.Scalar(UInt32(plane << 16 | row << 8 | cell)) {
            scalars.append(scalar)
          }
        }
        let triple = Triple(
          .blankNode(BlankNode(label: "b")), RDFS.label, .literal(Literal(String(scalars))))
        quads.append(Quad(triple))
      }
    }
    let bytes: [UInt8] = NQuadsSerializer().serialize(quads)
    #expect(try NQuadsParser().parse(bytes) == quads)
  }

  @Test("mistakes set into good text are refused or read, and never crash")
  func mutations() {
    var random = RandomQuads(generator: SeededGenerator())
    print("N-Quads mutations: SIMPUL_SEED=\(random.generator.seed)")
    for _ in 0..<2_000 {
      var bytes: [UInt8] = NQuadsSerializer().serialize(random.quads(2))
      for _ in 0..<3 where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random.generator)
        switch Int.random(in: 0..<3, using: &random.generator) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &random.generator)
        default: bytes.removeSubrange(index...)
        }
      }
      do {
        let quads = try NQuadsParser().parse(bytes)
        let again: [UInt8] = NQuadsSerializer().serialize(quads)
        #expect(try NQuadsParser().parse(again) == quads, "SIMPUL_SEED=\(random.generator.seed)")
      } catch {
        #expect(error.location.lowerBound.offset <= bytes.count)
      }
    }
  }
}
