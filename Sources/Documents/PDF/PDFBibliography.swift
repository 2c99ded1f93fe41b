/// How the entries of a list of works cited are told apart.
struct PDFBibliography {
  /// What marks the beginning of an entry.
  enum Style {
    /// Its first line stands left of the others.
    case hanging
    /// A number, as in `[3]`.
    case numbered
    /// A gap, or a line that is not full before it.
    case plain
  }

  /// What marks the beginning of an entry.
  let style: Style

  /// Most lines that are looked at.
  private static let sample = 300

  /// The style of the lines below the heading, as far as the next line of larger type.
  init(_ items: ArraySlice<PDFLayout.Item>, _ measures: PDFMeasures) {
    var flush = 0
    var indented = 0
    var numbered = 0
    scan: for item in items.prefix(Self.sample) {
      switch item {
      case .line(let line):
        if measures.isLarge(line) { break scan }
        if Self.isIndented(line) { indented += 1 } else { flush += 1 }
        if Self.isNumbered(line) { numbered += 1 }
      case .row, .notes: continue
      }
    }
    if numbered >= 2, numbered * 6 >= flush + indented {
      style = .numbered
    } else if flush >= 1, indented >= 1, indented * 7 >= flush {
      style = .hanging
    } else {
      style = .plain
    }
  }

  /// Whether a line stands right of the column's edge.
  func isIndented(_ line: PageLine) -> Bool { Self.isIndented(line) }

  private static func isIndented(_ line: PageLine) -> Bool { line.indent > line.size * 0.5 }

  /// Whether a line begins with `[3]`.
  static func isNumbered(_ line: PageLine) -> Bool {
    guard line.text.first == "[", let end = line.text.prefix(6).firstIndex(of: "]"), end > 1 else {
      return false
    }
    return line.text[1..<end].allSatisfy(\.isDigit)
  }
}
