import Diagnostics
import RDF

/// Reads a JSON text, strictly ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)).
///
/// Names that occur twice in an object, broken UTF-8 and surrogates without their other half are
/// refused, as [RFC 7493](https://www.rfc-editor.org/rfc/rfc7493) has it. Nothing calls itself:
/// how deep values nest is bounded by a number, not by the stack.
struct JSONParser {
  /// How deep values may nest.
  static let maximumDepth = 256
  /// The longest text that is read, in bytes.
  static let longestText = JSONDocument.Entry.limit

  let text: [UInt8]
  let length: Int
  private let file: String?
  var position = 0
  var entries: [JSONDocument.Entry] = []
  var unescaped: [UInt8] = []
  var unescapedRanges: [Range<Int>] = []
  /// The containers around the place that is read.
  private var open: [Int] = []
  /// The names of the open objects with their hashes, the innermost last.
  private var names: [(hash: UInt64, entry: Int)] = []
  /// By open container, where its names begin in ``names``.
  private var firstNames: [Int] = []
  private let seed = UInt64.random(in: .min ... .max)

  /// Reads a text.
  ///
  /// - Throws: the first mistake.
  static func parse(_ text: [UInt8], file: String? = nil) throws(SyntaxError) -> JSONDocument {
    var padded = text
    padded.append(contentsOf: repeatElement(0, count: JSONDocument.padding))
    return try parse(padded: padded, file: file)
  }

  /// Reads a text behind which ``JSONDocument/padding`` zeros stand.
  static func parse(padded text: [UInt8], file: String?) throws(SyntaxError) -> JSONDocument {
    var parser = JSONParser(text, file: file)
    try parser.readText()
    return JSONDocument(
      text: parser.text, length: parser.length, entries: parser.entries,
      unescaped: parser.unescaped, unescapedRanges: parser.unescapedRanges, file: file)
  }

  private init(_ text: [UInt8], file: String?) {
    self.text = text
    length = text.count - JSONDocument.padding
    self.file = file
  }

  private enum State {
    /// A value has to follow.
    case value
    /// A value or the end of the array just opened.
    case firstElement
    /// A name or the end of the object just opened.
    case firstName
    /// A name has to follow.
    case name
    /// A value has ended.
    case behindValue
  }

  private mutating func readText() throws(SyntaxError) {
    guard length <= Self.longestText else {
      throw mistake(
        en: "the text is longer than \(Self.longestText >> 20) MiB",
        id: "teks lebih panjang dari \(Self.longestText >> 20) MiB", at: 0)
    }
    if let offset = UTF8Scalar.firstMalformedByte(in: text.span.extracting(0..<length)) {
      throw mistake(en: "not well-formed UTF-8", id: "bukan UTF-8 yang benar", at: offset)
    }
    entries.reserveCapacity(mostValues())
    if text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { position = 3 }
    var state = State.value
    while true {
      skipBlanks()
      let byte = text[position]
      switch state {
      case .firstElement where byte == UInt8(ascii: "]"),
        .firstName where byte == UInt8(ascii: "}"):
        position += 1
        try close()
        state = .behindValue
      case .value, .firstElement: state = try readValue(byte)
      case .firstName, .name:
        guard byte == UInt8(ascii: "\"") else {
          throw unexpected(en: "a name in double quotes", id: "nama dalam tanda kutip ganda")
        }
        try readString()
        try readColon()
        state = .value
      case .behindValue:
        guard let container = open.last else {
          guard position == length else {
            throw unexpected(en: "the end of the text", id: "akhir teks")
          }
          return
        }
        let isObject = entries[container].kind == .object
        if byte == UInt8(ascii: ",") {
          position += 1
          state = isObject ? .name : .value
        } else if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          position += 1
          try close()
        } else if isObject {
          throw unexpected(en: "a comma or }", id: "koma atau }")
        } else {
          throw unexpected(en: "a comma or ]", id: "koma atau ]")
        }
      }
    }
  }

  /// No fewer values than the text has, so that the memory for them never has to grow.
  private func mostValues() -> Int {
    let bytes = text.span
    var count = 1
    // Behind the text stand as many zeros as are looked at at a time.
    for offset in stride(from: 0, to: length, by: 16) {
      let lanes = ByteLanes(bytes, at: offset)
      let begins =
        lanes.equal(UInt8(ascii: ",")) | lanes.equal(UInt8(ascii: ":"))
        | lanes.equal(UInt8(ascii: "[")) | lanes.equal(UInt8(ascii: "{"))
      count &+= begins.count
    }
    return count
  }

  private mutating func readValue(_ byte: UInt8) throws(SyntaxError) -> State {
    switch byte {
    case UInt8(ascii: "\""):
      try readString()
      return .behindValue
    case UInt8(ascii: "{"):
      try begin(.object)
      return .firstName
    case UInt8(ascii: "["):
      try begin(.array)
      return .firstElement
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: "t"): try readWord("true", .truth)
    case UInt8(ascii: "f"): try readWord("false", .falsehood)
    case UInt8(ascii: "n"): try readWord("null", .null)
    default: throw unexpected(en: "a value", id: "sebuah nilai")
    }
    return .behindValue
  }

  // MARK: Containers

  private mutating func begin(_ kind: JSONDocument.Kind) throws(SyntaxError) {
    guard open.count < Self.maximumDepth else {
      throw mistake(
        en: "values nested deeper than \(Self.maximumDepth)",
        id: "nilai bersarang lebih dari \(Self.maximumDepth) tingkat", at: position)
    }
    open.append(entries.count)
    firstNames.append(names.count)
    entries.append(.init(kind, start: position, 0))
    position += 1
  }

  private mutating func close() throws(SyntaxError) {
    let container = open.removeLast()
    let first = firstNames.removeLast()
    let entry = entries[container]
    entries[container] = .init(entry.kind, start: Int(entry.start), entries.count)
    try refuseRepeatedNames(from: first)
    names.removeLast(names.count - first)
  }

  private mutating func refuseRepeatedNames(from first: Int) throws(SyntaxError) {
    guard names.count - first > 1 else { return }
    if names.count - first > 16 {
      names[first...].sort { ($0.hash, $0.entry) < ($1.hash, $1.entry) }
      for place in first + 1..<names.count where names[place - 1].hash == names[place].hash {
        try refuseSame(names[place - 1].entry, names[place].entry)
      }
      return
    }
    for later in first + 1..<names.count {
      for place in first..<later where names[place].hash == names[later].hash {
        try refuseSame(names[place].entry, names[later].entry)
      }
    }
  }

  /// A hash of eight bytes with a seed that nobody knows: two names with one hash are the same but
  /// for a chance that need not be reckoned with, and then nothing is refused.
  private func refuseSame(_ left: Int, _ right: Int) throws(SyntaxError) {
    guard name(left) == name(right) else { return }
    throw mistake(
      en: "the name \"\(name(right))\" stands in this object already",
      id: "nama \"\(name(right))\" sudah ada dalam objek ini", at: Int(entries[right].start) - 1)
  }

  private func name(_ entry: Int) -> String {
    let value = entries[entry]
    if value.kind == .escaped {
      return String(copying: unescaped.span.extracting(unescapedRanges[value.value]))
    }
    let start = Int(value.start)
    return String(copying: text.span.extracting(start..<start + value.value))
  }

  private mutating func readColon() throws(SyntaxError) {
    let entry = entries.count - 1
    names.append((hash(of: entry), entry))
    skipBlanks()
    guard text[position] == UInt8(ascii: ":") else {
      throw unexpected(en: "a colon", id: "titik dua")
    }
    position += 1
  }

  private func hash(of entry: Int) -> UInt64 {
    let value = entries[entry]
    if value.kind == .escaped {
      return hash(unescaped.span.extracting(unescapedRanges[value.value]))
    }
    let start = Int(value.start)
    return hash(text.span.extracting(start..<start + value.value))
  }

  private func hash(_ name: Span<UInt8>) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: name.count)
    var offset = 0
    func fold(_ word: UInt64) {
      let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      state = product.high ^ product.low ^ seed
    }
    while offset &+ 8 <= name.count {
      fold(name.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    var tail: UInt64 = 0
    while offset < name.count {
      tail = tail << 8 | UInt64(name[offset])
      offset &+= 1
    }
    fold(tail)
    return state
  }

  // MARK: Scalars

  private mutating func readWord(
    _ word: StaticString, _ kind: JSONDocument.Kind
  ) throws(SyntaxError) {
    for offset in 0..<word.utf8CodeUnitCount
    where text[position + offset] != word.utf8Start[offset] {
      throw unexpected(en: "a value", id: "sebuah nilai")
    }
    entries.append(.init(kind, start: position, 0))
    position += word.utf8CodeUnitCount
  }

  private mutating func readNumber() throws(SyntaxError) {
    let start = position
    if text[position] == UInt8(ascii: "-") { position += 1 }
    if text[position] == UInt8(ascii: "0") { position += 1 } else { try readDigits() }
    if text[position] == UInt8(ascii: ".") {
      position += 1
      try readDigits()
    }
    if text[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
        position += 1
      }
      try readDigits()
    }
    entries.append(.init(.number, start: start, position - start))
  }

  private mutating func readDigits() throws(SyntaxError) {
    let start = position
    while text[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    if position == start { throw unexpected(en: "a digit", id: "sebuah angka") }
  }

  // MARK: Mistakes

  @inline(__always) private mutating func skipBlanks() {
    while true {
      switch text[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
      default: return
      }
    }
  }

  func unexpected(en expected: String, id diharapkan: String) -> SyntaxError {
    guard position < length else {
      return mistake(
        en: "the text ends where \(expected) is expected",
        id: "teks berakhir, padahal diharapkan \(diharapkan)", at: length)
    }
    var end = position + 1
    while end < length, text[end] & 0xC0 == 0x80 { end += 1 }
    let found = String(copying: text.span.extracting(position..<end))
    return mistake(
      en: "expected \(expected), found \(found.debugDescription)",
      id: "diharapkan \(diharapkan), ditemukan \(found.debugDescription)", at: position)
  }

  func mistake(en: String, id: String, at offset: Int) -> SyntaxError {
    JSONDocument.error(
      Message(en: en, id: id), in: text.span, from: min(offset, length),
      to: min(offset + 1, length), file: file)
  }
}
