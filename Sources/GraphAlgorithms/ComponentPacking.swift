/// Sets the laid out components of a graph side by side: the largest first, the others in centred
/// rows below it.
public struct ComponentPacking: Sendable {
  /// The free space between two components.
  public var gap: Double
  /// Width ÷ height that the whole aims at.
  public var aspect: Double

  /// Packs with this much free space and towards this shape.
  public init(gap: Double = 24, aspect: Double = 1.5) {
    self.gap = gap
    self.aspect = aspect
  }

  /// A component's box on its way into the plane.
  private struct Box {
    var component: Int
    var low: Point
    var width: Double
    var height: Double
  }

  /// Moves each component as a whole so that no two boxes touch, all around the origin.
  ///
  /// Every point belongs to one component.
  /// - Complexity: O(n + c log c).
  public func pack(_ points: inout [Point], radii: [Double], components: [[Int]]) {
    var boxes = components.enumerated().map { box(of: $1, number: $0, points, radii) }
    boxes.sort { ($1.height, $1.width, $0.component) < ($0.height, $0.width, $1.component) }
    let area = boxes.reduce(0.0) { $0 + ($1.width + gap) * ($1.height + gap) }
    let rowWidth = max(boxes.map(\.width).max() ?? 0, (area * aspect).squareRoot())
    var top = 0.0
    var start = 0
    while start < boxes.count {
      var end = start
      var width = -gap
      while end < boxes.count, end == start || width + gap + boxes[end].width <= rowWidth {
        width += gap + boxes[end].width
        end += 1
      }
      var left = -width / 2
      let height = boxes[start].height
      for box in boxes[start..<end] {
        let shift = Point(
          x: left - box.low.x, y: top + (height - box.height) / 2 - box.low.y)
        for point in components[box.component] { points[point] += shift }
        left += box.width + gap
      }
      top += height + gap
      start = end
    }
    let middle = Point(x: 0, y: -(top - gap) / 2)
    for index in points.indices { points[index] += middle }
  }

  private func box(
    of members: [Int], number: Int, _ points: [Point], _ radii: [Double]
  ) -> Box {
    var low = Point(x: .infinity, y: .infinity)
    var high = Point(x: -.infinity, y: -.infinity)
    for member in members {
      let (point, radius) = (points[member], radii[member])
      low = Point(x: min(low.x, point.x - radius), y: min(low.y, point.y - radius))
      high = Point(x: max(high.x, point.x + radius), y: max(high.y, point.y + radius))
    }
    return Box(component: number, low: low, width: high.x - low.x, height: high.y - low.y)
  }
}
