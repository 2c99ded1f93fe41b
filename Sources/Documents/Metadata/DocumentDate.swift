public import Diagnostics

/// Dates of publication as [EDTF](https://www.loc.gov/standards/datetime/) of level 0: a year, a
/// month or a day.
public enum DocumentDate {
  /// What ``normalised(_:)`` takes, for messages.
  public static let expected = Message(
    en: "a year, YYYY-MM or YYYY-MM-DD", id: "tahun, YYYY-MM, atau YYYY-MM-DD")

  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a date that may be written with `/` and followed by a time;
  /// nil for anything else and for days that do not exist.
  public static func normalised(_ text: String) -> String? {
    var parts: [Int] = []
    var digits: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index <= bytes.count {
      let byte = index < bytes.count ? bytes[index] : nil
      if let byte, byte >= 0x30, byte <= 0x39 {
        digits.append(byte)
      } else {
        guard digits.count == (parts.isEmpty ? 4 : 2) else { return nil }
        parts.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
        digits = []
        if byte == nil { break }
        let isSeparator = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
        let isTime = parts.count == 3 && (byte == UInt8(ascii: "T") || byte == UInt8(ascii: " "))
        if isTime { break }
        guard isSeparator, parts.count < 3 else { return nil }
      }
      index += 1
    }
    return written(year: parts[0], month: parts.dropFirst().first, day: parts.dropFirst(2).first)
  }

  /// A date by its parts; nil if there is no such day.
  static func written(year: Int, month: Int? = nil, day: Int? = nil) -> String? {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    guard (1...9999).contains(year) else { return nil }
    guard let month else { return padded(year, 4) }
    guard (1...12).contains(month) else { return nil }
    guard let day else { return "\(padded(year, 4))-\(padded(month, 2))" }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
