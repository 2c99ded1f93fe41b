import XML

/// Walks the content of a page and writes its blocks.
///
/// The text of a line is gathered as bytes; elements that end a line hand it over as a block.
struct HTMLBlocks {
  /// An element on the way to the node at hand.
  private struct Frame {
    var node: Int
    /// The child to visit next; -1 after the last.
    var next: Int
    /// The kind of a line right in the element.
    var kind: BlockKind
    /// Number of the language it is written in; 0 where the page says none.
    var language: Int
    /// How many bytes of the path lead to it.
    var pathEnd: Int
    /// Whether a line ends before and after it.
    var endsLine: Bool
    /// Whether its kind stays for what is in it, as that of notes does.
    var keepsKind: Bool
    var isPreformatted: Bool
  }

  private let page: PageNodes
  private let content: MainContent
  private let tables: PageTables
  private let notes: NameWords
  private let references: NameWords
  private let names: [[UInt8]]
  private var text = StructuredText()
  private var line: [UInt8] = []
  private var frames: [Frame] = []
  /// The XPath of the innermost element.
  private var path: [UInt8] = []
  private var languages = [""]
  /// Tables around the node at hand, from the outermost of data on.
  private var rowDepth = 0
  private var breaks = 0
  private var quoteDepth = 0

  private var tree: HTMLTree { page.tree }

  /// The text of a page's content.
  ///
  /// - Parameters:
  ///   - tree: the page.
  ///   - words: by whose names menus, notes and works cited are told.
  /// - Returns: the text with a block for each line.
  static func read(_ tree: HTMLTree, words: LineWords) -> StructuredText {
    let page = PageNodes(tree)
    let content = MainContent(page, words)
    var blocks = HTMLBlocks(page, content, words)
    blocks.leadingHeading()
    blocks.walk(from: content.root)
    return blocks.text
  }

  private init(_ page: PageNodes, _ content: MainContent, _ words: LineWords) {
    self.page = page
    self.content = content
    tables = PageTables(page, content)
    notes = words.noteNames
    references = words.referenceNames
    names = page.tree.names.map { Array($0.utf8) }
  }

  /// The page's first heading, where it stands outside of the content.
  private mutating func leadingHeading() {
    var found: Int?
    for index in tree.nodes.indices where tree.nodes[index].name != 0 {
      guard case .heading(level: 1) = page.element(index) else { continue }
      guard found == nil else { return }
      found = index
    }
    guard let heading = found else { return }
    var above = heading
    while above > 0 {
      if above == content.root { return }
      above = Int(tree.nodes[above].parent)
    }
    guard content.root != 0, !content.isSkipped[heading] || isInHeader(heading) else { return }
    walk(from: heading)
  }

  private func isInHeader(_ index: Int) -> Bool {
    if case .pageHeader = page.element(Int(tree.nodes[index].parent)) { return true }
    return false
  }

  // MARK: Walk

  /// Visits the nodes below an element without recursion.
  private mutating func walk(from root: Int) {
    openPath(to: root)
    frames = []
    enter(root)
    while let frame = frames.last {
      guard frame.next >= 0 else {
        leave()
        continue
      }
      let child = frame.next
      frames[frames.count - 1].next = Int(tree.nodes[child].nextSibling)
      guard !content.isSkipped[child] || content.isSkipped[root] else { continue }
      if tree.nodes[child].name == 0 {
        if frame.isPreformatted {
          appendLines(tree.text(of: child))
        } else {
          append(tree.text(of: child))
        }
      } else if !isReferenceMark(child) {
        enter(child)
      }
    }
    flush()
  }

  /// Writes the path to the element above one.
  private mutating func openPath(to root: Int) {
    path.removeAll(keepingCapacity: true)
    var above: [Int] = []
    var index = root > 0 ? Int(tree.nodes[root].parent) : 0
    while index > 0 {
      above.append(index)
      index = Int(tree.nodes[index].parent)
    }
    for index in above.reversed() { extendPath(index) }
  }

  private mutating func extendPath(_ index: Int) {
    let node = tree.nodes[index]
    guard node.name != 0 else { return }
    path.append(0x2F)
    path.append(contentsOf: names[Int(node.name)])
    path.append(0x5B)
    if node.position < 10 {
      path.append(0x30 + UInt8(node.position))
    } else {
      path.append(contentsOf: String(node.position).utf8)
    }
    path.append(0x5D)
  }

  private mutating func enter(_ index: Int) {
    let element = page.element(index)
    if case .lineBreak = element { return breakLine() }
    let above = frames.last
    var frame = Frame(
      node: index, next: Int(tree.nodes[index].firstChild), kind: above?.kind ?? .paragraph,
      language: above?.language ?? 0, pathEnd: 0, endsLine: element.endsLine,
      keepsKind: above?.keepsKind ?? false, isPreformatted: above?.isPreformatted ?? false)
    if rowDepth > 0 {
      enterInTable(element, &frame)
    } else if element.endsLine {
      flush()
      if case .table = element, tables.data.contains(index) { rowDepth = 1 }
      if case .preformatted = element { frame.isPreformatted = true }
      setKind(element, index, &frame)
    } else if case .quote = element {
      line.append(contentsOf: (quoteDepth.isMultiple(of: 2) ? "“" : "‘").utf8)
      quoteDepth += 1
    }
    setLanguage(index, &frame)
    extendPath(index)
    frame.pathEnd = path.count
    frames.append(frame)
  }

  private mutating func enterInTable(_ element: HTMLElement, _ frame: inout Frame) {
    frame.endsLine = false
    switch element {
    case .table: rowDepth += 1
    case .row, .caption:
      flush()
      frame.endsLine = true
      frame.kind = .tableRow
      if case .caption = element { frame.kind = .caption }
    case .cell: separateCell()
    default: if element.endsLine { space() }
    }
  }

  private mutating func leave() {
    guard let frame = frames.last else { return }
    let element = page.element(frame.node)
    if frame.endsLine {
      flush()
    } else if rowDepth > 0, element.endsLine {
      space()
    } else if case .quote = element, quoteDepth > 0 {
      quoteDepth -= 1
      line.append(contentsOf: (quoteDepth.isMultiple(of: 2) ? "”" : "’").utf8)
    }
    if rowDepth > 0, case .table = element { rowDepth -= 1 }
    frames.removeLast()
    path.removeLast(path.count - (frames.last?.pathEnd ?? 0))
  }

  /// The kind of a line of text right in an element.
  private func setKind(_ element: HTMLElement, _ index: Int, _ frame: inout Frame) {
    if let kind = namedKind(index) {
      frame.kind = kind
      frame.keepsKind = true
      return
    }
    switch element {
    case .heading(let level): frame.kind = .heading(level: level)
    case .item: if !frame.keepsKind { frame.kind = .listItem }
    case .quotation: if !frame.keepsKind { frame.kind = .quotation }
    case .caption: frame.kind = .caption
    case .page, .content, .table: if !frame.keepsKind { frame.kind = .paragraph }
    default: break
    }
  }

  /// The kind that the name or the role of an element tells: notes and lists of works cited
  /// ([DPUB-ARIA](https://www.w3.org/TR/dpub-aria-1.1/#role_definitions)).
  private func namedKind(_ index: Int) -> BlockKind? {
    if page.role != nil, let role = page.lowercased(page.role, index) {
      switch role {
      case "doc-footnote", "doc-endnote", "doc-endnotes": return .note
      case "doc-bibliography", "doc-biblioentry": return .bibliographyEntry
      default: break
      }
    }
    switch page.element(index) {
    case .page, .content, .heading, .table, .row, .cell: return nil
    default: break
    }
    for attribute in [page.classes, page.identifiers] {
      guard let value = tree.value(of: attribute, of: index) else { continue }
      if references.matches(tree.bytes, value) { return .bibliographyEntry }
      if notes.matches(tree.bytes, value) { return .note }
    }
    return nil
  }

  /// The language of a part of the page; that of the whole is no one's in particular.
  private mutating func setLanguage(_ index: Int, _ frame: inout Frame) {
    guard frame.endsLine, page.language != nil,
      let value = tree.value(of: page.language, of: index), !value.isEmpty
    else { return }
    if case .page = page.element(index) { return }
    let tag = tree.string(value)
    if let known = languages.firstIndex(of: tag) {
      frame.language = known
    } else if languages.count < Self.mostLanguages {
      languages.append(tag)
      frame.language = languages.count - 1
    }
  }

  /// Languages of one page that are told apart.
  private static let mostLanguages = 64

  /// Whether an element is a mark such as `[3]` that leads to a note, or back from one.
  private func isReferenceMark(_ index: Int) -> Bool {
    var hasLink = false
    var isRaised = false
    switch page.element(index) {
    case .superscript: isRaised = true
    case .link:
      if page.has(page.role, "doc-noteref", index) || page.has(page.role, "doc-backlink", index) {
        return true
      }
      guard let target = tree.value(of: page.href, of: index),
        tree.bytes[target].first == UInt8(ascii: "#")
      else { return false }
      hasLink = true
    default: return false
    }
    guard content.textLength[index] <= Self.longestMark else { return false }
    var next = index + 1
    var (letters, digits) = (0, 0)
    while next < tree.nodes.count, tree.nodes[next].parent >= index {
      guard next - index <= Self.mostMarkNodes else { return false }
      if tree.nodes[next].name != 0 {
        if case .link = page.element(next) { hasLink = true }
        if case .superscript = page.element(next) { isRaised = true }
      }
      for byte in tree.bytes[tree.text(of: next)] {
        if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A { letters += 1 }
        if byte >= 0x30, byte <= 0x39 { digits += 1 }
      }
      next += 1
    }
    // A year that leads somewhere is no mark.
    return hasLink && letters <= (isRaised ? 1 : 0) && (isRaised || digits <= 3)
  }

  /// Longest mark in visible bytes.
  private static let longestMark: Int32 = 8
  private static let mostMarkNodes = 16

  // MARK: Lines

  private mutating func breakLine() {
    if frames.last?.isPreformatted == true { return appendLines(nil) }
    breaks += 1
    if breaks >= 2, rowDepth == 0 { flush() } else { space() }
  }

  private mutating func space() {
    if let last = line.last, last != 0x20 { line.append(0x20) }
  }

  /// Adds text with its blanks made one.
  private mutating func append(_ range: Range<Int>) {
    if FoldedText.append(range, of: tree.bytes, to: &line) { breaks = 0 }
  }

  /// Adds text whose line breaks are meant: a blank line ends a block.
  private mutating func appendLines(_ range: Range<Int>?) {
    guard let range else {
      breaks += 1
      if breaks >= 2, rowDepth == 0 { flush() } else { space() }
      return
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = tree.bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      append(start..<end)
      if end < range.upperBound { appendLines(nil) }
      start = end + 1
    }
  }

  private mutating func flush() {
    breaks = 0
    guard !line.isEmpty else { return }
    defer { line.removeAll(keepingCapacity: true) }
    var frame = frames.count - 1
    while frame > 0, !frames[frame].endsLine { frame -= 1 }
    guard frame >= 0 else { return }
    let kind = frames[frame].kind
    if kind == .tableRow { dropSeparator() }
    let locator = String(decoding: path[..<frames[frame].pathEnd], as: UTF8.self)
    let language = frames[frame].language
    text.add(
      kind, utf8: line, locator: locator,
      language: language > 0 ? languages[language] : nil)
  }

  /// Puts ` | ` between two cells with text.
  private mutating func separateCell() {
    dropSeparator()
    guard line.contains(where: { $0 != 0x20 }) else { return }
    line.append(contentsOf: " | ".utf8)
  }

  /// Takes a separator away that no cell with text follows.
  private mutating func dropSeparator() {
    while line.last == 0x20 { line.removeLast() }
    if line.count >= 2, line.last == UInt8(ascii: "|"), line[line.count - 2] == 0x20 {
      line.removeLast(2)
    }
  }
}
