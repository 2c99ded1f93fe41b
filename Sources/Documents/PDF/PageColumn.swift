/// Lines that are read one below the other: a column, or what stands across all of them.
struct PageColumn {
  /// Lines from top to bottom.
  var lines: [PageLine]
  /// Left edge in points.
  var left: Double
  /// Right edge in points.
  var right: Double
}

/// Divides a page into columns in the order in which they are read.
struct PageColumns {
  /// Height of running text in points.
  let bodySize: Double
  /// Where the document's pages are divided in the middle; nil where most are not.
  var usualGutter: Double?

  /// Deepest division of columns within columns.
  private static let depth = 3

  /// The columns of the pieces of a page.
  func columns(of pieces: [PageLine]) -> [PageColumn] {
    guard let (left, right) = Self.edges(of: pieces) else { return [] }
    return divide(pieces, left, right, depth: 0)
  }

  /// The outermost edges of pieces; nil without any.
  static func edges(of pieces: [PageLine]) -> (left: Double, right: Double)? {
    guard let first = pieces.first else { return nil }
    return pieces.reduce((first.box.left, first.box.right)) {
      (min($0.0, $1.box.left), max($0.1, $1.box.right))
    }
  }

  private func divide(
    _ pieces: [PageLine], _ left: Double, _ right: Double, depth: Int
  ) -> [PageColumn] {
    guard depth < Self.depth, let gutter = gutter(in: pieces, left, right) else {
      let lines = PageRows.lines(of: pieces)
      return lines.isEmpty ? [] : [PageColumn(lines: lines, left: left, right: right)]
    }
    var result: [PageColumn] = []
    let bands = PageBands(pieces, gutter: gutter, bodySize: bodySize)
    for band in bands.bands {
      switch band {
      case .across(let pieces):
        let lines = PageRows.lines(of: pieces)
        result.append(PageColumn(lines: lines, left: left, right: right))
      case .columns(let first, let second):
        result += divide(first, left, bands.leftEdge, depth: depth + 1)
        result += divide(second, bands.rightEdge, right, depth: depth + 1)
      }
    }
    return result
  }

  /// The middle of the empty strip between two columns of text; nil where there is none.
  ///
  /// The strip is a run of points that at most half as many pieces cross as stand at either side of
  /// it. Both sides must be filled as running text fills its lines: cells of a table do not.
  func gutter(in pieces: [PageLine], _ left: Double, _ right: Double) -> Double? {
    let width = Int(right - left)
    guard width > Int(bodySize * 12), pieces.count >= 4 else { return nil }
    var cover = [Int](repeating: 0, count: width + 2)
    for piece in pieces {
      cover[max(0, Int(piece.box.left - left))] += 1
      cover[min(width + 1, Int((piece.box.right - left).rounded(.up)))] -= 1
    }
    for index in cover.indices.dropFirst() { cover[index] += cover[index - 1] }
    var found: [(x: Double, crossing: Int, wide: Int)] = []
    let range = width * 15 / 100...width * 85 / 100
    let threshold = (cover[range].min() ?? 0) + pieces.count / 50
    var start: Int?
    for index in range.lowerBound...range.upperBound + 1 {
      if index <= range.upperBound, cover[index] <= threshold {
        start = start ?? index
        continue
      }
      guard let first = start else { continue }
      start = nil
      let wide = index - first
      let x = left + Double(first + index) / 2
      guard Double(wide) >= bodySize * 0.5 else { continue }
      found.append((x, cover[first..<index].max() ?? 0, wide))
    }
    found.sort { ($0.crossing, -$0.wide, $0.x) < ($1.crossing, -$1.wide, $1.x) }
    return found.prefix(Self.mostStrips).first { divides(pieces, at: $0.x, left, right) }?.x
  }

  /// Most strips of a page that are tried, the emptiest and broadest first.
  private static let mostStrips = 8

  private func divides(
    _ pieces: [PageLine], at x: Double, _ left: Double, _ right: Double
  ) -> Bool {
    let first = pieces.filter { $0.box.right <= x }
    let second = pieces.filter { $0.box.left >= x }
    let across = pieces.count - first.count - second.count
    let isUsual = usualGutter.map { abs($0 - x) < bodySize * 2 } ?? false
    let least = isUsual ? 1 : 5
    guard first.count >= least, second.count >= least || isUsual,
      across <= min(first.count, isUsual ? .max : second.count) || isUsual
    else { return false }
    return isUsual
      || (fill(first, left, Self.edges(of: first)?.right ?? x) > 0.6
        && fill(second, Self.edges(of: second)?.left ?? x, right) > 0.6)
  }

  /// The share of a column's width that its lines fill on average.
  private func fill(_ pieces: [PageLine], _ left: Double, _ right: Double) -> Double {
    let lines = PageRows.lines(of: pieces)
    guard !lines.isEmpty, right > left else { return 0 }
    let filled = lines.reduce(0) { sum, line in
      let starts = line.cellStarts
      return zip(starts, starts.dropFirst() + [line.words.count]).reduce(sum) {
        $0 + line.words[$1.1 - 1].box.right - line.words[$1.0].box.left
      }
    }
    return filled / Double(lines.count) / (right - left)
  }
}
