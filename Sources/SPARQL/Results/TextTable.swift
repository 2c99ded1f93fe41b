import RDF

/// Solutions as a table for the terminal: a line of names, a rule, and a line for each row.
///
/// Numbers are flush right. The first rows decide how wide the columns are; the others are made one by
/// one.
struct TextTable<Table: SolutionTable> {
  private let solutions: Table
  private let prefixes: TermAbbreviation
  private let head: [String]
  /// The rows that decide.
  private let first: [[String]]
  /// Whether all values of a column are numbers, in the first rows.
  private let isNumeric: [Bool]

  /// How many rows decide.
  private static var measured: Int { 1_000 }

  init(_ solutions: Table, prefixes: TermAbbreviation) {
    self.solutions = solutions
    self.prefixes = prefixes
    head = solutions.variables.map { "?" + $0.name }
    var isNumeric = head.map { _ in solutions.count > 0 }
    first = (0..<min(solutions.count, Self.measured)).map { row in
      solutions.variables.indices.map { column in
        guard let term = solutions.term(at: row, column) else { return "" }
        if !Self.isNumber(term) { isNumeric[column] = false }
        return prefixes.text(term).onOneLine
      }
    }
    self.isNumeric = isNumeric
  }

  /// The texts of a row.
  private func cells(_ row: Int) -> [String] {
    if row < first.count { return first[row] }
    return solutions.variables.indices.map { column in
      solutions.term(at: row, column).map { prefixes.text($0).onOneLine } ?? ""
    }
  }

  /// Writes the table.
  ///
  /// No line passes `width` columns of the terminal as long as every column of the table has room for
  /// a few letters; nil is no bound, and then nothing is cut.
  /// - Throws: what `output` throws.
  func write(width: Int?, to output: ResultsSerializer.Output) throws {
    let widths = fittedWidths(width)
    var bytes: [UInt8] = []
    append(head, widths, isCut: true, to: &bytes)
    let rule = widths.map { String(repeating: "─", count: $0) }
    append(rule, widths, isCut: true, to: &bytes)
    for row in 0..<solutions.count {
      append(cells(row), widths, isCut: width != nil, to: &bytes)
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
    for row in first {
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
    _ cells: [String], _ widths: [Int], isCut: Bool, to bytes: inout [UInt8]
  ) {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let text = isCut ? DisplayWidth.fitted(cell, to: widths[column]) : cell
      let room = max(widths[column] - DisplayWidth.columns(of: text), 0)
      let padding = String(repeating: " ", count: room)
      if column > 0 { line += Self.gap }
      line += isNumeric[column] ? padding + text : text + padding
    }
    while line.last == " " { line.removeLast() }
    bytes.append(text: line)
    bytes.append(0x0A)
  }

  private static func isNumber(_ term: Term) -> Bool {
    guard let literal = term.literal, case .number? = try? XSDValue(literal) else { return false }
    return true
  }

  private static var gap: String { "  " }
  private static var minimumWidth: Int { 4 }
}

extension String {
  /// The text with control characters that would move the cursor, and marks that turn the direction
  /// of what follows, as their code.
  fileprivate var onOneLine: String {
    guard unicodeScalars.contains(where: \.isDisturbing) else { return self }
    var line = ""
    for scalar in unicodeScalars {
      if scalar.isDisturbing {
        line += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}

extension Unicode.Scalar {
  fileprivate var isDisturbing: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
