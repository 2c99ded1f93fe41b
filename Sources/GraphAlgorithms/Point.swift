/// A place in the plane; y grows downwards, as on a screen.
public struct Point: Hashable, Sendable {
  /// To the right.
  public var x: Double
  /// Downwards.
  public var y: Double

  /// The point at these coordinates.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The origin.
  public static let zero = Point(x: 0, y: 0)

  /// The point with both coordinates rounded to 0.01.
  public var rounded: Point {
    Point(x: (x * 100).rounded() / 100, y: (y * 100).rounded() / 100)
  }

  static func + (left: Point, right: Point) -> Point {
    Point(x: left.x + right.x, y: left.y + right.y)
  }
  static func - (left: Point, right: Point) -> Point {
    Point(x: left.x - right.x, y: left.y - right.y)
  }
  static func * (point: Point, factor: Double) -> Point {
    Point(x: point.x * factor, y: point.y * factor)
  }
  static func += (left: inout Point, right: Point) { left = left + right }

  /// The distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }

  /// The first points of a sunflower: even over a disc, the n-th at distance √n from its centre.
  static func sunflower(_ count: Int) -> [Point] {
    // Each point is the one before it turned by the golden angle, whose cosine and sine these are.
    let cosine = -0.7373688780783197
    let sine = 0.6754902942615238
    var direction = Point(x: 1, y: 0)
    return (0..<count).map { index in
      let point = direction * Double(index).squareRoot()
      direction = Point(
        x: direction.x * cosine - direction.y * sine, y: direction.x * sine + direction.y * cosine)
      return point
    }
  }
}
