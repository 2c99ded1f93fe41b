/// What stands behind the title of an entry: journal and volume, book and editors, place and
/// publisher, university.
extension EntryParser {
  /// Numbers that tell where in a journal or book a work stands.
  struct Locators: Equatable {
    var volume: String?
    var issue: String?
    var pages: String?
    /// Month or day of the issue.
    var date: String?
  }

  /// A work with what a text behind its title tells.
  func details(_ text: Substring, of known: CitedWork) -> Found {
    var work = known
    var rest = EntryText.trimmed(text)
    takeBrackets(from: &rest, into: &work)
    guard !rest.isEmpty else {
      return Found(work: work, isWhole: work.title != nil && work.date != nil)
    }
    if let found = thesis(rest, work) ?? chapter(rest, work) ?? article(rest, work)
      ?? book(rest, work)
    {
      return found
    }
    return Found(work: work, isWhole: false)
  }

  // MARK: In brackets behind the title

  /// Takes the edition, the kind of thesis or pages from parentheses at the start of a text or the
  /// end of the title.
  private func takeBrackets(from rest: inout Substring, into work: inout CitedWork) {
    if let title = work.title,
      let match = title.firstMatch(of: #/\s*[\(\[]([^\(\)\[\]]+)[\)\]]$/#),
      take(match.1, into: &work)
    {
      work.title = clean(title[..<match.range.lowerBound])
    }
    if let title = work.title, let comma = title.lastIndex(of: ","),
      words.isWord(EntryText.trimmed(title[comma...]), .thesis)
    {
      work.type = .thesis
      work.genre = String(EntryText.trimmed(title[comma...]))
      work.title = clean(title[..<comma])
    }
    while let match = rest.firstMatch(of: #/^[\(\[]([^\(\)\[\]]+)[\)\]]/#),
      take(match.1, into: &work)
    {
      rest = EntryText.trimmed(rest[match.range.upperBound...])
    }
    if let edition = edition(rest.prefix { $0 != "." && $0 != "," }) {
      work.edition = edition
      rest = EntryText.trimmed(rest.drop { $0 != "." && $0 != "," })
    }
  }

  /// Puts what stands in brackets into its field; false if it is none of those known.
  private func take(_ content: Substring, into work: inout CitedWork) -> Bool {
    if let edition = edition(content) {
      work.edition = edition
      return true
    }
    if let after = words.rest(of: content, after: .pages), let pages = pages(after) {
      work.pages = pages
      return true
    }
    let parts = content.split(separator: ",", maxSplits: 1)
    if let first = parts.first, words.isWord(EntryText.trimmed(first), .thesis) {
      work.type = .thesis
      work.genre = String(EntryText.trimmed(first))
      if parts.count > 1 { work.publisher = clean(parts[1]) }
      return true
    }
    return false
  }

  /// `Edisi Revisi`, `2nd ed.`, `Cet. 3`, `Edisi ke-2`: the edition as it stands.
  private func edition(_ text: Substring) -> String? {
    let trimmed = EntryText.trimmed(text)
    let tokens = trimmed.split { $0 == " " || $0 == "-" || $0 == "." }
    guard (2...4).contains(tokens.count) else { return nil }
    if words.isWord(tokens[0], .edition) { return String(trimmed) }
    guard let last = tokens.last, words.isWord(last, .edition), tokens[0].first?.isNumber == true
    else { return nil }
    return String(trimmed)
  }

  // MARK: Kinds

  /// `Skripsi. Universitas Padjadjaran`, `Tesis, Program Pascasarjana, Universitas Indonesia, Depok`.
  private func thesis(_ text: Substring, _ known: CitedWork) -> Found? {
    if known.type == .thesis {
      guard words.occurs(.university, in: text), locators(in: text) == nil else { return nil }
      var work = known
      work.publisher = clean(text)
      return Found(work: work, isWhole: true)
    }
    guard let rest = words.rest(of: text, after: .thesis) else { return nil }
    var work = known
    work.type = .thesis
    work.genre = clean(text[..<rest.startIndex].filter { $0 != "(" })
    // Months and years of the examination say nothing new.
    guard !rest.isEmpty else { return Found(work: work, isWhole: true) }
    if let (place, publisher) = placeAndPublisher(rest) {
      (work.place, work.publisher) = (place, publisher)
      return Found(work: work, isWhole: true)
    }
    guard words.occurs(.university, in: rest), !rest.contains(where: \.isNumber) else {
      return Found(work: work, isWhole: false)
    }
    work.publisher = clean(rest)
    return Found(work: work, isWhole: true)
  }

  /// `Dalam A. Editor (Ed.), Book (hlm. 1–20). Place: Publisher`.
  private func chapter(_ text: Substring, _ known: CitedWork) -> Found? {
    guard let space = text.firstIndex(where: { $0 == " " || $0 == ":" }),
      words.isWord(text[..<space], .in)
    else { return nil }
    var rest = EntryText.trimmed(text[space...])
    var work = known
    work.type = .chapter
    if let mark = rest.firstMatch(of: #/\s*\(\s*(\p{L}+)\.?\s*\)[,.:]?\s*/#),
      words.isWord(mark.1, .editor),
      let names = editors(rest[..<mark.range.lowerBound])
    {
      work.editors = names
      rest = rest[mark.range.upperBound...]
    }
    guard let (book, after) = title(of: rest, byCommas: false) else { return nil }
    // Editors behind the book are told apart from it by no rule.
    guard work.editors.isEmpty == false || !words.occurs(.editor, in: book) else { return nil }
    work.container = book
    if let match = book.firstMatch(of: #/\s*\(([^\(\)]+)\)$/#) {
      work.container = clean(book[..<match.range.lowerBound])
      takeChapterPlace(match.1, into: &work)
    }
    var end = EntryText.trimmed(after)
    if let match = end.firstMatch(of: #/^\(([^\(\)]+)\)[.,]?\s*/#) {
      takeChapterPlace(match.1, into: &work)
      end = end[match.range.upperBound...]
    }
    if words.occurs(.conference, in: work.container ?? "") { work.type = .conference }
    guard !end.isEmpty else { return Found(work: work, isWhole: true) }
    guard let whole = publication(end, work) else { return Found(work: work, isWhole: false) }
    return Found(work: whole, isWhole: true)
  }

  /// Editors in their natural order, initials first: `A. Editor & B. C. Other`.
  private func editors(_ text: Substring) -> [WorkName]? {
    var names: [WorkName] = []
    for part in text.split(whereSeparator: { $0 == "&" || $0 == "," || $0 == ";" }) {
      for name in part.split(separator: " dan ").flatMap({ $0.split(separator: " and ") }) {
        let trimmed = EntryText.trimmed(name)
        guard !trimmed.isEmpty else { continue }
        guard trimmed.first?.isUppercase == true, trimmed.split(separator: " ").count <= 5,
          !trimmed.contains(where: \.isNumber), !NameList.isInitials(trimmed)
        else { return nil }
        names.append(.natural(String(trimmed)))
      }
    }
    return names.isEmpty ? nil : names
  }

  private func takeChapterPlace(_ content: Substring, into work: inout CitedWork) {
    for part in content.split(separator: ",") {
      let part = EntryText.trimmed(part)
      if let rest = words.rest(of: part, after: .pages), let pages = pages(rest) {
        work.pages = pages
      } else if let rest = words.rest(of: part, after: .volume) {
        work.volume = String(rest)
      } else if let edition = edition(part) {
        work.edition = edition
      }
    }
  }

  /// `Journal, 5(2), 31–50`, `Journal Vol. 5 No. 2 hlm. 31`, `Journal 5, no. 2: 31–50`.
  private func article(_ text: Substring, _ known: CitedWork) -> Found? {
    var work = known
    guard let (container, found) = periodical(text) else {
      guard let found = locators(in: text), found.volume != nil || found.issue != nil else {
        return nil
      }
      put(found, into: &work)
      return Found(work: work, isWhole: false)
    }
    work.container = container
    work.type = words.occurs(.conference, in: container) ? .conference : .article
    put(found, into: &work)
    return Found(work: work, isWhole: true)
  }

  private func put(_ found: Locators, into work: inout CitedWork) {
    work.volume = found.volume
    work.issue = found.issue
    work.pages = found.pages ?? work.pages
    if let date = found.date, date.hasPrefix(work.date ?? date) { work.date = date }
  }

  /// The name of a journal and the numbers behind it; nil if the text is not just that.
  func periodical(_ text: Substring) -> (String, Locators)? {
    guard locators(in: text) == nil else { return nil }
    for match in text.matches(of: #/[,.;]?\s+(?=[\p{L}\d\(])/#) {
      guard let found = locators(in: text[match.range.upperBound...]) else { continue }
      let container = clean(text[..<match.range.lowerBound])
      guard container.first?.isUppercase == true, container.count >= 3,
        found.volume != nil || found.issue != nil || words.occurs(.journal, in: container),
        container.firstMatch(of: #/\.\s/#) == nil
      else { return nil }
      return (container, found)
    }
    let name = clean(text)
    guard words.occurs(.journal, in: name), name.split(separator: " ").count <= 12,
      !name.contains(where: { ":;".contains($0) || $0.isNumber }), !isPress(name[...])
    else { return nil }
    return (name, Locators())
  }

  /// `Place: Publisher` or a publisher alone.
  private func book(_ text: Substring, _ known: CitedWork) -> Found? {
    publication(text, known).map { work in
      var work = work
      work.type = known.type ?? .book
      return Found(work: work, isWhole: true)
    }
  }

  /// A work with its place and publisher, and pages behind them; nil if a text is not just that.
  private func publication(_ text: Substring, _ known: CitedWork) -> CitedWork? {
    var work = known
    var rest = EntryText.trimmed(text)
    if let match = rest.firstMatch(of: #/[,.]\s+(\p{L}+)\.?\s*(\d[\d\s–-]*)$/#),
      words.isWord(match.1, .pages), let found = pages(match.2)
    {
      work.pages = found
      rest = EntryText.trimmed(rest[..<match.range.lowerBound])
    }
    if let (place, publisher) = placeAndPublisher(rest) {
      (work.place, work.publisher) = (place, publisher)
      return work
    }
    let pieces = rest.split(separator: ",").map(EntryText.trimmed)
    if pieces.count == 2, isPress(pieces[0]), isPlace(pieces[1]) {
      (work.publisher, work.place) = (clean(pieces[0]), String(pieces[1]))
      return work
    }
    guard pieces.count == 1, isName(rest), rest.split(separator: " ").count <= 8,
      work.title != nil, work.date != nil, !words.occurs(.journal, in: rest) || isPress(rest)
    else { return nil }
    work.publisher = clean(rest)
    return work
  }

  // MARK: Pieces

  /// The place and the publisher of `Place: Publisher`, or of the two turned round where the first
  /// is known as a publisher.
  func placeAndPublisher(_ text: Substring) -> (place: String, publisher: String)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      .map(EntryText.trimmed)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      parts.allSatisfy({ !$0.contains(#/\.\s+\p{Lu}/#) || isPress($0) })
    else { return nil }
    if isPress(parts[0]), !isPress(parts[1]), isPlace(parts[1]) {
      return (String(parts[1]), clean(parts[0]))
    }
    guard isPlace(parts[0]), isName(parts[1]), parts[1].split(separator: " ").count <= 10 else {
      return nil
    }
    return (clean(parts[0]), clean(parts[1]))
  }

  /// Whether a text can be the name of a place: up to five words with capitals, no digits.
  func isPlace(_ text: Substring) -> Bool {
    let tokens = text.split(separator: " ")
    return (1...5).contains(tokens.count) && !text.contains(where: \.isNumber)
      && tokens.allSatisfy {
        $0.first?.isUppercase == true || $0 == "&" || words.isWord($0, .and)
      }
  }

  /// Whether a text can be a name: it begins with a capital, and most of its words do.
  private func isName(_ text: Substring) -> Bool {
    let tokens = text.split(separator: " ")
    guard let first = tokens.first,
      first.first?.isUppercase == true || first.first?.isNumber == true,
      !text.contains(#/\d{4}/#)
    else { return false }
    let capitals = tokens.count { $0.first?.isLowercase == false }
    return capitals * 2 > tokens.count && !text.contains(#/[?!“”"]/#)
      && (isPress(text) || !text.contains(#/\.\s+\p{Lu}\p{L}{3,}/#))
  }

  /// Whether a text has a word of the names of publishers, or a company's form at its start.
  func isPress(_ text: Substring) -> Bool {
    words.occurs(.press, in: text) || text.contains(#/^(PT|CV|UD)\b/#)
  }

  /// Pages as `31` or `31–50`; nil if a text is no pages.
  func pages(_ text: Substring) -> String? {
    let trimmed = EntryText.trimmed(text)
    guard
      let match = trimmed.wholeMatch(of: #/([a-z]?\d{1,6})(?:\s*[-–—]+\s*([a-z]?\d{1,6}))?/#)
    else { return nil }
    return match.2.map { "\(match.1)–\($0)" } ?? String(match.1)
  }
}
