/// Puts the pieces of lines that stand on one baseline together.
enum PageRows {
  /// The lines of a page that poppler found, divided again at wide gaps: no piece reaches from one
  /// column or table cell into the next.
  static func pieces(of page: PDFPage) -> [PageLine] {
    var pieces: [PageLine] = []
    for words in page.lines where !isRotated(words) {
      let line = PageLine(words: words, page: page.number)
      pieces += line.pieces(from: line.cellStarts)
    }
    return pieces
  }

  /// Whether words run upwards or downwards, such as a mark in the margin.
  private static func isRotated(_ words: [PDFWord]) -> Bool {
    let letters = words.reduce(0) { $0 + $1.text.count }
    guard letters >= 4, let first = words.first else { return false }
    let box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
    return box.bottom - box.top > (box.right - box.left) * 3
  }

  /// The lines that pieces make, from top to bottom.
  ///
  /// Two pieces share a line where they overlap by more than half the height of the lower one.
  /// - Complexity: O(n log n)
  static func lines(of pieces: [PageLine]) -> [PageLine] {
    let sorted = pieces.sorted {
      ($0.box.top + $0.box.bottom, $0.box.left) < ($1.box.top + $1.box.bottom, $1.box.left)
    }
    var rows: [[PageLine]] = []
    var core = PageBox(left: 0, top: 0, right: 0, bottom: 0)
    for piece in sorted {
      let overlap = min(core.bottom, piece.box.bottom) - max(core.top, piece.box.top)
      let least = min(core.bottom - core.top, piece.box.bottom - piece.box.top)
      if !rows.isEmpty, overlap > least * 0.55 {
        rows[rows.count - 1].append(piece)
        // The broadest piece says where the line is: a raised figure must not draw it upwards.
        if piece.box.right - piece.box.left > core.right - core.left { core = piece.box }
      } else {
        rows.append([piece])
        core = piece.box
      }
    }
    return rows.map { row in
      row.count == 1 ? row[0] : PageLine(words: row.flatMap(\.words), page: row[0].page)
    }
  }
}
