import RDF

/// The value of a common literal as one number: of an integer or decimal of usual size, or of a date
/// without a time zone.
///
/// Values of one kind are in the order of the values that they stand for, and equal where these are.
struct QuickValue: Hashable {
  /// What the number says.
  enum Kind: UInt8 {
    /// Millionths of a number.
    case number
    /// Year, month and day as the digits of one number.
    case date
  }

  let kind: Kind
  let value: Int64

  init(_ kind: Kind, _ value: Int64) {
    self.kind = kind
    self.value = value
  }

  private static let integerTail = Array("\"^^<\(XSD.integer.iri)>".utf8)
  private static let decimalTail = Array("\"^^<\(XSD.decimal.iri)>".utf8)
  private static let dateTail = Array("\"^^<\(XSD.date.iri)>".utf8)

  /// The value of a term in canonical form; nil if it is none of these.
  init?(_ term: Span<UInt8>) {
    guard let end = LiteralBytes.endOfText(term), end > 1 else { return nil }
    let tail = term.extracting(end..<term.count)
    // Both names have as many letters.
    if tail.count == Self.integerTail.count {
      let isInteger = tail.hasSameBytes(as: Self.integerTail.span)
      guard isInteger || tail.hasSameBytes(as: Self.decimalTail.span),
        let value = Self.number(term.extracting(1..<end), isInteger: isInteger)
      else { return nil }
      kind = .number
      self.value = value
    } else if tail.count == Self.dateTail.count, tail.hasSameBytes(as: Self.dateTail.span) {
      guard let value = Self.date(term.extracting(1..<end)) else { return nil }
      kind = .date
      self.value = value
    } else {
      return nil
    }
  }

  /// Up to how many digits before and behind the point are taken.
  private static let (mostDigits, mostPlaces) = (12, 6)

  private static func number(_ text: Span<UInt8>, isInteger: Bool) -> Int64? {
    var position = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative || text[0] == UInt8(ascii: "+") { position = 1 }
    var value: Int64 = 0
    var (digits, places) = (0, 0)
    var hasPoint = false
    while position < text.count {
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: "."), !hasPoint, !isInteger {
        hasPoint = true
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      if hasPoint { places += 1 } else { digits += 1 }
      guard digits <= mostDigits, places <= mostPlaces else { return nil }
      value = value &* 10 &+ Int64(byte & 0x0F)
    }
    guard digits + places > 0 else { return nil }
    for _ in places..<mostPlaces { value = value &* 10 }
    return isNegative ? -value : value
  }

  private static func date(_ text: Span<UInt8>) -> Int64? {
    guard text.count == 10 else { return nil }
    var value: Int64 = 0
    for place in 0..<10 {
      let byte = text[place]
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value &* 10 &+ Int64(byte & 0x0F)
    }
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
    guard year > 0, month >= 1, month <= 12, day >= 1, day <= days(month, year) else { return nil }
    return value
  }

  private static func days(_ month: Int64, _ year: Int64) -> Int64 {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension ExecutionContext {
  /// The value of a common literal as a number; nil for others.
  @inline(__always)
  func quickValue(_ id: TermID) throws -> QuickValue? {
    try note(of: id).quickValue
  }
}
