import Claims

/// The text of a format with structure of its own, one line per block, and the blocks made of it.
struct StructuredText {
  /// A block as its format marks it; a plain paragraph may still turn out to be a heading.
  private struct Item {
    var kind: BlockKind
    var range: Range<Int>
    var page: Int?
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
    let base = raw.count
    raw.append(contentsOf: scalars)
    finish(kind, from: base, part: part, locator: locator, language: language)
  }

  /// Adds a block whose text is UTF-8 without line feeds, as the other way to add does with
  /// characters.
  mutating func add(
    _ kind: BlockKind, utf8 bytes: [UInt8], part: String? = nil, locator: String? = nil,
    language: String? = nil
  ) {
    let base = raw.count
    bytes.withUnsafeBufferPointer { Self.append($0, to: &raw) }
    finish(kind, from: base, part: part, locator: locator, language: language)
  }

  /// Makes a block of the raw text from a character on.
  private mutating func finish(
    _ kind: BlockKind, from base: Int, part: String?, locator: String?, language: String?
  ) {
    while raw.count > base, let last = raw.last, last.isBlank || last.isInvisible {
      raw.removeLast()
    }
    var start = base
    while start < raw.count, raw[start].isBlank || raw[start].isInvisible { start += 1 }
    guard start < raw.count else { return }
    if start > base { raw.removeSubrange(base..<start) }
    if part != nil || locator != nil {
      places.begin(SourcePlace(part: part, locator: locator), at: base)
    }
    items.append(Item(kind: kind, range: base..<raw.count, part: part, language: language))
    raw.append("\n")
  }

  /// Adds a block whose text is UTF-8, as ``add(_:_:part:locator:)`` does.
  ///
  /// - Parameters:
  ///   - kind: what the format says it is.
  ///   - bytes: its text without line feeds; what is no UTF-8 is replaced.
  ///   - markBytes: bytes of the number or other mark at its start, which stands in the raw text and
  ///     not in the block.
  ///   - page: the page it begins on, counted from 1.
  ///   - turns: the bytes at which each further page begins, ascending.
  ///   - part: the part of a container it stands in.
  ///   - locator: the element it was read from (``SourcePlace/locator``).
  mutating func add(
    _ kind: BlockKind, utf8 bytes: [UInt8], markBytes: Int, page: Int?, turns: [Int],
    part: String?, locator: String
  ) {
    let base = raw.count
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    var content = base
    var pages: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      var borders = turns
      if markBytes > 0 { borders.append(markBytes) }
      for border in borders.sorted() where border >= start && border < end {
        Self.append(UnsafeBufferPointer(rebasing: bytes[start..<border]), to: &raw)
        start = border
        if border == markBytes { content = raw.count }
        if turns.contains(border) { pages.append(raw.count) }
      }
      Self.append(UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &raw)
    }
    while let last = raw.last, raw.count > base, last.isBlank || last.isInvisible {
      raw.removeLast()
    }
    while content < raw.count, raw[content].isBlank || raw[content].isInvisible { content += 1 }
    guard content < raw.count else {
      raw.removeSubrange(base...)
      return
    }
    var place = SourcePlace(page: page, part: part, locator: locator)
    places.begin(place, at: base)
    for start in pages where start < raw.count {
      place.page = place.page.map { $0 + 1 }
      places.begin(place, at: start)
    }
    items.append(Item(kind: kind, range: content..<raw.count, page: page, part: part))
    raw.append("\n")
  }

  /// Says that all blocks so far stand on page 1.
  mutating func numberPages() {
    for index in items.indices { items[index].page = 1 }
    places.numberPages()
  }

  /// The blocks, repaired.
  func blocks(_ words: LineWords) -> [Block] {
    let recogniser = LineRecogniser(words: words, markup: false)
    var assembly = BlockAssembly(
      raw: raw, markup: false, words: words, dropped: [])
    for item in items {
      switch item.kind {
      case .paragraph: place(item, recogniser, &assembly)
      case .heading(let level):
        let found = recogniser.recogniseWords(raw, item.range, runsOn: false, isItem: false)
        if assembly.continuesHeading(with: .markup, gap: 0, normalGap: 0) {
          assembly.extendHeading(item.range, .markup)
        } else {
          assembly.open(
            .heading(level: level), item.range, page: item.page, part: item.part,
            source: found?.role == .heading(level: 1, source: .chapterNumber)
              ? .chapterNumber : .markup)
        }
        assembly.inBibliography = found?.startsBibliography ?? false
      case .listItem where assembly.inBibliography:
        assembly.open(.bibliographyEntry, item.range, page: item.page, part: item.part)
      case .listItem, .tableRow, .note, .bibliographyEntry, .caption, .quotation:
        assembly.open(item.kind, item.range, page: item.page, part: item.part)
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
          .heading(level: level), found.content, page: item.page, part: item.part, source: source)
      }
      assembly.inBibliography = found.startsBibliography
    case .listItem:
      assembly.open(
        assembly.inBibliography ? .bibliographyEntry : .listItem, found.content, page: item.page,
        part: item.part)
    case .caption: assembly.open(.caption, found.content, page: item.page, part: item.part)
    case .plain, .opening, .tableRow, .quotation, .note:
      assembly.open(
        assembly.inBibliography ? .bibliographyEntry : .paragraph, found.content, page: item.page,
        part: item.part)
    case .itemMark, .decoration: break
    }
  }
}
