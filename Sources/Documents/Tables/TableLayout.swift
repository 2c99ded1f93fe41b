/// How a text file holds a table: what stands between its cells, and where its columns are named.
public struct TableLayout: Hashable, Sendable {
  /// What stands between cells: a comma, a semicolon or a tab.
  public var separator: Unicode.Scalar
  /// The names of the columns by the header row; empty where it leaves a cell empty.
  public var columns: [String]
  /// The first character of the header row; rows before it are titles.
  package var headerStart: Int
  /// The line of the header row, counted from 0.
  package var headerLine: Int

  /// Endings of the names of files that hold tables.
  private static let endings = [".csv", ".tsv", ".tab"]
  /// Rows from which the layout is told.
  private static let sampleRows = 200
  /// Fewest rows that tell a table by its content alone.
  private static let leastRows = 4

  /// The layout of the table that a text holds; nil if it holds none.
  ///
  /// A file whose name ends in `.csv`, `.tsv` or `.tab` is a table unless fewer than half of its
  /// rows agree in the number of cells with any separator. Any other file is one if at least four
  /// rows, and all of those looked at, have the same three or more cells between tabs, and the first
  /// row names each column by a name of its own.
  init?(of raw: [Unicode.Scalar], fileName: String) {
    let name = fileName.lowercased()
    let isNamed = Self.endings.contains { name.hasSuffix($0) }
    let hint = isNamed ? Self.hint(raw) : nil
    let start = (hint?.end ?? 0, hint == nil ? 0 : 1)
    let separators: [Unicode.Scalar] =
      hint.map { [$0.separator] } ?? (isNamed ? [",", ";", "\t"] : ["\t"])
    // Most files are no tables: a look at their first line is enough.
    if !isNamed, !raw.prefix(while: { $0 != "\n" && $0 != "\r" }).contains("\t") { return nil }
    var best: Sample?
    for separator in separators {
      guard let sample = Sample(raw, separator, start: start, rows: Self.sampleRows) else {
        continue
      }
      if best.map({ sample.isBetter(than: $0) }) ?? true { best = sample }
    }
    guard let best else { return nil }
    if isNamed {
      guard hint != nil || best.share >= (best.width > 1 ? 0.5 : 0.9) else { return nil }
    } else {
      guard best.share == 1, best.width > 2, best.count >= Self.leastRows, best.header == start,
        !best.columns.contains(""), Set(best.columns).count == best.columns.count
      else { return nil }
    }
    separator = best.separator
    columns = best.columns
    (headerStart, headerLine) = best.header
  }

  /// The separator that the first line `sep=;` names, as spreadsheets write and read it.
  private static func hint(_ raw: [Unicode.Scalar]) -> (separator: Unicode.Scalar, end: Int)? {
    guard raw.count > 5, raw.prefix(4).elementsEqual("sep=".unicodeScalars), raw[4] != "\"",
      raw[4] != "\n", raw[4] != "\r"
    else { return nil }
    if raw[5] == "\n" { return (raw[4], 6) }
    guard raw[5] == "\r" else { return nil }
    return (raw[4], raw.count > 6 && raw[6] == "\n" ? 7 : 6)
  }

  /// The first rows of a text, read with one separator.
  private struct Sample {
    var separator: Unicode.Scalar
    /// The number of cells that most rows have.
    var width: Int
    /// Rows that are not blank.
    var count: Int
    /// The share of the rows with this number of cells, 0…1.
    var share: Double
    var header: (start: Int, line: Int)
    var columns: [String]

    init?(
      _ raw: [Unicode.Scalar], _ separator: Unicode.Scalar, start: (Int, Int), rows: Int
    ) {
      self.separator = separator
      var scanner = TableScanner(raw, separator: separator, start: start.0, line: start.1)
      var row = TableRow()
      var sample: [TableRow] = []
      var filled: [Int] = []
      while sample.count < rows, scanner.next(into: &row) {
        let full = row.cells.count { !$0.text(in: raw).bytes.isEmpty }
        guard full > 0 else { continue }
        sample.append(row)
        filled.append(full)
      }
      let widths = Dictionary(grouping: sample, by: \.cells.count).mapValues(\.count)
      guard let most = widths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
        let head = sample.indices.first(where: { filled[$0] * 2 >= most.key })
      else { return nil }
      width = most.key
      count = sample.count
      share = Double(most.value) / Double(sample.count)
      header = (sample[head].range.lowerBound, sample[head].line)
      columns = sample[head].cells.map { $0.text(in: raw).string }
      // Cells behind the last name hold nothing but what a spreadsheet leaves there.
      while columns.count > 1, columns.last == "" { columns.removeLast() }
    }

    /// More than one column before one, a header row that fits before one that does not; then by how
    /// many rows agree, then by the number of cells.
    func isBetter(than other: Sample) -> Bool {
      func rank(_ sample: Sample) -> (Int, Int, Double, Int) {
        (
          sample.width > 1 ? 1 : 0, sample.columns.count == sample.width ? 1 : 0, sample.share,
          sample.width
        )
      }
      return rank(self) > rank(other)
    }
  }
}
