package import DomainPack

/// Finds dates, intervals and lengths of time among tokens.
package struct TemporalReader: Sendable {
  /// What was found: how many tokens it covers, its pseudo-class and its value.
  package struct Finding {
    package var length: Int
    /// `Date` (EDTF date), `Interval` (EDTF interval) or `Duration` (ISO 8601).
    package var kind: String
    package var value: String
  }

  private var months: [Int32: Int] = [:]
  private var numbers: [Int32: Int] = [:]
  private var units: [Int32: String] = [:]
  private var yearWords: Set<Int32> = []
  /// What stands between the ends of an interval.
  private var ranges = PhraseTrie()
  /// Words with which an expression of time can begin.
  private var beginnings = WordSet()
  private let dash: Int32
  private let comma: Int32
  private let dot: Int32
  private let slash: Int32
  private let opening: Int32
  private let closing: Int32

  /// A reader that knows the words of some languages.
  package init(languages: [LanguageData], words: inout WordTable) {
    func id(_ text: String, _ words: inout WordTable) -> Int32 {
      words.intern(ArraySlice(Tokenizer.fold(text)))
    }
    dash = id("-", &words)
    ranges.insert([dash], payload: 0)
    comma = id(",", &words)
    dot = id(".", &words)
    slash = id("/", &words)
    for language in languages {
      for (name, month) in language.months { months[id(name, &words)] = month }
      for (name, number) in language.numbers { numbers[id(name, &words)] = number }
      for (name, unit) in language.timeUnits { units[id(name, &words)] = unit }
      for word in language.yearWords { yearWords.insert(id(word, &words)) }
      for phrase in language.rangeWords {
        let tokens = Tokenizer.tokens(of: Array(phrase.utf8), words: &words)
        ranges.insert(tokens.map(\.word), payload: 0)
      }
    }
    opening = id("(", &words)
    closing = id(")", &words)
    beginnings = WordSet(
      yearWords.union(months.keys).union(numbers.keys)
        .union(units.filter { $0.value.first?.isNumber ?? false }.keys))
  }

  /// Whether an expression of time can begin with a token.
  func canBegin(with token: Token) -> Bool {
    token.look.contains(.number) || beginnings.contains(token.word)
  }

  /// The longest expression of time that begins at a token.
  package func finding(
    at start: Int, in tokens: [Token], upTo end: Int, numberAt: @escaping (Int) -> Int?
  ) -> Finding? {
    guard canBegin(with: tokens[start]) else { return nil }
    var reader = Cursor(tokens: tokens, index: start, end: end, numberAt: numberAt)
    if let days = daysOfMonth(&reader) ?? daysAcrossMonths(&reader) ?? monthsOfYear(&reader) {
      return Finding(length: reader.index - start, kind: "Interval", value: days)
    }
    if let first = date(&reader) {
      let afterFirst = reader.index
      if let last = rangeEnd(&reader, from: first) {
        return Finding(length: reader.index - start, kind: "Interval", value: "\(first)/\(last)")
      }
      return Finding(length: afterFirst - start, kind: "Date", value: first)
    }
    reader.index = start
    return duration(&reader).map {
      Finding(length: reader.index - start, kind: "Duration", value: $0)
    }
  }

  private struct Cursor {
    let tokens: [Token]
    var index: Int
    let end: Int
    let numberAt: (Int) -> Int?

    var word: Int32? { index < end ? tokens[index].word : nil }
    var number: Int? { index < end && tokens[index].look.contains(.number) ? numberAt(index) : nil }
  }

  private func year(_ cursor: inout Cursor) -> Int? {
    let start = cursor.index
    if let word = cursor.word, yearWords.contains(word) { cursor.index += 1 }
    guard let number = cursor.number, (1900...2099).contains(number),
      cursor.tokens[cursor.index].range.count == 4
    else {
      cursor.index = start
      return nil
    }
    cursor.index += 1
    return number
  }

  private func twoDigits(_ number: Int) -> String { Self.twoDigits(number) }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// An EDTF date of a month or a day.
  static func value(_ year: Int, _ month: Int, _ day: Int?) -> String {
    "\(year)-\(twoDigits(month))" + (day.map { "-\(twoDigits($0))" } ?? "")
  }

  /// The month that a word names.
  func month(named word: Int32) -> Int? { months[word] }

  /// Whether a token is a word for a number.
  func isCount(_ token: Token) -> Bool { numbers[token.word] != nil }

  /// `5 Desember 2012`, `December 5, 2012`, `November 2016`, `tahun 2016`, `2016`, `15/10/2022`.
  private func date(_ cursor: inout Cursor) -> String? {
    let start = cursor.index
    if let day = cursor.number, (1...31).contains(day) {
      cursor.index += 1
      if cursor.word == slash || cursor.word == dash, let date = numericDate(&cursor, day: day) {
        return date
      }
      if let word = cursor.word, let month = months[word] {
        cursor.index += 1
        if cursor.word == dot { cursor.index += 1 }
        if let year = year(&cursor) { return "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
      }
      cursor.index = start
    }
    if let word = cursor.word, let month = months[word] {
      cursor.index += 1
      // `Oct. 10, 1997`
      if cursor.word == dot { cursor.index += 1 }
      if let day = cursor.number, (1...31).contains(day) {
        let afterMonth = cursor.index
        cursor.index += 1
        if cursor.word == comma { cursor.index += 1 }
        if let year = year(&cursor) { return "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
        cursor.index = afterMonth
      }
      if cursor.word == comma { cursor.index += 1 }
      if let year = year(&cursor) { return "\(year)-\(twoDigits(month))" }
      cursor.index = start
      return nil
    }
    return year(&cursor).map { "\($0)" }
  }

  /// `12-15 Februari 2007`, `20 to 27 June 2019`, `June 20-27, 2019`.
  private func daysOfMonth(_ cursor: inout Cursor) -> String? {
    let start = cursor.index
    var month = self.month(&cursor)
    if let first = day(&cursor), skipRange(&cursor), let last = day(&cursor), last > first {
      let isLeading = month != nil
      if month == nil { month = self.month(&cursor) }
      if isLeading, cursor.word == comma { cursor.index += 1 }
      if let month, let year = year(&cursor), last <= Self.days(ofMonth: month, in: year) {
        let prefix = "\(year)-\(twoDigits(month))-"
        return "\(prefix)\(twoDigits(first))/\(prefix)\(twoDigits(last))"
      }
    }
    cursor.index = start
    return nil
  }

  /// `28 Juli hingga 3 Agustus 2016`.
  private func daysAcrossMonths(_ cursor: inout Cursor) -> String? {
    let start = cursor.index
    if let first = day(&cursor), let month = month(&cursor), skipRange(&cursor),
      let last = day(&cursor), let end = self.month(&cursor), end > month, let year = year(&cursor)
    {
      return
        "\(year)-\(twoDigits(month))-\(twoDigits(first))/\(year)-\(twoDigits(end))-\(twoDigits(last))"
    }
    cursor.index = start
    return nil
  }

  /// `Mei-Juli 2016`, `May to July 2016`.
  private func monthsOfYear(_ cursor: inout Cursor) -> String? {
    let start = cursor.index
    if let first = month(&cursor), skipRange(&cursor), let last = month(&cursor), last > first,
      let year = year(&cursor)
    {
      return "\(year)-\(twoDigits(first))/\(year)-\(twoDigits(last))"
    }
    cursor.index = start
    return nil
  }

  /// How many days a month has ([ISO 8601](https://www.iso.org/iso-8601-date-and-time-format.html)).
  private static func days(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private func day(_ cursor: inout Cursor) -> Int? {
    guard let day = cursor.number, (1...31).contains(day) else { return nil }
    cursor.index += 1
    return day
  }

  private func month(_ cursor: inout Cursor) -> Int? {
    guard let word = cursor.word, let month = months[word] else { return nil }
    cursor.index += 1
    return month
  }

  /// Whether dashes or words of a range stood there; they are gone over.
  private func skipRange(_ cursor: inout Cursor) -> Bool {
    let start = cursor.index
    while let word = cursor.word, ranges.canBegin(with: word),
      let longest = ranges.matches(from: cursor.index, in: cursor.tokens, upTo: cursor.end).last
    {
      cursor.index += longest.length
    }
    return cursor.index > start
  }

  /// The rest of `15/10/2022` or `15-10-2022`, day first.
  private func numericDate(_ cursor: inout Cursor, day: Int) -> String? {
    let start = cursor.index
    let mark = cursor.word
    cursor.index += 1
    if let month = cursor.number, (1...12).contains(month) {
      cursor.index += 1
      if cursor.word == mark {
        cursor.index += 1
        if let year = cursor.number, (1900...2099).contains(year) {
          cursor.index += 1
          return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
        }
      }
    }
    cursor.index = start
    return nil
  }

  /// The far end of an interval of years or months, if one follows.
  private func rangeEnd(_ cursor: inout Cursor, from first: String) -> String? {
    let start = cursor.index
    guard skipRange(&cursor) else { return nil }
    if let last = date(&cursor), last >= first { return last }
    cursor.index = start
    return nil
  }

  /// `5 tahun`, `lima tahun`, `5 (lima) tahun`, `five-year`, `setahun`.
  private func duration(_ cursor: inout Cursor) -> String? {
    guard let word = cursor.word else { return nil }
    let number: Int
    if let digits = cursor.number {
      number = digits
    } else if let value = numbers[word] {
      number = value
    } else if let whole = units[word], whole.first?.isNumber ?? false {
      cursor.index += 1
      return "P\(whole)"
    } else {
      return nil
    }
    guard number > 0, number < 1000 else { return nil }
    cursor.index += 1
    skipNumberInWords(&cursor, number)
    if cursor.word == dash { cursor.index += 1 }
    guard let unitWord = cursor.word, let unit = units[unitWord], unit.count == 1 else {
      return nil
    }
    cursor.index += 1
    // `5 tahun 2016` is no length of time.
    if let next = cursor.number, (1900...2099).contains(next) { return nil }
    return "P\(number)\(unit)"
  }

  /// Goes over the words in brackets that repeat a number.
  private func skipNumberInWords(_ cursor: inout Cursor, _ number: Int) {
    guard cursor.index + 2 < cursor.end, cursor.word == opening,
      numbers[cursor.tokens[cursor.index + 1].word] == number,
      cursor.tokens[cursor.index + 2].word == closing
    else { return }
    cursor.index += 3
  }
}
