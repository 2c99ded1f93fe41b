/// A value of one of the XML Schema datatypes that SPARQL reckons with
/// ([SPARQL 1.1 §17.1](https://www.w3.org/TR/sparql11-query/#operandDataTypes)).
///
/// A value of a derived type, such as `xsd:byte`, is a value of its base type and no longer knows
/// the type that it was written in; ``literal(as:)`` takes the type to write it in.
public enum XSDValue: Sendable {
  /// An `xsd:string`.
  case string(String)
  /// An `xsd:anyURI`.
  case anyURI(String)
  /// An `xsd:boolean`.
  case boolean(Bool)
  /// A number.
  case number(XSDNumber)
  /// A date, a time or a part of the calendar.
  case dateTime(XSDDateTime)
  /// A duration.
  case duration(XSDDuration)
  /// An `xsd:hexBinary`.
  case hexBinary([UInt8])
  /// An `xsd:base64Binary`.
  case base64Binary([UInt8])

  /// The value that a literal stands for.
  ///
  /// White space around a lexical form makes it ill-typed, since RDF does not collapse it
  /// ([RDF 1.1 Concepts §5.1](https://www.w3.org/TR/rdf11-concepts/#xsd-datatypes)).
  /// - Throws: ``XSDError/unknownDatatype``, also for a text in a language; ``XSDError/illTyped(_:)``;
  ///   ``XSDError/overflow``.
  public init(_ literal: Literal) throws(XSDError) {
    guard let datatype = XSDDatatype(literal.datatype) else { throw .unknownDatatype }
    try self.init(lexicalForm: literal.lexicalForm, datatype: datatype)
  }

  /// The value that a lexical form of a datatype stands for.
  ///
  /// - Throws: ``XSDError/illTyped(_:)``, ``XSDError/overflow``.
  public init(lexicalForm: String, datatype: XSDDatatype) throws(XSDError) {
    switch datatype {
    case .string: self = .string(lexicalForm)
    case .anyURI: self = .anyURI(lexicalForm)
    default:
      var text = lexicalForm
      self = try text.withUTF8 { bytes in
        Result { () throws(XSDError) in try Self(lexicalForm: bytes.span, datatype: datatype) }
      }.get()
    }
  }

  /// The value that a lexical form of a datatype, in UTF-8, stands for.
  ///
  /// Booleans, dates, and numbers and durations of up to 18 digits ask for no memory of their own.
  /// - Throws: ``XSDError/illTyped(_:)``, ``XSDError/overflow``.
  public init(lexicalForm text: Span<UInt8>, datatype: XSDDatatype) throws(XSDError) {
    guard let value = try Self.read(text, datatype) else { throw .illTyped(datatype) }
    self = value
  }

  private static func read(
    _ text: Span<UInt8>, _ datatype: XSDDatatype
  ) throws(XSDError) -> XSDValue? {
    switch datatype {
    case .string: return .string(string(text))
    case .anyURI: return .anyURI(string(text))
    case .boolean: return boolean(text).map { .boolean($0) }
    case .decimal: return XSDDecimal(lexicalForm: text).map { .number(.decimal($0)) }
    case .float: return XSDFloatingPoint.float(text).map { .number(.float($0)) }
    case .double: return XSDFloatingPoint.double(text).map { .number(.double($0)) }
    case .integer, .nonPositiveInteger, .negativeInteger, .nonNegativeInteger, .positiveInteger,
      .long, .int, .short, .byte, .unsignedLong, .unsignedInt, .unsignedShort, .unsignedByte:
      guard let value = XSDInteger(lexicalForm: text), datatype.contains(value) else { return nil }
      return .number(.integer(value))
    case .dateTime, .dateTimeStamp, .date, .time, .gYearMonth, .gYear, .gMonthDay, .gDay, .gMonth:
      guard let kind = datatype.dateTimeKind,
        let value = try XSDDateTime(lexicalForm: text, kind: kind),
        datatype != .dateTimeStamp || value.timezone != nil
      else { return nil }
      return .dateTime(value)
    case .duration, .yearMonthDuration, .dayTimeDuration:
      guard let kind = datatype.durationKind,
        let value = try XSDDuration(lexicalForm: text, kind: kind)
      else { return nil }
      return .duration(value)
    case .hexBinary: return XSDBinary.hexBytes(text).map { .hexBinary($0) }
    case .base64Binary: return XSDBinary.base64Bytes(text).map { .base64Binary($0) }
    }
  }

  private static func string(_ text: Span<UInt8>) -> String {
    text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// `true`, `false`, `1` or `0`
  /// ([XSD 1.1 Part 2 §3.3.2](https://www.w3.org/TR/xmlschema11-2/#boolean)).
  private static func boolean(_ text: Span<UInt8>) -> Bool? {
    func isWord(_ word: StaticString) -> Bool {
      word.utf8CodeUnitCount == text.count
        && word.withUTF8Buffer { word in word.indices.allSatisfy { word[$0] == text[$0] } }
    }
    if isWord("true") || isWord("1") { return true }
    return isWord("false") || isWord("0") ? false : nil
  }

  /// The datatype of the value: where it is derived from another, the base type.
  public var datatype: XSDDatatype {
    switch self {
    case .string: .string
    case .anyURI: .anyURI
    case .boolean: .boolean
    case .number(.integer): .integer
    case .number(.decimal): .decimal
    case .number(.float): .float
    case .number(.double): .double
    case .dateTime(let value): XSDDatatype(value.kind)
    case .duration(let value): XSDDatatype(value.kind)
    case .hexBinary: .hexBinary
    case .base64Binary: .base64Binary
    }
  }

  /// The canonical lexical form
  /// ([XSD 1.1 Part 2 §2.3](https://www.w3.org/TR/xmlschema11-2/#lexical-space)).
  public var canonicalForm: String {
    switch self {
    case .string(let text), .anyURI(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): value.canonicalForm
    case .dateTime(let value): value.canonicalForm
    case .duration(let value): value.canonicalForm
    case .hexBinary(let bytes): XSDBinary.hexForm(bytes)
    case .base64Binary(let bytes): XSDBinary.base64Form(bytes)
    }
  }

  /// The value in its canonical form as a literal of its own datatype, or of the derived one that it
  /// was cast to.
  ///
  /// Whether the value belongs to that datatype is not asked: ``cast(to:)`` has done so.
  public func literal(as datatype: XSDDatatype? = nil) -> Literal {
    Literal(canonicalForm, datatype: (datatype ?? self.datatype).node)
  }

  /// What the value counts for in a filter; nil for a type error
  /// ([SPARQL 1.1 §17.2.2](https://www.w3.org/TR/sparql11-query/#ebv)).
  public var effectiveBoolean: Bool? {
    switch self {
    case .boolean(let value): value
    case .string(let text): !text.isEmpty
    case .number(let value): !value.isNaN && !value.isZero
    case .anyURI, .dateTime, .duration, .hexBinary, .base64Binary: nil
    }
  }
}
