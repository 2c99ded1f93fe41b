/// The datatypes of XML Schema whose values Simpul knows
/// ([XSD 1.1 Part 2 §3](https://www.w3.org/TR/xmlschema11-2/#built-in-datatypes)).
///
/// The raw value is the local name.
public enum XSDDatatype: String, CaseIterable, Sendable {
  case string, anyURI, boolean
  case decimal, integer, float, double
  case nonPositiveInteger, negativeInteger, nonNegativeInteger, positiveInteger
  case long, int, short, byte, unsignedLong, unsignedInt, unsignedShort, unsignedByte
  case dateTime, dateTimeStamp, date, time, gYearMonth, gYear, gMonthDay, gDay, gMonth
  case duration, yearMonthDuration, dayTimeDuration
  case hexBinary, base64Binary

  /// The datatype of an IRI; nil if it is none of these.
  public init?(_ node: NamedNode) {
    var iri = node.iri
    guard let datatype = iri.withUTF8({ Self(iri: $0.span) }) else { return nil }
    self = datatype
  }

  /// The datatype of an IRI in UTF-8; nil if it is none of these.
  public init?(iri: Span<UInt8>) {
    let start = Self.namespace.count
    guard Self.byLength.indices.contains(iri.count - start) else { return nil }
    candidates: for candidate in Self.byLength[iri.count - start] {
      for index in candidate.name.indices where candidate.name[index] != iri[start + index] {
        continue candidates
      }
      guard Self.isInNamespace(iri) else { return nil }
      self = candidate.datatype
      return
    }
    return nil
  }

  /// The IRI that names the datatype.
  public var node: NamedNode {
    switch self {
    case .string: XSD.string
    case .anyURI: XSD.anyURI
    case .boolean: XSD.boolean
    case .decimal: XSD.decimal
    case .integer: XSD.integer
    case .float: XSD.float
    case .double: XSD.double
    case .nonPositiveInteger: XSD.nonPositiveInteger
    case .negativeInteger: XSD.negativeInteger
    case .nonNegativeInteger: XSD.nonNegativeInteger
    case .positiveInteger: XSD.positiveInteger
    case .long: XSD.long
    case .int: XSD.int
    case .short: XSD.short
    case .byte: XSD.byte
    case .unsignedLong: XSD.unsignedLong
    case .unsignedInt: XSD.unsignedInt
    case .unsignedShort: XSD.unsignedShort
    case .unsignedByte: XSD.unsignedByte
    case .dateTime: XSD.dateTime
    case .dateTimeStamp: XSD.dateTimeStamp
    case .date: XSD.date
    case .time: XSD.time
    case .gYearMonth: XSD.gYearMonth
    case .gYear: XSD.gYear
    case .gMonthDay: XSD.gMonthDay
    case .gDay: XSD.gDay
    case .gMonth: XSD.gMonth
    case .duration: XSD.duration
    case .yearMonthDuration: XSD.yearMonthDuration
    case .dayTimeDuration: XSD.dayTimeDuration
    case .hexBinary: XSD.hexBinary
    case .base64Binary: XSD.base64Binary
    }
  }

  /// Whether an integer is a value of this datatype, if it is `xsd:integer` or derived from it.
  func contains(_ value: XSDInteger) -> Bool {
    let small = value.int64
    func fits<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Bool {
      small.map { type.init(exactly: $0) != nil } ?? false
    }
    return switch self {
    case .nonPositiveInteger: value.isNegative || value.isZero
    case .negativeInteger: value.isNegative
    case .nonNegativeInteger: !value.isNegative
    case .positiveInteger: !value.isNegative && !value.isZero
    case .long: small != nil
    case .int: fits(Int32.self)
    case .short: fits(Int16.self)
    case .byte: fits(Int8.self)
    case .unsignedLong: !value.isNegative && (small != nil || value.magnitude.uint64 != nil)
    case .unsignedInt: fits(UInt32.self)
    case .unsignedShort: fits(UInt16.self)
    case .unsignedByte: fits(UInt8.self)
    case .string, .anyURI, .boolean, .decimal, .integer, .float, .double, .dateTime, .dateTimeStamp,
      .date, .time, .gYearMonth, .gYear, .gMonthDay, .gDay, .gMonth, .duration, .yearMonthDuration,
      .dayTimeDuration, .hexBinary, .base64Binary:
      true
    }
  }

  private static let namespace = Array(XSD.namespace.utf8)

  /// The namespace without its last byte, the 33rd.
  private static let namespaceStart = namespace.withUnsafeBytes {
    $0.loadUnaligned(as: SIMD4<UInt64>.self)
  }

  /// Whether an IRI that is longer than the namespace begins with it; filters ask for every row.
  private static func isInNamespace(_ iri: Span<UInt8>) -> Bool {
    iri.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) } == namespaceStart
      && iri[namespace.count - 1] == UInt8(ascii: "#")
  }

  /// The datatypes by the length of their local names.
  private static let byLength: [[(name: [UInt8], datatype: XSDDatatype)]] = {
    let longest = allCases.map(\.rawValue.utf8.count).max() ?? 0
    return (0...longest).map { length in
      allCases.filter { $0.rawValue.utf8.count == length }.map { (Array($0.rawValue.utf8), $0) }
    }
  }()
}
