/// The upright rectangle around some discs; the origin if there are none.
struct Box {
  var low = Point.zero
  var high = Point.zero

  var width: Double { high.x - low.x }
  var height: Double { high.y - low.y }

  init(around members: [Int], _ points: [Point], _ radii: [Double]) {
    guard let first = members.first else { return }
    (low, high) = (points[first], points[first])
    for member in members {
      let (point, radius) = (points[member], radii[member])
      low = Point(x: min(low.x, point.x - radius), y: min(low.y, point.y - radius))
      high = Point(x: max(high.x, point.x + radius), y: max(high.y, point.y + radius))
    }
  }
}
