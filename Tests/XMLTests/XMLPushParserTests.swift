import Diagnostics
import Testing
import XML

/// Writes down what a push parser hands over.
private final class Recorder: XMLContentHandler {
  var lines: [String] = []
  private var text: [UInt8] = []

  override func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    endText()
    guard String(cString: tag.name.local) != "refused" else {
      throw XMLRefusal(Message(en: "refused", id: "ditolak"))
    }
    let attributes = tag.attributes.map {
      " \(Self.text($0.name))=\(String(decoding: $0.value, as: UTF8.self))"
    }
    lines.append("<\(Self.text(tag.name))\(attributes.joined())>")
  }

  override func endElement() {
    endText()
    lines.append("</>")
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLRefusal) {
    text.append(contentsOf: piece)
    guard !text.contains(UInt8(ascii: "!")) else {
      text.removeAll()
      throw XMLRefusal(Message(en: "refused text", id: "teks ditolak"))
    }
  }

  override func comment(_ text: UnsafeBufferPointer<UInt8>) {
    endText()
    lines.append("<!--\(String(decoding: text, as: UTF8.self))-->")
  }

  override func processingInstruction(
    _ target: UnsafeBufferPointer<UInt8>, data: UnsafeBufferPointer<UInt8>
  ) {
    endText()
    lines.append(
      "<?\(String(decoding: target, as: UTF8.self)) \(String(decoding: data, as: UTF8.self))?>")
  }

  private func endText() {
    if !text.isEmpty { lines.append(String(decoding: text, as: UTF8.self)) }
    text.removeAll()
  }

  private static func text(_ name: XMLInternedName) -> String {
    "\(String(cString: name.prefix)):{\(String(cString: name.namespace))}\(String(cString: name.local))"
  }
}

@Suite("XML push parser")
struct XMLPushParserTests {
  @Test(
    "refuses every document type declaration where none may stand",
    arguments: [
      "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'x.dtd'><a/>",
      "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
    ])
  func doctype(_ text: String) throws {
    var parser = try XMLPushParser(handler: Recorder(), refusesDoctype: true)
    let error = #expect(throws: SyntaxError.self) {
      try parser.parse(Array(text.utf8)[...])
      try parser.finish()
    }
    #expect(error?.message.english == "document type declarations and entities are not read")
    var tolerant = try XMLPushParser(handler: Recorder())
    try tolerant.parse(Array(text.utf8)[...])
    try tolerant.finish()
  }

  private func lines(
    _ bytes: [UInt8], chunk: Int = .max, limits: XMLLimits = .init(),
    skip: ((SyntaxError) -> Void)? = nil
  ) throws -> [String] {
    let recorder = Recorder()
    var parser = try XMLPushParser(handler: recorder, file: "a.xml", limits: limits, skip: skip)
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
    let many = String(repeating: "&e;", count: 300_000)
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
      ("<a p:b='1'/>", 0), ("<a:b:c xmlns:a='u:'/>", 0), ("<a: xmlns:a='u:'/>", 0), ("<:a/>", 0),
      ("<a:1 xmlns:a='u:'/>", 0), ("<a xmlns:p=''/>", 0), ("<xmlns:a/>", 0),
      ("<a xmlns:xml='u:'/>", 0), ("<a xmlns:xmlns='u:'/>", 0),
      ("<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>", 0),
      ("<a xmlns='http://www.w3.org/2000/xmlns/'/>", 0),
      ("<a xmlns:p='u:' xmlns:q='u:' p:b='' q:b=''/>", 0),
      ("<a>\n<b xmlns:p='u:'><p:c/></b><p:d/></a>", 1),
      ("<!DOCTYPE a [<!ENTITY e '<b'>]><a>&e;</a>", 0),
    ])
  func malformed(_ text: String, _ line: Int) {
    let error = #expect(throws: SyntaxError.self) { try lines(text) }
    #expect(error?.location.lowerBound.line == line)
    #expect(error?.file == "a.xml")
  }

  @Test("keeps namespaces to the elements that declare them")
  func namespaceScopes() throws {
    let text =
      "<a xmlns='u:1' xmlns:p='u:2'><p:b p:x='' x='' xmlns:p='u:3' xmlns=''><c xml:lang='id'/></p:b>"
      + "<p:d xmlns:xml='http://www.w3.org/XML/1998/namespace'/></a>"
    #expect(
      try lines(text) == [
        "<:{u:1}a>", "<p:{u:3}b p:{u:3}x= :{}x=>",
        "<:{}c xml:{http://www.w3.org/XML/1998/namespace}lang=id>", "</>", "</>", "<p:{u:2}d>",
        "</>",
        "</>",
      ])
  }

  @Test("tells the prefixes declared so far, each with what it stood for last")
  func declaredPrefixes() throws {
    var parser = try XMLPushParser(handler: Recorder())
    try parser.parse(Array("<a xmlns='u:1' xmlns:p='u:2'><b xmlns:p='u:3'/></a>".utf8)[...])
    #expect(parser.namespaces.map(\.prefix) == ["", "p"])
    #expect(parser.namespaces.map(\.namespace) == ["u:1", "u:3"])
  }

  @Test("takes spaces out of values that a DTD declares as tokens, and lets written ones win")
  func tokens() throws {
    let text =
      "<!DOCTYPE a [<!ATTLIST a b NMTOKENS ' x  y ' c CDATA 'd' e (f|g) 'g'>]>"
      + "<a c=' 1 ' e=' f '/>"
    #expect(try lines(text) == ["<:{}a :{}c= 1  :{}e=f :{}b=x y>", "</>"])
  }

  @Test("passes over what a handler refuses, and tells each refusal once")
  func skipping() throws {
    var skipped: [String] = []
    let text = "<a>1<refused b='c'>2<refused/><d>3</d></refused>\n4!<refused/>5</a>"
    let found = try lines(Array(text.utf8)) { skipped.append($0.description) }
    #expect(found == ["<:{}a>", "1", "5", "</>"])
    #expect(skipped == ["a.xml:1:5: refused", "a.xml:2:3: refused text", "a.xml:2:3: refused"])
  }

  @Test("says that what is not well formed cannot be skipped")
  func malformedDespiteSkipping() {
    let error = #expect(throws: SyntaxError.self) { try lines(Array("<a><b></a>".utf8)) { _ in } }
    #expect(
      error?.message.english.hasSuffix("; XML that is not well formed cannot be skipped") == true)
  }

  @Test("refuses tags with so many attributes that comparing them would take long")
  func manyAttributes() {
    for count in [1025, 100_000] {
      let attributes = (0..<count).map { " a\($0)='>'" }.joined()
      for text in ["<b\(attributes)/>", "<b>\n<b\(attributes)/></b>"] {
        for chunk in [4096, .max] {
          let error = #expect(throws: SyntaxError.self) {
            try lines(Array(text.utf8), chunk: chunk)
          }
          #expect(error?.message.english == "a tag has more than 1024 attributes")
        }
      }
    }
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
    #expect(throws: SyntaxError.self) { try parser.parse(Array("<a></b>".utf8)[...]) }
    #expect(throws: SyntaxError.self) { try parser.parse(Array("<c/>".utf8)[...]) }
    #expect(throws: SyntaxError.self) { try parser.finish() }
  }
}
