import RDF
import SPARQL
import Testing

@Suite("Table for the terminal")
struct TextTableTests {
  private let prefixes = TermAbbreviation(
    [
      Query.Prefix("smp", "https://w3id.org/simpul/ns#"),
      Query.Prefix("w3", "https://w3id.org/"),
    ], base: "https://w3id.org/simpul/id/")

  @Test("wide characters and marks keep columns in line")
  func alignment() throws {
    let table = RowTable(
      ["name", "n"],
      [
        [text("川崎市", language: "ja"), number(5)], [text("Kota"), number(12)],
        [text("e\u{301}🏙️"), nil],
      ])
    #expect(
      try table.text(.table) == """
        ?name        ?n
        ───────────  ──
        "川崎市"@ja   5
        "Kota"       12
        "e\u{301}🏙️"

        """)
  }

  @Test("no line passes the terminal, and narrow columns keep what they ask for")
  func fitting() throws {
    let long = String(repeating: "air bersih ", count: 20)
    let table = RowTable(["a", "b", "c"], [[text(long), number(1), text(long)]])
    for width in [20, 40, 79, 80, 200] {
      let lines = try table.text(.table, width: width).split(separator: "\n")
      for line in lines { #expect(DisplayWidth.columns(of: line) <= width) }
      #expect(lines[2].contains("…   1  "))
    }
    #expect(try table.text(.table).contains(long))
  }

  @Test(
    "terms come in forms that a query takes back",
    arguments: [
      (iri("https://w3id.org/simpul/ns#City"), "smp:City"),
      (iri("https://w3id.org/simpul/id/city/id/bandung"), "<city/id/bandung>"),
      (iri("https://w3id.org/simpul/ns#a/b"), "<https://w3id.org/simpul/ns#a/b>"),
      (iri("https://w3id.org/simpul/id/urn:x"), "<https://w3id.org/simpul/id/urn:x>"),
      (iri("https://w3id.org/simpul/id/a/../b"), "<https://w3id.org/simpul/id/a/../b>"),
      (iri("https://w3id.org/simpul/id//x"), "<https://w3id.org/simpul/id//x>"),
      (iri("https://w3id.org/x"), "w3:x"),
      (iri("https://w3id.org/x."), "<https://w3id.org/x.>"),
      (text("a\"b"), "\"a\\\"b\""), (number(3), "3"),
      (.literal(Literal("2017-01-01", datatype: XSD.date)), "2017-01-01"),
      (
        .literal(Literal("x", datatype: NamedNode(unchecked: "https://w3id.org/simpul/ns#t"))),
        "\"x\"^^smp:t"
      ),
    ])
  func abbreviation(term: Term, expected: String) {
    #expect(prefixes.text(term) == expected)
  }

  @Test("nothing in a cell moves the cursor or turns the line around")
  func disturbing() throws {
    let bad = "a\u{1B}[2Jb\u{202E}c\u{85}d"
    let line = try RowTable(["x"], [[text(bad)]]).text(.table)
    #expect(line.hasSuffix("\"a\\u001B[2Jb\\u{202E}c\\u{85}d\"\n"))
  }

  @Test("a table without rows or columns is still a table")
  func empty() throws {
    #expect(try RowTable(["x"], []).text(.table) == "?x\n──\n")
    #expect(try RowTable([], [[], []]).text(.table) == "\n\n\n\n")
  }
}
