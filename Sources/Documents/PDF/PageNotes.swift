/// Finds the footnotes of a page: lines of small type at the foot of a column, the first of which
/// begins with a number, or lines set apart that begin with a raised one.
enum PageNotes {
  /// Largest height of a note's line, as a share of that of running text.
  private static let largest = 0.93

  /// Columns above which a page is no page of text.
  private static let mostColumns = 200

  /// Whether a line is in the small type of notes.
  static func isSmall(_ line: PageLine, bodySize: Double) -> Bool {
    line.size <= bodySize * largest
  }

  /// Takes the notes out of the columns of a page.
  ///
  /// - Returns: the lines of the notes in the order of the columns.
  static func take(from columns: inout [PageColumn], bodySize: Double) -> [PageLine] {
    var notes: [PageLine] = []
    guard columns.count <= mostColumns else { return [] }
    for index in columns.indices {
      let lines = columns[index].lines
      guard let start = start(in: lines, bodySize: bodySize), isLowest(index, columns, bodySize)
      else { continue }
      notes += lines[start...]
      columns[index].lines.removeSubrange(start...)
    }
    columns.removeAll { $0.lines.isEmpty }
    return notes
  }

  /// The first line of the notes at the end of a column; nil if there are none.
  private static func start(in lines: [PageLine], bodySize: Double) -> Int? {
    var start = lines.count
    while start > 0, isSmall(lines[start - 1], bodySize: bodySize) { start -= 1 }
    guard start < lines.count else { return raisedStart(in: lines) }
    guard
      let first = lines[start...].firstIndex(where: { mark(of: $0) != nil })
    else { return nil }
    // Small lines above the first number go on from the page before, unless a wide gap divides them.
    for index in stride(from: first, to: start, by: -1)
    where lines[index].box.top - lines[index - 1].box.bottom > lines[index].size {
      return index
    }
    return start
  }

  /// The first line of notes in the type of the text: each group of lines set apart at the end of
  /// the column that begins with a raised mark.
  private static func raisedStart(in lines: [PageLine]) -> Int? {
    let steps = zip(lines, lines.dropFirst()).map { $1.box.bottom - $0.box.bottom }
    guard let usual = steps.min() else { return nil }
    var found: Int?
    for index in lines.indices.dropFirst().reversed() where steps[index - 1] > usual * 1.2 + 1 {
      guard hasRaisedMark(lines[index]) else { break }
      found = index
    }
    return found
  }

  private static func hasRaisedMark(_ line: PageLine) -> Bool {
    mark(of: line) != nil && isRaised(line.words[0], in: line)
  }

  /// Whether a word is smaller than the line and stands above its foot.
  private static func isRaised(_ word: PDFWord, in line: PageLine) -> Bool {
    word.height < line.size * 0.85 && word.box.bottom < line.box.bottom - line.size * 0.12
  }

  /// Whether no running text stands below the end of a column.
  private static func isLowest(_ index: Int, _ columns: [PageColumn], _ bodySize: Double) -> Bool {
    let column = columns[index]
    guard let foot = column.lines.last?.box.bottom else { return false }
    return !columns.indices.contains { other in
      other != index && columns[other].left < column.right && column.left < columns[other].right
        && columns[other].lines.contains {
          !isSmall($0, bodySize: bodySize) && $0.box.top > foot
        }
    }
  }

  /// The words of the mark that a note begins with: a number of up to three digits, or signs such
  /// as `*` and `†`; nil for lines that begin otherwise.
  static func mark(of line: PageLine) -> [Unicode.Scalar]? {
    guard line.words.count >= 2, let word = line.words.first?.text else { return nil }
    let isNumber = word.count <= 3 && word.allSatisfy(\.isDigit)
    let isSign = word.count <= 3 && word.allSatisfy { "*†‡§".unicodeScalars.contains($0) }
    return isNumber || isSign ? word : nil
  }

  /// Takes the raised marks out of lines that lead to the notes with these marks.
  static func dropReferences(_ marks: Set<[Unicode.Scalar]>, from lines: inout [PageLine]) {
    for index in lines.indices {
      let line = lines[index]
      func isReference(_ number: Int) -> Bool {
        let word = line.words[number]
        guard marks.contains(word.text), number > 0 else { return false }
        let before = line.words[number - 1].box
        return isRaised(word, in: line) && word.box.left - before.right < line.size * 0.25
      }
      if line.words.indices.contains(where: isReference) {
        lines[index].drop(isReference)
      }
    }
  }
}
