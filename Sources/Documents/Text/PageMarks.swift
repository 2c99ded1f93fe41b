/// Finds page marks such as `-2-` inside the lines of a scanned paper, with the head that stands
/// before them (`PRESIDEN REPUBLIK INDONESIA`) and the words that the page before repeats at its foot.
struct PageMarks {
  private let raw: [Unicode.Scalar]
  /// The letters of each head.
  private let heads: [[UInt32]]

  /// A number between dashes, or behind the first of them lost in scanning.
  private struct Mark {
    var range: Range<Int>
    var value: Int
    var line: Range<Int>
    /// Whether both dashes are there.
    var isWhole: Bool
    /// Whether a blank or the line's start stands before it.
    var isApart: Bool
  }

  init(raw: [Unicode.Scalar], words: LineWords) {
    self.raw = raw
    heads = words.runningHeads
  }

  /// The letters of heads that are long enough to be known again when some are misread, in order.
  static func letters(ofHeads heads: Set<String>) -> [[UInt32]] {
    heads.map { letters(of: Array($0.unicodeScalars)) }.filter { $0.count >= 8 }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The stretches to leave out, in order.
  ///
  /// A mark counts below a head, of which some letters may be misread, or as one of a sequence.
  func find(in lines: [TextLine]) -> [Range<Int>] {
    var marks: [Mark] = []
    for line in lines { findMarks(in: line.content, &marks) }
    guard !marks.isEmpty else { return [] }
    let whole = marks.indices.filter { marks[$0].isWhole && marks[$0].isApart }
    var inSequence = [Bool](repeating: false, count: marks.count)
    for (before, after) in zip(whole, whole.dropFirst()) {
      guard (1...Self.widestStep).contains(marks[after].value - marks[before].value) else {
        continue
      }
      inSequence[before] = true
      inSequence[after] = true
    }
    var found: [Range<Int>] = []
    for (mark, isNext) in zip(marks, inSequence) {
      let limit = max(mark.line.lowerBound, found.last?.upperBound ?? 0)
      guard mark.range.lowerBound >= limit, mark.range != mark.line else { continue }
      let head = headStart(mark.range.lowerBound, limit, divisor: mark.isWhole ? 5 : 8)
      guard isNext || head != nil else { continue }
      let end = mark.range.upperBound
      let start =
        head ?? headStart(mark.range.lowerBound, limit, divisor: 3) ?? mark.range.lowerBound
      let first = Catchword(raw).start(start, end, limit..<mark.line.upperBound)
      found.append(first..<(head == nil ? headEnd(end, mark.line.upperBound) : end))
    }
    return found
  }

  /// Most pages between two marks of a sequence.
  private static let widestStep = 3

  // MARK: Marks

  private func findMarks(in line: Range<Int>, _ found: inout [Mark]) {
    var index = dash(line.lowerBound, line.upperBound)
    while index < line.upperBound {
      if let mark = mark(at: index, line) {
        found.append(mark)
        index = mark.range.upperBound
      } else {
        index += 1
      }
      index = dash(index, line.upperBound)
    }
  }

  /// The first dash from an index on; the end if there is none.
  @inline(__always)
  private func dash(_ start: Int, _ end: Int) -> Int {
    raw.withUnsafeBufferPointer { $0.firstIndex(of: "-", in: start..<end) }
  }

  /// The mark whose first dash, or last one behind a number, stands at an index.
  private func mark(at dash: Int, _ line: Range<Int>) -> Mark? {
    if let (end, value) = number(behind: dash, line.upperBound) {
      return Mark(
        range: dash..<end, value: value, line: line, isWhole: true,
        isApart: dash == line.lowerBound || raw[dash - 1].isBlank)
    }
    guard dash + 1 == line.upperBound || raw[dash + 1].isBlank else { return nil }
    var start = dash
    while start > line.lowerBound, dash - start < 4, raw[start - 1].isDigit { start -= 1 }
    guard start < dash, dash - start < 4, start > line.lowerBound, raw[start - 1].isBlank else {
      return nil
    }
    return Mark(range: start..<dash + 1, value: 0, line: line, isWhole: false, isApart: true)
  }

  /// The end of `-2-` and the number, blanks allowed inside.
  private func number(behind dash: Int, _ limit: Int) -> (end: Int, value: Int)? {
    var index = dash + 1
    var (value, digits) = (0, 0)
    while index < limit, index - dash < 8 {
      let scalar = raw[index]
      if scalar.isDigit {
        digits += 1
        value = value * 10 + Int(scalar.value - 0x30)
      } else if scalar == "-", digits > 0 {
        let isEnd = index + 1 == limit || raw[index + 1].isBlank
        return isEnd && digits <= 3 ? (index + 1, value) : nil
      } else if !scalar.isBlank {
        return nil
      }
      index += 1
    }
    return nil
  }

  // MARK: Heads

  /// Where the head before a page mark begins; `1/divisor` of its letters may be misread.
  private func headStart(_ mark: Int, _ limit: Int, divisor: Int) -> Int? {
    for head in heads {
      let seen = characters(
        stride(from: mark - 1, to: limit - 1, by: -1), atMost: head.count * 3 / 2)
      let start = bestEnd(of: seen, as: head.reversed(), allowing: head.count / divisor) {
        $0 == limit || raw[$0 - 1].isBlank
      }
      if let start { return start }
    }
    return nil
  }

  /// The end of a head that follows a page mark; the mark's end if there is none.
  private func headEnd(_ mark: Int, _ limit: Int) -> Int {
    for head in heads {
      let seen = characters(stride(from: mark, to: limit, by: 1), atMost: head.count * 3 / 2)
      let last = bestEnd(of: seen, as: head, allowing: head.count / 5) {
        $0 + 1 == limit || raw[$0 + 1].isBlank
      }
      if let last { return last + 1 }
    }
    return mark
  }

  /// The first visible characters at some indices.
  private func characters(_ indices: StrideTo<Int>, atMost count: Int) -> [Int] {
    Array(indices.lazy.filter { !raw[$0].isBlank }.prefix(count))
  }

  /// The index of the last of the characters that make a head with the fewest mistakes (edit
  /// distance); nil if they are more than a bound.
  ///
  /// `isEdge` tells whether the head may end at an index.
  private func bestEnd(
    of seen: [Int], as head: [UInt32], allowing bound: Int, where isEdge: (Int) -> Bool
  ) -> Int? {
    var row = Array(0...seen.count)
    for (position, wanted) in head.enumerated() {
      var diagonal = row[0]
      row[0] = position + 1
      for column in 0..<seen.count {
        let changed = diagonal + (Self.fold(raw[seen[column]]) == wanted ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
      }
    }
    var best: (cost: Int, index: Int)?
    for column in 0..<seen.count where row[column + 1] <= bound && isEdge(seen[column]) {
      if row[column + 1] <= best?.cost ?? bound { best = (row[column + 1], seen[column]) }
    }
    return best?.index
  }

  private static func letters(of scalars: [Unicode.Scalar]) -> [UInt32] {
    scalars.filter { $0.isLetter || $0.isDigit }.map(fold)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.isUpper && scalar.value < 0x80 ? scalar.value | 0x20 : scalar.value
  }
}
