/// Reads entries of lists of works cited in the customs of APA, Harvard, Chicago and Indonesian
/// theses.
///
/// A field is filled only where the form of the entry leaves no doubt; an entry that is not told in
/// full keeps all its words in ``CitedWork/note``.
public struct EntryParser: Sendable {
  let words: WorkWords

  /// A parser with the words of a lexicon.
  public init(_ lexicon: ReadingLexicon) { words = lexicon.works }

  init(words: WorkWords) { self.words = words }

  /// The work that an entry names.
  ///
  /// The authors of the entry before stand for a dash (`———`).
  public func work(of entry: String, after previous: CitedWork? = nil) -> CitedWork {
    let text = EntryText(entry, words: words)
    var found =
      legislation(text.rest) ?? authorYear(text.rest, previous: previous)
      ?? quoted(text.rest, previous: previous) ?? yearLast(text.rest, previous: previous)
      ?? Found(work: CitedWork(), isWhole: false)
    found.work.isDoctoral = words.occurs(.doctoral, in: found.work.genre ?? "")
    found.work.doi = text.doi
    found.work.url = text.url
    found.work.accessed = text.accessed
    if found.isWhole, text.url != nil, found.work.type == nil || found.work.type == .book,
      found.work.place == nil, found.work.edition == nil,
      !isPress((found.work.publisher ?? "")[...])
    {
      // What has an address and no place may be a book or a page: only the address is certain.
      found.work.type = .webpage
    }
    if !found.isWhole { found.work.note = text.whole }
    return found.work
  }

  /// A work, and whether it tells all of its entry.
  struct Found {
    var work: CitedWork
    var isWhole: Bool
  }

  // MARK: Laws

  /// A law, by its kind at the start and its number and year; all of it is the title.
  private func legislation(_ text: Substring) -> Found? {
    guard isLegislation(text), let year = lawYear(text) else { return nil }
    var work = CitedWork()
    work.type = .legislation
    work.title = String(text)
    work.date = year
    return Found(work: work, isWhole: true)
  }

  /// Whether a text begins with a word for a law and has its number.
  private func isLegislation(_ text: Substring) -> Bool {
    words.rest(of: text, after: .legislation) != nil
      && words.hasNumber(text)
  }

  private func lawYear(_ text: Substring) -> String? {
    text.matches(of: #/\b(\d{4})\b/#).map { String($0.1) }.first(where: DateText.isYear)
  }

  // MARK: Authors, year, title

  /// `Authors (Year). Title. …` and `Authors. Year. Title. …`, also with commas.
  private func authorYear(_ text: Substring, previous: CitedWork?) -> Found? {
    guard let head = yearHead(text),
      let names = authors(head.before, previous: previous)
    else { return nil }
    var work = CitedWork()
    put(names, into: &work)
    work.date = head.date
    work.yearSuffix = head.suffix
    let rest = head.after.drop { $0.isWhitespace || ".,:;".contains($0) }
    guard let (title, after) = title(of: rest, byCommas: head.isComma) else {
      return Found(work: work, isWhole: false)
    }
    work.title = title
    if isLegislation(title[...]) {
      work.type = .legislation
      return Found(work: work, isWhole: EntryText.trimmed(after).isEmpty)
    }
    return details(after, of: work)
  }

  private struct YearHead {
    var before: Substring
    var after: Substring
    var date: String?
    var suffix: String?
    /// Whether commas divide the parts of the entry.
    var isComma = false
  }

  private func yearHead(_ text: Substring) -> YearHead? {
    // In parentheses: the first that holds a year or says that there is none.
    for match in text.matches(of: #/[\(\[]([^\(\)\[\]]{1,40})[\)\]]/#) {
      let content = match.1
      let before = text[..<match.range.lowerBound]
      let after = text[match.range.upperBound...]
      if words.isWord(content, .noDate) {
        return YearHead(before: before, after: after)
      }
      guard let year = content.firstMatch(of: #/^(\d{4})([a-z])?(?:,\s*(.+))?$/#),
        DateText.isYear(year.1)
      else { continue }
      let month = year.3.flatMap {
        DateText.dates(in: "\($0) \(year.1)", months: words.months).first
          ?? DateText.dates(in: "\($0), \(year.1)", months: words.months).first
      }
      if year.3 != nil, month == nil { continue }
      return YearHead(
        before: before, after: after, date: month ?? String(year.1),
        suffix: year.2.map(String.init))
    }
    // Bare, behind the authors.
    guard let match = text.firstMatch(of: #/[.,]\s*(\d{4})([a-z])?\s*([.,:])\s+/#),
      DateText.isYear(match.1)
    else { return nil }
    return YearHead(
      before: text[...match.range.lowerBound], after: text[match.range.upperBound...],
      date: String(match.1), suffix: match.2.map(String.init), isComma: match.3 == ",")
  }

  // MARK: Title in quotes

  /// `Authors. "Title." Container …` with the year somewhere behind.
  private func quoted(_ text: Substring, previous: CitedWork?) -> Found? {
    guard
      let match = text.firstMatch(of: #/[“"‘]([^“”"]{8,400}?)[.,]?[”"’][.,]?(?=\s|$)/#),
      let names = authors(text[..<match.range.lowerBound], previous: previous)
    else { return nil }
    var work = CitedWork()
    put(names, into: &work)
    work.title = clean(match.1)
    let (rest, date) = withoutYear(text[match.range.upperBound...])
    work.date = date
    return details(rest, of: work)
  }

  /// A text without its year in parentheses or at its end, and the date.
  private func withoutYear(_ text: Substring) -> (Substring, String?) {
    if let match = text.firstMatch(
      of: #/\s*\((?:([^\(\)\d]{3,24}\s+)?|(\d{1,2}\s+\p{L}+\s+))(\d{4})\)/#),
      DateText.isYear(match.3)
    {
      let inside = "\(match.1 ?? match.2 ?? "") \(match.3)"
      let date = DateText.dates(in: inside, months: words.months).first ?? String(match.3)
      let rest = String(text[..<match.range.lowerBound]) + String(text[match.range.upperBound...])
      return (rest[...], date)
    }
    if let match = EntryText.trimmed(text).firstMatch(of: #/[,.]\s*(\d{4})$/#),
      DateText.isYear(match.1)
    {
      return (EntryText.trimmed(text)[..<match.range.lowerBound], String(match.1))
    }
    return (text, nil)
  }

  // MARK: Year at the end

  /// A book with its year at the end, its parts divided by dots or by commas.
  private func yearLast(_ text: Substring, previous: CitedWork?) -> Found? {
    guard let year = text.firstMatch(of: #/[,.]\s*\(?(\d{4})\)?$/#), DateText.isYear(year.1) else {
      return nil
    }
    let body = text[..<year.range.lowerBound]
    for match in body.matches(of: #/[.,]\s+(?=[\p{Lu}“"])/#) {
      let next = body[match.range.upperBound...]
      // An initial goes on with the name.
      if next.firstMatch(of: #/^\p{Lu}\.?[\s,.]/#) != nil { continue }
      let isComma = body[match.range.lowerBound] == ","
      // The dot belongs to the name where it ends an initial.
      guard let names = authors(body[...match.range.lowerBound], previous: previous) else {
        continue
      }
      var work = CitedWork()
      put(names, into: &work)
      work.date = String(year.1)
      if isComma {
        guard let found = commaBook(next, work) else { continue }
        return found
      }
      guard let (title, after) = title(of: next, byCommas: false),
        !EntryText.trimmed(after).isEmpty
      else { continue }
      work.title = title
      let found = details(after, of: work)
      if found.isWhole { return found }
    }
    return nil
  }

  /// `Title, Publisher, Place` or `Title, Place: Publisher`, where the publisher is known as one.
  private func commaBook(_ text: Substring, _ known: CitedWork) -> Found? {
    var pieces = text.split(separator: ",").map(EntryText.trimmed)
    var work = known
    guard let last = pieces.popLast() else { return nil }
    if let (place, publisher) = placeAndPublisher(last) {
      (work.place, work.publisher) = (place, publisher)
    } else {
      guard let publisher = pieces.popLast(), isPress(publisher), isPlace(last) else { return nil }
      (work.place, work.publisher) = (String(last), clean(publisher))
    }
    let title = pieces.joined(separator: ", ")
    guard pieces.first.map({ $0.split(separator: " ").count >= 2 }) ?? false else { return nil }
    work.title = clean(title)
    work.type = .book
    return Found(work: work, isWhole: true)
  }

  // MARK: Parts

  private func authors(_ text: Substring, previous: CitedWork?) -> NameList? {
    let trimmed = EntryText.trimmed(text)
    guard !trimmed.isEmpty else { return nil }
    if trimmed.count >= 2, trimmed.allSatisfy({ "-–—_".contains($0) }), let previous,
      !previous.authors.isEmpty
    {
      return NameList(previous.authors, hasMore: previous.hasMoreAuthors)
    }
    return NameList(text, words: words)
  }

  private func put(_ names: NameList, into work: inout CitedWork) {
    if names.areEditors { work.editors = names.names } else { work.authors = names.names }
    work.hasMoreAuthors = names.hasMore
  }

  /// The title at the start of a text, and what follows it; nil if there is none.
  func title(of text: Substring, byCommas: Bool) -> (String, Substring)? {
    if let first = text.first, "“\"‘".contains(first),
      let match = text.firstMatch(of: #/^[“"‘]([^“”"]{2,400}?)[.,]?[”"’][.,]?(?=\s|$)/#)
    {
      return (clean(match.1), text[match.range.upperBound...])
    }
    var end = text.endIndex
    var after = text.endIndex
    if byCommas {
      // The last comma before a place and publisher, a locator or a publisher.
      for match in text.matches(of: #/,\s+/#) {
        let rest = text[match.range.upperBound...]
        guard
          placeAndPublisher(EntryText.trimmed(rest)) != nil || locators(in: rest) != nil
            || words.rest(of: rest, after: .thesis) != nil || periodical(rest) != nil
        else { continue }
        (end, after) = (match.range.lowerBound, match.range.upperBound)
        break
      }
    }
    if end == text.endIndex {
      for match in text.matches(of: #/[.?!]["”’]?\s+(?=[\p{Lu}\d“"\(\[])/#) {
        let mark = text[match.range.lowerBound]
        let before = text[..<match.range.lowerBound]
        if mark == ".", !endsTitle(before) { continue }
        if before.count(where: { $0 == "(" }) > before.count(where: { $0 == ")" }) { continue }
        end = mark == "." ? match.range.lowerBound : text.index(after: match.range.lowerBound)
        after = match.range.upperBound
        break
      }
    }
    let title = clean(text[..<end])
    guard title.count >= 3, title.contains(where: \.isLetter),
      words.rest(of: title[...], after: .accessed) == nil,
      // Editors within it show that a book follows that no rule divides from it.
      !title.matches(of: #/[\(\[](\p{L}+)\.?[\)\]]/#).contains(where: {
        words.isWord($0.1, .editor)
      })
    else { return nil }
    return (title, text[after...])
  }

  /// Whether a dot behind a text ends a title rather than a short form.
  private func endsTitle(_ text: Substring) -> Bool {
    let word = text.reversed().prefix { $0.isLetter || $0 == "." }
    let last = String(word.reversed())
    if last.count == 1, last.first?.isUppercase == true, !text.dropLast().hasSuffix("&") {
      return false
    }
    return !words.isWord(last, .shortForm) && !last.contains(".")
  }

  /// A text without blanks, separators and quotation marks at its ends.
  func clean(_ text: some StringProtocol) -> String {
    var text = EntryText.trimmed(Substring(text))
    while let first = text.first, let last = text.last, text.count > 2,
      ("“\"".contains(first) && "”\"".contains(last)) || (first == "‘" && last == "’")
    {
      text = EntryText.trimmed(text.dropFirst().dropLast())
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(" :", with: ":")
  }
}

extension NameList {
  /// Names that are known.
  init(_ names: [WorkName], hasMore: Bool) {
    self.names = names
    self.hasMore = hasMore
  }
}
