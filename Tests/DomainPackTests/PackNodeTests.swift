import Diagnostics
import DomainPack
import Testing

@Suite("Node of a pack file")
struct PackNodeTests {
  @Test(
    "tells file, line and column of a mistake",
    arguments: [
      ("", "p.yaml:1:1: the file is empty"),
      ("a: 1\na: [", "p.yaml:3:1: not YAML: did not find expected node content"),
      ("a: 1\n b: 2", "p.yaml:2:3: not YAML: mapping values are not allowed in this context"),
    ])
  func notYAML(text: String, expected: String) {
    let error = #expect(throws: SyntaxError.self) { try PackNode.parse(text, file: "p.yaml") }
    #expect(error?.description == expected)
  }

  private func message(_ text: String, _ read: (PackNode) throws -> Void) throws -> String? {
    let root = try PackNode.parse(text, file: "p.yaml")
    let error = #expect(throws: SyntaxError.self) { try read(root) }
    return error?.description
  }

  @Test("says what it expected and what it found")
  func expectations() throws {
    #expect(
      try message("a: [1]") { _ = try $0.required("a").text() }
        == "p.yaml:1:4: expected a text, found a list")
    #expect(
      try message("a: {b: c}") { _ = try $0.required("a").items() }
        == "p.yaml:1:4: expected a list, found a map")
    #expect(
      try message("a: b") { _ = try $0.required("a").entries() }
        == "p.yaml:1:4: expected a map, found “b”")
    #expect(
      try message("a: many") { _ = try $0.required("a").number() }
        == "p.yaml:1:4: expected a number, found “many”")
    #expect(
      try message("a: yes") { _ = try $0.required("a").flag() }
        == "p.yaml:1:4: expected true or false, found “yes”")
    #expect(
      try message("x: 1") { _ = try $0.required("a") } == "p.yaml:1:1: the key “a” is missing")
    #expect(
      try message("a: 1\nbb: 2") { try $0.allowOnly(["a", "b"]) }
        == "p.yaml:2:1: unknown key “bb”; expected one of: a, b")
  }

  @Test("tells its mistakes in Indonesian too")
  func indonesian() throws {
    let root = try PackNode.parse("a: [1]", file: "p.yaml")
    let error = #expect(throws: SyntaxError.self) { try root.required("a").text() }
    #expect(
      error?.rendered(in: .indonesian) == "p.yaml:1:4: diharapkan teks, ditemukan sebuah daftar"
        || error?.rendered(in: .indonesian).hasPrefix("p.yaml:1:4: diharapkan teks") == true)
  }

  @Test("takes a single text for a list of one, and keeps the order of a map")
  func lists() throws {
    let root = try PackNode.parse("z: one\na: [two, three]", file: "p.yaml")
    #expect(try root.required("z").texts() == ["one"])
    #expect(try root.required("a").texts() == ["two", "three"])
    #expect(try root.entries().map { try $0.key.text() } == ["z", "a"])
  }
}
