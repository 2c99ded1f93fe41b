import Diagnostics
import XML

/// Reads the paragraphs and tables of one part of a Word document.
///
/// Insertions are read, deletions are not; of two versions of the same drawing the first.
final class WordContent: XMLContentHandler {
  /// What is open of a paragraph's properties.
  private struct Paragraph {
    var style: WordStyles.Meaning
    var outline: Int?
    var numbering: Int?
    var numberingLevel: Int?
    var isCaption = false
    /// Whether the end of the paragraph is deleted.
    var endIsDeleted = false
  }

  private let styles: WordStyles
  /// The kind of every paragraph of the part; nil where styles tell.
  private let fixed: BlockKind?
  @exclusivity(unchecked)
  private(set) var flow: BlockFlow
  @exclusivity(unchecked)
  private(set) var numbering: WordNumbering
  @exclusivity(unchecked)
  private var names = NameMeanings(WordElement.named)
  @exclusivity(unchecked)
  private var attributes = NameMeanings(WordAttribute.named)
  @exclusivity(unchecked)
  private var path = ElementPath()
  @exclusivity(unchecked)
  private var open: [WordElement] = []
  /// Open elements from the first one on that is passed over.
  @exclusivity(unchecked)
  private var skipDepth = 0
  @exclusivity(unchecked)
  private var paragraphs: [Paragraph] = []
  @exclusivity(unchecked)
  private var fields = WordFields()
  /// For each open choice between versions: whether one was read.
  @exclusivity(unchecked)
  private var choices: [Bool] = []
  @exclusivity(unchecked)
  private var isInText = false
  @exclusivity(unchecked)
  private var isInInstruction = false
  @exclusivity(unchecked)
  private var isHidden = false
  /// Whether the properties of a paragraph, or of a row, are open.
  @exclusivity(unchecked)
  private var isInParagraphProperties = false
  @exclusivity(unchecked)
  private var isInRowProperties = false
  /// For each open content control whether what it holds is passed over.
  @exclusivity(unchecked)
  private var controls: [Bool] = []
  /// Whether the note at hand is a line between text and notes.
  @exclusivity(unchecked)
  private var isSeparator = false

  /// A reader of a part.
  ///
  /// - Parameters:
  ///   - styles: what paragraph styles mean.
  ///   - numbering: the numberings, as far as they have counted.
  ///   - flow: where the blocks go.
  ///   - fixed: the kind of all paragraphs; nil where styles tell.
  init(
    styles: WordStyles, numbering: WordNumbering, flow: BlockFlow, fixed: BlockKind? = nil
  ) {
    self.styles = styles
    self.numbering = numbering
    self.flow = flow
    self.fixed = fixed
  }

  override func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    guard skipDepth == 0 else {
      skipDepth += 1
      return
    }
    path.enter(tag.name)
    let element = names.meaning(of: tag.name)
    if path.depth == 1, fixed == nil, element != .document { throw Self.noDocument }
    guard !passesOver(element) else {
      skipDepth = 1
      return
    }
    open.append(element)
    switch element {
    case .other, .skipped, .body, .document, .choice, .fallback: break
    case .text, .mathText: isInText = !isHidden && !isSeparator
    case .run: isHidden = false
    case .paragraph: beginParagraph()
    case .paragraphProperties: isInParagraphProperties = true
    case .paragraphStyle, .outlineLevel, .numbering, .numberingLevel, .vanish:
      readProperty(element, tag)
    case .deletion: deleteMark()
    case .tab: if !isInParagraphProperties { flow.appendBlank() }
    case .lineBreak: breakLine(tag)
    case .carriageReturn: flow.breakLine()
    case .noBreakHyphen: appendUnlessHidden("-")
    case .softHyphen: appendUnlessHidden("\u{AD}")
    case .symbol: readSymbol(tag)
    case .renderedPageBreak: if fixed == nil { flow.turnPage() }
    case .fieldCharacter: readFieldCharacter(tag)
    case .fieldInstruction: isInInstruction = true
    case .simpleField: beginSimpleField(tag)
    case .table, .gridColumn, .row, .rowProperties, .cell, .cellDeletion: startOfTable(element)
    case .note:
      let type = tag.value(.type, &attributes)?.string ?? "normal"
      isSeparator = type != "normal"
    case .alternateContent: choices.append(false)
    case .textBox: flow.beginBox()
    case .contentControl: controls.append(controls.last ?? false)
    case .galleryName:
      if tag.value(.value, &attributes)?.string == "Table of Contents" { passOverControl() }
    case .placeholderMark: if tag.value(.value, &attributes)?.isOff != true { passOverControl() }
    }
  }

  override func endElement() throws(XMLRefusal) {
    if skipDepth > 0 {
      skipDepth -= 1
      if skipDepth == 0 { path.leave() }
      return
    }
    switch open.popLast() {
    case .text, .mathText: isInText = false
    case .fieldInstruction: isInInstruction = false
    case .paragraph: endParagraph()
    case .paragraphProperties: isInParagraphProperties = false
    case .run: isHidden = false
    case .rowProperties: isInRowProperties = false
    case .cell: _ = flow.endCell()
    case .row: _ = flow.endRow(locator: path.locator)
    case .table: flow.endTable()
    case .simpleField: apply(fields.end())
    case .note: isSeparator = false
    case .alternateContent: _ = choices.popLast()
    case .textBox: flow.endBox()
    case .contentControl: _ = controls.popLast()
    default: break
    }
    path.leave()
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard skipDepth == 0 else { return }
    if isInText { flow.append(piece) } else if isInInstruction { fields.addInstruction(piece) }
  }

  /// The flow, once the part has been read.
  func finish() -> BlockFlow {
    flow.endPart()
    return flow
  }

  private static let noDocument = XMLRefusal(
    Message(
      en: "the root element is not that of a Word document",
      id: "elemen akarnya bukan elemen dokumen Word"))

  /// Whether an element is passed over with all in it.
  private func passesOver(_ element: WordElement) -> Bool {
    switch element {
    case .skipped: return true
    case .deletion: return !isInParagraphProperties && !isInRowProperties
    case .choice, .fallback:
      guard let last = choices.indices.last else { return element == .fallback }
      defer { choices[last] = true }
      return choices[last]
    case .paragraph, .table, .run: return controls.last == true
    default: return false
    }
  }

  // MARK: Paragraphs

  private func beginParagraph() {
    paragraphs.append(Paragraph(style: styles.meaning(of: nil)))
    flow.beginParagraph()
  }

  private func readProperty(_ element: WordElement, _ tag: XMLTag) {
    if element == .vanish {
      if !isInParagraphProperties, tag.value(.value, &attributes)?.isOff != true { isHidden = true }
      return
    }
    guard isInParagraphProperties, let last = paragraphs.indices.last,
      let value = tag.value(.value, &attributes)
    else { return }
    switch element {
    case .paragraphStyle: paragraphs[last].style = styles.meaning(of: value.string)
    case .outlineLevel: paragraphs[last].outline = value.integer
    case .numbering: paragraphs[last].numbering = value.integer
    case .numberingLevel: paragraphs[last].numberingLevel = value.integer
    default: break
    }
  }

  private func deleteMark() {
    if isInRowProperties {
      flow.deleteRow()
    } else if let last = paragraphs.indices.last {
      paragraphs[last].endIsDeleted = true
    }
  }

  private func endParagraph() {
    guard let paragraph = paragraphs.popLast() else { return }
    var label = NumberLabel()
    let number = paragraph.numbering ?? paragraph.style.numbering ?? 0
    let isItem = number != 0
    if isItem, !paragraph.endIsDeleted, !isSeparator {
      let level = paragraph.numberingLevel ?? paragraph.style.numberingLevel
      label = numbering.count(number, level: level) ?? label
    }
    var kind = kind(of: paragraph, isItem: isItem)
    // What `Pasal 3` stands before is known by its words, as in plain text.
    if kind == .listItem, label.hasWords { kind = .paragraph }
    flow.endParagraph(
      kind, label: label.text, isMark: label.isMark && kind == .listItem,
      labelStands: label.hasWords,
      joinsNext: paragraph.endIsDeleted, isUnwanted: paragraph.style.isIndex,
      locator: path.locator)
  }

  private func kind(of paragraph: Paragraph, isItem: Bool) -> BlockKind {
    if let fixed { return fixed }
    if let outline = paragraph.outline {
      if (0..<9).contains(outline) { return .heading(level: outline + 1) }
      if case .heading = paragraph.style.kind { return isItem ? .listItem : .paragraph }
    }
    if let kind = paragraph.style.kind, kind != .listItem { return kind }
    if paragraph.isCaption { return .caption }
    if paragraph.numbering == 0 { return .paragraph }
    return isItem ? .listItem : paragraph.style.kind ?? .paragraph
  }

  // MARK: Runs

  private func appendUnlessHidden(_ text: String) {
    if !isHidden, !isSeparator { flow.append(text) }
  }

  private func breakLine(_ tag: XMLTag) {
    flow.breakLine()
    // A page or column ends the paragraph too.
    if let type = tag.value(.type, &attributes)?.string, type == "page" || type == "column" {
      flow.breakLine()
    }
  }

  private func readSymbol(_ tag: XMLTag) {
    guard let code = tag.value(.character, &attributes)?.string,
      let value = UInt32(code, radix: 16)
    else { return }
    let font = tag.value(.font, &attributes)?.string ?? ""
    guard let scalar = SymbolFont.scalar(value, font: font) else { return }
    appendUnlessHidden(String(Character(scalar)))
  }

  // MARK: Fields

  private func readFieldCharacter(_ tag: XMLTag) {
    switch tag.value(.fieldType, &attributes)?.string {
    case "begin": apply(fields.begin())
    case "separate": beginResult()
    case "end": apply(fields.end())
    default: break
    }
  }

  private func beginResult() {
    let (kind, change) = fields.separate()
    apply(change)
    if kind == .sequence, let last = paragraphs.indices.last { paragraphs[last].isCaption = true }
  }

  private func beginSimpleField(_ tag: XMLTag) {
    apply(fields.begin())
    if let instruction = tag.value(.instruction, &attributes) {
      fields.addInstruction(instruction)
    }
    beginResult()
  }

  private func apply(_ change: WordFields.Change) {
    switch change {
    case .none: break
    case .beginsUnwanted: flow.beginUnwantedField()
    case .endsUnwanted: flow.endUnwantedField()
    }
  }

  // MARK: Tables and content controls

  private func startOfTable(_ element: WordElement) {
    switch element {
    case .table: flow.beginTable()
    case .gridColumn: flow.addColumns(1)
    case .row: flow.beginRow()
    case .rowProperties: isInRowProperties = true
    case .cell: flow.beginCell()
    case .cellDeletion: flow.deleteCell()
    default: break
    }
  }

  /// Passes over what the innermost content control holds.
  private func passOverControl() {
    if let last = controls.indices.last { controls[last] = true }
  }
}
