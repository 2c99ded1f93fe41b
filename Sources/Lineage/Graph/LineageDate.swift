/// A day, a month or a year, as exact as it is known.
public struct LineageDate: Hashable, Sendable, CustomStringConvertible {
  /// Year, month and day as the digits of one number: 20141002; 0 for a month or day not known.
  let code: Int32

  init(code: Int32) { self.code = code }

  /// A day; a month without day; a year.
  ///
  /// - Precondition: the month is in 1…12, the day in 1…31, and a day has a month.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    precondition(month.map { (1...12).contains($0) } ?? (day == nil), "a month is in 1…12")
    precondition(day.map { (1...31).contains($0) } ?? true, "a day is in 1…31")
    code = Int32(year * 10_000 + (month ?? 0) * 100 + (day ?? 0))
  }

  /// The date that a text begins with: `2014-10-02`, `2014-10`, `2014`, the begin of an interval of
  /// the [Extended Date/Time Format](https://www.loc.gov/standards/datetime/); nil if it begins with
  /// none.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  /// The date that bytes begin with.
  init?(_ text: Span<UInt8>) {
    guard let date = Self.code(text) else { return nil }
    code = date
  }

  private static func code(_ text: Span<UInt8>) -> Int32? {
    func number(_ range: Range<Int>) -> Int32? {
      guard range.upperBound <= text.count else { return nil }
      var value: Int32 = 0
      for offset in range {
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[offset] else { return nil }
        value = value * 10 + Int32(text[offset] & 0x0F)
      }
      return value
    }
    func part(at offset: Int, _ bound: ClosedRange<Int32>) -> Int32? {
      guard text.count > offset, text[offset] == UInt8(ascii: "-"),
        let value = number(offset + 1..<offset + 3), bound.contains(value)
      else { return nil }
      return value
    }
    guard let year = number(0..<4), year > 0 else { return nil }
    let month = part(at: 4, 1...12)
    let day = month == nil ? nil : part(at: 7, 1...31)
    let end = day != nil ? 10 : month != nil ? 7 : 4
    // What follows is the end of the text, of an interval's begin, or a time zone.
    if text.count > end, UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[end] { return nil }
    return year * 10_000 + (month ?? 0) * 100 + (day ?? 0)
  }

  /// The year of the common era.
  public var year: Int { Int(code / 10_000) }

  /// 1…12; nil if not known.
  public var month: Int? { code / 100 % 100 == 0 ? nil : Int(code / 100 % 100) }

  /// 1…31; nil if not known.
  public var day: Int? { code % 100 == 0 ? nil : Int(code % 100) }

  /// The first day that it can be, as the digits of a number.
  var first: Int32 {
    let withMonth = code / 100 % 100 == 0 ? code + 100 : code
    return withMonth % 100 == 0 ? withMonth + 1 : withMonth
  }

  /// The last day that it can be, as the digits of a number; 31 for whatever month.
  var last: Int32 {
    let withMonth = code / 100 % 100 == 0 ? code + 1_200 : code
    return withMonth % 100 == 0 ? withMonth + 31 : withMonth
  }

  /// Whether it is before another date whatever the unknown parts of both are.
  public func isBefore(_ other: LineageDate) -> Bool { last < other.first }

  /// Whether it is before another date, or may be the same day.
  func isNotAfter(_ other: LineageDate) -> Bool { first <= other.last }

  /// Whether it says all that another says, and more.
  func refines(_ other: LineageDate) -> Bool {
    self != other && first >= other.first && last <= other.last
  }

  /// As ISO 8601 writes it: `2014-10-02`, `2014-10`, `2014`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends it as ISO 8601 writes it, in UTF-8.
  func append(to bytes: inout [UInt8]) {
    func append(_ value: Int, digits: Int) {
      var scale = 1
      for _ in 1..<digits { scale *= 10 }
      // Years beyond 9999 have more digits than others.
      while value / scale > 9 { scale *= 10 }
      while scale > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(value / scale % 10))
        scale /= 10
      }
    }
    append(year, digits: 4)
    for part in [month, day] {
      guard let part else { return }
      bytes.append(UInt8(ascii: "-"))
      append(part, digits: 2)
    }
  }
}

extension LineageDate: Comparable {
  /// By the first day that each can be, then the more exact before the less exact.
  public static func < (left: LineageDate, right: LineageDate) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}
