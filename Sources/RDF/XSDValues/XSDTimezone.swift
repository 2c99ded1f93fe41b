/// A time zone as dates and times carry it: an offset from UTC
/// ([XSD 1.1 Part 2 §D.2.1](https://www.w3.org/TR/xmlschema11-2/#theSevenPropertyModel)).
public struct XSDTimezone: Hashable, Sendable {
  private let offset: Int16

  /// UTC itself.
  public static let utc = XSDTimezone(unchecked: 0)
  /// The offset furthest east, 14 hours, in which a day begins first.
  static let first = XSDTimezone(unchecked: 840)
  /// The offset furthest west, in which a day begins last.
  static let last = XSDTimezone(unchecked: -840)

  /// An offset in minutes, positive east of UTC; nil beyond 14 hours.
  public init?(minutes: Int) {
    guard (-840...840).contains(minutes) else { return nil }
    self.init(unchecked: minutes)
  }

  private init(unchecked minutes: Int) { offset = Int16(minutes) }

  /// The offset of a duration; nil beyond 14 hours, and unless it is a number of whole minutes
  /// (`FODT0003` in [XPath Functions 3.1 §C](https://www.w3.org/TR/xpath-functions-31/#error-summary)).
  public init?(_ duration: XSDDuration) {
    guard duration.months == 0, let seconds = duration.seconds.integer?.int64, seconds % 60 == 0,
      (-840...840).contains(seconds / 60)
    else { return nil }
    self.init(unchecked: Int(seconds / 60))
  }

  /// The offset in minutes, positive east of UTC, −840 … 840.
  public var minutes: Int { Int(offset) }

  /// The offset as a duration, as `TIMEZONE` gives it
  /// ([SPARQL 1.1 §17.4.5.8](https://www.w3.org/TR/sparql11-query/#func-timezone)).
  public var duration: XSDDuration {
    XSDDuration(unchecked: .dayTime, months: 0, seconds: XSDDecimal(XSDInteger(Int64(offset) * 60)))
  }

  /// The canonical form, `Z` or such as `+07:00`, as `TZ` gives it
  /// ([SPARQL 1.1 §17.4.5.9](https://www.w3.org/TR/sparql11-query/#func-tz)).
  public var canonicalForm: String {
    var text = ""
    write(to: &text)
    return text
  }

  func write(to text: inout String) {
    guard offset != 0 else { return text.append("Z") }
    text.append(offset < 0 ? "-" : "+")
    text.appendDigits(Int64(abs(minutes) / 60), atLeast: 2)
    text.append(":")
    text.appendDigits(Int64(abs(minutes) % 60), atLeast: 2)
  }

  /// Steps over `Z` or an offset; nil if something else stands there.
  init?(_ text: Span<UInt8>, at offset: inout Int) {
    if text.skip("Z", at: &offset) {
      self = .utc
      return
    }
    let isWest = text.skip("-", at: &offset)
    guard isWest || text.skip("+", at: &offset), let hours = text.readDigits(2, at: &offset),
      text.skip(":", at: &offset), let minutes = text.readDigits(2, at: &offset),
      minutes < 60
    else { return nil }
    let size = hours * 60 + minutes
    self.init(minutes: isWest ? -size : size)
  }
}
