/// Moves discs apart until none lies on another, each as little as its neighbours allow.
public struct OverlapRemoval: Sendable {
  /// The free space that is kept between two discs.
  public var gap: Double

  /// Keeps this much free space between two discs.
  ///
  /// - Precondition: the gap is above 0, which is what rounding may eat.
  public init(gap: Double = 2) {
    precondition(gap > 0, "the gap is above zero")
    self.gap = gap
  }

  /// Moves the points so that discs of the radii around them keep the gap.
  ///
  /// Where room is short the whole is spread by a tenth, again and again.
  ///
  /// - Complexity: O(n) a round while the discs are of similar size; a few dozen rounds.
  public func separate(_ points: inout [Point], radii: [Double]) {
    guard points.count > 1, let largest = radii.max() else { return }
    var round = 0
    while pushOnce(&points, radii: radii, reach: 2 * largest + gap) {
      round += 1
      guard round % 30 == 0 else { continue }
      for index in points.indices { points[index] = points[index] * 1.1 }
    }
  }

  /// Pushes every overlapping pair apart; false if there was none.
  private func pushOnce(_ points: inout [Point], radii: [Double], reach: Double) -> Bool {
    let grid = PointGrid(points, width: reach)
    var hasMoved = false
    for first in points.indices {
      grid.forEachNeighbour(of: first) { second in
        guard second > first else { return }
        let wanted = radii[first] + radii[second] + gap
        var away = points[second] - points[first]
        // A hair of slack lets the pairs settle in a finite number of rounds.
        let distance = away.length
        guard distance < wanted - gap / 16 else { return }
        hasMoved = true
        if distance == 0 {
          // Coincident points part in a direction given by their number.
          let direction = Point.sunflower(second % 32 + 2)[second % 32 + 1]
          away = direction * (1 / direction.length)
        } else {
          away = away * (1 / distance)
        }
        let push = (wanted - distance) / 2
        // The heavier one gives way less.
        let total = radii[first] * radii[first] + radii[second] * radii[second]
        let share = total > 0 ? radii[second] * radii[second] / total : 0.5
        points[first] += away * (-2 * push * share)
        points[second] += away * (2 * push * (1 - share))
      }
    }
    return hasMoved
  }
}

/// Points sorted into square cells, for finding those near by.
struct PointGrid {
  private var cellOfPoint: [(column: Int, row: Int)] = []
  private var columns = 0
  private var rows = 0
  private var starts: [Int32] = []
  private var order: [Int32] = []

  /// Cells of at least this width; wider ones where there would be far more cells than points.
  init(_ points: [Point], width: Double) {
    var low = points[0]
    var high = points[0]
    for point in points {
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    var width = width
    func cells(_ extent: Double) -> Double { (extent / width).rounded(.down) + 1 }
    while cells(high.x - low.x) * cells(high.y - low.y) > Double(4 * points.count + 64) {
      width *= 2
    }
    columns = Int(cells(high.x - low.x))
    rows = Int(cells(high.y - low.y))
    cellOfPoint = points.map {
      (Int(($0.x - low.x) / width), Int(($0.y - low.y) / width))
    }
    starts = [Int32](repeating: 0, count: columns * rows + 1)
    for cell in cellOfPoint { starts[cell.row * columns + cell.column + 1] += 1 }
    for cell in 0..<(columns * rows) { starts[cell + 1] += starts[cell] }
    var next = starts
    order = [Int32](repeating: 0, count: points.count)
    for (point, cell) in cellOfPoint.enumerated() {
      let slot = cell.row * columns + cell.column
      order[Int(next[slot])] = Int32(point)
      next[slot] += 1
    }
  }

  /// Visits the points in a point's cell and the eight around it, itself among them.
  func forEachNeighbour(of point: Int, _ visit: (Int) -> Void) {
    let cell = cellOfPoint[point]
    for row in max(0, cell.row - 1)...min(rows - 1, cell.row + 1) {
      let first = row * columns + max(0, cell.column - 1)
      let last = row * columns + min(columns - 1, cell.column + 1)
      for slot in Int(starts[first])..<Int(starts[last + 1]) { visit(Int(order[slot])) }
    }
  }
}
