/// Dates as files write them, as far as they begin like ISO 8601.
enum PublicationDay {
  /// The `YYYY`, `YYYY-MM` or `YYYY-MM-DD` at the start of a date; nil for other forms.
  static func read(_ text: String) -> String? {
    let head = text.prefix(10).replacing("/", with: "-")
    let parts = head.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return nil }
    return String(head)
  }

  /// A date of a year, and a month and a day where there are any, each in digits.
  static func read(year: String, month: String, day: String) -> String? {
    guard let base = read(year), base.count == 4 else { return nil }
    func twoDigits(_ text: String, _ most: Int) -> String? {
      guard let number = Int(text), number >= 1, number <= most else { return nil }
      return number < 10 ? "0\(number)" : String(number)
    }
    guard let month = twoDigits(month, 12) else { return base }
    guard let day = twoDigits(day, 31) else { return "\(base)-\(month)" }
    return "\(base)-\(month)-\(day)"
  }
}
