import XML

/// Reads the blocks of one page of an EPUB, which is XHTML
/// ([HTML Standard §4](https://html.spec.whatwg.org/multipage/semantics.html)).
///
/// All of a page is text of the book, menus aside: text that stands directly in a division is a
/// paragraph of its own.
final class EPUBContent: XMLContentHandler {
  private struct Open {
    var element: HTMLElement
    /// Kind of a paragraph directly in it.
    var kind: BlockKind
    var isNote: Bool
    var depth: Int
  }

  @exclusivity(unchecked)
  private(set) var flow: BlockFlow
  @exclusivity(unchecked)
  private var names = NameMeanings { (_: String, local: String) in HTMLElement(local) }
  @exclusivity(unchecked)
  private var path = ElementPath()
  @exclusivity(unchecked)
  private var open: [Open] = []
  @exclusivity(unchecked)
  private var skipDepth = 0
  /// Depth of the block that the open paragraph stands in.
  @exclusivity(unchecked)
  private var paragraphDepth = 0
  /// Open paragraphs: one of the page, or of each cell.
  @exclusivity(unchecked)
  private var isInParagraph = false

  /// A reader whose blocks go into a flow.
  init(flow: BlockFlow) { self.flow = flow }

  override func startElement(_ tag: XMLTag) {
    guard skipDepth == 0 else {
      skipDepth += 1
      return
    }
    path.enter(tag.name)
    let element = names.meaning(of: tag.name)
    let semantics = Semantics(tag)
    if case .skipped = element { skipDepth = 1 }
    if semantics.isLeftOut { skipDepth = 1 }
    let above = open.last
    switch (above?.element, element) {
    // A raised link is the mark of a note.
    case (.superscript, .link), (.link, .superscript): skipDepth = 1
    default: break
    }
    guard skipDepth == 0 else { return }
    var next = Open(
      element: element, kind: above?.kind ?? .paragraph, isNote: above?.isNote ?? false,
      depth: path.depth)
    switch element {
    case .none, .inline, .quote, .superscript, .link, .skipped: break
    case .lineBreak: flow.breakLine()
    case .block, .paragraph, .preformatted, .list, .tableHead, .content, .pageHeader, .page,
      .margin:
      endParagraph()
    case .heading(let level):
      endParagraph()
      next.kind = .heading(level: level)
    case .item:
      endParagraph()
      next.kind = .listItem
    case .quotation:
      endParagraph()
      next.kind = .quotation
    case .caption:
      endParagraph()
      next.kind = .caption
    case .table:
      endParagraph()
      next.kind = .paragraph
      flow.beginTable()
    case .row:
      endParagraph()
      flow.beginRow()
    case .cell:
      endParagraph()
      next.kind = .paragraph
      flow.beginCell()
    }
    if semantics.isNote { next.isNote = true }
    open.append(next)
  }

  override func endElement() {
    if skipDepth > 0 {
      skipDepth -= 1
      if skipDepth == 0 { path.leave() }
      return
    }
    switch open.last?.element {
    case .none?, .inline, .quote, .superscript, .link, .skipped, .lineBreak, nil: break
    case .block, .paragraph, .preformatted, .list, .tableHead, .content, .pageHeader, .page,
      .margin, .heading, .item, .quotation, .caption:
      endParagraph()
    case .table:
      endParagraph()
      flow.endTable()
    case .row:
      endParagraph()
      _ = flow.endRow(locator: path.locator)
    case .cell:
      endParagraph()
      _ = flow.endCell()
    }
    _ = open.popLast()
    path.leave()
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard skipDepth == 0, !open.isEmpty else { return }
    if !isInParagraph {
      guard piece.contains(where: { $0 > 0x20 }) else { return }
      paragraphDepth = open.last(where: { $0.element.endsLine })?.depth ?? 1
      flow.beginParagraph()
      isInParagraph = true
    }
    flow.append(piece, collapses: true)
  }

  /// The flow, once the page has been read.
  func finish() -> BlockFlow {
    endParagraph()
    flow.endPart()
    return flow
  }

  private func endParagraph() {
    guard isInParagraph else { return }
    isInParagraph = false
    let block = open.last(where: { $0.element.endsLine })
    flow.endParagraph(
      block.map { $0.isNote ? .note : $0.kind } ?? .paragraph,
      locator: path.locator(toDepth: min(paragraphDepth, path.depth)))
  }
}

extension EPUBContent {
  /// What the attributes of an element say of its part in the book
  /// ([EPUB structural semantics](https://www.w3.org/TR/epub-ssv-11/),
  /// [DPUB-ARIA](https://www.w3.org/TR/dpub-aria-1.1/)).
  private struct Semantics {
    /// Whether it holds footnotes or endnotes.
    var isNote = false
    /// Whether it is no text of the book: a mark that leads to a note or back, a page number, a
    /// list of contents.
    var isLeftOut = false

    init(_ tag: XMLTag) {
      for attribute in tag.attributes {
        switch String(cString: attribute.name.local) {
        case "type", "role", "class":
          for word in attribute.value.string.split(separator: " ") { take(String(word)) }
        case "hidden": isLeftOut = true
        default: break
        }
      }
    }

    private mutating func take(_ word: String) {
      switch word {
      case "footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes",
        "doc-footnote", "doc-endnote", "doc-endnotes":
        isNote = true
      case "noteref", "doc-noteref", "footnote-ref", "backlink", "doc-backlink", "footnote-back",
        "pagebreak", "doc-pagebreak", "toc", "doc-toc", "landmarks", "page-list", "doc-pagelist":
        isLeftOut = true
      default: break
      }
    }
  }
}
