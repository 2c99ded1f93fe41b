import XML

/// Tells tables of data from those that lay a page out.
struct PageTables {
  private struct Table {
    var rows = 0
    var cells = 0
    var broadest = 0
    var paragraphs = 0
    var longestCell: Int32 = 0
    var text: Int32 = 0
    var hasHeader = false
    /// Whether a table or a heading stands in it, or the page calls it one of layout.
    var isLayout = false

    /// Rows of several short cells.
    var isData: Bool {
      guard !isLayout, broadest >= 2, paragraphs <= cells * 2 else { return false }
      return hasHeader
        ? longestCell <= 2_000 : longestCell <= 400 && Int(text) <= cells * 120
    }
  }

  /// The nodes that are tables of data.
  let data: Set<Int>

  init(_ page: PageNodes, _ content: MainContent) {
    let nodes = page.tree.nodes
    var tables: [Table] = []
    var starts: [Int] = []
    /// The innermost table of each node; -1 outside.
    var innermost = [Int32](repeating: -1, count: nodes.count)
    var columns = 0
    for index in nodes.indices where index > 0 && !content.isSkipped[index] {
      let table = Int(innermost[Int(nodes[index].parent)])
      innermost[index] = Int32(table)
      guard nodes[index].name != 0 else { continue }
      let element = page.element(index)
      if case .table = element {
        if table >= 0 { tables[table].isLayout = true }
        innermost[index] = Int32(tables.count)
        starts.append(index)
        var found = Table()
        found.isLayout =
          page.has(page.role, "presentation", index) || page.has(page.role, "none", index)
        found.text = content.textLength[index]
        tables.append(found)
        continue
      }
      guard table >= 0 else { continue }
      switch element {
      case .row:
        tables[table].rows += 1
        columns = 0
      case .cell(let isHeader):
        columns += 1
        tables[table].cells += 1
        tables[table].broadest = max(tables[table].broadest, columns)
        tables[table].longestCell = max(tables[table].longestCell, content.textLength[index])
        if isHeader { tables[table].hasHeader = true }
      case .caption, .tableHead: tables[table].hasHeader = true
      case .paragraph: tables[table].paragraphs += 1
      case .heading, .content: tables[table].isLayout = true
      default: break
      }
    }
    data = Set(zip(starts, tables).filter { $0.1.isData }.map(\.0))
  }
}
