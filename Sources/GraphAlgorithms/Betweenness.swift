/// How many shortest ways lead through a node: betweenness after Brandes,
/// [A Faster Algorithm for Betweenness Centrality](https://doi.org/10.1080/0022250X.2001.9990249),
/// and for large graphs from sampled origins, after Brandes and Pich,
/// [Centrality Estimation in Large Networks](https://doi.org/10.1142/S0218127407018403).
///
/// Ways are measured in steps. Parallel edges are one way, loops none.
public struct Betweenness: Sendable {
  /// The most nodes of a graph whose every node is an origin.
  public var exactLimit = 4_000
  /// The number of origins in larger graphs.
  public var originCount = 256
  /// Decides which nodes are the origins in larger graphs.
  public var seed: UInt64 = 1

  /// Exact up to 4,000 nodes, sampled beyond.
  public init() {}

  /// For each node the sum, over all pairs of other nodes, of the share of the shortest ways
  /// between the two that lead through it; sampled ones are scaled to all origins.
  ///
  /// - Complexity: O(origins · (n + m)).
  public func scores(of graph: WeightedGraph) -> [Double] {
    // Each pair was seen from both ends.
    scores(along: graph.adjacency).map { $0 / 2 }
  }

  /// The same along the directions of the edges, over all ordered pairs.
  ///
  /// - Complexity: O(origins · (n + m)).
  public func scores(of graph: DirectedGraph) -> [Double] {
    scores(along: graph.outgoing)
  }

  private func scores(along adjacency: Adjacency) -> [Double] {
    let count = adjacency.nodeCount
    var scores = [Double](repeating: 0, count: count)
    var random = SeededRandom(seed: seed)
    let isExact = count <= max(exactLimit, originCount)
    let origins = isExact ? Array(0..<count) : random.sample(originCount, below: count).sorted()
    var search = ShortestWays(nodeCount: count)
    for origin in origins { search.add(to: &scores, from: origin, along: adjacency) }
    guard !isExact else { return scores }
    let scale = Double(count) / Double(origins.count)
    return scores.map { $0 * scale }
  }
}

/// The shortest ways from one origin, and the memory to count them that all origins share.
private struct ShortestWays {
  private var distance: [Int32]
  private var order: [Int32] = []
  private var ways: [WayCount]
  /// The share of ways from the origin to nodes beyond that leads through each node.
  private var dependency: [Double]

  init(nodeCount: Int) {
    distance = [Int32](repeating: -1, count: nodeCount)
    ways = [WayCount](repeating: .none, count: nodeCount)
    dependency = [Double](repeating: 0, count: nodeCount)
    order.reserveCapacity(nodeCount)
  }

  mutating func add(to scores: inout [Double], from origin: Int, along adjacency: Adjacency) {
    distance[origin] = 0
    ways[origin] = .one
    order.append(Int32(origin))
    var head = 0
    while head < order.count {
      let node = Int(order[head])
      head += 1
      let beyond = distance[node] + 1
      for slot in adjacency.row(node) {
        let other = Int(adjacency.neighbours[slot])
        if distance[other] < 0 {
          distance[other] = beyond
          order.append(Int32(other))
        }
        if distance[other] == beyond { ways[other].add(ways[node]) }
      }
    }
    for node in order.lazy.reversed().map(Int.init) {
      for slot in adjacency.row(node) {
        let other = Int(adjacency.neighbours[slot])
        guard distance[other] == distance[node] + 1 else { continue }
        dependency[node] += ways[node].share(of: ways[other]) * (1 + dependency[other])
      }
      if node != origin { scores[node] += dependency[node] }
    }
    for node in order.lazy.map(Int.init) {
      distance[node] = -1
      ways[node] = .none
      dependency[node] = 0
    }
    order.removeAll(keepingCapacity: true)
  }
}

/// A number of ways, which may go far beyond what a Double holds: it doubles with every diamond
/// in a chain of them.
private struct WayCount {
  /// The number in units of 2⁵¹²ᵉ.
  var mantissa: Double
  /// How many times 2⁵¹² was divided out.
  var exponent: Int32

  static let none = WayCount(mantissa: 0, exponent: 0)
  static let one = WayCount(mantissa: 1, exponent: 0)
  private static let unit = 0x1p512

  mutating func add(_ other: WayCount) {
    if other.exponent == exponent {
      mantissa += other.mantissa
      guard mantissa >= Self.unit else { return }
      mantissa /= Self.unit
      exponent += 1
    } else if other.exponent > exponent {
      // Beside the larger number the smaller one is lost in rounding, unless it is near.
      let small = other.exponent == exponent + 1 ? mantissa / Self.unit : 0
      mantissa = other.mantissa + small
      exponent = other.exponent
    } else if other.exponent + 1 == exponent {
      mantissa += other.mantissa / Self.unit
    }
  }

  /// This number over one at least as large.
  func share(of whole: WayCount) -> Double {
    switch whole.exponent - exponent {
    case 0: mantissa / whole.mantissa
    case 1: mantissa / whole.mantissa / Self.unit
    default: 0
    }
  }
}
