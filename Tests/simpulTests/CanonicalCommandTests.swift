import Foundation
import TestSupport
import Testing

// One process at a time: waiting for several blocks the threads that the tests share.
@Suite("simpul canonicalize, diff and JSON-LD", .serialized)
final class CanonicalCommandTests {
  private let simpul: SimpulProcess

  init() throws { simpul = try SimpulProcess() }

  deinit {
    do { try simpul.remove() } catch { Issue.record(error) }
  }

  private static let turtle = """
    @prefix k: <http://example.org/> .
    k:bandung k:kembar [ k:nama "Kawasaki" ] .
    """

  @Test("writes the same bytes for the same statements, and the labels as JSON")
  func canonicalize() throws {
    try simpul.write(Self.turtle, to: "a.ttl")
    try simpul.write(
      """
      _:x <http://example.org/nama> "Kawasaki" .
      <http://example.org/bandung> <http://example.org/kembar> _:x .

      """, to: "b.nt")
    let first = try simpul.run(["canonicalize", "a.ttl"])
    #expect(first.status == 0, "\(first.messages)")
    #expect(try simpul.run(["canonicalize", "b.nt"]).text == first.text)
    #expect(first.text.contains("_:c14n0 <http://example.org/nama> \"Kawasaki\" .\n"))
    let map = try simpul.run(["canonicalize", "b.nt", "--map", "--hash", "SHA384"])
    #expect(map.text == "{\n  \"x\": \"c14n0\"\n}\n")
  }

  @Test("tells differences with status 1 and none with status 0")
  func diff() throws {
    try simpul.write(Self.turtle, to: "a.ttl")
    try simpul.write(
      Self.turtle.replacing("\"Kawasaki\"", with: "\"Kawasaki\" ; k:negara k:jp"), to: "b.ttl")
    let same = try simpul.run(["diff", "a.ttl", "a.ttl", "--lang", "en"])
    #expect(same.status == 0)
    #expect(same.text == "")
    #expect(same.messages == "no differences\n")
    let other = try simpul.run(["diff", "a.ttl", "b.ttl", "--lang", "en"])
    #expect(other.status == 1)
    #expect(other.text == "+ _:c14n0 <http://example.org/negara> <http://example.org/jp> .\n")
    #expect(other.messages == "0 statements gone, 1 new\n")
    #expect(try simpul.run(["diff", "a.ttl", "none.ttl"]).status == 74)
  }

  @Test("goes to JSON-LD and back, with contexts from a folder and none from elsewhere")
  func jsonLD() throws {
    try simpul.write(Self.turtle, to: "a.ttl")
    #expect(try simpul.run(["convert", "a.ttl", "-o", "a.jsonld"]).status == 0)
    #expect(try simpul.run(["diff", "a.ttl", "a.jsonld"]).status == 0)
    try simpul.write(
      "{\"@context\": {\"k\": {\"@id\": \"http://example.org/\", \"@prefix\": true}}}",
      to: "c.jsonld")
    let compacted = try simpul.run(
      ["convert", "a.ttl", "-o", "b.jsonld", "--context", "c.jsonld"])
    #expect(compacted.status == 0, "\(compacted.messages)")
    #expect(try simpul.run(["diff", "a.ttl", "b.jsonld"]).status == 0)
    try simpul.write(
      "{\"@context\": \"https://c.example/c.jsonld\", \"k:nama\": \"Bandung\"}", to: "d.jsonld")
    let missing = try simpul.run(["convert", "d.jsonld", "--to", "ntriples", "--lang", "en"])
    #expect(missing.status == 65)
    #expect(missing.messages.contains("d.jsonld:1:14: loading remote context failed: "))
    let mapped = try simpul.run(
      ["convert", "d.jsonld", "--to", "ntriples", "--context-map", "https://c.example/=."])
    #expect(mapped.text == "_:anon0 <http://example.org/nama> \"Bandung\" .\n")
  }
}
