extension DocumentReader {
  /// What the text of a document says of the document: title, authors, date, publisher and type as
  /// its first page or its last lines have them.
  ///
  /// Used where neither the file nor anything beside it says more; a field stays empty where the
  /// text leaves a doubt.
  public func metadata(inTextOf document: Document) -> DocumentMetadata {
    // The rows of a table are no first page: their days and names are those of what they list.
    guard document.table == nil else { return DocumentMetadata() }
    return TextMetadata(document.blocks, lexicon: words.lexicon).metadata.known(from: .text)
  }
}

/// Reads the first page of a document, and its last lines, for what they say of it.
struct TextMetadata {
  private(set) var metadata = DocumentMetadata()
  private let lexicon: ReadingLexicon
  private var words: WorkWords { lexicon.works }
  /// The texts and kinds of the blocks before the first section or the first long paragraph.
  private let head: [(text: String, kind: BlockKind)]
  private let tail: [String]

  /// Blocks that a first page has at most.
  private static let headBlocks = 40
  /// Blocks at the end that are searched for a place and a day.
  private static let tailBlocks = 12
  /// Shortest paragraph in bytes that is running text.
  private static let proseBytes = 300

  init(_ blocks: [Block], lexicon: ReadingLexicon) {
    self.lexicon = lexicon
    var head: [(text: String, kind: BlockKind)] = []
    var endsAtSection = false
    for block in blocks.prefix(Self.headBlocks) {
      if block.text.bytes.count >= Self.proseBytes { break }
      let text = block.text.string
      if Self.isSection(text, lexicon) {
        endsAtSection = true
        break
      }
      head.append((text, block.kind))
    }
    self.head = head
    tail = blocks.suffix(Self.tailBlocks).filter { $0.text.bytes.count < 120 }
      .map(\.text.string)
    readTitleAndAuthors(endsAtSection: endsAtSection)
    readDate()
    readType()
  }

  /// Whether a block heads a part of the text: a chapter, a section, the abstract, the works cited.
  private static func isSection(_ text: String, _ lexicon: ReadingLexicon) -> Bool {
    let key = ScalarText.key(of: text.unicodeScalars)
    if lexicon.headings.contains(key) || lexicon.bibliographyHeadings.contains(key) { return true }
    let tokens = key.split(separator: " ")
    guard tokens.count >= 2, let first = tokens.first else { return false }
    return lexicon.chapterWords.contains(String(first))
      && (ScalarText.isNumber(Array(tokens[1].unicodeScalars))
        || lexicon.ordinals.contains(String(tokens[1])))
  }

  // MARK: Title and authors

  private mutating func readTitleAndAuthors(endsAtSection: Bool) {
    guard let place = titlePlace else { return }
    metadata.title = head[place].text
    metadata.authors = authors(after: place, endsAtSection: endsAtSection)
  }

  /// The first heading that is long enough for a title and says more than what kind of paper it is.
  private var titlePlace: Int? {
    head.indices.first { index in
      guard case .heading(let level) = head[index].kind, level <= 2 else { return false }
      let text = head[index].text
      return (3...50).contains(text.split(separator: " ").count) && text.count <= 300
        && words.rest(of: text[...], after: .by) == nil
        && words.rest(of: text[...], after: .studentNumber) == nil
        && words.rest(of: text[...], after: .thesis) == nil
        && words.rest(of: text[...], after: .university) == nil
    }
  }

  private func authors(after title: Int, endsAtSection: Bool) -> [String] {
    var expectsName = false
    for index in head.indices.dropFirst(title + 1).prefix(15) {
      let text = head[index].text[...]
      if words.rest(of: text, after: .supervisor) != nil { break }
      if expectsName { return persons(text) }
      guard let rest = words.rest(of: text, after: .by) else { continue }
      if rest.isEmpty {
        expectsName = true
      } else {
        let names = persons(rest)
        if !names.isEmpty { return names }
      }
    }
    // Without a word for it, only the line right below the title, where an affiliation or the
    // abstract follows.
    guard head.indices.contains(title + 1) else { return [] }
    let following = head.dropFirst(title + 2).prefix(6)
    let hasAffiliation = following.contains {
      words.occurs(.university, in: $0.text) || words.rest(of: $0.text[...], after: .contact) != nil
    }
    guard hasAffiliation || (endsAtSection && following.count <= 2) else { return [] }
    let names = persons(head[title + 1].text[...])
    return names.allSatisfy { (2...5).contains($0.split(separator: " ").count) } ? names : []
  }

  /// The persons that a line names, without numbers of students and marks of footnotes; empty if it
  /// is anything else.
  private func persons(_ text: Substring) -> [String] {
    var text = text
    // What follows a number belongs to it: `Budi Santoso NIM 123`.
    for match in text.matches(of: #/\b\p{L}+\.?/#)
    where match.range.lowerBound > text.startIndex
      && words.rest(of: text[match.range.lowerBound...], after: .studentNumber) != nil
    {
      text = text[..<match.range.lowerBound]
      break
    }
    text = Substring(
      text.replacing(#/([\p{L}.])\s*[\(\[]?[\d*†‡¹²³⁴]+(?:,\s*[\d*†‡¹²³⁴]+)*[\)\]]?/#) { "\($0.1)" }
    )
    while let last = text.last, !last.isLetter, last != "." { text.removeLast() }
    guard !text.isEmpty, text.count <= 200, !words.occurs(.organization, in: text),
      !words.occurs(.university, in: text), let list = NameList(text, words: words)
    else { return [] }
    return list.names.flatMap { name -> [String] in
      switch name {
      case .natural(let name): return [name]
      // Of two full names with a comma between neither is turned.
      case .inverted(let family, let given) where family.contains(" ") && given.contains(" "):
        return [family, given]
      case .inverted(let family, let given): return ["\(family), \(given)"]
      case .organization: return []
      }
    }
  }

  // MARK: Date

  private mutating func readDate() {
    for (text, _) in head {
      if let date = publishedDate(text[...]) ?? placeAndDay(text) {
        metadata.date = date
        return
      }
    }
    if let date = tail.reversed().lazy.compactMap(placeAndDay).first {
      metadata.date = date
      return
    }
    // The foot of a title page: the university, its city and the year.
    for (index, (text, _)) in head.enumerated() {
      guard Self.endsInYear(text[...]), text.utf8.count == 4 || words.occurs(.university, in: text)
      else { continue }
      let near = head[max(0, index - 5)...index]
      guard near.contains(where: { words.occurs(.university, in: $0.text) }) else { continue }
      metadata.date = String(text.suffix(4))
      return
    }
  }

  /// Whether a line ends with a year that is a word of its own.
  private static func endsInYear(_ text: Substring) -> Bool {
    guard endsInFourDigits(text), DateText.isYear(text.suffix(4)) else { return false }
    return text.dropLast(4).last?.isWhitespace ?? true
  }

  private static func endsInFourDigits(_ text: Substring) -> Bool {
    text.utf8.count >= 4 && text.utf8.suffix(4).allSatisfy { $0 &- 0x30 < 10 }
  }

  /// The date behind a word for publishing, anywhere in a line.
  private func publishedDate(_ text: Substring) -> String? {
    // The words are looked for one by one only in lines that have one of them and a number.
    guard text.utf8.contains(where: { $0 &- 0x30 < 10 }), words.mayHold(.published, text) else {
      return nil
    }
    for match in text.matches(of: #/\b\p{L}+/#) {
      guard let rest = words.rest(of: text[match.range.lowerBound...], after: .published) else {
        continue
      }
      return DateText.dates(in: rest.prefix(40), months: words.months).first
    }
    return nil
  }

  /// The day of a line such as `Bandung, 12 Mei 2017`.
  private func placeAndDay(_ text: String) -> String? {
    // A regular expression costs more than all else that is done with most lines.
    guard text.utf8.contains(UInt8(ascii: ",")),
      Self.endsInFourDigits(text.last == "." ? text.dropLast() : text[...]),
      let match = text.wholeMatch(
        of: #/\p{Lu}[\p{L} ]{2,30},\s*(\d{1,2}\s+\p{L}+\s+\d{4})\.?/#)
    else { return nil }
    return DateText.dates(in: match.1, months: words.months).first
  }

  // MARK: Type

  private mutating func readType() {
    for (text, _) in head where words.isWord(text, .thesis) {
      metadata.type = .thesis
      break
    }
    if metadata.type == nil {
      for (text, _) in head.prefix(4) {
        if words.isWord(text, .news) { metadata.type = .news }
        if words.isWord(text, .report) { metadata.type = .report }
        if words.rest(of: text[...], after: .legislation) != nil, words.hasNumber(text),
          text.matches(of: #/\b(\d{4})\b/#).contains(where: { DateText.isYear($0.1) })
        {
          metadata.type = .legislation
        }
      }
    }
    guard metadata.type == .thesis else { return }
    metadata.publisher =
      head.first { words.rest(of: $0.text[...], after: .university) != nil }
      .map { $0.text.replacing(#/\s+\d{4}$/#, with: "") }
  }
}
