/// Lexical forms of `xsd:double` and `xsd:float`
/// ([XSD 1.1 Part 2 §3.3.5](https://www.w3.org/TR/xmlschema11-2/#double)).
public enum XSDFloatingPoint {
  /// The nearest double, ties to even; nil if the bytes are no lexical form.
  ///
  /// Numbers out of range become infinite or zero.
  public static func double(_ lexicalForm: Span<UInt8>) -> Double? {
    parse(lexicalForm, special: { $0 }, number: { Double($0) })
  }

  /// The nearest float, ties to even; nil if the bytes are no lexical form.
  ///
  /// Numbers out of range become infinite or zero.
  public static func float(_ lexicalForm: Span<UInt8>) -> Float? {
    parse(lexicalForm, special: { Float($0) }, number: { Float($0) })
  }

  /// The canonical form of a double, such as `1.0E0`, `-INF` or `NaN`
  /// ([XSD 1.1 Part 2 §E.1](https://www.w3.org/TR/xmlschema11-2/#f-doubleCanmap)), with as few
  /// digits as tell it from its neighbours.
  public static func canonicalForm(_ value: Double) -> String {
    value.isFinite ? scientific(value.description) : special(value)
  }

  /// The canonical form of a float, like that of a double.
  public static func canonicalForm(_ value: Float) -> String {
    value.isFinite ? scientific(value.description) : special(Double(value))
  }

  /// The decimal with the digits of the shortest form; nil for infinities and NaN.
  static func decimal(_ description: String, isFinite: Bool) -> XSDDecimal? {
    guard isFinite else { return nil }
    let parts = decompose(description)
    let coefficient = XSDInteger(
      isNegative: parts.isNegative, DecimalMagnitude(digits: parts.digits))
    // The point stands behind the first digit.
    let shift = parts.exponent - (parts.digits.count - 1)
    if shift >= 0 { return XSDDecimal(coefficient.scaledUp(by: shift)) }
    return XSDDecimal(coefficient, scale: -shift)
  }

  private static func special(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    return value < 0 ? "-INF" : "INF"
  }

  private static func parse<Value>(
    _ text: Span<UInt8>, special: (Double) -> Value, number: (Substring) -> Value?
  ) -> Value? {
    var at = 0
    let isNegative = text.readSign(at: &at)
    if at == text.count - 3, text.skip("I", at: &at) {
      guard text.skip("N", at: &at), text.skip("F", at: &at) else { return nil }
      return special(isNegative ? -.infinity : .infinity)
    }
    if at == 0, text.count == 3, text.skip("N", at: &at) {
      guard text.skip("a", at: &at), text.skip("N", at: &at) else { return nil }
      return special(.nan)
    }
    let whole = text.endOfDigits(from: at)
    var digits = whole - at
    at = whole
    if text.skip(".", at: &at) {
      let end = text.endOfDigits(from: at)
      digits += end - at
      at = end
    }
    guard digits > 0 else { return nil }
    if text.skip("e", at: &at) || text.skip("E", at: &at) {
      _ = text.readSign(at: &at)
      let end = text.endOfDigits(from: at)
      guard end > at else { return nil }
      at = end
    }
    guard at == text.count else { return nil }
    var copy = ""
    copy.reserveCapacity(text.count)
    for index in 0..<text.count { copy.unicodeScalars.append(Unicode.Scalar(text[index])) }
    return number(copy[...])
  }

  private static func scientific(_ description: String) -> String {
    let parts = decompose(description)
    let digits = String(decoding: parts.digits, as: UTF8.self)
    let fraction = digits.count == 1 ? "0" : digits.dropFirst()
    return "\(parts.isNegative ? "-" : "")\(digits.prefix(1)).\(fraction)E\(parts.exponent)"
  }

  /// Sign, digits without zeros at either end, and the exponent of the first digit.
  private static func decompose(
    _ description: String
  ) -> (isNegative: Bool, digits: [UInt8], exponent: Int) {
    var isNegative = false
    var digits: [UInt8] = []
    var pointAt: Int?
    var exponent = 0
    let halves = description.utf8.split(separator: UInt8(ascii: "e"))
    if halves.count == 2 { exponent = Int(String(Substring(halves[1]))) ?? 0 }
    for byte in halves[0] {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): pointAt = digits.count
      default: digits.append(byte)
      }
    }
    exponent += (pointAt ?? digits.count) - 1
    let zeros = digits.prefix { $0 == 0x30 }.count
    guard zeros < digits.count else { return (isNegative, [0x30], 0) }
    digits.removeFirst(zeros)
    while digits.last == 0x30 { digits.removeLast() }
    return (isNegative, digits, exponent - zeros)
  }
}
