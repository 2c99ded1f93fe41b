/// Sets the laid out components of a graph side by side: the largest in the middle, each other one
/// as near to it as its shape allows, nodes without edges in rows below.
///
/// A component's shape is the set of cells of a grid that its discs and edges cover, after
/// Freivalds, Dogrusoz and Kikusts,
/// [Disconnected Graph Layout and the Polyomino Packing Approach](https://doi.org/10.1007/3-540-45848-4_30),
/// and what lies between such cells.
public struct ComponentPacking: Sendable {
  /// The free space between two components.
  public var gap: Double
  /// Width ÷ height that the whole aims at.
  public var aspect: Double

  /// Packs with this much free space and towards this shape.
  ///
  /// - Precondition: both are above 0.
  public init(gap: Double = 24, aspect: Double = 1.4) {
    precondition(gap > 0 && aspect > 0, "gap and aspect are above zero")
    self.gap = gap
    self.aspect = aspect
  }

  /// Moves each component as a whole so that their discs keep the gap, all around the origin.
  ///
  /// - Parameters:
  ///   - points: The places within each component, wherever it lies.
  ///   - radii: The radius of the disc around each point.
  ///   - graph: Its edges are kept free of other components.
  ///   - components: Every point belongs to one.
  /// - Complexity: O(n + m + cells) and, for components of few different sizes, little more.
  public func pack(
    _ points: inout [Point], radii: [Double], graph: WeightedGraph, components: [[Int]]
  ) {
    let lone = components.filter { $0.count == 1 }.map { $0[0] }
    let joined = components.filter { $0.count > 1 }
    let cell = cellWidth(of: joined, points, radii)
    var shapes = joined.map { Polyomino(of: $0, points, radii, graph, cell: cell, margin: gap / 2) }
    shapes.sort { ($1.area, $0.members[0]) < ($0.area, $1.members[0]) }
    var plane = OccupiedCells()
    // A shape is not tried nearer to the middle than the last one of its size found room.
    var firstRing: [SIMD2<Int>: Int] = [:]
    for shape in shapes {
      let size = SIMD2(shape.columns, shape.rows)
      var ring = firstRing[size] ?? 0
      var found = freePlace(for: shape, in: plane, ring: ring)
      while found == nil {
        ring += 1
        found = freePlace(for: shape, in: plane, ring: ring)
      }
      firstRing[size] = ring
      guard let place = found else { continue }
      plane.insert(shape.cells, at: place)
      let shift = Point(x: Double(place.x) * cell, y: Double(place.y) * cell) - shape.low
      for member in shape.members { points[member] += shift }
    }
    addRows(of: lone, to: &points, radii, below: joined.flatMap { $0 })
    centre(&points, radii)
  }

  /// As fine as the discs, unless that were far more cells than there are discs.
  private func cellWidth(of components: [[Int]], _ points: [Point], _ radii: [Double]) -> Double {
    var area = 0.0
    var count = 0.0
    var radius = 0.0
    for members in components {
      let box = Box(around: members, points, radii)
      area += (box.width + gap) * (box.height + gap)
      count += Double(members.count)
      radius = members.reduce(radius) { max($0, radii[$1]) }
    }
    return max(gap / 2, (area / (8 * count + 4096)).squareRoot(), radius / 8)
  }

  /// The first place on a rectangle around the origin where a shape is free to lie, from the
  /// middle of each side outwards, so that the whole grows round.
  private func freePlace(
    for shape: Polyomino, in plane: OccupiedCells, ring: Int
  ) -> SIMD2<Int>? {
    let middle = SIMD2(shape.columns / 2, shape.rows / 2)
    func isFree(_ x: Int, _ y: Int) -> Bool {
      plane.isFree(shape.cells, at: SIMD2(x, y) &- middle)
    }
    let halfWidth = aspect > 1 ? ring : Int(Double(ring) * aspect)
    let halfHeight = aspect > 1 ? Int(Double(ring) / aspect) : ring
    for offset in 0...max(halfWidth, halfHeight) {
      for along in [offset, -offset] {
        for side in [-1, 1] {
          let (x, y) = (side * halfWidth, side * halfHeight)
          if offset <= halfHeight, isFree(x, along) { return SIMD2(x, along) &- middle }
          if offset <= halfWidth, isFree(along, y) { return SIMD2(along, y) &- middle }
        }
      }
    }
    return nil
  }

  /// Sets nodes without edges in rows of even steps, as wide as the rest, in the order given.
  private func addRows(
    of nodes: [Int], to points: inout [Point], _ radii: [Double], below others: [Int]
  ) {
    guard !nodes.isEmpty else { return }
    let step = 2 * nodes.reduce(0) { max($0, radii[$1]) } + gap / 2
    let box = Box(around: others, points, radii)
    let square = (Double(nodes.count) * aspect).squareRoot() * step
    let wide = others.isEmpty ? square : max(box.width, square / 2)
    let columns = min(nodes.count, max(1, Int(wide / step)))
    let left = (box.low.x + box.high.x) / 2 - step * Double(columns - 1) / 2
    let top = others.isEmpty ? 0 : box.high.y + gap + step / 2
    for (index, node) in nodes.enumerated() {
      points[node] = Point(
        x: left + step * Double(index % columns), y: top + step * Double(index / columns))
    }
  }

  private func centre(_ points: inout [Point], _ radii: [Double]) {
    let box = Box(around: Array(points.indices), points, radii)
    let middle = Point(x: (box.low.x + box.high.x) / 2, y: (box.low.y + box.high.y) / 2)
    for index in points.indices { points[index] = points[index] - middle }
  }
}
