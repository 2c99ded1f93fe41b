/// What the looks of boxes and arrows mean, in as many rows as they need.
struct LayersLegend {
  /// A box or an arrow of a class, and what it means.
  enum Entry {
    case box(String, String)
    case line(String, String)

    var text: String {
      switch self {
      case .box(_, let text), .line(_, let text): text
      }
    }
  }

  private static let rowHeight = 22.0
  private let placed: [(entry: Entry, x: Double, row: Int)]
  /// The height of all rows.
  let height: Double

  init(_ entries: [Entry], width: Double, margin: Double) {
    var (x, row) = (margin, 0)
    var placed: [(entry: Entry, x: Double, row: Int)] = []
    for entry in entries {
      let room = 34 + SVGText.width(of: entry.text, size: 11)
      if x > margin, x + room > width - margin { (x, row) = (margin, row + 1) }
      placed.append((entry, x, row))
      x += room + 18
    }
    self.placed = placed
    height = Double(row + 1) * Self.rowHeight + 8
  }

  func draw(atY top: Double, _ out: inout SVGText) {
    for (entry, x, row) in placed {
      let y = top + Double(row) * Self.rowHeight
      switch entry {
      case .box(let className, _):
        out.empty(
          "rect",
          [
            ("class", className), ("x", SVGText.number(x)), ("y", SVGText.number(y)),
            ("width", "22"), ("height", "12"), ("rx", "3"),
          ])
      case .line(let look, _):
        out.empty(
          "path",
          [
            ("class", "relation \(look)"),
            ("d", "M\(SVGText.number(x)) \(SVGText.number(y + 6))h22"),
            ("marker-end", "url(#\(look)-head)"),
          ])
      }
      out.element(
        "text",
        [("class", "title"), ("x", SVGText.number(x + 30)), ("y", SVGText.number(y + 10))],
        entry.text)
    }
  }
}
