/// A line between two nodes: a slight arc, or a drop-shaped loop.
struct EdgeCurve {
  /// Start, controls and end of a cubic Bézier curve.
  let points: [(x: Double, y: Double)]

  /// The arc from one node's rim to another's.
  ///
  /// `bend` tells how far the middle lies to the left of the straight line, as a share of its
  /// length; `gap` is the free space before the target, for the tip of an arrow.
  init(
    from source: (x: Double, y: Double, radius: Double),
    to target: (x: Double, y: Double, radius: Double), bend: Double, gap: Double
  ) {
    let dx = target.x - source.x
    let dy = target.y - source.y
    let length = max(1, (dx * dx + dy * dy).squareRoot())
    // The control of the quadratic curve is twice as far out as the curve's middle.
    let control = (
      x: source.x + dx / 2 + dy * 2 * bend, y: source.y + dy / 2 - dx * 2 * bend
    )
    func rim(_ node: (x: Double, y: Double, radius: Double), _ space: Double)
      -> (x: Double, y: Double)
    {
      let x = control.x - node.x
      let y = control.y - node.y
      let distance = max(1, (x * x + y * y).squareRoot())
      let reach = min(node.radius + space, length / 2)
      return (node.x + x / distance * reach, node.y + y / distance * reach)
    }
    let start = rim(source, 0.5)
    let end = rim(target, gap)
    points = [
      start, (start.x + (control.x - start.x) * 2 / 3, start.y + (control.y - start.y) * 2 / 3),
      (end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3), end,
    ]
  }

  /// The loop of a node to itself, above it; `number` counts the loops of the node from 0.
  init(loopAt node: (x: Double, y: Double, radius: Double), number: Int) {
    let reach = node.radius * 2 + 18 + 8 * Double(number)
    let side = node.radius * 0.7
    points = [
      (node.x - side, node.y - side), (node.x - reach, node.y - reach),
      (node.x + reach, node.y - reach), (node.x + side, node.y - side),
    ]
  }

  /// The place at a share 0…1 of the way.
  func point(at share: Double) -> (x: Double, y: Double) {
    let rest = 1 - share
    let weights = [
      rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share,
    ]
    return zip(points, weights).reduce((x: 0, y: 0)) {
      ($0.x + $1.0.x * $1.1, $0.y + $1.0.y * $1.1)
    }
  }

  /// The straight distance between the ends.
  var span: Double {
    let dx = points[3].x - points[0].x
    let dy = points[3].y - points[0].y
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The `d` of a path.
  func write(to out: inout XMLBytes) {
    for (index, point) in points.enumerated() {
      switch index {
      case 0: out.markup("M")
      case 1: out.markup("C")
      default: out.markup(" ")
      }
      out.number(point.x)
      out.markup(" ")
      out.number(point.y)
    }
  }
}
