/// Finds page heads such as `PRESIDEN REPUBLIK INDONESIA -2-` inside the lines of a scanned paper,
/// with the words that the page before repeats at its foot.
struct ScannedHeads {
  private let raw: [Unicode.Scalar]
  /// The letters of each head.
  private let heads: [[UInt32]]

  init(raw: [Unicode.Scalar], heads: Set<String>) {
    self.raw = raw
    self.heads = heads.map { Self.letters(of: Array($0.unicodeScalars)) }
      .filter { $0.count >= 8 }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The stretches to leave out, in order.
  func find(in lines: [TextLine]) -> [Range<Int>] {
    guard !heads.isEmpty else { return [] }
    var found: [Range<Int>] = []
    for line in lines {
      var index = raw.withUnsafeBufferPointer {
        dash($0, line.content.lowerBound, line.content.upperBound)
      }
      while index < line.content.upperBound {
        guard raw[index] == "-", let end = pageMarkEnd(index, line.content.upperBound),
          let start = headStart(index, max(line.content.lowerBound, found.last?.upperBound ?? 0))
        else {
          index = raw.withUnsafeBufferPointer { dash($0, index + 1, line.content.upperBound) }
          continue
        }
        let limit = max(line.content.lowerBound, found.last?.upperBound ?? 0)
        let first = catchwordStart(start, end, limit..<line.content.upperBound)
        found.append(first..<end)
        index = end
      }
    }
    return found
  }

  /// The first dash from an index on; the end if there is none.
  @inline(__always)
  private func dash(_ raw: UnsafeBufferPointer<Unicode.Scalar>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, raw[index].value != 0x2D { index += 1 }
    return index
  }

  /// The end of `-2-`, blanks allowed inside.
  private func pageMarkEnd(_ dash: Int, _ limit: Int) -> Int? {
    var index = dash + 1
    var digits = 0
    while index < limit, index - dash < 8 {
      let scalar = raw[index]
      if scalar.isDigit {
        digits += 1
      } else if scalar == "-", digits > 0 {
        let isEnd = index + 1 == limit || raw[index + 1].isBlank
        return isEnd && digits <= 3 ? index + 1 : nil
      } else if !scalar.isBlank {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Where the head before a page mark begins; up to an eighth of its letters may be misread.
  private func headStart(_ dash: Int, _ limit: Int) -> Int? {
    for head in heads {
      var letters: [UInt32] = []
      var index = dash
      while index > limit, letters.count < head.count {
        index -= 1
        if raw[index].isLetter || raw[index].isDigit {
          letters.append(Self.fold(raw[index]))
        } else if !raw[index].isBlank {
          break
        }
      }
      guard letters.count == head.count else { continue }
      var wrong = 0
      for (seen, wanted) in zip(letters.reversed(), head) where seen != wanted { wrong += 1 }
      let isWordStart = index == limit || !raw[index - 1].isLetter
      if wrong * 8 <= head.count, isWordStart { return index }
    }
    return nil
  }

  /// Where the words begin that stand before the head and again behind the page mark.
  private func catchwordStart(_ start: Int, _ end: Int, _ line: Range<Int>) -> Int {
    var next = end
    while next < line.upperBound, raw[next].isBlank { next += 1 }
    var best = start
    var index = start
    var count = 0
    while count < 3 {
      while index > line.lowerBound, raw[index - 1].isBlank { index -= 1 }
      while index > line.lowerBound, !raw[index - 1].isBlank { index -= 1 }
      guard index < start else { break }
      count += 1
      var last = start
      while last > index, raw[last - 1].isBlank { last -= 1 }
      if next + (last - index) <= line.upperBound,
        raw[index..<last].elementsEqual(raw[next..<next + (last - index)])
      {
        best = index
      }
      if index == line.lowerBound { break }
    }
    return best
  }

  private static func letters(of scalars: [Unicode.Scalar]) -> [UInt32] {
    scalars.filter { $0.isLetter || $0.isDigit }.map(fold)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.isUpper && scalar.value < 0x80 ? scalar.value | 0x20 : scalar.value
  }
}
