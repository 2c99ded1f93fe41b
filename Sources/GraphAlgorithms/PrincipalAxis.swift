/// Turns a cloud of points so that it is widest from left to right.
public struct PrincipalAxis: Sendable {
  /// The turn that any cloud gets.
  public init() {}

  /// Centres the points at the origin and turns their principal axis level.
  ///
  /// - Complexity: O(n).
  public func level(_ points: inout [Point]) {
    guard !points.isEmpty else { return }
    let mean = points.reduce(Point.zero, +) * (1 / Double(points.count))
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for index in points.indices {
      let point = points[index] - mean
      points[index] = point
      xx += point.x * point.x
      xy += point.x * point.y
      yy += point.y * point.y
    }
    // The eigenvector of the larger eigenvalue of [xx xy; xy yy].
    let half = (xx - yy) / 2
    let root = (half * half + xy * xy).squareRoot()
    var axis = half >= 0 ? Point(x: half + root, y: xy) : Point(x: xy, y: root - half)
    guard axis.length > 0 else { return }
    axis = axis * (1 / axis.length)
    if axis.x < 0 { axis = axis * -1 }
    for index in points.indices {
      let point = points[index]
      points[index] = Point(
        x: point.x * axis.x + point.y * axis.y, y: point.y * axis.x - point.x * axis.y)
    }
  }
}
