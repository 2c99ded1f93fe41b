/// Points sorted into square cells, for finding those near by.
struct PointGrid {
  private let low: Point
  private let width: Double
  private let columns: Int
  private let rows: Int
  private var starts: [Int32]
  private var order: [Int32]

  /// Cells of at least this width; wider ones where there would be far more cells than points.
  ///
  /// - Precondition: there is a point, and the width is above 0.
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
    self.low = low
    self.width = width
    columns = Int(cells(high.x - low.x))
    rows = Int(cells(high.y - low.y))
    starts = [Int32](repeating: 0, count: columns * rows + 1)
    order = [Int32](repeating: 0, count: points.count)
    let cellOfPoint = points.map { cell(of: $0) }
    for cell in cellOfPoint { starts[cell + 1] += 1 }
    for cell in 0..<(columns * rows) { starts[cell + 1] += starts[cell] }
    var next = starts
    for (point, cell) in cellOfPoint.enumerated() {
      order[Int(next[cell])] = Int32(point)
      next[cell] += 1
    }
  }

  private func cell(of point: Point) -> Int {
    row(of: point.y) * columns + column(of: point.x)
  }

  private func column(of x: Double) -> Int {
    min(columns - 1, max(0, Int((x - low.x) / width)))
  }

  private func row(of y: Double) -> Int { min(rows - 1, max(0, Int((y - low.y) / width))) }

  /// Visits the points in all cells that a square around a place touches; the reach is half of the
  /// square's width.
  func forEach(near place: Point, reach: Double, _ visit: (Int) -> Void) {
    let (left, right) = (column(of: place.x - reach), column(of: place.x + reach))
    for row in row(of: place.y - reach)...row(of: place.y + reach) {
      let slots = Int(starts[row * columns + left])..<Int(starts[row * columns + right + 1])
      for slot in slots { visit(Int(order[slot])) }
    }
  }
}
