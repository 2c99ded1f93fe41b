package import Diagnostics

/// A cell of a table: where its content stands in the raw text.
package struct TableCell: Hashable, Sendable {
  /// The content without the quotes around it, in characters of the raw text.
  package var content: Range<Int>
  /// Whether the content stands in quotes, with `""` for a quote within.
  package var isQuoted: Bool

  /// The text of the cell as its block has it: blanks and line breaks are single spaces, `""` is `"`,
  /// characters without width are left out, composed (NFC).
  package func text(in raw: [Unicode.Scalar]) -> RepairedText {
    var text = RepairedText()
    var blank: Int?
    var index = content.lowerBound
    let end = content.upperBound
    while index < end {
      let scalar = raw[index]
      if scalar.isBlank || scalar.value == 0x85 {
        if blank == nil { blank = index }
        index += 1
        continue
      }
      if scalar.isInvisible {
        index += 1
        continue
      }
      if let start = blank {
        if !text.bytes.isEmpty { text.append(" ", from: start..<start + 1) }
        blank = nil
      }
      let next = endOfPlain(raw, index, end)
      if next > index {
        text.append(raw, index..<next)
        index = next
      } else if scalar == "\"", isQuoted, index + 1 < end, raw[index + 1] == "\"" {
        text.append("\"", from: index..<index + 2)
        index += 2
      } else {
        index = appendCluster(raw, index, end, to: &text)
      }
    }
    return text
  }

  /// Where the visible ASCII that begins at an index ends, before any quote and any character that a
  /// mark attaches to.
  private func endOfPlain(_ raw: [Unicode.Scalar], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, raw[index].value > 0x20, raw[index].value < 0x7F, raw[index] != "\"" {
      index += 1
    }
    if index > start, index < end, raw[index].attaches { index -= 1 }
    return index
  }

  /// Appends a character with the marks behind it, composed, and gives the index behind them.
  private func appendCluster(
    _ raw: [Unicode.Scalar], _ start: Int, _ end: Int, to text: inout RepairedText
  ) -> Int {
    var stop = start + 1
    while stop < end, raw[stop].attaches { stop += 1 }
    if stop == start + 1, raw[start].value < 0x300 {
      text.append(raw, start..<stop)
      return stop
    }
    let cluster = raw[start..<stop]
    let composed = Composition.compose(cluster)
    if composed.elementsEqual(cluster) {
      text.append(raw, start..<stop)
    } else {
      for scalar in composed { text.append(scalar, from: start..<stop) }
    }
    return stop
  }
}

/// A row of a table.
package struct TableRow: Hashable, Sendable {
  /// What is not as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180#section-2) has it.
  package enum Fault: Hashable, Sendable {
    /// A quote opens that is never closed: it is taken for a character of the cell.
    case unclosedQuote(at: Int)
    /// Text follows the quote that closes a cell: it is taken for a part of the cell.
    case textBehindQuote(at: Int)
  }

  /// Line of the file that the row begins on, counted from 0.
  package var line = 0
  /// The whole row in characters of the raw text, without the line end.
  package var range = 0..<0
  /// In the order of the columns; at least one.
  package var cells: [TableCell] = []
  /// In the order of the text.
  package var faults: [Fault] = []

  /// A row to be filled by ``TableScanner/next(into:)``.
  package init() {}

  /// Line and column of a character of the row; the offset in bytes is left at 0.
  package func position(of character: Int, in raw: [Unicode.Scalar]) -> TextPosition {
    var (line, start) = (line, range.lowerBound)
    for index in range.lowerBound..<max(character, range.lowerBound) {
      let isLineEnd =
        raw[index] == "\n"
        || (raw[index] == "\r" && (index + 1 == raw.count || raw[index + 1] != "\n"))
      if isLineEnd { (line, start) = (line + 1, index + 1) }
    }
    return TextPosition(line: line, column: max(character - start, 0), offset: 0)
  }
}
