/// The bands of a page with two columns: what stands across both, and what stands between.
struct PageBands {
  /// A band from top to bottom.
  enum Band {
    /// Pieces across both columns.
    case across([PageLine])
    /// Pieces of the left and of the right column.
    case columns([PageLine], [PageLine])
  }

  /// Bands from top to bottom.
  private(set) var bands: [Band] = []
  /// Right edge of the left column in points.
  private(set) var leftEdge: Double
  /// Left edge of the right column in points.
  private(set) var rightEdge: Double

  private let gutter: Double
  private let bodySize: Double

  /// The bands that a gutter makes of pieces.
  init(_ pieces: [PageLine], gutter: Double, bodySize: Double) {
    self.gutter = gutter
    self.bodySize = bodySize
    leftEdge = pieces.lazy.map(\.box.right).filter { $0 <= gutter }.max() ?? gutter
    rightEdge = pieces.lazy.map(\.box.left).filter { $0 >= gutter }.min() ?? gutter
    let lines = PageRows.lines(of: pieces.filter(crosses))
    let rest = pieces.filter { !crosses($0) }.sorted { $0.box.top < $1.box.top }
    var across: [PageLine] = []
    var between: [PageLine] = []
    var next = 0
    for line in lines + [nil] {
      let bottom = line.map { ($0.box.top + $0.box.bottom) / 2 } ?? .infinity
      while next < rest.count, (rest[next].box.top + rest[next].box.bottom) / 2 < bottom {
        between.append(rest[next])
        next += 1
      }
      absorb(&between, into: &across, below: line)
      if !between.isEmpty {
        if !across.isEmpty { bands.append(.across(across)) }
        across = []
        bands.append(
          .columns(
            between.filter { $0.box.right <= gutter }, between.filter { $0.box.left >= gutter }))
        between = []
      }
      if let line { across.append(line) }
    }
    if !across.isEmpty { bands.append(.across(across)) }
  }

  private func crosses(_ piece: PageLine) -> Bool {
    piece.box.left < gutter && piece.box.right > gutter
  }

  /// Takes short lines to the lines across that they belong to: the last line of a paragraph above
  /// both columns, a line between two such lines, and pieces at both sides of one.
  private func absorb(
    _ between: inout [PageLine], into across: inout [PageLine], below line: PageLine?
  ) {
    var taken = 0
    var left = across.lazy.map(\.box.left).min() ?? 0
    while taken < between.count, let last = across.last {
      let first = between[taken]
      let isBeside = first.box.top < last.box.bottom - last.size * 0.55
      let isBelow =
        first.box.right <= gutter && abs(first.size - last.size) < bodySize * 0.1
        && first.box.bottom - last.box.bottom < last.size * 1.7
        && abs(first.box.left - left) < bodySize * 0.5
        && last.box.right > rightEdge + bodySize * 4
        && (taken + 1 == between.count || between[taken + 1].box.top >= first.box.bottom)
      guard isBeside || isBelow else { break }
      across.append(first)
      left = min(left, first.box.left)
      taken += 1
    }
    between.removeFirst(taken)
    guard let line, !across.isEmpty, between.count <= 2,
      !between.contains(where: { $0.box.left >= gutter }),
      between.allSatisfy({ line.box.bottom - $0.box.bottom < line.size * 2.5 })
    else { return }
    across += between
    between = []
  }
}
