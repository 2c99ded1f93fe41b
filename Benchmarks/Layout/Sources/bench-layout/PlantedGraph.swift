import GraphAlgorithms

/// A graph with communities that are known because it was made with them, shaped like a knowledge
/// graph: about two edges a node, some nodes with many, communities of 20 to 200 nodes.
struct PlantedGraph {
  typealias Edge = (source: Int, target: Int, weight: Double)

  /// The community of each node.
  private(set) var communities: [Int] = []
  private(set) var edges: [Edge] = []

  /// Every fifth edge leads to any node at all, the others stay within a community and prefer
  /// nodes that have many.
  init(nodeCount: Int) {
    var random = SplitMix64(state: 7)
    while communities.count < nodeCount {
      let first = communities.count
      let size = min(nodeCount - first, [20, 40, 60, 80, 100, 150, 200][random.below(7)])
      let number = (communities.last ?? -1) + 1
      communities += [Int](repeating: number, count: size)
      // Every end of an edge so far: a draw from it prefers nodes with many edges.
      var ends: [Int] = []
      for offset in 1..<max(2, size) where offset < size {
        let node = first + offset
        for _ in 0..<2 {
          if random.below(5) == 0 {
            edges.append((node, random.below(nodeCount), 1))
          } else {
            let target =
              ends.isEmpty || random.below(10) < 3
              ? first + random.below(offset) : ends[random.below(ends.count)]
            edges.append((node, target, 1))
            ends += [node, target]
          }
        }
      }
    }
  }

  /// The graph as the layout takes it.
  var graph: WeightedGraph { WeightedGraph(nodeCount: communities.count, edges: edges) }

  /// The number of nodes, the community of each node, and the two ends of each edge, a line each.
  var text: String {
    var lines = ["\(communities.count)"]
    lines += communities.map(String.init)
    lines += edges.map { "\($0.source) \($0.target)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Numbers that look random and are the same each time.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
