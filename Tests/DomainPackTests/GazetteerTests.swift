import Claims
import Diagnostics
import DomainPack
import TestSupport
import Testing

@Suite("Gazetteer table")
struct GazetteerTests {
  private static let header =
    "key\tclass\tlabel_id\tlabel_en\tnames\tparent\tlat\tlon\tattributes\texact\n"

  private func read(_ table: String) throws(SyntaxError) -> Gazetteer {
    var gazetteer = Gazetteer()
    try gazetteer.add(table: Array(table.utf8), file: "g.tsv")
    return gazetteer
  }

  @Test("gives every column its meaning")
  func row() throws {
    let gazetteer = try read(
      "# source\n\(Self.header)city/xx/a\tCity\tKota A\t\t=AA|?Abel|Alpha\tcountry/xx\t1.5\t-2\t"
        + "level=kota;capital=yes\thttps://a.example/1|https://a.example/2\n")
    let entry = try #require(gazetteer.entry(forKey: "city/xx/a"))
    #expect(entry.entityClass == EntityClass(rawValue: "City"))
    #expect(entry.label(in: "en") == "Kota A")
    #expect(
      entry.names == [
        .init(text: "AA", use: .exactCase), .init(text: "Abel", use: .needsContext),
        .init(text: "Alpha", use: .plain),
      ])
    #expect(entry.parent == "country/xx")
    #expect(entry.latitude == "1.5" && entry.longitude == "-2")
    #expect(entry.attributes == ["level": "kota", "capital": "yes"])
    #expect(entry.exactMatches == ["https://a.example/1", "https://a.example/2"])
  }

  @Test(
    "tells the line of a mistake",
    arguments: [
      (
        "key\tclass\n",
        "g.tsv:1:1: expected the columns key, class, label_id, label_en, names, parent, lat, lon, "
          + "attributes, exact"
      ),
      ("\(header)city/xx/a\tCity\tA\n", "g.tsv:2:1: expected 10 cells, found 3"),
      (
        "# c\n\(header)city/xx/a\tCity\t\t\t\t\t\t\t\t\n",
        "g.tsv:3:1: a row needs a key, a class and a label"
      ),
      (
        "\(header)k\tCity\tA\t\t\t\t\t\t\t\n\nk\tCity\tB\t\t\t\t\t\t\t\n",
        "g.tsv:4:1: the key k stands twice"
      ),
    ])
  func mistakes(table: String, expected: String) {
    let error = #expect(throws: SyntaxError.self) { try read(table) }
    #expect(error?.description == expected)
  }

  @Test("refuses a key that another table has already given")
  func acrossTables() throws {
    var gazetteer = try read("\(Self.header)k\tCity\tA\t\t\t\t\t\t\t\n")
    let error = #expect(throws: SyntaxError.self) {
      try gazetteer.add(
        table: Array("\(Self.header)k\tCity\tA\t\t\t\t\t\t\t\n".utf8), file: "h.tsv")
    }
    #expect(error?.description == "h.tsv:2:1: the key k stands twice")
  }

  @Test("of the pack knows parents, and no key but its own")
  func pack() throws {
    let pack = try DomainPack.load(from: TestPlaces.ontologyPath)
    #expect(pack.gazetteer.entry(forKey: "city/id/bandung")?.parent == "province/id/jawa-barat")
    #expect(pack.gazetteer.entry(forKey: "city/id/atlantis") == nil)
  }
}
