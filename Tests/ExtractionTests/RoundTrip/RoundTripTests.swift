import Claims
import Documents
import Extraction
import TestSupport
import Testing

@Suite("Documents in the formats that people have")
struct RoundTripTests {
  private static func document(_ file: String) throws -> Document {
    try RealPack.reader().read(FixtureFiles.bytes(file), fileName: file)
  }

  private static func original(of file: String) -> String {
    "\(FixtureFiles.name(of: file)).md"
  }

  @Test("blocks and sentences are those of the original", arguments: FixtureFiles.converted)
  func blocks(_ file: String) throws {
    let format = FixtureFormat(file)
    let reader = try RealPack.reader()
    let wanted = FixtureOutline(
      try Self.document(Self.original(of: file)), reader: reader, for: format)
    let found = FixtureOutline(try Self.document(file), reader: reader, for: format)
    for (what, one, other) in [
      ("blocks", wanted.blocks, found.blocks), ("sentences", wanted.sentences, found.sentences),
    ] {
      let agreement = FixtureOutline.agreement(one, other)
      let difference = FixtureOutline.difference(one, other)
      #expect(agreement >= format.bound, "\(what) of \(file):\n\(difference)")
    }
  }

  @Test("the originals have blocks of every kind")
  func kinds() throws {
    var kinds: Set<String> = []
    for file in FixtureFiles.originals {
      for block in try Self.document(file).blocks { kinds.insert("\(block.kind)") }
    }
    #expect(
      kinds.sorted() == [
        "bibliographyEntry", "caption", "heading(level: 1)", "heading(level: 2)", "listItem",
        "note",
        "paragraph", "quotation", "tableRow",
      ])
  }

  /// What a document says: subject, predicate and object by name, each once, sorted.
  private static func statements(_ file: String) throws -> [String] {
    let found = try RealPack.extractor().claims(
      of: document(file), key: FixtureFiles.name(of: file))
    func name(_ entity: Int) -> String {
      let entity = found.entities[entity]
      return "\(entity.entityClass.rawValue) \(entity.key ?? entity.label)"
    }
    return Set(
      found.claims.map { claim in
        let object =
          switch claim.object {
          case .entity(let entity): name(entity)
          case .concept(let concept): concept
          case .value(let value, _): value
          }
        return "\(name(claim.subject)) – \(claim.predicate.rawValue) – \(object)"
      }
    ).sorted()
  }

  @Test("claims are those of the original", arguments: FixtureFiles.converted)
  func claims(_ file: String) throws {
    let wanted = try Self.statements(Self.original(of: file))
    let found = try Self.statements(file)
    #expect(wanted.count >= 10)
    let difference = FixtureOutline.difference(wanted, found)
    #expect(difference.isEmpty, "claims of \(file):\n\(difference)")
  }
}
