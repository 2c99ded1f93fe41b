import DomainPack
import Resolution
import TestSupport
import Testing

@Suite("Things that may be one")
struct NearDuplicateTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try .ofThePack() }

  /// The pairs of a document's things, each as `path path reason`.
  private func pairs(_ documents: DocumentBuilder...) -> [String] {
    let graph = Resolver(vocabulary: vocabulary).resolve(documents.map(\.claims))
    return NearDuplicates(graph, vocabulary: vocabulary).pairs().map { pair in
      let paths = pair.things.map { graph.entities[$0].path }.sorted()
      return "\(paths.joined(separator: " ")) \(pair.reason.rawValue)"
    }
  }

  static let likeNames = [
    (["Forum Kota Sungai", "Forum Kota Sungay"], "spelling"),
    (["Palang Merah Indonesia", "PMI"], "abbreviation"),
    (["Yayasan Dana Lingkungan Hidup dan Kelautan", "YDLHK"], "abbreviation"),
    (
      ["Asosiasi Pemerintah Kota Seluruh Indonesia", "Asosiasi Pemerintah Kota Indonesia"], "words"
    ),
  ]

  @Test("are of one class with names alike", arguments: likeNames)
  func alike(names: [String], reason: String) {
    var document = DocumentBuilder("a")
    for name in names { _ = document.add("Organization", name) }
    let found = pairs(document)
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix(" \(reason)") == true, "\(found)")
    var other = DocumentBuilder("a")
    for (name, entityClass) in zip(names, ["Organization", "School"]) {
      _ = other.add(entityClass, name)
    }
    #expect(pairs(other) == [])
  }

  static let unlikeNames = [
    ["SD Negeri 1 Bandung", "SD Negeri 7 Bandung"], ["Forum Kota", "Palang Merah"],
    ["Yayasan Alfa", "Yayasan Beta"], ["JICA", "JAXA"],
  ]

  @Test("are not told apart by numbers or by all but a common word", arguments: unlikeNames)
  func apart(names: [String]) {
    var document = DocumentBuilder("a")
    for name in names { _ = document.add("Organization", name) }
    #expect(pairs(document) == [])
  }

  @Test("are not both known to the pack")
  func keyed() {
    var document = DocumentBuilder("a")
    _ = document.add("City", "Kota Bandung", key: "city/id/bandung")
    _ = document.add("City", "Kota Badung", key: "city/id/badung")
    _ = document.add("City", "Kota Bandungg")
    #expect(
      pairs(document) == [
        "city/id/badung city/kota-bandungg spelling", "city/id/bandung city/kota-bandungg spelling",
      ] || pairs(document) == ["city/id/bandung city/kota-bandungg spelling"])
  }

  @Test("are persons of one name that nothing else connects")
  func persons() {
    var one = DocumentBuilder("a")
    _ = one.add("Person", "Budi Santoso")
    var two = DocumentBuilder("b")
    _ = two.add("Person", "Budi Santoso")
    #expect(pairs(one, two).first?.hasSuffix(" name") == true)
  }

  @Test("do not belong to different owners")
  func owners() {
    var document = DocumentBuilder("a")
    let cities = [document.bandung(), document.kawasaki()]
    for city in cities {
      _ = document.add("Role", "Wali Kota", links: ["owner": [city]])
    }
    #expect(pairs(document) == [])
    _ = document.add("Role", "Walikota Bandung", links: ["owner": [cities[0]]])
    _ = document.add("Program", "Program Bank Sampah Induk", links: ["owner": [cities[0]]])
    _ = document.add("Program", "Program Bank Sampah")
    #expect(
      pairs(document) == [
        "program/a/program-bank-sampah program/id-bandung/program-bank-sampah-induk words"
      ])
  }

  @Test("are agreements of the same parties of which one has no year")
  func agreements() {
    var one = DocumentBuilder("a")
    _ = one.agreement(year: "2010")
    _ = one.agreement(year: "2016")
    var two = DocumentBuilder("b")
    _ = two.agreement()
    #expect(
      pairs(one, two) == [
        "agreement/bandung-kawasaki/mou/2010 agreement/bandung-kawasaki/mou/undated parties",
        "agreement/bandung-kawasaki/mou/2016 agreement/bandung-kawasaki/mou/undated parties",
      ])
  }

  @Test("are named once, and not where a person has decided")
  func decided() throws {
    var document = DocumentBuilder("a")
    _ = document.add("Organization", "Forum Kota Sungai", aliases: ["Forum Sungai Kota"])
    _ = document.add("Organization", "Forum Kota Sungay")
    let decisions = try Decisions.load(
      "- distinct: [Forum Kota Sungai, Forum Kota Sungay]", file: "d", vocabulary: vocabulary)
    let result = Resolver(vocabulary: vocabulary).resolve(
      [document.claims], decisions: decisions.entries)
    let finder = NearDuplicates(result.graph, vocabulary: vocabulary)
    #expect(finder.pairs().count == 1)
    #expect(finder.pairs(except: result.distinct) == [])
  }
}
