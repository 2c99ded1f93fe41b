/// The Barnes–Hut tree over weighted points: far groups act as one body at their centre of mass.
///
/// Cells lie in depth-first order, each with the place of the next cell that is not below it, so
/// that a walk needs no stack.
struct QuadTree {
  struct Body {
    var x: Double
    var y: Double
    var mass: Double
    var node: Int32
  }

  struct Cell {
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

  private static let leafSize = 6
  /// Points that coincide stay in one leaf at this depth.
  private static let maximumDepth = 40

  private(set) var cells: [Cell] = []
  private(set) var bodies: [Body] = []
  private var scratch: [Body] = []

  /// Builds the tree anew, keeping its memory.
  mutating func rebuild(_ points: [Point], masses: [Double]) {
    cells.removeAll(keepingCapacity: true)
    bodies.removeAll(keepingCapacity: true)
    guard let first = points.first else { return }
    var low = first
    var high = first
    for (node, point) in points.enumerated() {
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
      bodies.append(Body(x: point.x, y: point.y, mass: masses[node], node: Int32(node)))
    }
    scratch = bodies
    let width = max(high.x - low.x, high.y - low.y)
    let centre = Point(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2)
    build(0..<bodies.count, centre: centre, width: width, depth: 0)
  }

  private mutating func build(_ range: Range<Int>, centre: Point, width: Double, depth: Int) {
    var x = 0.0
    var y = 0.0
    var mass = 0.0
    for index in range {
      let body = bodies[index]
      x += body.x * body.mass
      y += body.y * body.mass
      mass += body.mass
    }
    let place = cells.count
    let isLeaf = range.count <= Self.leafSize || depth == Self.maximumDepth
    cells.append(
      Cell(
        x: x / mass, y: y / mass, mass: mass, squaredWidth: width * width, next: 0,
        bodies: isLeaf ? Int32(range.lowerBound)..<Int32(range.upperBound) : 0..<0))
    if !isLeaf {
      let ends = partition(range, at: centre)
      let quarter = width / 4
      var start = range.lowerBound
      for (index, end) in [ends.0, ends.1, ends.2, range.upperBound].enumerated() {
        defer { start = end }
        guard start < end else { continue }
        let child = Point(
          x: centre.x + (index & 1 == 0 ? -quarter : quarter),
          y: centre.y + (index & 2 == 0 ? -quarter : quarter))
        build(start..<end, centre: child, width: width / 2, depth: depth + 1)
      }
    }
    cells[place].next = Int32(cells.count)
  }

  /// Sorts the bodies of a range into the four quarters, keeping their order within each; returns
  /// where the first three end.
  private mutating func partition(_ range: Range<Int>, at centre: Point) -> (Int, Int, Int) {
    var starts = (0, 0, 0, 0)
    for index in range {
      switch Self.quarter(bodies[index], centre) {
      case 0: starts.1 += 1
      case 1: starts.2 += 1
      case 2: starts.3 += 1
      default: break
      }
    }
    starts.0 = range.lowerBound
    starts.1 += starts.0
    starts.2 += starts.1
    starts.3 += starts.2
    let ends = (starts.1, starts.2, starts.3)
    for index in range {
      let body = bodies[index]
      switch Self.quarter(body, centre) {
      case 0:
        scratch[starts.0] = body
        starts.0 += 1
      case 1:
        scratch[starts.1] = body
        starts.1 += 1
      case 2:
        scratch[starts.2] = body
        starts.2 += 1
      default:
        scratch[starts.3] = body
        starts.3 += 1
      }
    }
    for index in range { bodies[index] = scratch[index] }
    return ends
  }

  private static func quarter(_ body: Body, _ centre: Point) -> Int {
    (body.x > centre.x ? 1 : 0) + (body.y > centre.y ? 2 : 0)
  }

  /// Adds to `forces` what every body feels from all others: mass × mass ÷ distance × `strength`,
  /// away from them.
  ///
  /// `squaredOpening` is the square of the width ÷ distance below which a cell acts as one body.
  func addRepulsion(
    to forces: inout [Point], strength: Double, squaredOpening: Double
  ) {
    cells.withUnsafeBufferPointer { cells in
      bodies.withUnsafeBufferPointer { bodies in
        for body in bodies {
          var forceX = 0.0
          var forceY = 0.0
          var place = 0
          while place < cells.count {
            let cell = cells[place]
            let dx = body.x - cell.x
            let dy = body.y - cell.y
            let squared = dx * dx + dy * dy
            if cell.squaredWidth < squaredOpening * squared {
              let factor = cell.mass / squared
              forceX += dx * factor
              forceY += dy * factor
              place = Int(cell.next)
            } else if cell.bodies.isEmpty {
              place += 1
            } else {
              for index in cell.bodies {
                let other = bodies[Int(index)]
                let dx = body.x - other.x
                let dy = body.y - other.y
                let squared = dx * dx + dy * dy
                guard squared > 0 else {
                  // Coincident bodies part along a line given by their numbers.
                  forceX += Double((other.node - body.node).signum()) * other.mass
                  continue
                }
                let factor = other.mass / squared
                forceX += dx * factor
                forceY += dy * factor
              }
              place = Int(cell.next)
            }
          }
          let factor = strength * body.mass
          forces[Int(body.node)] += Point(x: forceX * factor, y: forceY * factor)
        }
      }
    }
  }
}
