import Claims
import Diagnostics
import DomainPack
import Foundation
import Pipeline
import Resolution
import TestSupport
import Testing

@Suite("What deserves a decision")
struct ReviewFinderTests {
  private let pack: LoadedPack

  init() throws { pack = try LoadedPack(folder: TestPlaces.ontologyPath) }

  private func review(
    _ documents: [DocumentBuilder], _ yaml: String = ""
  ) throws -> [ReviewItem] {
    let decisions = try Decisions.load(yaml, file: "d.yaml", vocabulary: pack.vocabulary)
    let decided = Resolver(vocabulary: pack.vocabulary).resolve(
      documents.map(\.claims), decisions: decisions.entries)
    return ReviewFinder(decided, pack: pack, language: .english).items()
  }

  /// A document with something for every kind but decisions without effect.
  private func documents() -> [DocumentBuilder] {
    var one = DocumentBuilder("a")
    let bandung = one.add("City", "Kota Bandung", key: "city/id/bandung")
    let kawasaki = one.add("City", "Kawasaki", key: "city/jp/kawasaki")
    _ = one.add("City", "Kota Bandungg")
    let (first, second) = (
      one.add("Organization", "Forum Kota Sungai"), one.add("Organization", "Forum Kota Sungay")
    )
    let truck = one.add("Tool", "truk sampah")
    one.claim(kawasaki, "donates", .entity(truck), status: .realised, passage: 50)
    one.claim(truck, "donatedTo", .entity(bandung), status: .realised, passage: 50)
    one.claim(first, "plannedDonation", .entity(truck), status: .planned, passage: 51)
    one.claim(truck, "plannedRecipient", .entity(bandung), status: .planned, passage: 51)
    one.claim(second, "partOf", .entity(bandung), confidence: 0.6)
    let agreement = one.add(
      "Agreement", "nota", attributes: ["type": ["MoU"]], links: ["party": [bandung, kawasaki]])
    one.claim(agreement, "signedOn", .value("2015", .year), confidence: 0.9)
    one.claim(agreement, "signedOn", .value("2016", .year), confidence: 0.8)
    return [one]
  }

  @Test("is shown worst first, each with things, passages and decisions")
  func kinds() throws {
    let items = try review(documents(), "- reject: nothing of this name")
    let kinds = items.map(\.kind)
    #expect(kinds.first == .idleDecision)
    for kind in ReviewItem.Kind.allCases {
      #expect(kinds.contains(kind), "\(kind)")
    }
    #expect(items.map(\.urgency) == items.map(\.urgency).sorted(by: >))
    #expect(Set(items.map(\.id)).count == items.count)
    for item in items where item.kind != .idleDecision {
      #expect(!item.things.isEmpty && item.yes != nil && item.no != nil, "\(item.kind)")
    }
    let conflict = try #require(items.first { $0.kind == .conflict })
    #expect(conflict.passages.count == 2)
    #expect(conflict.question.english.contains("is it 2015 and not 2016?"))
  }

  @Test("a contradiction about what is done to a regulation is asked as whole statements")
  func conflictOfDeeds() throws {
    func says(_ key: String, _ other: String, _ verb: String) -> DocumentBuilder {
      var builder = DocumentBuilder(key)
      let act = builder.add("Regulation", "UU 22/1999", key: "UU/1999/22")
      let ending = builder.add("Regulation", "UU \(other)", key: "UU/\(other)")
      builder.claim(ending, verb, .entity(act), confidence: key == "a" ? 0.9 : 0.8)
      return builder
    }
    let documents = [says("a", "2004/32", "repeals"), says("b", "2014/23", "replaces")]
    let item = try #require(try review(documents).first { $0.kind == .conflict })
    #expect(
      item.question.english
        == "UU 22/1999, repeals / replaces: is it “UU 2004/32 repeals UU 22/1999” and not “UU 2014/23 replaces UU 22/1999”?"
    )
    #expect(item.passages.map(\.document) == ["a", "b"])
    for answer in [item.yes, item.no] {
      let yaml = try #require(answer).yaml(by: "Rina")
      #expect(try !review(documents, yaml).contains { $0.kind == .conflict })
    }
  }

  @Test("is decided by either answer, and not asked again", arguments: [true, false])
  func answers(isYes: Bool) throws {
    // Answers may lead to further matters; in the end there are none.
    var yaml = ""
    var answered: Set<String> = []
    for _ in 0..<12 {
      let items = try review(documents(), yaml)
      guard let item = items.first else { break }
      #expect(answered.insert(item.id).inserted, "\(item.text(in: .english))\n\(yaml)")
      yaml += try #require(isYes ? item.yes : item.no).yaml(by: "Rina")
    }
    let left = try review(documents(), yaml)
    #expect(left.isEmpty, "\(left.map { $0.text(in: .english) })\n\(yaml)")
    #expect(answered.count > 3)
  }

  @Test("a place under a name near one of the pack is asked about with its key")
  func unknownPlace() throws {
    let place = try #require(try review(documents()).first { $0.kind == .unknownPlace })
    #expect(place.yes?.yaml() == "- correct: city/kota-bandungg\n  key: city/id/bandung\n")
    #expect(place.no?.yaml() == "- confirm: city/kota-bandungg\n")
  }

  @Test("has the same digits whatever else is read")
  func stableDigits() throws {
    var other = DocumentBuilder("b")
    _ = other.add("Organization", "Palang Merah")
    let alone = try review(documents()).filter { $0.kind != .conflict }.map(\.id)
    #expect(Set(alone).isSubset(of: try review(documents() + [other]).map(\.id)))
  }

  @Test("is written as JSON that holds all of it")
  func json() throws {
    let items = try review(documents())
    let bytes = try JSONEncoder().encode(items)
    let read = try #require(try JSONSerialization.jsonObject(with: bytes) as? [[String: Any]])
    #expect(read.count == items.count)
    for (object, item) in zip(read, items) {
      #expect(object["id"] as? String == item.id && object["kind"] as? String == item.kind.rawValue)
      #expect((object["question"] as? [String: String])?["en"] == item.question.english)
      #expect(object["yes"] as? String == item.yes?.yaml())
      #expect((object["passages"] as? [Any])?.count == item.passages.count)
    }
  }
}
