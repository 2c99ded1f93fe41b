import PropertyGraph

/// A graph on its way into a picture: which nodes are drawn and where everything stands, in pixels.
struct SVGScene {
  let graph: PropertyGraph
  /// Places in the graph of the nodes drawn, in its order.
  private(set) var drawn: [Int] = []
  /// By place in the graph; nil for what is not drawn.
  private(set) var place: [(x: Double, y: Double, radius: Double)?]
  /// What of the plane the drawing covers, from ``left`` and ``top``.
  private(set) var left = 0.0
  private(set) var top = 0.0
  private(set) var width = 0.0
  private(set) var height = 0.0
  /// Curves of the edges drawn, with their places in the graph.
  private(set) var curves: [(edge: Int, curve: EdgeCurve)] = []
  private(set) var labels: [LabelPlacement.Label] = []
  /// Names on the lines, where these are few.
  private(set) var captions: [LabelPlacement.Caption] = []

  /// Room around the nodes for the labels at the rim.
  private static let margin = (x: 180.0, y: 70.0)
  /// The most edges whose names are written on them.
  private static let maximumCaptions = 150
  /// Free space that is left around everything drawn.
  private static let border = 40.0

  /// Draws the nodes with edges, or all if there are none; the best connected ones if they are
  /// more than the maximum.
  init(_ graph: PropertyGraph, maximumNodes: Int) {
    self.graph = graph
    place = Array(repeating: nil, count: graph.nodes.count)
    chooseNodes(maximumNodes)
    setNodes()
    drawEdges()
    placeLabels()
    crop()
  }

  private mutating func chooseNodes(_ maximum: Int) {
    let connected = graph.nodes.indices.filter { graph.nodes.degrees[$0] > 0 }
    let candidates = connected.isEmpty ? Array(graph.nodes.indices) : connected
    drawn = Array(byDegree(candidates).prefix(maximum)).sorted()
  }

  private func byDegree(_ nodes: [Int]) -> [Int] {
    nodes.sorted {
      (graph.nodes.degrees[$1], $0) < (graph.nodes.degrees[$0], $1)
    }
  }

  private mutating func setNodes() {
    let nodes = drawn.map { graph.node($0) }
    let left = (nodes.map { $0.x - $0.size / 2 }.min() ?? 0) - Self.margin.x
    let top = (nodes.map { $0.y - $0.size / 2 }.min() ?? 0) - Self.margin.y
    for index in drawn {
      let node = graph.node(index)
      place[index] = (node.x - left, node.y - top, node.size / 2)
    }
    width = (nodes.map { $0.x + $0.size / 2 }.max() ?? 0) - left + Self.margin.x
    height = (nodes.map { $0.y + $0.size / 2 }.max() ?? 0) - top + Self.margin.y
  }

  private struct Pair: Hashable {
    var low: Int
    var high: Int
  }

  private mutating func drawEdges() {
    var seen: [Pair: Int] = [:]
    for number in graph.edges.indices {
      let edge = graph.edge(number)
      guard let source = place[edge.source], let target = place[edge.target] else { continue }
      let pair = Pair(
        low: min(edge.source, edge.target), high: max(edge.source, edge.target))
      let order = seen[pair, default: 0]
      seen[pair] = order + 1
      guard edge.source != edge.target else {
        curves.append((number, EdgeCurve(loopAt: source, number: order)))
        continue
      }
      // Parallel edges fan out; the side is that of the lower node, whatever the direction.
      let side = order % 2 == 0 ? 1.0 : -1.0
      let bend = side * (0.05 + 0.07 * Double((order + 1) / 2))
      curves.append(
        (
          number,
          EdgeCurve(
            from: source, to: target, bend: edge.source < edge.target ? bend : -bend,
            gap: edge.isSymmetric ? 0.5 : 2)
        ))
    }
  }

  private mutating func placeLabels() {
    var raster = Raster(width: width, height: height)
    for index in drawn {
      guard let (x, y, radius) = place[index] else { continue }
      let reach = radius + 1.5
      raster.take(Raster.Box(left: x - reach, top: y - reach, right: x + reach, bottom: y + reach))
    }
    for (_, curve) in curves {
      let steps = Int(curve.span / 4) + 1
      for step in 0...steps {
        let point = curve.point(at: Double(step) / Double(steps))
        raster.cross(x: point.x, y: point.y)
      }
    }
    var wishes: [LabelPlacement.Wish] = []
    let largest = drawn.map { Int(graph.nodes.degrees[$0]) }.max() ?? 0
    for index in byDegree(drawn) {
      guard let (x, y, radius) = place[index] else { continue }
      let share = Double(graph.nodes.degrees[index]) / Double(max(largest, 16))
      let size = (10.5 + 7 * share).rounded()
      let text = graph.nodes.labels[index]
      let broad = TextMeasure.lines(text, characters: 21, maximum: 3)
      let narrow = TextMeasure.lines(text, characters: 12, maximum: 3)
      // Breaking the text more often is no help where it loses words.
      let slim = narrow.last?.last == "…" ? broad : narrow
      // Only a large label is understood at some distance from its node.
      let isLarge = size >= 13
      wishes.append(
        LabelPlacement.Wish(
          node: index, x: x, y: y, radius: radius,
          forms: isLarge
            ? [(broad, size), (slim, size), (broad, 11), (slim, 11)] : [(broad, size)],
          farthest: isLarge ? 24 : 8))
    }
    var placement = LabelPlacement(raster: raster)
    labels = placement.place(wishes)
    guard curves.count <= Self.maximumCaptions else { return }
    for (edge, curve) in curves {
      if let caption = placement.place(graph.edge(edge).label, of: edge, on: curve) {
        captions.append(caption)
      }
    }
  }

  /// Cuts the drawing down to what is in it and a border.
  private mutating func crop() {
    guard !drawn.isEmpty else { return }
    var boxes = labels.map(\.box)
    for index in drawn {
      guard let (x, y, radius) = place[index] else { continue }
      boxes.append(
        Raster.Box(left: x - radius, top: y - radius, right: x + radius, bottom: y + radius))
    }
    left = (boxes.map(\.left).min() ?? 0) - Self.border
    top = (boxes.map(\.top).min() ?? 0) - Self.border / 2
    width = (boxes.map(\.right).max() ?? 0) + Self.border - left
    height = (boxes.map(\.bottom).max() ?? 0) + Self.border - top
  }
}
