/// Collects the paragraphs and tables of an office document and writes its blocks.
///
/// A text box stands behind the paragraph that it is anchored in, a nested table behind the row
/// around it, and notes stand behind everything else. The letters are kept in UTF-8 up to the end.
struct BlockFlow {
  /// A block that waits for its place.
  struct Item {
    var kind: BlockKind
    var bytes: [UInt8] = []
    /// Bytes of the number or other mark before the text.
    var markBytes = 0
    var page: Int?
    /// Bytes at which a further page begins.
    var turns: [Int] = []
    var part: String?
    var locator: String
    /// The field whose result it is part of, counted from 1; 0 for none.
    var field = 0
  }

  /// A paragraph while it is read.
  fileprivate struct Paragraph {
    var bytes: [UInt8] = []
    /// Bytes at which an empty line divides it.
    var splits: [Int] = []
    var breaks = 0
    var page: Int?
    var turns: [Int] = []
    /// Where the result of a field begins that is not wanted.
    var fieldStart: Int?
    /// Text boxes anchored in it.
    var boxes: [Item] = []
  }

  /// A table while it is read.
  struct Table {
    /// Columns of its grid, as far as the file tells.
    var columns = 0
    /// The cells of the open row so far.
    var cells: [[Item]] = []
    /// Whether the open row is deleted.
    var isDeleted = false
    /// Whether the open cell is deleted.
    var cellIsDeleted = false
  }

  /// The blocks written so far.
  private(set) var text = StructuredText()
  /// Path of the part that is read; nil for a file that is no container.
  var part: String?
  /// The page that is read, counted from 1; nil where the file does not tell.
  private(set) var page: Int?

  private var paragraphs: [Paragraph] = []
  /// Open tables, the innermost last.
  var tables: [Table] = []
  /// What is in open cells, text boxes and notes, the innermost last.
  var collectors: [[Item]] = []
  private var notes: [Item] = []
  /// Text of a paragraph whose end was deleted, and how many collectors were open there.
  private var carried: (item: Item, depth: Int)?
  /// Blocks behind the beginning of a field that has not ended.
  private var held: [Item] = []
  /// The number of the open field whose result is not wanted; 0 where none is.
  private var openField = 0
  private var fieldCount = 0
  /// Numbers of the fields whose result is dropped.
  private(set) var unwantedFields: Set<Int> = []
  /// Bytes that repeated cells and rows have added.
  var repeatedBytes = 0
  /// The letters' memory of the last paragraph written, for the next one.
  private var spare: [UInt8] = []

  // MARK: Paragraphs

  /// Whether a paragraph is open.
  var isInParagraph: Bool { !paragraphs.isEmpty }

  /// Whether the open paragraph has text so far.
  var hasText: Bool { paragraphs.last?.bytes.isEmpty == false }

  /// Begins a paragraph.
  mutating func beginParagraph() {
    var paragraph = Paragraph()
    swap(&paragraph.bytes, &spare)
    if let (item, depth) = carried, depth == collectors.count {
      paragraph.bytes.append(contentsOf: item.bytes)
      paragraph.page = item.page
      paragraph.turns = item.turns
      carried = nil
    }
    if openField > 0 { paragraph.fieldStart = paragraph.bytes.count }
    paragraphs.append(paragraph)
  }

  /// Adds text to the open paragraph; line ends and tabs become blanks.
  ///
  /// - Parameters:
  ///   - piece: text in UTF-8.
  ///   - collapses: whether blanks in a row are made one.
  @inline(__always)
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>, collapses: Bool = false) {
    guard !piece.isEmpty, !paragraphs.isEmpty else { return }
    paragraphs[paragraphs.count &- 1].append(piece, collapses: collapses, page: page)
  }

  /// Adds a few characters to the open paragraph.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds a blank, unless the paragraph has no text yet.
  mutating func appendBlank() {
    if hasText { append(" ") }
  }

  /// Breaks the line: one break is a blank, two in a row divide the paragraph.
  mutating func breakLine() {
    guard let last = paragraphs.indices.last, !paragraphs[last].bytes.isEmpty else { return }
    let breaks = paragraphs[last].breaks + 1
    append(" ")
    paragraphs[last].breaks = breaks
    if breaks == 2 { paragraphs[last].splits.append(paragraphs[last].bytes.count) }
  }

  /// Ends the paragraph.
  ///
  /// - Parameters:
  ///   - kind: what it is.
  ///   - label: number as shown before it; empty for none.
  ///   - isMark: whether the label is a mark only, and no part of the text.
  ///   - labelStands: whether the label is a text even where none follows.
  ///   - joinsNext: whether its end was deleted, so that the next paragraph goes on with its text.
  ///   - isUnwanted: whether it is no text of the document, such as a line of a table of contents.
  ///   - locator: where it stands; asked only if there is text.
  mutating func endParagraph(
    _ kind: BlockKind, label: String = "", isMark: Bool = false, labelStands: Bool = false,
    joinsNext: Bool = false,
    isUnwanted: Bool = false, locator: @autoclosure () -> String
  ) {
    guard var paragraph = paragraphs.popLast() else { return }
    let boxes = paragraph.boxes
    if isUnwanted { paragraph.bytes = [] }
    let needsLabel = !isUnwanted && !label.isEmpty && (labelStands || !paragraph.bytes.isEmpty)
    if needsLabel {
      paragraph.insert(label)
      if paragraph.page == nil { paragraph.page = page }
    }
    if !paragraph.bytes.isEmpty {
      var item = Item(
        kind: kind, bytes: paragraph.bytes,
        markBytes: needsLabel && isMark ? label.utf8.count : 0, page: paragraph.page,
        turns: paragraph.turns, part: part, locator: locator())
      paragraph.bytes = []
      if joinsNext {
        carried = (item, collectors.count)
      } else if paragraph.splits.isEmpty, paragraph.fieldStart == nil {
        if collectors.isEmpty, held.isEmpty, openField == 0 {
          write(item)
          spare = item.bytes
          item.bytes = []
          spare.removeAll(keepingCapacity: true)
        } else {
          emit(item)
        }
      } else {
        emitPieces(of: item, splits: paragraph.splits, fieldStart: paragraph.fieldStart)
      }
    }
    for box in boxes { emit(box) }
  }

  /// Emits a paragraph that blank lines divide, or that an unwanted field begins in.
  private mutating func emitPieces(of item: Item, splits: [Int], fieldStart: Int?) {
    var borders = splits
    if let fieldStart { borders.append(fieldStart) }
    borders.append(item.bytes.count)
    var start = 0
    for border in borders.sorted() where border > start {
      var piece = item
      piece.bytes = Array(item.bytes[start..<border])
      piece.markBytes = start == 0 ? min(item.markBytes, piece.bytes.count) : 0
      piece.turns = item.turns.filter { $0 > start && $0 < border }.map { $0 - start }
      piece.page = item.page.map { $0 + item.turns.filter { $0 <= start && $0 > 0 }.count }
      if let fieldStart, start >= fieldStart { piece.field = openField }
      emit(piece)
      start = border
    }
  }

  // MARK: Pages

  /// Begins a further page; what was read before the first such mark stands on page 1.
  mutating func turnPage() {
    if page == nil {
      numberPages()
    }
    page = (page ?? 1) + 1
    if let last = paragraphs.indices.last, !paragraphs[last].bytes.isEmpty {
      paragraphs[last].turns.append(paragraphs[last].bytes.count)
    }
  }

  /// Says that the file marks its pages, and that this is the first.
  mutating func numberPages() {
    page = 1
    text.numberPages()
    for index in paragraphs.indices where !paragraphs[index].bytes.isEmpty {
      paragraphs[index].page = 1
    }
    for index in collectors.indices {
      for item in collectors[index].indices { collectors[index][item].page = 1 }
    }
    for table in tables.indices {
      for cell in tables[table].cells.indices {
        for item in tables[table].cells[cell].indices { tables[table].cells[cell][item].page = 1 }
      }
    }
    for item in held.indices { held[item].page = 1 }
    for item in notes.indices { notes[item].page = 1 }
    carried?.item.page = 1
  }

  // MARK: Fields

  /// Begins a stretch that is left out if it ends: the instruction of a field, or a result that is
  /// no text of the document.
  mutating func beginUnwantedField() {
    fieldCount += 1
    openField = fieldCount
    for index in paragraphs.indices where paragraphs[index].fieldStart == nil {
      paragraphs[index].fieldStart = paragraphs[index].bytes.count
    }
  }

  /// Ends the stretch and drops what it held.
  mutating func endUnwantedField() {
    guard openField > 0 else { return }
    unwantedFields.insert(openField)
    openField = 0
    for index in paragraphs.indices {
      guard let start = paragraphs[index].fieldStart else { continue }
      paragraphs[index].cut(to: start)
    }
    let waiting = held
    held = []
    for item in waiting where !unwantedFields.contains(item.field) { write(item) }
  }

  // MARK: Text boxes and notes

  /// Begins a text box, whose blocks stand behind the open paragraph.
  mutating func beginBox() { collectors.append([]) }

  /// Ends a text box.
  mutating func endBox() {
    flushCarried()
    guard let box = collectors.popLast() else { return }
    if let last = paragraphs.indices.last {
      paragraphs[last].boxes.append(contentsOf: box)
    } else {
      for item in box { emit(item) }
    }
  }

  /// Says that the page of what follows is not known.
  mutating func forgetPage() { page = nil }

  /// Begins a note, whose blocks stand behind all others.
  mutating func beginNote() { collectors.append([]) }

  /// Ends a note.
  mutating func endNote() {
    flushCarried()
    notes.append(contentsOf: collectors.popLast() ?? [])
  }

  // MARK: Output

  /// Ends a part: writes what still waits, notes last.
  mutating func endPart() {
    flushCarried()
    openField = 0
    let waiting = held
    held = []
    for item in waiting { write(item) }
    for note in notes { write(note) }
    notes = []
  }

  /// Emits a paragraph whose end was deleted where no paragraph follows it.
  mutating func flushCarried() {
    guard let (item, depth) = carried, depth == collectors.count else { return }
    carried = nil
    emit(item)
  }

  /// Hands an item to the innermost collector, or writes it.
  mutating func emit(_ item: Item) {
    if !collectors.isEmpty {
      collectors[collectors.count - 1].append(item)
    } else if unwantedFields.contains(item.field) {
      return
    } else if openField > 0 || !held.isEmpty {
      held.append(item)
    } else {
      write(item)
    }
  }

  private mutating func write(_ item: Item) {
    text.add(
      item.kind, utf8: item.bytes, markBytes: item.markBytes, page: item.page, turns: item.turns,
      part: item.part, locator: item.locator)
  }
}

extension BlockFlow.Paragraph {
  /// Adds text; control characters become blanks.
  @inline(__always)
  fileprivate mutating func append(
    _ piece: UnsafeBufferPointer<UInt8>, collapses: Bool, page: Int?
  ) {
    if bytes.isEmpty { self.page = page }
    if !collapses {
      let start = bytes.count
      bytes.append(contentsOf: piece)
      bytes.withUnsafeMutableBufferPointer { bytes in
        for index in start..<bytes.count where bytes[index] < 0x20 { bytes[index] = 0x20 }
      }
      if breaks > 0, piece.contains(where: { $0 > 0x20 }) { breaks = 0 }
      return
    }
    for byte in piece {
      if byte > 0x20 {
        bytes.append(byte)
        breaks = 0
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
  }

  /// Puts a label before the text.
  fileprivate mutating func insert(_ label: String) {
    let count = label.utf8.count
    bytes.insert(contentsOf: label.utf8, at: 0)
    for index in splits.indices { splits[index] += count }
    for index in turns.indices { turns[index] += count }
    if let start = fieldStart { fieldStart = start + count }
  }

  /// Takes away what stands behind a byte.
  fileprivate mutating func cut(to start: Int) {
    bytes.removeSubrange(start...)
    splits.removeAll { $0 > start }
    turns.removeAll { $0 > start }
    fieldStart = nil
  }
}
