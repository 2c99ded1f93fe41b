/// Finds places for the labels of nodes: never on a node or on another label, and where there is a
/// choice on as few lines as can be.
struct LabelPlacement {
  /// Where the text of a label is anchored.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// A label that found its place.
  struct Label {
    var node: Int
    var lines: [String]
    var fontSize: Double
    var anchor: Anchor
    /// The anchor of the first line, on its base line.
    var x: Double
    var y: Double
    /// Where the text lies.
    var box: Raster.Box
  }

  /// A label that looks for a place.
  struct Wish {
    var node: Int
    var x: Double
    var y: Double
    var radius: Double
    var lines: [String]
    var fontSize: Double
  }

  static let lineHeight = 1.16
  private var raster: Raster

  /// Places on a picture where the nodes and the lines are noted already.
  init(raster: Raster) { self.raster = raster }

  /// The wishes that can be met, the first ones first.
  mutating func place(_ wishes: [Wish]) -> [Label] {
    var labels: [Label] = []
    for wish in wishes {
      if let label = place(wish) { labels.append(label) }
    }
    return labels
  }

  /// A caption that found its place on a line.
  struct Caption {
    var edge: Int
    var text: String
    /// The middle of the text, on its base line.
    var x: Double
    var y: Double
  }

  static let captionSize = 9.5

  /// A place for a caption on a curve, near its middle; nil where there is none.
  mutating func place(_ text: String, of edge: Int, on curve: EdgeCurve) -> Caption? {
    let width = TextMeasure.width(text) * Self.captionSize
    let height = Self.lineHeight * Self.captionSize
    guard curve.span > width else { return nil }
    for share in [0.5, 0.42, 0.58, 0.34, 0.66] {
      let (x, y) = curve.point(at: share)
      let box = Raster.Box(
        left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2)
      guard raster.isFree(box) else { continue }
      raster.take(box)
      return Caption(edge: edge, text: text, x: x, y: y + Self.captionSize * 0.34)
    }
    return nil
  }

  private mutating func place(_ wish: Wish) -> Label? {
    let width = (wish.lines.map(TextMeasure.width).max() ?? 0) * wish.fontSize
    let height = Double(wish.lines.count) * Self.lineHeight * wish.fontSize
    var best: (cost: Int, box: Raster.Box, anchor: Anchor)?
    // Only a large label is understood at some distance from its node.
    let farthest = wish.fontSize >= 13 ? 24.0 : 8.0
    for (order, spot) in Self.spots.enumerated() where spot.distance <= farthest {
      let reach = wish.radius + spot.distance
      let x = wish.x + spot.dx * reach
      let y = wish.y + spot.dy * reach
      let left =
        switch spot.anchor {
        case .start: x
        case .middle: x - width / 2
        case .end: x - width
        }
      let top = y + (spot.dy - 1) / 2 * height
      let box = Raster.Box(left: left, top: top, right: left + width, bottom: top + height)
      guard raster.isFree(box) else { continue }
      let cost = raster.crossings(box) + order * 3
      if cost < best?.cost ?? Int.max { best = (cost, box, spot.anchor) }
    }
    guard let best else { return nil }
    raster.take(best.box)
    let x =
      switch best.anchor {
      case .start: best.box.left
      case .middle: (best.box.left + best.box.right) / 2
      case .end: best.box.right
      }
    return Label(
      node: wish.node, lines: wish.lines, fontSize: wish.fontSize, anchor: best.anchor, x: x,
      y: best.box.top + wish.fontSize * 0.92, box: best.box)
  }

  /// A place beside a node; the best come first.
  private struct Spot {
    /// The direction from the node, in shares of the distance.
    var dx: Double
    var dy: Double
    var anchor: Anchor
    /// From the node's rim.
    var distance: Double
  }

  private static let spots: [Spot] = [3.5, 8, 15, 24].flatMap { distance in
    [
      Spot(dx: 0, dy: 1, anchor: .middle, distance: distance),
      Spot(dx: 1, dy: 0, anchor: .start, distance: distance),
      Spot(dx: 0, dy: -1, anchor: .middle, distance: distance),
      Spot(dx: -1, dy: 0, anchor: .end, distance: distance),
      Spot(dx: 0.75, dy: 0.7, anchor: .start, distance: distance),
      Spot(dx: 0.75, dy: -0.7, anchor: .start, distance: distance),
      Spot(dx: -0.75, dy: 0.7, anchor: .end, distance: distance),
      Spot(dx: -0.75, dy: -0.7, anchor: .end, distance: distance),
    ]
  }
}
