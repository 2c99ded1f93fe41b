/// The drawing of a graph that hangs together, its top left corner at the origin.
struct LayeredPart {
  private(set) var centres: [Point]
  private(set) var layers: [Int]
  private(set) var routes: [[Point]] = []
  private(set) var size: LayeredDrawing.Size
  private(set) var crossingCount = 0

  /// - Parameters:
  ///   - sizes: the size of each node's box.
  ///   - edges: without loops.
  ///   - settings: distances, and how crossings are avoided.
  init(
    sizes: [LayeredDrawing.Size], edges: [(source: Int, target: Int)], settings: LayeredLayout
  ) {
    let places = AcyclicOrder(nodeCount: sizes.count, edges: edges).places
    /// Each pair of neighbours once, from the upper to the lower.
    var pairs: [(source: Int, target: Int)] = []
    var numbers: [UInt64: Int] = [:]
    let pairOfEdge = edges.map { edge -> Int in
      let isForward = places[edge.source] < places[edge.target]
      let (from, to) = isForward ? (edge.source, edge.target) : (edge.target, edge.source)
      let key = UInt64(from) << 32 | UInt64(to)
      if let number = numbers[key] { return number }
      numbers[key] = pairs.count
      pairs.append((from, to))
      return pairs.count - 1
    }
    let layers = LayerAssignment(nodeCount: sizes.count, edges: pairs).layers
    let layering = ProperLayering(layers: layers, edges: pairs)
    let (order, crossings) = settings.crossings.order(of: layering)
    crossingCount = crossings
    let widths = layering.layers.indices.map {
      $0 < sizes.count ? sizes[$0].width : settings.edgeRoom
    }
    let middles = HorizontalPlacement(layering, order, widths: widths, gap: settings.nodeGap)
      .middles()
    var bands: [(top: Double, bottom: Double)] = []
    var top = 0.0
    for vertices in order.vertices {
      let height = vertices.map { Int($0) < sizes.count ? sizes[Int($0)].height : 0 }.max() ?? 0
      bands.append((top, top + height))
      top += height + settings.layerGap
    }
    var right = 0.0
    for (middle, width) in zip(middles, widths) { right = max(right, middle + width / 2) }
    size = LayeredDrawing.Size(width: right, height: bands.last?.bottom ?? 0)
    let centres = sizes.indices.map {
      Point(x: middles[$0], y: (bands[layers[$0]].top + bands[layers[$0]].bottom) / 2)
    }
    self.layers = layers
    self.centres = centres
    let ports = Ports(layering, order, sizes, gap: settings.portGap)
    var routeOfPair: [[Point]] = []
    for (number, chain) in layering.chains.enumerated() {
      let (upper, lower) = (pairs[number].source, pairs[number].target)
      let startX = middles[upper] + ports.below[number]
      let endX = middles[lower] + ports.above[number]
      var route = [
        Point(x: startX, y: centres[upper].y + sizes[upper].height / 2),
        Point(x: startX, y: bands[layers[upper]].bottom),
      ]
      for vertex in chain.dropFirst().dropLast() {
        let band = bands[layering.layers[Int(vertex)]]
        route.append(Point(x: middles[Int(vertex)], y: band.top))
        route.append(Point(x: middles[Int(vertex)], y: band.bottom))
      }
      route.append(Point(x: endX, y: bands[layers[lower]].top))
      route.append(Point(x: endX, y: centres[lower].y - sizes[lower].height / 2))
      routeOfPair.append(route)
    }
    routes = zip(edges, pairOfEdge).map { edge, pair in
      edge.source == pairs[pair].source ? routeOfPair[pair] : routeOfPair[pair].reversed()
    }
  }
}

/// Where edges touch boxes, from the middle of the box: in the order of the other ends of their first
/// or last pieces, so that no two edges of a box cross at it.
private struct Ports {
  /// By pair: at the lower border of its upper box.
  private(set) var below: [Double]
  /// By pair: at the upper border of its lower box.
  private(set) var above: [Double]

  init(
    _ layering: ProperLayering, _ order: LayerOrder, _ sizes: [LayeredDrawing.Size], gap: Double
  ) {
    below = [Double](repeating: 0, count: layering.chains.count)
    above = below
    var downward = [[(place: Int32, pair: Int)]](repeating: [], count: sizes.count)
    var upward = downward
    for (pair, chain) in layering.chains.enumerated() {
      let last = chain.count - 1
      downward[Int(chain[0])].append((order.places[Int(chain[1])], pair))
      upward[Int(chain[last])].append((order.places[Int(chain[last - 1])], pair))
    }
    for node in sizes.indices {
      for (isDownward, entries) in [(true, downward[node]), (false, upward[node])] {
        let step = min(gap, sizes[node].width * 0.8 / Double(max(1, entries.count)))
        let sorted = entries.sorted { ($0.place, $0.pair) < ($1.place, $1.pair) }
        for (place, entry) in sorted.enumerated() {
          let offset = (Double(place) - Double(entries.count - 1) / 2) * step
          if isDownward { below[entry.pair] = offset } else { above[entry.pair] = offset }
        }
      }
    }
  }
}
