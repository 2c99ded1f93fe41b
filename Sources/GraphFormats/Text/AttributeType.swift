import PropertyGraph
import RDF

/// The types of values that all formats for viewers share.
enum AttributeType {
  case boolean
  case int
  case long
  case double
  case string

  /// The narrowest type that holds the values of both.
  func widened(to other: AttributeType) -> AttributeType {
    switch (self, other) {
    case _ where self == other: self
    case (.int, .long), (.long, .int): .long
    case (.int, .double), (.double, .int): .double
    default: .string
    }
  }
}

/// What each kind of value of a graph needs: the narrowest type that holds all of them, and whether
/// any node or edge has several.
struct AttributeTypes {
  private(set) var types: [AttributeType]
  private(set) var areMultiple: [Bool]

  init(_ columns: AttributeColumns, in terms: TermDictionary) {
    var found = [AttributeType?](repeating: nil, count: columns.keys.count)
    areMultiple = [Bool](repeating: false, count: columns.keys.count)
    var reader = ValueReader()
    for row in 0..<columns.rows.count {
      var last: Int32 = -1
      for place in columns.rows[row] {
        let key = columns.keyIndices[place]
        if key == last { areMultiple[Int(key)] = true }
        last = key
        // Nothing is wider than a text.
        if found[Int(key)] == .string { continue }
        let type = reader.type(of: columns.values[place], in: terms)
        found[Int(key)] = found[Int(key)]?.widened(to: type) ?? type
      }
    }
    types = found.map { $0 ?? .string }
    for key in types.indices where areMultiple[key] { types[key] = .string }
  }
}

/// Tells the types of literals by their datatypes and texts.
struct ValueReader {
  private enum Datatype {
    case boolean
    case integer
    case number
    case other
  }

  /// What follows the text of a literal, and the datatype that it names; few differ.
  private var known: [(tail: [UInt8], datatype: Datatype)] = []

  mutating func type(of value: TermDictionary.ID, in terms: TermDictionary) -> AttributeType {
    let written = terms.bytes.span.extracting(terms.range(of: value))
    guard written[0] == UInt8(ascii: "\""), written[written.count - 1] == UInt8(ascii: ">") else {
      return .string
    }
    let end = CanonicalTerm.endOfLiteralText(in: written)
    let text = written.extracting(1..<end)
    switch datatype(written.extracting(end + 1..<written.count)) {
    case .boolean: return Self.isBoolean(text) ? .boolean : .string
    case .integer: return Self.integerType(text)
    case .number: return Self.isNumber(text) ? .double : .string
    case .other: return .string
    }
  }

  private mutating func datatype(_ tail: Span<UInt8>) -> Datatype {
    for entry in known where entry.tail.span.hasSameBytes(as: tail) { return entry.datatype }
    let iri = String(copying: tail.extracting(3..<tail.count - 1))
    let datatype: Datatype =
      switch iri {
      case XSD.boolean.iri: .boolean
      case XSD.integer.iri, XSD.nonNegativeInteger.iri, XSD.positiveInteger.iri,
        XSD.nonPositiveInteger.iri, XSD.negativeInteger.iri, XSD.long.iri, XSD.int.iri,
        XSD.short.iri, XSD.byte.iri, XSD.unsignedLong.iri, XSD.unsignedInt.iri,
        XSD.unsignedShort.iri, XSD.unsignedByte.iri:
        .integer
      case XSD.decimal.iri, XSD.double.iri, XSD.float.iri: .number
      default: .other
      }
    known.append((Array(copying: tail), datatype))
    return datatype
  }

  private static func isBoolean(_ text: Span<UInt8>) -> Bool {
    ["true", "false", "1", "0"].contains(String(copying: text))
  }

  private static func integerType(_ text: Span<UInt8>) -> AttributeType {
    // Nine digits fit, whatever they are.
    if text.count > 0, text.count < 10 {
      var isPlain = true
      for index in 0..<text.count where text[index] &- 0x30 > 9 { isPlain = false }
      if isPlain { return .int }
    }
    guard let value = Int64(String(copying: text)) else { return .string }
    return Int32(exactly: value) == nil ? .long : .int
  }

  /// Whether a text is a number for every reader.
  ///
  /// Swift reads hexadecimal numbers and "inf" too, which are none here; nor are those too small for
  /// all digits of a `double`, at which readers in C stop.
  private static func isNumber(_ text: Span<UInt8>) -> Bool {
    var isZero = true
    var isExponent = false
    for index in 0..<text.count {
      switch text[index] {
      case UInt8(ascii: "0"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
      case UInt8(ascii: "1")...UInt8(ascii: "9"): if !isExponent { isZero = false }
      case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
      default: return false
      }
    }
    guard let value = Double(String(copying: text)) else { return false }
    return value.isNormal || (value.isZero && isZero)
  }
}
