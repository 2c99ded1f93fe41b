/// A laid out component as cells of a grid, column and row counted from the corner of its box.
struct Polyomino {
  /// The nodes of the component.
  let members: [Int]
  /// Where the corner of cell (0, 0) lies.
  let low: Point
  let columns: Int
  let rows: Int
  /// The cells that are covered, or lie between covered ones both in their row and their column;
  /// in an order without a pattern, so that a clash shows early.
  private(set) var cells: [SIMD2<Int>] = []

  /// The number of cells of the box.
  var area: Int { columns * rows }

  /// The cells that discs with a margin and the edges between their middles cover.
  init(
    of members: [Int], _ points: [Point], _ radii: [Double], _ graph: WeightedGraph, cell: Double,
    margin: Double
  ) {
    self.members = members
    let box = Box(around: members, points, radii)
    low = box.low - Point(x: margin, y: margin)
    columns = Int((box.width + 2 * margin) / cell) + 1
    rows = Int((box.height + 2 * margin) / cell) + 1
    var isCovered = [Bool](repeating: false, count: columns * rows)
    for member in members {
      let point = points[member] - low
      let reach = radii[member] + margin
      for row in cells(point.y, reach, cell, below: rows) {
        for column in cells(point.x, reach, cell, below: columns) {
          isCovered[row * columns + column] = true
        }
      }
      for slot in graph.adjacency.row(member) {
        let other = Int(graph.adjacency.neighbours[slot])
        guard other > member else { continue }
        let way = points[other] - points[member]
        let steps = (2 * max(way.x.magnitude, way.y.magnitude) / cell).rounded(.up)
        for step in 0..<Int(steps) {
          let place = point + way * (Double(step) / steps)
          let row = min(rows - 1, max(0, Int(place.y / cell)))
          let column = min(columns - 1, max(0, Int(place.x / cell)))
          isCovered[row * columns + column] = true
        }
      }
    }
    cells = filled(isCovered)
  }

  /// The cells that a distance around a coordinate reaches.
  private func cells(
    _ middle: Double, _ reach: Double, _ cell: Double, below bound: Int
  ) -> ClosedRange<Int> {
    let first = min(bound - 1, max(0, Int((middle - reach) / cell)))
    return first...max(first, min(bound - 1, Int((middle + reach) / cell)))
  }

  private func filled(_ isCovered: [Bool]) -> [SIMD2<Int>] {
    var top = [Int](repeating: rows, count: columns)
    var bottom = [Int](repeating: -1, count: columns)
    var left = [Int](repeating: columns, count: rows)
    var right = [Int](repeating: -1, count: rows)
    for row in 0..<rows {
      for column in 0..<columns where isCovered[row * columns + column] {
        top[column] = min(top[column], row)
        bottom[column] = row
        left[row] = min(left[row], column)
        right[row] = column
      }
    }
    var cells: [SIMD2<Int>] = []
    for row in 0..<rows where left[row] <= right[row] {
      for column in left[row]...right[row] where top[column] <= row && row <= bottom[column] {
        cells.append(SIMD2(column, row))
      }
    }
    var random = SeededRandom(seed: 1)
    return random.sample(cells.count, below: cells.count).map { cells[$0] }
  }
}

/// The cells of an endless grid that are taken.
struct OccupiedCells {
  /// The cell of the first entry.
  private var low = SIMD2(-32, -32)
  private var size = SIMD2(64, 64)
  private var isTaken = [Bool](repeating: false, count: 64 * 64)

  /// Whether no cell of a shape, moved by some cells, is taken.
  func isFree(_ cells: [SIMD2<Int>], at place: SIMD2<Int>) -> Bool {
    let shift = place &- low
    for cell in cells {
      let x = cell.x + shift.x
      let y = cell.y + shift.y
      guard x >= 0, y >= 0, x < size.x, y < size.y else { continue }
      if isTaken[y * size.x + x] { return false }
    }
    return true
  }

  /// Takes the cells of a shape, moved by some cells.
  mutating func insert(_ cells: [SIMD2<Int>], at place: SIMD2<Int>) {
    for cell in cells {
      let target = cell &+ place
      while !contains(target) { grow() }
      isTaken[(target.y - low.y) * size.x + target.x - low.x] = true
    }
  }

  private func contains(_ cell: SIMD2<Int>) -> Bool {
    cell.x >= low.x && cell.y >= low.y && cell.x < low.x + size.x && cell.y < low.y + size.y
  }

  /// Twice the width and height around the same middle.
  private mutating func grow() {
    let half = SIMD2(size.x / 2, size.y / 2)
    var larger = [Bool](repeating: false, count: 4 * isTaken.count)
    for y in 0..<size.y {
      for x in 0..<size.x where isTaken[y * size.x + x] {
        larger[(y + half.y) * 2 * size.x + x + half.x] = true
      }
    }
    isTaken = larger
    low = low &- half
    size = size &* 2
  }
}
