/// Reading and writing of durations
/// ([XSD 1.1 Part 2 §3.3.6.2](https://www.w3.org/TR/xmlschema11-2/#duration-lexical-mapping)).
extension XSDDuration {
  /// The duration that a lexical form stands for; nil if it is none.
  ///
  /// - Throws: ``XSDError/overflow`` if its months or whole seconds do not fit 64 bits.
  public init?(lexicalForm text: Span<UInt8>, kind: Kind) throws(XSDError) {
    var at = 0
    let isNegative = text.skip("-", at: &at)
    guard text.skip("P", at: &at) else { return nil }
    var parts = Parts()
    var isTime = false
    var partsInSection = 0
    // Behind every number stands a designator further down the list.
    var next = 0
    while at < text.count {
      if text.skip("T", at: &at) {
        guard !isTime else { return nil }
        isTime = true
        partsInSection = 0
        next = Self.days + 1
        continue
      }
      let start = at
      at = text.endOfDigits(from: at)
      let point = at
      if text.skip(".", at: &at) { at = text.endOfDigits(from: at) }
      guard point > start, at < text.count,
        let unit = Self.unit(text[at], isTime: isTime), unit >= next
      else { return nil }
      if at > point, unit != Self.seconds || at == point + 1 { return nil }
      parts.set(unit, text, start, point: point, end: at)
      at += 1
      next = unit + 1
      partsInSection += 1
    }
    guard partsInSection > 0 else { return nil }
    if kind == .yearMonth, isTime || parts.hasDays { return nil }
    if kind == .dayTime, parts.hasMonths { return nil }
    let months = try parts.months()
    let seconds = try parts.seconds()
    self.init(
      unchecked: kind, months: isNegative ? -months : months,
      seconds: isNegative ? -seconds : seconds)
  }

  private static let days = 2
  private static let seconds = 5

  /// The place of a designator among years, months, days, hours, minutes and seconds.
  private static func unit(_ designator: UInt8, isTime: Bool) -> Int? {
    switch (designator, isTime) {
    case (UInt8(ascii: "Y"), false): 0
    case (UInt8(ascii: "M"), false): 1
    case (UInt8(ascii: "D"), false): days
    case (UInt8(ascii: "H"), true): 3
    case (UInt8(ascii: "M"), true): 4
    case (UInt8(ascii: "S"), true): seconds
    default: nil
    }
  }

  /// The numbers of a lexical form.
  private struct Parts {
    /// Years, months, days, hours, minutes, whole seconds.
    private var numbers = SIMD8<Int64>(repeating: 0)
    private var overflows = false
    private var fraction = XSDDecimal.zero
    private(set) var hasMonths = false
    private(set) var hasDays = false

    mutating func set(_ unit: Int, _ text: Span<UInt8>, _ start: Int, point: Int, end: Int) {
      if unit < days { hasMonths = true } else if unit == days { hasDays = true }
      if let number = text.readInt64(start..<point) {
        numbers[unit] = number
      } else {
        overflows = true
      }
      if end > point { fraction = XSDDecimal(fraction: text.extracting(point + 1..<end)) }
    }

    func months() throws(XSDError) -> Int64 {
      guard !overflows else { throw .overflow }
      return try Self.sum(numbers[1], numbers[0], times: 12)
    }

    func seconds() throws(XSDError) -> XSDDecimal {
      guard !overflows else { throw .overflow }
      let hours = try Self.sum(numbers[3], numbers[2], times: 24)
      let minutes = try Self.sum(numbers[4], hours, times: 60)
      let whole = try Self.sum(numbers[5], minutes, times: 60)
      let seconds = XSDDecimal(XSDInteger(whole)) + fraction
      guard holds(seconds) else { throw .overflow }
      return seconds
    }

    private static func sum(
      _ number: Int64, _ larger: Int64, times size: Int64
    ) throws(XSDError) -> Int64 {
      let (product, overflow) = larger.multipliedReportingOverflow(by: size)
      let (sum, carry) = product.addingReportingOverflow(number)
      guard !overflow, !carry else { throw .overflow }
      return sum
    }
  }

  /// The canonical form, such as `P1Y2M3DT4H5M6.7S`, `P0M` or `PT0S`
  /// ([XSD 1.1 Part 2 §E.2](https://www.w3.org/TR/xmlschema11-2/#f-durationCanMap)).
  public var canonicalForm: String {
    var text = isNegative ? "-P" : "P"
    let (years, months) = self.months.magnitude.quotientAndRemainder(dividingBy: 12)
    if years > 0 { text.append("\(years)Y") }
    if months > 0 { text.append("\(months)M") }
    if seconds.isZero {
      if self.months == 0 { text.append(kind == .yearMonth ? "0M" : "T0S") }
      return text
    }
    let whole = seconds.truncated
    let fraction = seconds - XSDDecimal(whole)
    let size = whole.int64?.magnitude ?? 0
    if size >= 86_400 { text.append("\(size / 86_400)D") }
    let (hours, minutes, rest) = (size / 3_600 % 24, size / 60 % 60, size % 60)
    guard hours + minutes + rest > 0 || !fraction.isZero else { return text }
    text.append("T")
    if hours > 0 { text.append("\(hours)H") }
    if minutes > 0 { text.append("\(minutes)M") }
    if rest > 0 || !fraction.isZero {
      text.append("\(rest)")
      fraction.writeFraction(to: &text)
      text.append("S")
    }
    return text
  }
}
