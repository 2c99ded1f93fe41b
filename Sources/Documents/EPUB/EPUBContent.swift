import XML

/// Reads the blocks of one page of an EPUB, which is XHTML
/// ([HTML Standard §4](https://html.spec.whatwg.org/multipage/semantics.html)).
///
/// All of a page is text of the book, menus aside: text that stands directly in a division is a
/// paragraph of its own.
final class EPUBContent: XMLContentHandler {
  /// What an element means to a reader of text.
  fileprivate enum Element {
    case inline
    case superscript, link
    case skipped
    case block
    case heading(Int)
    case item, quotation, caption
    case lineBreak
    case table, row, cell

  }

  private struct Open {
    var element: Element
    /// Kind of a paragraph directly in it.
    var kind: BlockKind
    var isNote: Bool
    var depth: Int
  }

  @exclusivity(unchecked)
  private(set) var flow: BlockFlow
  @exclusivity(unchecked)
  private var names = NameMeanings { (_: String, local: String) in EPUBContent.meaning(local) }
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
    case .inline, .superscript, .link, .skipped: break
    case .lineBreak: flow.breakLine()
    case .block: endParagraph()
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
    case .inline, .superscript, .link, .skipped, .lineBreak, nil: break
    case .block, .heading, .item, .quotation, .caption: endParagraph()
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
      paragraphDepth = open.last(where: { !$0.element.isInline })?.depth ?? 1
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
    let block = open.last(where: { !$0.element.isInline })
    flow.endParagraph(
      block.map { $0.isNote ? .note : $0.kind } ?? .paragraph,
      locator: path.locator(toDepth: min(paragraphDepth, path.depth)))
  }

  private static func meaning(_ name: String) -> Element {
    switch name {
    case "h1": .heading(1)
    case "h2": .heading(2)
    case "h3": .heading(3)
    case "h4": .heading(4)
    case "h5": .heading(5)
    case "h6": .heading(6)
    case "li", "dt", "dd": .item
    case "blockquote": .quotation
    case "figcaption", "caption": .caption
    case "br": .lineBreak
    case "sup": .superscript
    case "a": .link
    case "table": .table
    case "tr": .row
    case "td", "th": .cell
    case "head", "script", "style", "template", "nav", "svg", "math", "audio", "video", "iframe",
      "object", "canvas", "form", "rt", "rp", "noscript":
      .skipped
    case "html", "body", "address", "article", "aside", "center", "details", "div", "dl",
      "fieldset", "figure", "footer", "header", "hgroup", "hr", "main", "ol", "p", "pre",
      "section", "summary", "tbody", "tfoot", "thead", "ul":
      .block
    default: .inline
    }
  }
}

extension EPUBContent.Element {
  /// Whether text goes on across its ends.
  fileprivate var isInline: Bool {
    switch self {
    case .inline, .superscript, .link, .lineBreak, .skipped: true
    default: false
    }
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
