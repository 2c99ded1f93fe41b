import Claims
import Documents
import Extraction
import TestSupport
import Testing

@Suite("Extraction from the example corpus")
struct CorpusTests {
  @Test("quotes the document's raw text in every claim and mention")
  func quotes() throws {
    let extractor = try RealPack.extractor()
    var count = 0
    for name in try RealPack.corpus() {
      let document = try RealPack.document(name)
      let claims = extractor.claims(of: document, key: name)
      #expect(!claims.claims.isEmpty, "\(name) states nothing")
      for claim in claims.claims {
        count += 1
        #expect(
          document.quote(claim.evidence.passage) == claim.evidence.quote, "\(name) \(claim.id)")
        #expect(!claim.evidence.quote.isEmpty, "\(name) \(claim.rule)")
        #expect(claims.entities.indices.contains(claim.subject), "\(name) \(claim.rule)")
        #expect((0...1).contains(claim.confidence), "\(name) \(claim.rule)")
      }
      for mention in claims.mentions {
        let words = document.quote(mention.range).split(whereSeparator: \.isWhitespace)
        #expect(!words.isEmpty, "\(name) \(mention.surface)")
        #expect(claims.entities.indices.contains(mention.entity))
      }
    }
    #expect(count > 100)
  }

  @Test("gives the same result for the same document, whatever was read in between")
  func determinism() throws {
    let extractor = try RealPack.extractor()
    let names = try RealPack.corpus()
    let first = try names.map { extractor.claims(of: try RealPack.document($0), key: $0) }
    let second = try names.reversed().map {
      extractor.claims(of: try RealPack.document($0), key: $0)
    }
    #expect(first == second.reversed())
  }

  @Test("seals every claim with an identity of its own")
  func identities() throws {
    let extractor = try RealPack.extractor()
    for name in try RealPack.corpus() {
      let claims = extractor.claims(of: try RealPack.document(name), key: name).claims
      #expect(Set(claims.map(\.id)).count == claims.count, "\(name)")
      #expect(claims.allSatisfy { $0.id.utf8.count == 16 })
    }
  }
}
