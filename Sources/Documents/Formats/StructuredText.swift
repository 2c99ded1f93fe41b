import Claims

/// The text of a format with structure of its own, one line per block, and the blocks made of it.
struct StructuredText {
  /// A block as its format marks it; a plain paragraph may still turn out to be a heading.
  private struct Item {
    var kind: BlockKind
    var range: Range<Int>
    var part: String?
    var language: String?
  }

  private(set) var raw: [Unicode.Scalar] = []
  /// Where the blocks stand in the file.
  private(set) var places = SourcePlaces()
  private var items: [Item] = []

  /// Adds a block; blanks at its ends are left out, and a block without text is none.
  ///
  /// - Parameters:
  ///   - kind: what the format says it is.
  ///   - scalars: its text; line feeds in it would end it and must not be there.
  ///   - part: the part of a container it stands in.
  ///   - locator: the element it was read from (``SourcePlace/locator``).
  ///   - language: BCP 47 tag that the format gives the block.
  mutating func add(
    _ kind: BlockKind, _ scalars: [Unicode.Scalar], part: String? = nil, locator: String? = nil,
    language: String? = nil
  ) {
    var (start, end) = (0, scalars.count)
    while start < end, scalars[start].isBlank || scalars[start].isInvisible { start += 1 }
    while end > start, scalars[end - 1].isBlank || scalars[end - 1].isInvisible { end -= 1 }
    guard start < end else { return }
    let base = raw.count
    if part != nil || locator != nil {
      places.begin(SourcePlace(part: part, locator: locator), at: base)
    }
    raw.append(contentsOf: scalars[start..<end])
    items.append(Item(kind: kind, range: base..<raw.count, part: part, language: language))
    raw.append("\n")
  }

  /// The blocks, repaired.
  func blocks(_ words: LineWords) -> [Block] {
    let recogniser = LineRecogniser(words: words, markup: false)
    var assembly = BlockAssembly(
      raw: raw, markup: false, prefixes: words.lexicon.hyphenPrefixes, dropped: [])
    for item in items {
      switch item.kind {
      case .paragraph: place(item, recogniser, &assembly)
      case .heading(let level):
        let found = recogniser.recogniseWords(raw, item.range, runsOn: false, isItem: false)
        if assembly.continuesHeading(with: .markup, gap: 0, normalGap: 0) {
          assembly.extendHeading(item.range, .markup)
        } else {
          assembly.open(
            .heading(level: level), item.range, page: nil, part: item.part,
            source: found?.role == .heading(level: 1, source: .chapterNumber)
              ? .chapterNumber : .markup)
        }
        assembly.inBibliography = found?.startsBibliography ?? false
      case .listItem where assembly.inBibliography:
        assembly.open(.bibliographyEntry, item.range, page: nil, part: item.part)
      case .listItem, .tableRow, .note, .bibliographyEntry, .caption, .quotation:
        assembly.open(item.kind, item.range, page: nil, part: item.part)
      }
    }
    return withLanguages(assembly.finish())
  }

  /// The blocks with the languages of the items they begin in: both are in the order of the text.
  private func withLanguages(_ blocks: [Block]) -> [Block] {
    guard items.contains(where: { $0.language != nil }) else { return blocks }
    var blocks = blocks
    var next = 0
    for index in blocks.indices {
      let start = blocks[index].text.sourceRange.start
      while next < items.count, items[next].range.upperBound <= start { next += 1 }
      guard next < items.count else { break }
      if let language = items[next].language { blocks[index].language = language }
    }
    return blocks
  }

  private func place(_ item: Item, _ recogniser: LineRecogniser, _ assembly: inout BlockAssembly) {
    let found = recogniser.recognise(raw, item.range, runsOn: false)
    switch found.role {
    case .heading(let level, let source):
      if assembly.continuesHeading(with: source, gap: 0, normalGap: 0) {
        assembly.extendHeading(found.content, source)
      } else {
        assembly.open(
          .heading(level: level), found.content, page: nil, part: item.part, source: source)
      }
      assembly.inBibliography = found.startsBibliography
    case .listItem:
      assembly.open(
        assembly.inBibliography ? .bibliographyEntry : .listItem, found.content, page: nil,
        part: item.part)
    case .caption: assembly.open(.caption, found.content, page: nil, part: item.part)
    case .plain, .opening, .tableRow, .quotation, .note:
      assembly.open(
        assembly.inBibliography ? .bibliographyEntry : .paragraph, found.content, page: nil,
        part: item.part)
    case .decoration: break
    }
  }
}
