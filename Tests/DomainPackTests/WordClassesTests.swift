import Diagnostics
import DomainPack
import Testing

@Suite("Word classes")
struct WordClassesTests {
  private func load(_ text: String) throws(SyntaxError) -> WordClasses {
    try WordClasses.load(try PackNode.parse("words:\n\(text)", file: "w.yaml"))
  }

  @Test("take in other classes whole, also those that stand further down")
  func inclusion() throws {
    let classes = try load("  a: [\"@b\", one]\n  b: [two, \"@c\"]\n  c: three\n")
    #expect(classes.members["a"] == ["two", "three", "one"])
    #expect(classes.members["b"] == ["two", "three"])
  }

  @Test("may take in one class by two ways")
  func diamond() throws {
    let classes = try load("  a: [\"@b\", \"@c\"]\n  b: [\"@d\"]\n  c: [\"@d\"]\n  d: [x]\n")
    #expect(Set(classes.members["a"] ?? []) == ["x"])
  }

  @Test(
    "tell the class that takes itself in or names no class",
    arguments: [
      ("  a: [\"@a\"]\n", "w.yaml:2:6: “@a” is no word class, or takes itself in"),
      (
        "  a: [\"@b\"]\n  b: [\"@c\"]\n  c: [\"@a\"]\n",
        "w.yaml:4:6: “@a” is no word class, or takes itself in"
      ),
      ("  a: [\"@zz\"]\n", "w.yaml:2:6: “@zz” is no word class, or takes itself in"),
    ])
  func cycles(text: String, expected: String) {
    let error = #expect(throws: SyntaxError.self) { try load(text) }
    #expect(error?.description == expected)
  }
}
