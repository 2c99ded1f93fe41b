import RDF

/// Solutions as a table for the terminal: a line of names, a rule, and a line for each row.
///
/// Numbers are flush right. All cells are kept until the widths are known.
struct TextTable {
  private let head: [String]
  private let rows: [[String]]
  /// Whether all values of a column are numbers.
  private let isNumeric: [Bool]

  init(_ solutions: some SolutionTable, prefixes: TermAbbreviation) {
    let names = solutions.variables.map { "?" + $0.name }
    var isNumeric = names.map { _ in solutions.count > 0 }
    head = names
    rows = (0..<solutions.count).map { row in
      names.indices.map { column in
        guard let term = solutions.term(at: row, column) else { return "" }
        if !Self.isNumber(term) { isNumeric[column] = false }
        return Self.onOneLine(prefixes.text(term))
      }
    }
    self.isNumeric = isNumeric
  }

  /// Writes the table.
  ///
  /// No line passes `width` columns of the terminal as long as every column of the table has room for
  /// a few letters; nil is no bound.
  /// - Throws: what `output` throws.
  func write(width: Int?, to output: ResultsSerializer.Output) throws {
    let widths = fittedWidths(width)
    var bytes: [UInt8] = []
    append(head, widths, isFlushRight: isNumeric, to: &bytes)
    let rule = widths.map { String(repeating: "─", count: $0) }
    append(rule, widths, isFlushRight: isNumeric, to: &bytes)
    for row in rows {
      append(row, widths, isFlushRight: isNumeric, to: &bytes)
      guard bytes.count >= ResultsSerializer.blockSize else { continue }
      try output(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try output(bytes)
  }

  /// The widths that the cells ask for, the widest cut until all fit: every column that asks for
  /// less than its share keeps what it asks for.
  private func fittedWidths(_ width: Int?) -> [Int] {
    var widths = head.map { DisplayWidth.columns(of: $0) }
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], DisplayWidth.columns(of: cell))
      }
    }
    guard let width, !widths.isEmpty else { return widths }
    var room = width - Self.gap.count * (widths.count - 1)
    for (place, column) in widths.indices.sorted(by: { widths[$0] < widths[$1] }).enumerated() {
      let share = max(room / (widths.count - place), Self.minimumWidth)
      widths[column] = min(widths[column], share)
      room -= widths[column]
    }
    return widths
  }

  private func append(
    _ cells: [String], _ widths: [Int], isFlushRight: [Bool], to bytes: inout [UInt8]
  ) {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let text = DisplayWidth.fitted(cell, to: widths[column])
      let padding = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: text))
      if column > 0 { line += Self.gap }
      line += isFlushRight[column] ? padding + text : text + padding
    }
    while line.last == " " { line.removeLast() }
    bytes.append(text: line)
    bytes.append(0x0A)
  }

  private static func isNumber(_ term: Term) -> Bool {
    guard let literal = term.literal, case .number? = try? XSDValue(literal) else { return false }
    return true
  }

  /// Control characters that would move the cursor, and marks that turn the direction of what
  /// follows, as their code.
  private static func onOneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isDisturbing) else { return text }
    var line = ""
    for scalar in text.unicodeScalars {
      if isDisturbing(scalar) {
        line += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  private static func isDisturbing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static let gap = "  "
  private static let minimumWidth = 4
}
