import PropertyGraph
import RDF

/// A JSON document in the making ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)).
///
/// Every text can be said in JSON, so that nothing has to be replaced.
struct JSONBytes {
  /// What is written so far.
  var out = OutputBytes()

  /// A comma where a member or an element stands before; nothing behind an opening bracket.
  mutating func separate() {
    switch out.last {
    case UInt8(ascii: "{"), UInt8(ascii: "["): break
    default: out.byte(UInt8(ascii: ","))
    }
  }

  /// The name of a member, with the comma before it.
  mutating func key(_ name: String) {
    separate()
    string(name)
    out.byte(UInt8(ascii: ":"))
  }

  /// A member with a text; nothing for an empty one.
  mutating func member(_ name: String, _ text: String) {
    guard !text.isEmpty else { return }
    key(name)
    string(text)
  }

  /// A member with two decimals at most.
  mutating func member(_ name: String, _ number: Double) {
    key(name)
    out.number(number)
  }

  /// A member with a whole number.
  mutating func member(_ name: String, _ number: Int) {
    key(name)
    out.integer(number)
  }

  /// A member with the id of a node or an edge: a letter and its place.
  mutating func member(_ name: String, id letter: StaticString, _ place: Int) {
    key(name)
    out.byte(UInt8(ascii: "\""))
    out.markup(letter)
    out.integer(place)
    out.byte(UInt8(ascii: "\""))
  }

  /// The members with the ids of the nodes that an edge joins.
  mutating func ends(of edge: Int, in graph: PropertyGraph) {
    member("source", id: "n", Int(graph.edges.sources[edge]))
    member("target", id: "n", Int(graph.edges.targets[edge]))
  }

  /// A member that is true or false.
  mutating func member(_ name: String, _ isTrue: Bool) {
    key(name)
    out.ascii(isTrue ? "true" : "false")
  }

  /// A text.
  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { buffer in string(utf8: buffer.span) }
  }

  /// A text in UTF-8.
  mutating func string(utf8 text: Span<UInt8>) {
    out.byte(UInt8(ascii: "\""))
    var start = 0
    for index in 0..<text.count {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      out.raw(text.extracting(start..<index))
      start = index + 1
      escape(byte)
    }
    out.raw(text.extracting(start..<text.count))
    out.byte(UInt8(ascii: "\""))
  }

  /// The text of a literal in its
  /// [canonical form](https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples), whose escapes are
  /// those of JSON.
  mutating func string(canonical text: Span<UInt8>) {
    out.byte(UInt8(ascii: "\""))
    out.raw(text)
    out.byte(UInt8(ascii: "\""))
  }

  /// The characters that [§7](https://www.rfc-editor.org/rfc/rfc8259#section-7) does not let stand.
  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): out.markup("\\\"")
    case UInt8(ascii: "\\"): out.markup("\\\\")
    case 0x08: out.markup("\\b")
    case 0x09: out.markup("\\t")
    case 0x0A: out.markup("\\n")
    case 0x0C: out.markup("\\f")
    case 0x0D: out.markup("\\r")
    default:
      var digits = Array("\\u00".utf8)
      CanonicalTerm.appendHexadecimal(byte, to: &digits)
      out.raw(digits)
    }
  }

  /// A number from the text of an `xsd:decimal`, `xsd:double` or `xsd:float` that is finite: all its
  /// digits in the form of [§6](https://www.rfc-editor.org/rfc/rfc8259#section-6), which has no
  /// plus, no needless zero in front, and a digit on both sides of the point.
  mutating func number(lexicalForm text: Span<UInt8>) {
    var index = 0
    if text[0] == UInt8(ascii: "-") { out.byte(text[0]) }
    if text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") { index = 1 }
    let whole = Self.endOfDigits(in: text, from: index)
    while index + 1 < whole, text[index] == UInt8(ascii: "0") { index += 1 }
    if whole == index { out.markup("0") } else { out.raw(text.extracting(index..<whole)) }
    index = whole
    if index < text.count, text[index] == UInt8(ascii: ".") {
      let end = Self.endOfDigits(in: text, from: index + 1)
      if end > index + 1 { out.raw(text.extracting(index..<end)) }
      index = end
    }
    out.raw(text.extracting(index..<text.count))
  }

  private static func endOfDigits(in text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] &- UInt8(ascii: "0") <= 9 { end += 1 }
    return end
  }
}
