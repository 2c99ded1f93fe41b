/// The numbers behind the name of a journal.
extension EntryParser {
  /// The volume, issue, pages and month that a text is; nil if anything else stands in it.
  func locators(in text: Substring) -> Locators? {
    var reader = LocatorReader(text, words: words)
    return reader.read()
  }
}

/// Reads a run of volume, issue, pages and month.
private struct LocatorReader {
  private let words: WorkWords
  private var tokens: [Substring]
  private var position = 0
  private var found = EntryParser.Locators()

  init(_ text: Substring, words: WorkWords) {
    self.words = words
    // Words, numbers with their dashes, and the marks that divide them.
    tokens = text.matches(
      of: #/\d+[A-Za-z]?(?:\s*[-–—\/]\s*\d+)?|\p{L}+|[\(\)\[\]:,.;]|\S/#
    ).map { text[$0.range] }
  }

  private var next: Substring? { position < tokens.count ? tokens[position] : nil }

  private mutating func skipMarks() {
    while let token = next, [",", ".", ";", ":"].contains(token) { position += 1 }
  }

  mutating func read() -> EntryParser.Locators? {
    guard !tokens.isEmpty, tokens.count <= 40 else { return nil }
    skipMarks()
    while let token = next {
      guard readOne(token) else { return nil }
      skipMarks()
    }
    guard found.volume != nil || found.issue != nil || found.pages != nil else { return nil }
    return found
  }

  private mutating func readOne(_ token: Substring) -> Bool {
    if words.isWord(token, .volume) {
      guard readNumber(into: \.volume) else { return false }
      return readIssueInBrackets()
    }
    if words.isWord(token, .issue) { return readNumber(into: \.issue) }
    if words.isWord(token, .pages) {
      position += 1
      skipMarks()
      return readPages()
    }
    if token == "(" || token == "[" { return readBrackets() }
    if words.months[token.lowercased()] != nil || isYear(token) { return readDate() }
    guard isNumber(token) else { return false }
    if found.volume == nil, found.issue == nil, found.pages == nil, !token.contains(where: isDash) {
      found.volume = String(token)
      position += 1
      return readIssueInBrackets()
    }
    return readPages()
  }

  private func isDash(_ character: Character) -> Bool { "-–—".contains(character) }

  /// Digits, or a Roman numeral.
  private func isNumber(_ token: Substring) -> Bool {
    if let first = token.first, first.isNumber { return true }
    return token.allSatisfy { "IVXLC".contains($0) }
  }

  private func isYear(_ token: Substring) -> Bool {
    token.utf8.count == 4 && DateText.isYear(token) && found.volume != nil
      && (1900...2099).contains(Int(token) ?? 0)
  }

  private mutating func readNumber(
    into field: WritableKeyPath<EntryParser.Locators, String?>
  ) -> Bool {
    position += 1
    skipMarks()
    guard let token = next, isNumber(token), found[keyPath: field] == nil else { return false }
    found[keyPath: field] = String(token.filter { !$0.isWhitespace })
    position += 1
    return true
  }

  /// `(2)` directly behind a volume; true if there is none.
  private mutating func readIssueInBrackets() -> Bool {
    guard next == "(", position + 2 < tokens.count, tokens[position + 2] == ")",
      isNumber(tokens[position + 1]), found.issue == nil,
      !(tokens[position + 1].count == 4 && DateText.isYear(tokens[position + 1]))
    else { return true }
    found.issue = String(tokens[position + 1].filter { !$0.isWhitespace })
    position += 3
    return true
  }

  private mutating func readPages() -> Bool {
    guard let token = next, found.pages == nil,
      let match = token.wholeMatch(of: #/(\d+)[A-Za-z]?(?:\s*[-–—]\s*(\d+))?/#)
    else { return false }
    found.pages = match.2.map { "\(match.1)–\($0)" } ?? String(match.1)
    position += 1
    return true
  }

  /// `(Mei 2017)`, `(2017)`, `(no. 2)`.
  private mutating func readBrackets() -> Bool {
    position += 1
    var inner: [Substring] = []
    while let token = next, token != ")", token != "]" {
      inner.append(token)
      position += 1
    }
    guard next != nil, !inner.isEmpty else { return false }
    position += 1
    let text = inner.joined(separator: " ")
    if let date = DateText.dates(in: text, months: words.months).first {
      found.date = date
      return true
    }
    if inner.count == 1, DateText.isYear(inner[0]) {
      found.date = String(inner[0])
      return true
    }
    if inner.count == 1, words.months[inner[0].lowercased()] != nil { return true }
    let rest = inner.filter { $0 != "." }
    if rest.count == 2, words.isWord(rest[0], .issue), isNumber(rest[1]), found.issue == nil {
      found.issue = String(rest[1])
      return true
    }
    return false
  }

  private mutating func readDate() -> Bool {
    var inner: [Substring] = []
    while let token = next, inner.count < 3,
      words.months[token.lowercased()] != nil || isYear(token)
    {
      inner.append(token)
      position += 1
    }
    found.date =
      DateText.dates(in: inner.joined(separator: " "), months: words.months).first
      ?? inner.last.flatMap { DateText.isYear($0) ? String($0) : nil }
    return true
  }
}
