import Diagnostics

/// A JSON value with the place of every member
/// ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)).
indirect enum JSONValue: Equatable {
  /// Members in the order of the text; a name may stand there twice.
  case object([JSONMember])
  case array([JSONValue])
  case string([Unicode.Scalar])
  /// A number as it is written.
  case number(String)
  case boolean(Bool)
  case null

  /// A text; nil for anything else.
  var text: String? {
    guard case .string(let scalars) = self else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// A member of an object.
struct JSONMember: Equatable {
  var name: String
  /// Bytes from the start of the text to the quote that opens the name.
  var offset: Int
  var value: JSONValue
}

/// A mistake in a JSON text.
struct JSONMistake: Error, Equatable {
  /// Bytes from the start of the text to the mistake.
  var offset: Int
  var message: Message
}

/// Reads one JSON text.
struct JSONText {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var depth = 0

  /// Deepest nesting of objects and arrays.
  private static let deepest = 64

  /// The value that a text is.
  ///
  /// - Throws: ``JSONMistake`` at the first byte that does not follow the grammar.
  static func value(of bytes: ArraySlice<UInt8>) throws(JSONMistake) -> JSONValue {
    var text = JSONText(bytes)
    let value = try text.readValue()
    text.skipBlanks()
    guard text.position == bytes.endIndex else {
      throw text.mistake("the end of the line", "akhir baris")
    }
    return value
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  private func mistake(_ english: String, _ indonesian: String) -> JSONMistake {
    let isEnd = position >= bytes.endIndex
    return JSONMistake(
      offset: position - bytes.startIndex,
      message: Message(
        en: "not JSON: expected \(english)\(isEnd ? ", found the end of the line" : "")",
        id: "bukan JSON: diharapkan \(indonesian)\(isEnd ? ", ditemukan akhir baris" : "")"))
  }

  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private mutating func readValue() throws(JSONMistake) -> JSONValue {
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try nested { text throws(JSONMistake) in try text.readObject() }
    case UInt8(ascii: "["): return try nested { text throws(JSONMistake) in try text.readArray() }
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .boolean(true))
    case UInt8(ascii: "f"): return try readWord("false", .boolean(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return try readNumber()
    default: throw mistake("a value", "sebuah nilai")
    }
  }

  private mutating func nested(
    _ read: (inout JSONText) throws(JSONMistake) -> JSONValue
  ) throws(JSONMistake) -> JSONValue {
    guard depth < Self.deepest else {
      throw mistake(
        "at most \(Self.deepest) values within each other",
        "paling banyak \(Self.deepest) nilai bersarang")
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func readObject() throws(JSONMistake) -> JSONValue {
    position += 1
    var members: [JSONMember] = []
    skipBlanks()
    if next == UInt8(ascii: "}") {
      position += 1
      return .object([])
    }
    while true {
      skipBlanks()
      let offset = position - bytes.startIndex
      guard next == UInt8(ascii: "\"") else {
        throw mistake("a name in quotes", "sebuah nama bertanda kutip")
      }
      let name = JSONValue.string(try readString()).text ?? ""
      skipBlanks()
      guard next == UInt8(ascii: ":") else { throw mistake("“:”", "“:”") }
      position += 1
      members.append(JSONMember(name: name, offset: offset, value: try readValue()))
      skipBlanks()
      switch next {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"):
        position += 1
        return .object(members)
      default: throw mistake("“,” or “}”", "“,” atau “}”")
      }
    }
  }

  private mutating func readArray() throws(JSONMistake) -> JSONValue {
    position += 1
    var items: [JSONValue] = []
    skipBlanks()
    if next == UInt8(ascii: "]") {
      position += 1
      return .array([])
    }
    while true {
      items.append(try readValue())
      skipBlanks()
      switch next {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        return .array(items)
      default: throw mistake("“,” or “]”", "“,” atau “]”")
      }
    }
  }

  private mutating func readWord(
    _ word: String, _ value: JSONValue
  ) throws(JSONMistake) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else {
      throw mistake("a value", "sebuah nilai")
    }
    position += word.utf8.count
    return value
  }

  private mutating func readNumber() throws(JSONMistake) -> JSONValue {
    let start = position
    func digits() throws(JSONMistake) {
      guard let byte = next, isDigit(byte) else { throw mistake("a digit", "sebuah angka") }
      while let byte = next, isDigit(byte) { position += 1 }
    }
    if next == UInt8(ascii: "-") { position += 1 }
    if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func readString() throws(JSONMistake) -> [Unicode.Scalar] {
    position += 1
    var scalars: [Unicode.Scalar] = []
    var run = position
    func flush() throws(JSONMistake) {
      guard run < position else { return }
      let piece = bytes[run..<position]
      guard let text = String(validating: piece, as: UTF8.self) else {
        throw mistake("text in UTF-8", "teks UTF-8")
      }
      scalars.append(contentsOf: text.unicodeScalars)
    }
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        try flush()
        position += 1
        return scalars
      case UInt8(ascii: "\\"):
        try flush()
        scalars.append(try readEscape())
        run = position
      case 0..<0x20:
        throw mistake("an escape for a control character", "kode untuk karakter kendali")
      default: position += 1
      }
    }
    throw mistake("the closing quote", "tanda kutip penutup")
  }

  private mutating func readEscape() throws(JSONMistake) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte = next else { throw mistake("an escape", "sebuah kode") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try readUnit()
      if let scalar = Unicode.Scalar(first) { return scalar }
      if first < 0xDC00, bytes[position...].starts(with: "\\u".utf8) {
        position += 2
        let second = try readUnit()
        if (0xDC00...0xDFFF).contains(second),
          let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        {
          return scalar
        }
      }
      position = start
      throw mistake("a surrogate with its other half", "pasangan surogat yang lengkap")
    default:
      position = start
      throw mistake("a known escape", "kode yang dikenal")
    }
  }

  private mutating func readUnit() throws(JSONMistake) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = hexadecimal(byte) else {
        throw mistake("four hexadecimal digits", "empat angka heksadesimal")
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}
