/// Puts the vertices of each layer in an order in which few edges cross.
///
/// From several first orders, layers are swept downwards and upwards, each put in the order of the
/// means of its neighbours' places (Sugiyama, Tagawa and Toda 1981); then each vertex is sifted to
/// the best place in its layer with all others held
/// (Matuszewski, Schönfeld and Molitor, Using Sifting for k-Layer Straightline Crossing Minimization,
/// Graph Drawing 1999), until nothing gets better. What is best is shaken by more sweeps and sifted
/// again, as long as there is work left to spend.
public struct CrossingReduction: Hashable, Sendable {
  /// How many different orders are tried at first.
  public var starts = 4
  /// How many sweeps follow each other at most.
  public var sweeps = 24
  /// How often the best order is shaken.
  public var shakes = 12
  /// The most comparisons of pairs of vertices in one part of the graph; a sifting that has begun is
  /// finished.
  public var mostWork = 100_000_000
  /// Where the first orders that are without order come from.
  public var seed: UInt64 = 1

  /// The usual settings.
  public init() {}

  /// The order, and the number of crossings that it has.
  func order(of layering: ProperLayering) -> (order: LayerOrder, crossings: Int) {
    var work = Work(layering, mostWork: mostWork)
    var random = SeededRandom(seed: seed)
    var best = LayerOrder(layering)
    var fewest = Int.max
    for start in 0..<max(1, starts) {
      var order = work.firstOrder(start, &random)
      var crossings = work.sweep(&order, most: sweeps, from: start % 2)
      work.sift(&order, &crossings)
      if crossings < fewest { (best, fewest) = (order, crossings) }
      if fewest == 0 || work.isSpent { break }
    }
    for shake in 0..<shakes where fewest > 0 && !work.isSpent {
      var order = best
      work.shake(&order, &random)
      var crossings = work.sweep(&order, most: 1 + shake % 3, from: shake % 2)
      work.sift(&order, &crossings)
      if crossings < fewest { (best, fewest) = (order, crossings) }
    }
    return (best, fewest)
  }
}

extension CrossingReduction {
  /// The steps on one graph, and what they have cost.
  private struct Work {
    private let layering: ProperLayering
    private let mostWork: Int
    private var spent = 0
    private var sifting = Sifting()

    init(_ layering: ProperLayering, mostWork: Int) {
      self.layering = layering
      self.mostWork = mostWork
    }

    var isSpent: Bool { spent >= mostWork }

    /// The first order of a try: by depth first from above, from below, then without order.
    func firstOrder(_ start: Int, _ random: inout SeededRandom) -> LayerOrder {
      var order = LayerOrder(layering)
      switch start {
      case 0: arrangeByDepthFirst(&order, layers: Array(order.vertices.indices))
      case 1: arrangeByDepthFirst(&order, layers: order.vertices.indices.reversed())
      default:
        for layer in order.vertices.indices {
          for last in stride(from: order.vertices[layer].count - 1, to: 0, by: -1) {
            order.vertices[layer].swapAt(last, random.below(last + 1))
          }
          order.renumber(layer)
        }
      }
      return order
    }

    private func arrangeByDepthFirst(_ order: inout LayerOrder, layers: [Int]) {
      var isSeen = [Bool](repeating: false, count: layering.layers.count)
      var found = [[Int32]](repeating: [], count: order.vertices.count)
      for layer in layers {
        for first in order.vertices[layer] where !isSeen[Int(first)] {
          var pending = [first]
          while let vertex = pending.popLast() {
            guard !isSeen[Int(vertex)] else { continue }
            isSeen[Int(vertex)] = true
            found[layering.layers[Int(vertex)]].append(vertex)
            pending += layering.upperNeighbours(vertex).reversed()
            pending += layering.lowerNeighbours(vertex).reversed()
          }
        }
      }
      order.vertices = found
      for layer in found.indices { order.renumber(layer) }
    }

    /// Sweeps as long as it helps, leaves the best order, and tells its crossings.
    mutating func sweep(_ order: inout LayerOrder, most: Int, from first: Int) -> Int {
      var best = order
      var fewest = order.crossings(in: layering)
      var idle = 0
      for number in 0..<most where idle < 6 && fewest > 0 {
        let isDownward = (number + first) % 2 == 0
        let layers = order.vertices.indices
        for layer in isDownward ? Array(layers.dropFirst()) : layers.dropLast().reversed() {
          arrangeByMeans(&order, layer, isDownward: isDownward)
        }
        spent += layering.layers.count * 8
        let crossings = order.crossings(in: layering)
        idle += 1
        if crossings < fewest { (best, fewest, idle) = (order, crossings, 0) }
      }
      order = best
      return fewest
    }

    /// Puts a layer in the order of the means of its neighbours in the layer before; vertices without
    /// any keep their places.
    private func arrangeByMeans(_ order: inout LayerOrder, _ layer: Int, isDownward: Bool) {
      var moved: [(mean: Double, place: Int32, vertex: Int32)] = []
      for vertex in order.vertices[layer] {
        let others =
          isDownward ? layering.upperNeighbours(vertex) : layering.lowerNeighbours(vertex)
        guard !others.isEmpty else { continue }
        let sum = others.reduce(0) { $0 + Int(order.places[Int($1)]) }
        moved.append(
          (Double(sum) / Double(others.count), order.places[Int(vertex)], vertex))
      }
      let slots = moved.map(\.place)
      moved.sort { ($0.mean, $0.place) < ($1.mean, $1.place) }
      for (slot, entry) in zip(slots, moved) { order.vertices[layer][Int(slot)] = entry.vertex }
      order.renumber(layer)
    }

    /// Sifts all layers, down and up in turn, until nothing gets better.
    mutating func sift(_ order: inout LayerOrder, _ crossings: inout Int) {
      var isDownward = true
      while crossings > 0 && !isSpent {
        let before = crossings
        for place in order.vertices.indices {
          let layer = isDownward ? place : order.vertices.count - 1 - place
          crossings -= sifting.sift(layer, of: &order, in: layering, spent: &spent)
        }
        isDownward.toggle()
        if crossings == before { return }
      }
    }

    /// Turns the order within a stretch of some layers round.
    func shake(_ order: inout LayerOrder, _ random: inout SeededRandom) {
      for layer in order.vertices.indices where order.vertices[layer].count > 2 {
        let count = order.vertices[layer].count
        let length = 2 + random.below(max(1, count / 8))
        let first = random.below(count - min(length, count) + 1)
        order.vertices[layer][first..<min(count, first + length)].reverse()
        order.renumber(layer)
      }
    }
  }
}
