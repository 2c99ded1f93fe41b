import Foundation

/// A table of figures: names on the left, numbers on the right.
struct FigureTable {
  /// Captions of the columns, that of the names first.
  let heads: [String]
  private(set) var rows: [[String]] = []

  init(heads: [String]) { self.heads = heads }

  /// Adds a row with as many cells as there are heads.
  mutating func add(_ row: [String]) {
    precondition(row.count == heads.count, "a row has a cell for each head")
    rows.append(row)
  }

  /// Lines for a terminal, columns aligned by spaces, ending with a line feed.
  var text: String {
    let widths = heads.indices.map { column in
      ([heads] + rows).map { $0[column].count }.max() ?? 0
    }
    return ([heads] + rows).map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 ? cell + space : "  \(space)\(cell)"
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// A table of Markdown, ending with a line feed.
  var markdown: String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacingOccurrences(of: "|", with: "\\|") }.joined(separator: " | ")
        + " |\n"
    }
    let rule = ["---"] + heads.dropFirst().map { _ in "---:" }
    return line(heads) + line(rule) + rows.map(line).joined()
  }

  /// A share as `0.953`.
  static func share(_ value: Double) -> String { String(format: "%.3f", value) }
}
