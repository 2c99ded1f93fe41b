import XML

/// Walks the content of a page and writes its blocks.
struct HTMLBlocks {
  private let tree: HTMLTree
  private let content: MainContent
  private(set) var text = StructuredText()
  private var line: [Unicode.Scalar] = []
  private var kind: BlockKind = .paragraph
  /// Whether the walk is inside a table whose rows are blocks.
  private var rowDepth = 0
  private var breaks = 0

  init(_ tree: HTMLTree, _ content: MainContent) {
    self.tree = tree
    self.content = content
  }

  /// The text of the page's content.
  static func read(_ tree: HTMLTree, boilerplate: Set<String>) -> StructuredText {
    let content = MainContent(tree, boilerplate: boilerplate)
    var blocks = HTMLBlocks(tree, content)
    blocks.leadingHeading()
    blocks.walk(from: content.root)
    blocks.flush()
    return blocks.text
  }

  /// The page's first heading, where it stands outside of the content.
  private mutating func leadingHeading() {
    let headings = tree.nodes.indices.filter { tree.nodes[$0].name == "h1" }
    guard headings.count == 1, let heading = headings.first, !isBelow(heading, content.root),
      !content.isSkipped[heading] || tree.nodes[tree.nodes[heading].parent].name == "header"
    else { return }
    kind = .heading(level: 1)
    for index in tree.nodes.indices where tree.nodes[index].isText && isBelow(index, heading) {
      append(tree.nodes[index].text)
    }
    flush()
  }

  private func isBelow(_ index: Int, _ ancestor: Int) -> Bool {
    var above = index
    while above >= 0 {
      if above == ancestor { return true }
      above = tree.nodes[above].parent
    }
    return false
  }

  /// Visits the nodes below an element without recursion.
  private mutating func walk(from root: Int) {
    var stack: [(node: Int, next: Int)] = [(root, 0)]
    enter(root)
    while let (node, next) = stack.last {
      guard next < tree.nodes[node].children.count else {
        leave(node)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let child = tree.nodes[node].children[next]
      guard !content.isSkipped[child] else { continue }
      if tree.nodes[child].isText {
        append(tree.nodes[child].text)
      } else if !isReferenceMark(child) {
        enter(child)
        stack.append((child, 0))
      }
    }
  }

  private mutating func enter(_ index: Int) {
    let name = tree.nodes[index].name
    if name == "br" {
      breaks += 1
      if breaks >= 2, rowDepth == 0 { flush() } else { line.append(" ") }
      return
    }
    if rowDepth > 0 {
      if name == "table" { rowDepth += 1 }
      if name == "tr" || name == "caption" { flush() }
      if name == "td" || name == "th" { separateCell() }
      if HTMLElements.blocks.contains(name) { line.append(" ") }
      return
    }
    guard HTMLElements.blocks.contains(name) || name == "td" || name == "th" else { return }
    flush()
    if name == "table", isData(index) { rowDepth = 1 }
    kind = kindInside(index)
  }

  private mutating func leave(_ index: Int) {
    let name = tree.nodes[index].name
    if rowDepth > 0 {
      if name == "tr" { flush() }
      if name == "caption" {
        text.add(.caption, singleSpaced())
        line.removeAll(keepingCapacity: true)
      }
      if name == "table" {
        flush()
        rowDepth -= 1
        kind = kindInside(tree.nodes[index].parent)
      }
      return
    }
    guard HTMLElements.blocks.contains(name) || name == "td" || name == "th" else { return }
    flush()
    kind = kindInside(tree.nodes[index].parent)
  }

  /// The kind of a line of text directly in an element.
  private func kindInside(_ index: Int) -> BlockKind {
    if rowDepth > 0 { return .tableRow }
    var above = index
    while above > 0 {
      let name = tree.nodes[above].name
      if let level = HTMLElements.headingLevel(name) { return .heading(level: level) }
      switch name {
      case "li", "dd", "dt": return .listItem
      case "blockquote": return .quotation
      case "figcaption", "caption": return .caption
      case "body", "article", "main", "table": return .paragraph
      default: above = tree.nodes[above].parent
      }
    }
    return .paragraph
  }

  /// Whether a table holds data rather than the layout of the page: rows of several short cells.
  private func isData(_ table: Int) -> Bool {
    guard tree.nodes[table]["role"] != "presentation" else { return false }
    var stack = tree.nodes[table].children
    var broadest = 0
    while let index = stack.popLast() {
      let node = tree.nodes[index]
      if node.name == "table" { return false }
      if node.name == "tr" {
        let cells = node.children.filter {
          tree.nodes[$0].name == "td" || tree.nodes[$0].name == "th"
        }
        broadest = max(broadest, cells.count)
        for cell in cells
        where tree.nodes[cell].children.filter({ tree.nodes[$0].name == "p" }).count > 3 {
          return false
        }
      }
      stack.append(contentsOf: node.children)
    }
    return broadest >= 2
  }

  /// Whether an element is a mark such as `[3]` that leads to a note.
  private func isReferenceMark(_ index: Int) -> Bool {
    guard tree.nodes[index].name == "sup" else { return false }
    var hasLink = false
    var stack = tree.nodes[index].children
    while let next = stack.popLast() {
      let node = tree.nodes[next]
      if node.name == "a" { hasLink = true }
      for byte in node.text
      where !(byte >= 0x30 && byte <= 0x39) && byte != 0x5B && byte != 0x5D && byte > 0x20 {
        return false
      }
      stack.append(contentsOf: node.children)
    }
    return hasLink
  }

  /// Adds text with its blanks made one.
  private mutating func append(_ bytes: [UInt8]) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        if let last = line.last, last != " " { line.append(" ") }
      default:
        line.append(scalar)
        breaks = 0
      }
    }
  }

  private mutating func flush() {
    breaks = 0
    guard !line.isEmpty else { return }
    let isRow = rowDepth > 0
    if isRow { dropSeparator() }
    text.add(isRow ? .tableRow : kind, singleSpaced())
    line.removeAll(keepingCapacity: true)
  }

  private func singleSpaced() -> [Unicode.Scalar] {
    var single: [Unicode.Scalar] = []
    single.reserveCapacity(line.count)
    for scalar in line where scalar != " " || single.last != " " { single.append(scalar) }
    return single
  }

  /// Puts ` | ` between two cells with text.
  private mutating func separateCell() {
    dropSeparator()
    guard line.contains(where: { $0 != " " }) else { return }
    line.append(contentsOf: " | ".unicodeScalars)
  }

  /// Takes a separator away that no cell with text follows.
  private mutating func dropSeparator() {
    while let last = line.last, last == " " { line.removeLast() }
    if line.count >= 2, line.last == "|", line[line.count - 2] == " " { line.removeLast(2) }
  }
}
