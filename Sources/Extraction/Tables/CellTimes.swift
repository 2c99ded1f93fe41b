import Claims

/// Reads dates, intervals and lengths of time from cells, each form once.
struct CellTimes {
  /// What a cell says of time.
  enum Time: Hashable {
    /// An EDTF date: a year, a month or a day.
    case date(String)
    /// An EDTF interval.
    case interval(String)
    /// An ISO 8601 duration.
    case duration(String)
  }

  private let reader: TemporalReader
  private var words: WordTable
  private var known: [String: Time?] = [:]

  init(_ pack: CompiledPack) {
    reader = pack.temporal
    words = pack.words
  }

  /// What a whole text says; nil if it is no expression of time, or names a day that is in no
  /// calendar.
  mutating func time(_ text: String) -> Time? {
    if let time = known[text] { return time }
    let time = Self.standard(text).map { Time.date($0) } ?? inWords(text)
    known[text] = .some(time)
    return time
  }

  private mutating func inWords(_ text: String) -> Time? {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(of: bytes, words: &words)
    guard !tokens.isEmpty,
      let found = reader.finding(
        at: 0, in: tokens, upTo: tokens.count,
        numberAt: { Self.number(bytes[tokens[$0].range]) }),
      found.length == tokens.count
    else { return nil }
    guard found.kind != "Duration" else { return .duration(found.value) }
    guard found.value.split(separator: "/").allSatisfy(Self.isInCalendar) else { return nil }
    return found.kind == "Date" ? .date(found.value) : .interval(found.value)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    var value = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  /// `2023-08-14`, `2023/08/14` and `2023-08`; a time of day behind the day is left out.
  private static func standard(_ text: String) -> String? {
    var bytes = Array(text.utf8)
    if bytes.count > 10, bytes[10] == 0x20 || bytes[10] == UInt8(ascii: "T") {
      guard
        bytes[11...].allSatisfy({
          ($0 >= 0x30 && $0 <= 0x3A) || $0 == 0x2E || $0 == UInt8(ascii: "Z")
        })
      else { return nil }
      bytes.removeSubrange(10...)
    }
    guard bytes.count == 10 || bytes.count == 7, let year = number(bytes[0..<4]),
      (1900...2099).contains(year), let month = number(bytes[5..<7]), (1...12).contains(month)
    else { return nil }
    guard bytes.count == 10 else {
      return bytes[4] == 0x2D ? String(decoding: bytes, as: UTF8.self) : nil
    }
    guard bytes[4] == 0x2D || bytes[4] == 0x2F, bytes[7] == bytes[4] else { return nil }
    bytes[4] = 0x2D
    bytes[7] = 0x2D
    let date = String(decoding: bytes, as: UTF8.self)
    return isInCalendar(date[...]) ? date : nil
  }

  /// Whether the month of a date has its day.
  private static func isInCalendar(_ date: Substring) -> Bool {
    let parts = date.split(separator: "-").map { Int($0) }
    guard parts.count == 3 else { return true }
    guard let year = parts[0], let month = parts[1], let day = parts[2], (1...12).contains(month)
    else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}
