public import Claims

/// Dates as the [Extended Date/Time Format](https://www.loc.gov/standards/datetime/) writes them,
/// level 0 with open ends.
public enum EDTFDate {
  /// The datatype of a single date by its exactness; nil if it is none, or the day does not exist.
  public static func type(of text: some StringProtocol) -> ValueType? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.utf8.count)
    guard [[4], [4, 2], [4, 2, 2]].contains(lengths),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
    if numbers.count > 2, !(1...days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2]) {
      return nil
    }
    return [.year, .yearMonth, .date][parts.count - 1]
  }

  /// Whether a text is a date or an interval between two, either of which may be open (`..`).
  public static func isPeriod(_ text: String) -> Bool {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    if ends.count == 1 { return type(of: text) != nil }
    return ends.count == 2 && ends.contains { $0 != ".." }
      && ends.allSatisfy { $0 == ".." || type(of: $0) != nil }
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
