import RDF
import Testing

@Suite("Named nodes")
struct NamedNodeTests {
  @Test(
    "take absolute IRIs",
    arguments: [
      "https://w3id.org/simpul/id/city/id/bandung",
      "https://w3id.org/simpul/id/document/a#char=120,310",
      "urn:isbn:0451450523",
      "a:",
      "a+b-c.1:x",
      "http://",
      "http://user:pa%20ss@example.org:8080/a//b;c=1?q=/?#/?",
      "http://[2001:db8::7]/c?objectClass?one",
      "http://[::]/", "http://[::1]:80/", "http://[1::]/", "http://[1:2:3:4:5:6:7:8]/",
      "http://[::ffff:192.0.2.1]/", "http://[1:2:3:4:5:6:192.0.2.1]/", "http://[v1.a:b]/",
      "mailto:a@example.org",
      "file:///etc/hosts",
      "http://例え.jp/川崎?名=市",
      "http://example.org/\u{10000}\u{EFFFD}",
      "http://example.org/?\u{E000}\u{10FFFD}",
      "scheme:!$%25&'()*+,-./0123456789:/@ABCXYZ_abcxyz~?#",
    ])
  func acceptAbsoluteIRIs(_ text: String) throws {
    #expect(try NamedNode(validating: text).iri == text)
  }

  @Test(
    "refuse what is no absolute IRI, and say where",
    arguments: [
      ("", .noScheme, 0),
      ("bandung", .noScheme, 0),
      ("/a/b", .noScheme, 0),
      ("1a:b", .noScheme, 0),
      ("a b:c", .noScheme, 0),
      ("é:c", .noScheme, 0),
      ("http://a b/", .forbiddenCharacter, 8),
      ("http://a/b c", .forbiddenCharacter, 10),
      ("http://a/<", .forbiddenCharacter, 9),
      ("http://a/\\", .forbiddenCharacter, 9),
      ("http://a/[", .forbiddenCharacter, 9),
      ("http://a/é?{", .forbiddenCharacter, 12),
      ("http://a/#b#c", .forbiddenCharacter, 11),
      ("http://a/\u{7F}", .forbiddenCharacter, 9),
      ("http://a/\u{85}", .forbiddenCharacter, 9),
      ("http://a/\u{FFFE}", .forbiddenCharacter, 9),
      ("http://a/\u{E000}", .forbiddenCharacter, 9),
      ("http://a/#\u{E000}", .forbiddenCharacter, 10),
      ("http://a/\u{E0001}", .forbiddenCharacter, 9),
      ("http://a/%", .malformedPercentEncoding, 9),
      ("http://a/%4", .malformedPercentEncoding, 9),
      ("http://a/%4g", .malformedPercentEncoding, 9),
      ("http://[::1", .malformedAddress, 7),
      ("http://[]/", .malformedAddress, 7),
      ("http://[1:2:3]/", .malformedAddress, 7),
      ("http://[1:2:3:4:5:6:7:8:9]/", .malformedAddress, 7),
      ("http://[1::2::3]/", .malformedAddress, 7),
      ("http://[12345::]/", .malformedAddress, 7),
      ("http://[:1::2]/", .malformedAddress, 7),
      ("http://[1:]/", .malformedAddress, 7),
      ("http://[::256.0.0.1]/", .malformedAddress, 7),
      ("http://[::1.2.3]/", .malformedAddress, 7),
      ("http://[::01.2.3.4]/", .malformedAddress, 7),
      ("http://[v.a]/", .malformedAddress, 7),
      ("http://[::1]x/", .forbiddenCharacter, 12),
      ("http://a:b/", .malformedPort, 9),
      ("http://a:80:80/", .malformedPort, 11),
    ] as [(String, IRIError.Reason, Int)])
  func refuseOthers(_ text: String, _ reason: IRIError.Reason, _ offset: Int) {
    #expect(throws: IRIError(reason, at: offset, in: text)) { try NamedNode(validating: text) }
  }

  @Test("are told apart by code points, not by canonical equivalence")
  func compareCodePoints() throws {
    let composed = try NamedNode(validating: "http://example.org/\u{E9}")
    let decomposed = try NamedNode(validating: "http://example.org/e\u{301}")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(Literal("\u{E9}") != Literal("e\u{301}"))
    #expect(BlankNode(label: "\u{E9}") != BlankNode(label: "e\u{301}"))
  }

  @Test("stand in order of their UTF-8")
  func orderByBytes() {
    let names = ["a:z", "a:\u{FF5E}", "a:\u{10000}", "a:Z", "a:"]
    let sorted = names.map(NamedNode.init(unchecked:)).sorted().map(\.iri)
    #expect(sorted == ["a:", "a:Z", "a:z", "a:\u{FF5E}", "a:\u{10000}"])
  }
}
