import Diagnostics
import Testing
import XML

@Suite("XML pull reader")
struct XMLPullReaderTests {
  private func events(_ text: String, limits: XMLLimits = .init()) throws -> [XMLEvent] {
    var reader = try XMLPullReader(Array(text.utf8), file: "a.xml", limits: limits)
    var events: [XMLEvent] = []
    while let event = try reader.next() {
      if case .text(let piece) = event, case .text(let before)? = events.last {
        events[events.count - 1] = .text(before + piece)
      } else {
        events.append(event)
      }
    }
    return events
  }

  @Test("gives elements with namespaces, attributes and text")
  func elements() throws {
    let found = try events(
      "<?xml version='1.0'?><!-- c --><w:p xmlns:w='urn:w' w:a='1' b='&lt;2'>Kota &amp; <w:t/><![CDATA[<x>]]></w:p>"
    )
    let p = XMLName(namespace: "urn:w", "p")
    let t = XMLName(namespace: "urn:w", "t")
    #expect(
      found == [
        .start(
          p,
          attributes: [
            XMLAttribute(name: XMLName(namespace: "urn:w", "a"), value: "1"),
            XMLAttribute(name: XMLName("b"), value: "<2"),
          ]),
        .text("Kota & "), .start(t, attributes: []), .end(t), .text("<x>"), .end(p),
      ])
  }

  @Test(
    "refuses document types and entities",
    arguments: [
      "<!DOCTYPE a><a/>",
      "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
      "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
      "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a b='&e;'/>",
    ])
  func doctype(_ text: String) {
    let error = #expect(throws: SyntaxError.self) { try events(text) }
    #expect(error?.message.english.contains("entit") == true)
  }

  @Test(
    "refuses what is not well formed, with its place",
    arguments: [
      ("<a>\n  <b></a>", 1), ("<a>&nbsp;</a>", 0), ("<a", 0), ("", 0), ("<a/><b/>", 0),
      ("<a>\u{1}</a>", 0),
    ])
  func malformed(_ text: String, _ line: Int) {
    let error = #expect(throws: SyntaxError.self) { try events(text) }
    #expect(error?.location.lowerBound.line == line)
    #expect(error?.file == "a.xml")
  }

  @Test("bounds the depth")
  func depth() throws {
    let nested = String(repeating: "<a>", count: 20) + String(repeating: "</a>", count: 20)
    #expect(try events(nested, limits: XMLLimits(depth: 20)).count == 40)
    let error = #expect(throws: SyntaxError.self) {
      try events(nested, limits: XMLLimits(depth: 19))
    }
    #expect(error?.message.english == "nested deeper than 19 elements")
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(throws: SyntaxError.self) { try events(deep) }
  }

  @Test("bounds the size")
  func size() {
    #expect(throws: SyntaxError.self) { try events("<a>bbb</a>", limits: XMLLimits(bytes: 5)) }
  }
}
