/// Sizes and distances that are usual in a document.
struct PDFMeasures {
  /// Height in points of most characters.
  private(set) var bodySize = 0.0
  /// Points between the baselines of running text.
  private(set) var leading = 0.0
  /// Whether paragraphs begin with an indented line.
  private(set) var indents = false
  /// Heights of headings in points, largest first; those within a twentieth count as one.
  private(set) var headingSizes: [Double] = []

  /// The height of most characters of some pages.
  static func bodySize(of pages: [[PageLine]]) -> Double {
    var counts: [Int: Int] = [:]
    for line in pages.joined() {
      counts[Int((line.size * 4).rounded()), default: 0] += line.text.count
    }
    return Double(counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0) / 4
  }

  /// The measures of columns whose lines know them.
  init(_ columns: [PageColumn], bodySize: Double) {
    self.bodySize = bodySize
    var leadings: [Int: Int] = [:]
    var starts = 0
    var paragraphs = 0
    for column in columns {
      for (line, next) in zip(column.lines, column.lines.dropFirst())
      where isBody(line) && isBody(next) {
        leadings[Int((next.leading * 2).rounded()), default: 0] += next.text.count
        let isIndented = line.indent > bodySize * 0.6 && line.indent < bodySize * 6
        guard line.slack < bodySize * 2, abs(next.indent) < 3 else { continue }
        if isIndented { starts += 1 }
        if isIndented || line.leading > next.leading * 1.2 { paragraphs += 1 }
      }
    }
    leading = Double(leadings.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0) / 2
    if leading == 0 { leading = bodySize * 1.15 }
    indents = starts >= 2 && starts * 2 >= paragraphs
  }

  /// Whether a line is of the size of running text.
  func isBody(_ line: PageLine) -> Bool { abs(line.size - bodySize) <= bodySize * 0.04 }

  /// Whether a line is of a size that only headings have.
  func isLarge(_ line: PageLine) -> Bool { line.size >= bodySize * 1.06 }

  /// The usual distance of the baselines of lines of a size.
  func leading(of size: Double) -> Double {
    bodySize > 0 ? leading * size / bodySize : leading
  }

  /// Learns the sizes of headings from the finished blocks.
  mutating func learnHeadings(_ sizes: [Double]) {
    headingSizes = []
    for size in sizes.sorted(by: >)
    where headingSizes.last.map({ size < $0 * 0.95 }) ?? true {
      headingSizes.append(size)
    }
  }

  /// The level that the size of a heading tells, from 1.
  func level(of size: Double) -> Int {
    min((headingSizes.lastIndex { size <= $0 * 1.001 } ?? 0) + 1, 6)
  }
}
