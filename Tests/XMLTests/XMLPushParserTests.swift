import Diagnostics
import Testing
import XML

/// Writes down what a push parser hands over.
private final class Recorder: XMLContentHandler {
  var lines: [String] = []
  private var text: [UInt8] = []

  func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    endText()
    guard tag.name.local != "refused" else {
      throw XMLRefusal(Message(en: "refused", id: "ditolak"))
    }
    let attributes = tag.attributes.map {
      " \($0.prefix):{\($0.name.namespace)}\($0.name.local)=\($0.value)"
    }
    lines.append("<\(tag.prefix):{\(tag.name.namespace)}\(tag.name.local)\(attributes.joined())>")
  }

  func endElement() {
    endText()
    lines.append("</>")
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: piece) }

  func comment(_ text: String) {
    endText()
    lines.append("<!--\(text)-->")
  }

  func processingInstruction(_ target: String, data: String) {
    endText()
    lines.append("<?\(target) \(data)?>")
  }

  private func endText() {
    if !text.isEmpty { lines.append(String(decoding: text, as: UTF8.self)) }
    text.removeAll()
  }
}

@Suite("XML push parser")
struct XMLPushParserTests {
  private func lines(
    _ bytes: [UInt8], chunk: Int = .max, limits: XMLLimits = .init()
  ) throws -> [String] {
    let recorder = Recorder()
    var parser = try XMLPushParser(handler: recorder, file: "a.xml", limits: limits)
    var rest = bytes[...]
    while !rest.isEmpty {
      try parser.parse(rest.prefix(chunk))
      rest = rest.dropFirst(chunk)
    }
    try parser.finish()
    return recorder.lines
  }

  private func lines(_ text: String, limits: XMLLimits = .init()) throws -> [String] {
    try lines(Array(text.utf8), limits: limits)
  }

  private static let sample =
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'urn:x#'><!ENTITY t '<b>é</b>'>]>\n"
    + "<a xmlns='urn:a' xmlns:p='&x;' p:q='&x;r &amp; \u{10000}'><!-- c --><?do it?>"
    + "kota &amp; <![CDATA[<x>]]>&t;</a>"
  private static let sampleLines = [
    "<:{urn:a}a p:{urn:x#}q=urn:x#r & \u{10000}>", "<!-- c -->", "<?do it?>", "kota & <x>",
    "<:{urn:a}b>", "é", "</>", "</>",
  ]

  @Test("gives names, prefixes, text and the entities of an internal DTD, in chunks of any size")
  func content() throws {
    for chunk in [1, 2, 3, 50, .max] {
      #expect(try lines(Array(Self.sample.utf8), chunk: chunk) == Self.sampleLines)
    }
  }

  @Test("reads UTF-16 and Latin-1 where the document says so")
  func encodings() throws {
    let utf16 = "<a>é\u{10000}</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try lines([0xFF, 0xFE] + utf16) == ["<:{}a>", "é\u{10000}", "</>"])
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9]
    #expect(try lines(latin + Array("</a>".utf8)) == ["<:{}a>", "é", "</>"])
  }

  @Test(
    "refuses external and parameter entities",
    arguments: [
      "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
      "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a b='&e;'/>",
      "<!DOCTYPE a [<!ENTITY % e SYSTEM 'file:///etc/passwd'>%e;]><a/>",
      "<!DOCTYPE a [<!ENTITY % e '<!ENTITY f \"x\">'>%e;]><a>&f;</a>",
    ])
  func externalEntities(_ text: String) {
    let error = #expect(throws: SyntaxError.self) { try lines(text) }
    #expect(error?.message.english == "external entities and parameter entities are not read")
    #expect(error?.message.indonesian == "entitas luar dan entitas parameter tidak dibaca")
  }

  @Test("does not read an external DTD")
  func externalSubset() throws {
    #expect(try lines("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == ["<:{}a>", "</>"])
    #expect(throws: SyntaxError.self) {
      try lines("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&e;</a>")
    }
  }

  @Test("supplies the default attributes of an internal DTD")
  func defaultAttributes() throws {
    let text = "<!DOCTYPE a [<!ATTLIST a xmlns:p CDATA 'urn:p' p:b CDATA 'c'>]><a/>"
    #expect(try lines(text) == ["<:{}a p:{urn:p}b=c>", "</>"])
  }

  @Test("refuses entities and default attributes that loop or explode")
  func entityBombs() {
    var billion = "<!DOCTYPE a [<!ENTITY e0 'ha'>"
    for level in 1...30 {
      let reference = "&e\(level - 1);"
      billion += "<!ENTITY e\(level) '\(String(repeating: reference, count: 10))'>"
    }
    let long = String(repeating: "x", count: 100_000)
    let many = String(repeating: "&e;", count: 10_000)
    let attribute = String(repeating: "<b/>", count: 100_000)
    let manyDefaults = (0..<300).map { "<!ATTLIST a b\($0) CDATA ''>" }.joined()
    let manyNamespaces = (0..<300).map { "<!ATTLIST b xmlns:b\($0) CDATA 'u:'>" }.joined()
    let bombs = [
      "<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f '&e;'>]><a>&e;</a>",
      "<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f '&e;'>]><a b='&e;'/>",
      billion + "]><a>&e30;</a>", billion + "]><a b='&e30;'/>",
      "<!DOCTYPE a [<!ENTITY e '\(long)'>]><a>\(many)</a>",
      "<!DOCTYPE a [<!ENTITY e '\(long)'>]><a b='\(many)'/>",
      "<!DOCTYPE a [<!ATTLIST b c CDATA '\(long)'>]><a>\(attribute)</a>",
      "<!DOCTYPE a [\(manyDefaults)]><a/>", "<!DOCTYPE a [\(manyNamespaces)]><a>\(attribute)</a>",
    ]
    for (index, bomb) in bombs.enumerated() {
      #expect(throws: SyntaxError.self, "bomb \(index)") { try lines(bomb) }
    }
  }

  @Test(
    "refuses what is not well formed, with its place",
    arguments: [
      ("<a>\n  <b></a>", 1), ("<a>&nbsp;</a>", 0), ("<a", 0), ("", 0), ("<a/><b/>", 0),
      ("<a>\u{1}</a>", 0), ("<a>\n<p:b/></a>", 1), ("<a b='1' b='2'/>", 0), ("<a>", 0),
    ])
  func malformed(_ text: String, _ line: Int) {
    let error = #expect(throws: SyntaxError.self) { try lines(text) }
    #expect(error?.location.lowerBound.line == line)
    #expect(error?.file == "a.xml")
  }

  @Test("puts what a handler refuses at the tag's own place")
  func place() {
    let error = #expect(throws: SyntaxError.self) {
      try lines("<a>\n  <b/>é<refused\n x='1'\n y='2'>t</refused></a>")
    }
    #expect(error?.description == "a.xml:2:8: refused")
    #expect(error?.location.lowerBound.offset == 12)
  }

  @Test("bounds depth and size, and repeats its error")
  func limits() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    let error = #expect(throws: SyntaxError.self) { try lines(deep) }
    #expect(error?.message.english == "nested deeper than 256 elements")
    #expect(throws: SyntaxError.self) { try lines("<a>bbb</a>", limits: XMLLimits(bytes: 5)) }
    var parser = try XMLPushParser(handler: Recorder())
    #expect(throws: SyntaxError.self) { try parser.parse(Array("<a></b>".utf8)) }
    #expect(throws: SyntaxError.self) { try parser.parse(Array("<c/>".utf8)) }
    #expect(throws: SyntaxError.self) { try parser.finish() }
  }
}
