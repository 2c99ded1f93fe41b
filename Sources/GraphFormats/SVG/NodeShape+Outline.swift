import DomainPack

extension NodeShape {
  /// Writes the shape around a centre as an element that is open for attributes, and returns its
  /// end tag.
  ///
  /// It stays within the circle of the radius, a corner more or less.
  func writeOutline(
    x: Double, y: Double, radius: Double, to out: inout XMLBytes
  ) -> StaticString {
    switch self {
    case .ellipse:
      out.markup("<circle cx=\"")
      out.number(x)
      out.markup("\" cy=\"")
      out.number(y)
      out.markup("\" r=\"")
      out.number(radius)
      out.markup("\"")
      return "</circle>"
    case .rectangle, .roundRectangle:
      let half = radius * 0.88
      out.markup("<rect x=\"")
      out.number(x - half)
      out.markup("\" y=\"")
      out.number(y - half)
      out.markup("\" width=\"")
      out.number(2 * half)
      out.markup("\" height=\"")
      out.number(2 * half)
      if self == .roundRectangle {
        out.markup("\" rx=\"")
        out.number(half * 0.45)
      }
      out.markup("\"")
      return "</rect>"
    case .diamond, .triangle, .hexagon, .octagon, .parallelogram:
      out.markup("<path d=\"")
      for (index, corner) in corners.enumerated() {
        out.ascii(index == 0 ? "M" : "L")
        out.number(x + corner.0 * radius)
        out.markup(" ")
        out.number(y + corner.1 * radius)
      }
      out.markup("Z\"")
      return "</path>"
    }
  }

  /// The corners around the origin for the radius 1; empty for the shapes that are no polygon.
  private var corners: [(Double, Double)] {
    switch self {
    case .ellipse, .rectangle, .roundRectangle: []
    case .diamond: [(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)]
    case .triangle: [(0, -1.1), (1.05, 0.8), (-1.05, 0.8)]
    case .hexagon: [(-0.52, -0.9), (0.52, -0.9), (1.04, 0), (0.52, 0.9), (-0.52, 0.9), (-1.04, 0)]
    case .octagon:
      [
        (-0.4, -0.97), (0.4, -0.97), (0.97, -0.4), (0.97, 0.4), (0.4, 0.97), (-0.4, 0.97),
        (-0.97, 0.4), (-0.97, -0.4),
      ]
    case .parallelogram: [(-0.6, -0.72), (1.1, -0.72), (0.6, 0.72), (-1.1, 0.72)]
    }
  }
}
