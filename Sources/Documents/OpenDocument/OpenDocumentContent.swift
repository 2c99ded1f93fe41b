import Diagnostics
import XML

/// Reads the styles, the text and the properties of an OpenDocument file or of a part of it.
final class OpenDocumentContent: XMLContentHandler {
  private struct Paragraph {
    var kind: BlockKind
    var label: NumberLabel
    var isUnwanted: Bool
  }

  @exclusivity(unchecked)
  private(set) var flow: BlockFlow
  @exclusivity(unchecked)
  private var styles = OpenDocumentStylesReader()
  @exclusivity(unchecked)
  private var names = NameMeanings(OpenDocumentElement.named)
  @exclusivity(unchecked)
  private var attributes = NameMeanings(OpenDocumentAttribute.named)
  @exclusivity(unchecked)
  private var path = ElementPath()
  @exclusivity(unchecked)
  private var open: [OpenDocumentElement] = []
  /// For each open element whether text directly in it is text of a paragraph.
  @exclusivity(unchecked)
  private var takesText: [Bool] = []
  @exclusivity(unchecked)
  private var skipDepth = 0
  @exclusivity(unchecked)
  private var paragraphs: [Paragraph] = []
  @exclusivity(unchecked)
  private var lists = OpenDocumentLists()
  @exclusivity(unchecked)
  private var repeats: [Int] = []
  @exclusivity(unchecked)
  private var isInDocument = false
  @exclusivity(unchecked)
  private var noteDepth = 0
  @exclusivity(unchecked)
  private var bibliographyDepth = 0
  /// Open elements from that of the properties on.
  @exclusivity(unchecked)
  private var metaDepth = 0
  private let properties = CorePropertiesContent()

  /// A reader whose blocks go into a flow.
  init(flow: BlockFlow) { self.flow = flow }

  /// What the file says of itself, where it holds its properties.
  var metadata: DocumentMetadata { properties.result }

  /// Says which part is read next; its path begins anew.
  func beginPart(_ part: String?) {
    flow.part = part
    path = ElementPath()
    // The parser of another part numbers its names anew.
    names = NameMeanings(OpenDocumentElement.named)
    attributes = NameMeanings(OpenDocumentAttribute.named)
  }

  /// Writes what still waits.
  func finish() { flow.endPart() }

  override func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    guard skipDepth == 0 else {
      skipDepth += 1
      return
    }
    guard metaDepth == 0 else {
      metaDepth += 1
      properties.startElement(tag)
      return
    }
    path.enter(tag.name)
    let element = names.meaning(of: tag.name)
    if path.depth == 1, element != .root { throw Self.noDocument }
    guard !isPassedOver(element, tag) else {
      skipDepth = 1
      return
    }
    switch element {
    case .meta: metaDepth = 1
    case .documentText: isInDocument = true
    case .otherDocument:
      if path.depth == 3 { throw Self.otherDocument(String(cString: tag.name.local)) }
    case .style, .textProperties, .listStyle, .outlineStyle, .numberLevel, .bulletLevel,
      .levelAlignment:
      styles.start(element, tag, &attributes)
    default:
      if isInDocument { startContent(element, tag) }
    }
    open.append(element)
    switch element {
    case .heading, .paragraph: takesText.append(true)
    case .inline, .span, .sequence: takesText.append(takesText.last ?? false)
    default: takesText.append(false)
    }
  }

  override func endElement() throws(XMLRefusal) {
    if skipDepth > 0 {
      skipDepth -= 1
      if skipDepth == 0 { path.leave() }
      return
    }
    if metaDepth > 1 {
      metaDepth -= 1
      properties.endElement()
      return
    }
    metaDepth = 0
    takesText.removeLast()
    switch open.removeLast() {
    case .documentText: isInDocument = false
    case .style: styles.end(.style)
    case .listStyle: styles.end(.listStyle)
    case .outlineStyle: styles.end(.outlineStyle)
    case .numberLevel: styles.end(.numberLevel)
    case .bulletLevel: styles.end(.bulletLevel)
    case let element:
      if isInDocument { try endContent(element) }
    }
    path.leave()
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard skipDepth == 0 else { return }
    if metaDepth > 1 {
      properties.text(piece)
    } else if takesText.last == true {
      flow.append(piece, collapses: true)
    }
  }

  private static let noDocument = XMLRefusal(
    Message(
      en: "the root element is not that of an OpenDocument file",
      id: "elemen akarnya bukan elemen berkas OpenDocument"))

  private static func otherDocument(_ name: String) -> XMLRefusal {
    XMLRefusal(
      Message(
        en: "the file holds a \(name) and no text; save a sheet as CSV, anything else as PDF",
        id: "isinya \(name), bukan teks; simpan lembar sebagai CSV, yang lain sebagai PDF"))
  }

  private static let tooMuchRepetition = XMLRefusal(
    Message(
      en: "repeated cells and rows add more than \(BlockFlow.mostRepeatedBytes) bytes of text",
      id: "sel dan baris berulang menambah lebih dari \(BlockFlow.mostRepeatedBytes) bita teks"))

  /// Whether an element is passed over with all in it.
  private func isPassedOver(_ element: OpenDocumentElement, _ tag: XMLTag) -> Bool {
    switch element {
    case .skipped: true
    case .section: tag.value(.display, &attributes)?.string == "none"
    case .span:
      tag.value(.styleName, &attributes).map {
        styles.result.meaning(of: $0.string, family: "text").isHidden
      } ?? false
    default: false
    }
  }

  // MARK: Content

  private func startContent(_ element: OpenDocumentElement, _ tag: XMLTag) {
    switch element {
    case .heading, .paragraph: beginParagraph(element, tag)
    case .spaces, .tab: flow.appendBlank()
    case .lineBreak: flow.breakLine()
    case .pageBreak: flow.turnPage()
    case .sequence:
      if let last = paragraphs.indices.last, paragraphs[last].kind == .paragraph {
        paragraphs[last].kind = .caption
      }
    case .list:
      lists.begin(
        style: tag.value(.styleName, &attributes)?.string,
        identifier: tag.value(.identifier, &attributes)?.string,
        continues: tag.value(.continuesNumbering, &attributes)?.string == "true",
        other: tag.value(.continuesList, &attributes)?.string, styles.result)
    case .listItem: lists.beginItem(startValue: tag.value(.startValue, &attributes)?.integer)
    case .table: flow.beginTable()
    case .column: flow.addColumns(tag.value(.columnsRepeated, &attributes)?.integer ?? 1)
    case .row:
      repeats.append(tag.value(.rowsRepeated, &attributes)?.integer ?? 1)
      flow.beginRow()
    case .cell:
      repeats.append(tag.value(.columnsRepeated, &attributes)?.integer ?? 1)
      flow.beginCell()
    case .note:
      noteDepth += 1
      flow.beginNote()
    case .textBox: flow.beginBox()
    case .bibliography: bibliographyDepth += 1
    default: break
    }
  }

  private func endContent(_ element: OpenDocumentElement) throws(XMLRefusal) {
    switch element {
    case .heading, .paragraph: endParagraph()
    case .list: lists.end()
    case .table: flow.endTable()
    case .row:
      guard flow.endRow(times: repeats.popLast() ?? 1, locator: path.locator) else {
        throw Self.tooMuchRepetition
      }
    case .cell:
      guard flow.endCell(times: repeats.popLast() ?? 1) else { throw Self.tooMuchRepetition }
    case .note:
      noteDepth -= 1
      flow.endNote()
    case .textBox: flow.endBox()
    case .bibliography: bibliographyDepth -= 1
    default: break
    }
  }

  private func beginParagraph(_ element: OpenDocumentElement, _ tag: XMLTag) {
    flow.beginParagraph()
    let style = tag.value(.styleName, &attributes).map {
      styles.result.meaning(of: $0.string, family: "paragraph")
    }
    var label = lists.isInList ? lists.takeLabel() : NumberLabel()
    var kind = style?.kind ?? (lists.isInList ? .listItem : .paragraph)
    if noteDepth > 0 {
      kind = .note
      label = NumberLabel()
    } else if open.last == .indexTitle {
      kind = .heading(level: 1)
    } else if bibliographyDepth > 0 {
      kind = .bibliographyEntry
    } else if element == .heading {
      let level = min(max(tag.value(.outlineLevel, &attributes)?.integer ?? 1, 1), 10)
      kind = .heading(level: level)
      if !lists.isInList { label = lists.countHeading(level: level, styles.result) }
    }
    // What `Pasal 3` stands before is known by its words, as in plain text.
    if kind == .listItem, label.hasWords { kind = .paragraph }
    paragraphs.append(
      Paragraph(
        kind: kind, label: label, isUnwanted: style?.isHidden == true || style?.isIndex == true))
  }

  private func endParagraph() {
    guard let paragraph = paragraphs.popLast() else { return }
    flow.endParagraph(
      paragraph.kind, label: paragraph.label.text,
      isMark: paragraph.label.isMark && paragraph.kind == .listItem,
      labelStands: paragraph.label.hasWords, isUnwanted: paragraph.isUnwanted,
      locator: path.locator)
  }
}
