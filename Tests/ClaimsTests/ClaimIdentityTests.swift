import Claims
import TestSupport
import Testing

@Suite("Identity of claims")
struct ClaimIdentityTests {
  private func document(
    confidence: Double = 0.8, period: String? = nil, entityBetween: Bool = false
  ) -> DocumentClaims {
    var builder = DocumentBuilder("tesis")
    let city = builder.add("City", "Bandung", key: "city/id/bandung")
    let other = builder.add("City", "Kawasaki", key: "city/jp/kawasaki")
    if entityBetween { _ = builder.add("Sector", "Pendidikan") }
    builder.claim(
      city, "sisterCityOf", .entity(other), period: period, confidence: confidence)
    return builder.claims
  }

  @Test("is sixteen hexadecimal digits that stay from version to version")
  func stable() {
    #expect(document().claims[0].id == "c856f7aa8adc2f52")
  }

  @Test("does not depend on confidence or on what else the document names")
  func independent() {
    #expect(document().claims[0].id == document(confidence: 0.3).claims[0].id)
    #expect(document().claims[0].id == document(entityBetween: true).claims[0].id)
  }

  @Test("depends on qualifiers, passage and document")
  func dependent() {
    #expect(document().claims[0].id != document(period: "2016").claims[0].id)
    var moved = document()
    moved.claims[0].evidence.passage = SourceRange(start: 1, end: 2)
    #expect(document().claims[0].id != moved.sealed().claims[0].id)
    moved = document()
    moved.documentKey = "artikel"
    #expect(document().claims[0].id != moved.sealed().claims[0].id)
  }

  @Test("drops a repetition and keeps the more confident claim")
  func repetition() {
    var twice = document(confidence: 0.5)
    twice.claims.append(document(confidence: 0.9).claims[0])
    #expect(twice.sealed().claims.map(\.confidence) == [0.9])
  }
}
