import RDF

/// XML text in the making: markup as given, content escaped, characters that XML 1.0 has no place
/// for replaced and counted.
struct XMLBytes {
  private var out = OutputBytes()
  /// How many characters became U+FFFD.
  private(set) var replacedCharacters = 0

  var bytes: [UInt8] { out.bytes }

  /// The bytes so far, which are forgotten here.
  mutating func take() -> [UInt8] {
    let bytes = out.bytes
    out = OutputBytes()
    return bytes
  }

  @inline(__always)
  mutating func markup(_ text: StaticString) { out.markup(text) }

  @inline(__always)
  mutating func raw(_ part: [UInt8]) { out.raw(part) }

  @inline(__always)
  mutating func raw(_ part: Span<UInt8>) { out.raw(part) }

  mutating func ascii(_ text: String) { out.ascii(text) }

  mutating func integer(_ value: Int) { out.integer(value) }

  /// A number with two decimals at most and no needless zero; never an exponent.
  mutating func number(_ value: Double) { out.number(value) }

  /// Content of an element or of an attribute in double quotes: a line end or tab survives both.
  mutating func escaped(_ text: String) {
    let bytes = Array(text.utf8)
    escaped(bytes.span)
  }

  /// The same of a text in UTF-8.
  mutating func escaped(_ text: Span<UInt8>) {
    var position = 0
    while true {
      let stop = MarkupScan.endOfPlainText(text, from: position)
      if stop > position { out.raw(text.extracting(position..<stop)) }
      guard stop < text.count else { return }
      position = stop + 1
      if text[stop] != 0xEF {
        escape(text[stop])
      } else if stop + 2 < text.count, text[stop + 1] == 0xBF, text[stop + 2] >= 0xBE {
        replace()
        position = stop + 3
      } else {
        out.byte(0xEF)
      }
    }
  }

  /// The text of a literal in canonical form (``QuadBlock``), of which the escapes are undone first.
  mutating func escaped(canonical text: Span<UInt8>) {
    var position = 0
    while true {
      let stop = MarkupScan.endOfPlainText(text, from: position)
      if stop > position { out.raw(text.extracting(position..<stop)) }
      guard stop < text.count else { return }
      guard text[stop] == UInt8(ascii: "\\"), stop + 1 < text.count else {
        if text[stop] == 0xEF { out.byte(0xEF) } else { escape(text[stop]) }
        position = stop + 1
        continue
      }
      let length =
        switch text[stop + 1] {
        case UInt8(ascii: "u"): 6
        case UInt8(ascii: "U"): 10
        default: 2
        }
      position = min(stop + length, text.count)
      var character: [UInt8] = []
      CanonicalTerm.appendUnescaped(text.extracting(stop..<position), to: &character)
      escaped(character.span)
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x26: markup("&amp;")
    case 0x3C: markup("&lt;")
    case 0x3E: markup("&gt;")
    case 0x22: markup("&quot;")
    case 0x9: markup("&#9;")
    case 0xA: markup("&#10;")
    case 0xD: markup("&#13;")
    case 0..<0x20: replace()
    default: out.byte(byte)
    }
  }

  private mutating func replace() {
    replacedCharacters += 1
    markup("\u{FFFD}")
  }

  /// Hands over what is ready once it is more than `limit` bytes.
  mutating func drain<Failure: Error>(
    above limit: Int, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try out.drain(above: limit, to: sink)
  }
}
