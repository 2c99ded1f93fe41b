import Diagnostics

/// What is wrong with cells, up to a bound.
struct TableProblems {
  /// Most problems that are told one by one.
  private static let most = 100

  private var told: [Diagnostic] = []
  private var untold = 0

  /// Whether further problems are still told one by one.
  var areTold: Bool { told.count < Self.most }

  /// Notes what is wrong with a cell.
  mutating func add(
    _ value: CellValue, of cells: RowCells, severity: Severity = .warning, _ message: Message
  ) {
    guard areTold else {
      untold += 1
      return
    }
    let position = cells.position(of: value)
    let column = value.column.map { "\($0): " } ?? ""
    told.append(
      Diagnostic(
        id: "table.cell", severity: severity,
        message: Message(en: column + message.english, id: column + message.indonesian),
        location: position..<position))
  }

  /// All that was noted, in the order of the rows.
  var diagnostics: [Diagnostic] {
    guard untold > 0 else { return told }
    return told + [
      Diagnostic(
        id: "table.more", severity: .warning,
        message: Message(
          en: "\(untold) further cells could not be read as the mapping says",
          id: "\(untold) sel lain tidak dapat dibaca menurut pemetaan"))
    ]
  }
}
