#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers of JSON as RDF and canonical JSON write them.
enum JSONLDNumber {
  /// A number as the text of a literal.
  struct Text {
    var bytes: [UInt8]
    var isInteger: Bool
  }

  /// The number as an integer, or as a double where it has a fraction or is large
  /// ([JSON-LD 1.1 API §8.2.2](https://www.w3.org/TR/json-ld11-api/#algorithm-1)).
  ///
  /// Whole numbers keep every digit. Doubles have sixteen digits at most, as the specification asks.
  ///
  /// - Parameters:
  ///   - form: The number as JSON has it.
  ///   - isDouble: Whether a double is asked for whatever the number.
  /// - Returns: nil for a number that is larger than any double.
  static func text(_ form: [UInt8], isDouble: Bool) -> Text? {
    let isWhole = !form.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    let digits = form.first == UInt8(ascii: "-") ? form.count - 1 : form.count
    if isWhole, !isDouble, digits <= 21 {
      return Text(bytes: form == Array("-0".utf8) ? [UInt8(ascii: "0")] : form, isInteger: true)
    }
    guard let value = Double(String(decoding: form, as: UTF8.self)), value.isFinite else {
      return nil
    }
    if !isDouble, value.rounded(.towardZero) == value, value.magnitude < 1e21 {
      return Text(bytes: formatted(value == 0 ? 0 : value, "%.0f"), isInteger: true)
    }
    return Text(bytes: double(value), isInteger: false)
  }

  /// A double with sixteen digits at most: mantissa, `E`, exponent.
  private static func double(_ value: Double) -> [UInt8] {
    let printed = formatted(value, "%.15E")
    guard let sign = printed.firstIndex(of: UInt8(ascii: "E")) else { return printed }
    var mantissa = printed[..<sign]
    while mantissa.last == UInt8(ascii: "0") { mantissa.removeLast() }
    if mantissa.last == UInt8(ascii: ".") { mantissa.append(UInt8(ascii: "0")) }
    var exponent = printed[(sign + 1)...]
    let isNegative = exponent.first == UInt8(ascii: "-")
    exponent = exponent.dropFirst().drop { $0 == UInt8(ascii: "0") }
    var result = Array(mantissa) + [UInt8(ascii: "E")]
    if isNegative, !exponent.isEmpty { result.append(UInt8(ascii: "-")) }
    return result + (exponent.isEmpty ? [UInt8(ascii: "0")] : Array(exponent))
  }

  private static func formatted(_ value: Double, _ format: String) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 400)
    let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
    return buffer[..<Int(count)].map { UInt8(bitPattern: $0) }
  }

  /// The number as canonical JSON writes it
  /// ([RFC 8785 §3.2.2.3](https://www.rfc-editor.org/rfc/rfc8785#section-3.2.2.3)): the shortest
  /// digits that say the double.
  ///
  /// - Returns: nil for a number that is larger than any double.
  static func canonical(_ form: [UInt8]) -> [UInt8]? {
    guard let value = Double(String(decoding: form, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return canonical(value)
  }

  /// A finite double as canonical JSON writes it.
  static func canonical(_ value: Double) -> [UInt8] {
    if value == 0 { return [UInt8(ascii: "0")] }
    // The shortest digits, and the power of ten of the first one.
    let printed = value.magnitude.description
    let parts = printed.split(separator: "e", maxSplits: 1)
    let halves = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    var digits = Array(halves[0].utf8) + (halves.count > 1 ? Array(halves[1].utf8) : [])
    var point = halves[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leading)
    point -= leading
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    var result: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
    let zeros = { (count: Int) in [UInt8](repeating: UInt8(ascii: "0"), count: count) }
    switch point {
    case 1...21 where digits.count <= point:
      result += digits + zeros(point - digits.count)
    case 1...21:
      result += digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
    case -5...0:
      result += Array("0.".utf8) + zeros(-point) + digits
    default:
      result.append(digits[0])
      if digits.count > 1 { result += [UInt8(ascii: ".")] + digits[1...] }
      result += Array((point > 0 ? "e+" : "e-").utf8)
      result += Array(String((point - 1).magnitude).utf8)
    }
    return result
  }
}
