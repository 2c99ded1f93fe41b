/// Casts, as XSD constructor functions make them
/// ([SPARQL 1.1 §17.5](https://www.w3.org/TR/sparql11-query/#FunctionMapping),
/// [XPath Functions 3.1 §19](https://www.w3.org/TR/xpath-functions-31/#casting)).
extension XSDValue {
  /// The value in another datatype.
  ///
  /// A text is read after white space around it is dropped. For a derived datatype the result is a
  /// value of the base type that lies in the derived one; write it with ``literal(as:)``. The text
  /// of a number follows XPath: a double 1 becomes `1`, 1.0E10 stays `1.0E10`.
  /// - Throws: ``XSDError/illTyped(_:)`` for a text, ``XSDError/noCast(to:)`` between kinds that have
  ///   nothing in common, ``XSDError/outOfRange(_:)``, ``XSDError/overflow``.
  public func cast(to target: XSDDatatype) throws(XSDError) -> XSDValue {
    if target == .string { return .string(stringForm) }
    switch self {
    case .string(let text):
      return try XSDValue(collapsing: text, datatype: target)
    case .anyURI:
      guard target == .anyURI else { throw .noCast(to: target) }
      return self
    case .boolean(let value):
      if target == .boolean { return self }
      return try Self.cast(.integer(XSDInteger(value ? 1 : 0)), to: target)
    case .number(let number):
      return try Self.cast(number, to: target)
    case .dateTime(let value):
      guard let kind = target.dateTimeKind, let result = value.cast(to: kind) else {
        throw .noCast(to: target)
      }
      if target == .dateTimeStamp, result.timezone == nil { throw .outOfRange(target) }
      return .dateTime(result)
    case .duration(let value):
      guard let kind = target.durationKind else { throw .noCast(to: target) }
      return .duration(value.cast(to: kind))
    case .hexBinary(let bytes), .base64Binary(let bytes):
      switch target {
      case .hexBinary: return .hexBinary(bytes)
      case .base64Binary: return .base64Binary(bytes)
      default: throw .noCast(to: target)
      }
    }
  }

  private static func cast(
    _ number: XSDNumber, to target: XSDDatatype
  ) throws(XSDError) -> XSDValue {
    switch target {
    case .boolean: return .boolean(!number.isNaN && !number.isZero)
    case .float: return .number(.float(number.asFloat))
    case .double: return .number(.double(number.asDouble))
    case .decimal:
      guard let value = number.asDecimal else { throw .outOfRange(target) }
      return .number(.decimal(value))
    case .integer, .nonPositiveInteger, .negativeInteger, .nonNegativeInteger, .positiveInteger,
      .long, .int, .short, .byte, .unsignedLong, .unsignedInt, .unsignedShort, .unsignedByte:
      guard let value = number.asInteger, target.contains(value) else { throw .outOfRange(target) }
      return .number(.integer(value))
    case .string, .anyURI, .dateTime, .dateTimeStamp, .date, .time, .gYearMonth, .gYear, .gMonthDay,
      .gDay, .gMonth, .duration, .yearMonthDuration, .dayTimeDuration, .hexBinary, .base64Binary:
      throw .noCast(to: target)
    }
  }

  /// The value as a cast to `xsd:string` writes it: the canonical form but for floats and doubles,
  /// which have no exponent from 0.000001 and below 1,000,000
  /// ([XPath Functions 3.1 §19.1.2](https://www.w3.org/TR/xpath-functions-31/#casting-to-string)).
  public var stringForm: String {
    switch self {
    case .number(.float(let value)): Self.plainForm(value) ?? canonicalForm
    case .number(.double(let value)): Self.plainForm(value) ?? canonicalForm
    case .string, .anyURI, .boolean, .number, .dateTime, .duration, .hexBinary, .base64Binary:
      canonicalForm
    }
  }

  private static func plainForm<Value: BinaryFloatingPoint & CustomStringConvertible>(
    _ value: Value
  ) -> String? {
    if value.isZero { return value.sign == .minus ? "-0" : "0" }
    guard value.magnitude >= 0.000001, value.magnitude < 1_000_000 else { return nil }
    return XSDFloatingPoint.decimal(value.description, isFinite: true)?.canonicalForm
  }

  /// The value of a text whose white space is collapsed first
  /// ([XSD 1.1 Part 2 §4.3.6](https://www.w3.org/TR/xmlschema11-2/#rf-whiteSpace)).
  private init(collapsing text: String, datatype: XSDDatatype) throws(XSDError) {
    if datatype == .anyURI || datatype == .base64Binary {
      let words = text.utf8.split { Self.isWhitespace($0) }.map { String(Substring($0)) }
      try self.init(lexicalForm: words.joined(separator: " "), datatype: datatype)
      return
    }
    // No other lexical form has white space inside.
    var text = text
    self = try text.withUTF8 { bytes in
      Result { () throws(XSDError) in
        let trimmed = bytes.trimming { Self.isWhitespace($0) }
        return try XSDValue(lexicalForm: bytes.span.extracting(trimmed), datatype: datatype)
      }
    }.get()
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The range that is left without the bytes at both ends for which the condition holds.
  fileprivate func trimming(_ isDropped: (UInt8) -> Bool) -> Range<Int> {
    guard let start = firstIndex(where: { !isDropped($0) }),
      let last = lastIndex(where: { !isDropped($0) })
    else { return 0..<0 }
    return start..<last + 1
  }
}
