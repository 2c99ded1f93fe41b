/// The repulsion of many bodies after Barnes and Hut,
/// [A Hierarchical O(N log N) Force-Calculation Algorithm](https://doi.org/10.1038/324446a0): far
/// groups act as one body at their centre of mass.
///
/// Cells lie in depth-first order, each with the place of the next cell that is not below it, so
/// that a walk needs no stack. The bodies of one leaf walk together, eight in a vector: what is far
/// from the box around them is far from each.
package struct BarnesHutTree {
  private struct Body {
    var x: Double
    var y: Double
    var mass: Double
    var node: Int32
  }

  private struct Cell {
    var x: Double
    var y: Double
    var mass: Double
    /// The square of the cell's width.
    var squaredWidth: Double
    /// Where the walk goes on when the cell is not opened.
    var next: Int32
    /// The bodies of a leaf; empty in an inner cell.
    var bodies: Range<Int32>
  }

  /// What acts on the bodies of a leaf: a body or a far group, seen from the leaf's middle.
  private struct Source {
    var x: Float
    var y: Float
    var mass: Float
  }

  private static let leafSize = 16
  /// Points that coincide stay in one leaf at this depth.
  private static let maximumDepth = 40

  /// A tree without bodies.
  package init() {}

  private var cells: [Cell] = []
  private var bodies: [Body] = []
  private var scratch: [Body] = []
  private var sources: [Source] = []

  /// Builds the tree anew, keeping its memory, over as many points each time.
  package mutating func rebuild(_ points: [Point], masses: [Double]) {
    cells.removeAll(keepingCapacity: true)
    guard let first = points.first else { return bodies.removeAll() }
    if bodies.count != points.count {
      bodies = points.indices.map { Body(x: 0, y: 0, mass: masses[$0], node: Int32($0)) }
      scratch = bodies
    }
    var low = first
    var high = first
    // The bodies keep the order of the last tree, which is nearly that of this one.
    for index in bodies.indices {
      let point = points[Int(bodies[index].node)]
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
      bodies[index].x = point.x
      bodies[index].y = point.y
    }
    let width = max(high.x - low.x, high.y - low.y)
    let centre = Point(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2)
    build(0..<bodies.count, centre: centre, width: width, depth: 0)
  }

  private mutating func build(_ range: Range<Int>, centre: Point, width: Double, depth: Int) {
    let place = cells.count
    cells.append(
      Cell(x: 0, y: 0, mass: 0, squaredWidth: width * width, next: 0, bodies: 0..<0))
    var (x, y, mass) = (0.0, 0.0, 0.0)
    if range.count <= Self.leafSize || depth == Self.maximumDepth {
      for index in range {
        x += bodies[index].x * bodies[index].mass
        y += bodies[index].y * bodies[index].mass
        mass += bodies[index].mass
      }
      cells[place].bodies = Int32(range.lowerBound)..<Int32(range.upperBound)
    } else {
      let ends = partition(range, at: centre)
      let quarter = width / 4
      var start = range.lowerBound
      for index in 0..<4 {
        let end = ends[index]
        defer { start = end }
        guard start < end else { continue }
        let child = Point(
          x: centre.x + (index & 1 == 0 ? -quarter : quarter),
          y: centre.y + (index & 2 == 0 ? -quarter : quarter))
        let below = cells.count
        build(start..<end, centre: child, width: width / 2, depth: depth + 1)
        x += cells[below].x * cells[below].mass
        y += cells[below].y * cells[below].mass
        mass += cells[below].mass
      }
    }
    cells[place].x = x / mass
    cells[place].y = y / mass
    cells[place].mass = mass
    cells[place].next = Int32(cells.count)
  }

  /// Sorts the bodies of a range into the four quarters, keeping their order within each; returns
  /// where each ends.
  private mutating func partition(_ range: Range<Int>, at centre: Point) -> SIMD4<Int> {
    func quarter(_ body: Body) -> Int {
      (body.x > centre.x ? 1 : 0) + (body.y > centre.y ? 2 : 0)
    }
    var sizes = SIMD4<Int>.zero
    for index in range { sizes[quarter(bodies[index])] += 1 }
    var next = SIMD4<Int>(
      0, sizes[0], sizes[0] + sizes[1], sizes[0] + sizes[1] + sizes[2])
    next &+= SIMD4(repeating: range.lowerBound)
    for index in range {
      let body = bodies[index]
      let own = quarter(body)
      scratch[next[own]] = body
      next[own] += 1
    }
    for index in range { bodies[index] = scratch[index] }
    return next
  }

  /// Adds to `forces` what every body feels from all others: mass × mass ÷ distance × `strength`,
  /// away from them.
  ///
  /// A cell whose width ÷ distance is below `opening` acts as one body; 0 compares all pairs.
  /// Bodies that coincide do not part.
  package mutating func addRepulsion(to forces: inout [Point], strength: Double, opening: Double) {
    for leaf in cells.indices where !cells[leaf].bodies.isEmpty {
      let members = Int(cells[leaf].bodies.lowerBound)..<Int(cells[leaf].bodies.upperBound)
      let middle = gatherSources(for: members, squaredOpening: opening * opening)
      var start = members.lowerBound
      while start < members.upperBound {
        let end = min(start + 8, members.upperBound)
        var x = SIMD8<Float>.zero
        var y = SIMD8<Float>.zero
        for index in start..<end {
          x[index - start] = Float(bodies[index].x - middle.x)
          y[index - start] = Float(bodies[index].y - middle.y)
        }
        let (forceX, forceY) = repulsion(atX: x, y: y)
        for index in start..<end {
          let factor = strength * bodies[index].mass
          forces[Int(bodies[index].node)] += Point(
            x: Double(forceX[index - start]) * factor, y: Double(forceY[index - start]) * factor)
        }
        start = end
      }
    }
  }

  /// The force on eight bodies of unit mass.
  private func repulsion(
    atX x: SIMD8<Float>, y: SIMD8<Float>
  ) -> (x: SIMD8<Float>, y: SIMD8<Float>) {
    var forceX = SIMD8<Float>.zero
    var forceY = SIMD8<Float>.zero
    // Keeps a body's force on itself at nothing, instead of nothing divided by nothing.
    let hair = SIMD8<Float>(repeating: 1e-12)
    for source in sources {
      let dx = x - SIMD8(repeating: source.x)
      let dy = y - SIMD8(repeating: source.y)
      let factor = SIMD8(repeating: source.mass) / (dx * dx + dy * dy + hair)
      forceX += dx * factor
      forceY += dy * factor
    }
    return (forceX, forceY)
  }

  /// Fills ``sources`` with what acts on some bodies, relative to the middle of the box around
  /// them, which it returns.
  private mutating func gatherSources(
    for members: Range<Int>, squaredOpening: Double
  ) -> Point {
    let first = bodies[members.lowerBound]
    var low = Point(x: first.x, y: first.y)
    var high = low
    for index in members {
      low = Point(x: min(low.x, bodies[index].x), y: min(low.y, bodies[index].y))
      high = Point(x: max(high.x, bodies[index].x), y: max(high.y, bodies[index].y))
    }
    let middle = Point(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2)
    let (halfWidth, halfHeight) = ((high.x - low.x) / 2, (high.y - low.y) / 2)
    sources.removeAll(keepingCapacity: true)
    var place = 0
    while place < cells.count {
      let cell = cells[place]
      let dx = cell.x - middle.x
      let dy = cell.y - middle.y
      let outsideX = max(0, dx.magnitude - halfWidth)
      let outsideY = max(0, dy.magnitude - halfHeight)
      let squared = outsideX * outsideX + outsideY * outsideY
      if cell.squaredWidth < squaredOpening * squared {
        sources.append(Source(x: Float(dx), y: Float(dy), mass: Float(cell.mass)))
        place = Int(cell.next)
      } else if cell.bodies.isEmpty {
        place += 1
      } else {
        for index in Int(cell.bodies.lowerBound)..<Int(cell.bodies.upperBound) {
          let body = bodies[index]
          sources.append(
            Source(
              x: Float(body.x - middle.x), y: Float(body.y - middle.y), mass: Float(body.mass)))
        }
        place = Int(cell.next)
      }
    }
    return middle
  }
}
