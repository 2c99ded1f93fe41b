/// The layer of each node of a connected acyclic graph, such that every edge leads to a lower layer
/// and all edges together are as short as can be.
///
/// The network simplex method of Gansner, Koutsofios, North and Vo, A Technique for Drawing Directed
/// Graphs, IEEE Transactions on Software Engineering 19 (1993), section 2. The cut value of a tree
/// edge is the sum, over the nodes on one side of it, of edges out of the node less edges into it,
/// since edges within that side cancel each other; so all of them come from one walk over the tree.
struct LayerAssignment {
  /// By node, from 0.
  private(set) var layers: [Int]
  private let tails: [Int]
  private let heads: [Int]
  /// Edges out of each node less those into it.
  private var surplus: [Int]
  private var isInTree: [Bool]
  /// The edges of the tree at each node.
  private var treeEdges: [[Int]]
  /// The edge towards the root, −1 at the root itself.
  private var parents: [Int]
  /// The subtree of a node has the numbers `lows[node] ... lims[node]` in postorder.
  private var lows: [Int]
  private var lims: [Int]
  /// The surplus of the whole subtree of each node.
  private var sums: [Int]

  /// - Parameters:
  ///   - nodeCount: at least 1.
  ///   - edges: without loops and without cycles; the nodes hang together by them.
  /// - Complexity: O(n + m) for each exchange of a tree edge, of which there are about n in practice
  ///   and at most 20 n + 100.
  init(nodeCount: Int, edges: [(source: Int, target: Int)]) {
    tails = edges.map(\.source)
    heads = edges.map(\.target)
    layers = Self.longestPaths(nodeCount, edges)
    surplus = [Int](repeating: 0, count: nodeCount)
    for (tail, head) in zip(tails, heads) {
      surplus[tail] += 1
      surplus[head] -= 1
    }
    isInTree = [Bool](repeating: false, count: edges.count)
    treeEdges = [[Int]](repeating: [], count: nodeCount)
    parents = [Int](repeating: -1, count: nodeCount)
    lows = [Int](repeating: 0, count: nodeCount)
    lims = lows
    sums = lows
    makeTightTree()
    numberTree()
    var exchanges = 0
    while exchanges < 20 * nodeCount + 100, let leaving = leavingEdge(),
      let entering = enteringEdge(for: leaving)
    {
      exchange(leaving, entering)
      exchanges += 1
    }
    let top = layers.min() ?? 0
    for node in layers.indices { layers[node] -= top }
    balance()
  }

  /// The length of the longest path to each node.
  private static func longestPaths(
    _ nodeCount: Int, _ edges: [(source: Int, target: Int)]
  ) -> [Int] {
    var outgoing = [[Int]](repeating: [], count: nodeCount)
    var pending = [Int](repeating: 0, count: nodeCount)
    for edge in edges {
      outgoing[edge.source].append(edge.target)
      pending[edge.target] += 1
    }
    var layers = [Int](repeating: 0, count: nodeCount)
    var ready = (0..<nodeCount).filter { pending[$0] == 0 }
    while let node = ready.popLast() {
      for other in outgoing[node] {
        layers[other] = max(layers[other], layers[node] + 1)
        pending[other] -= 1
        if pending[other] == 0 { ready.append(other) }
      }
    }
    return layers
  }

  private func slack(_ edge: Int) -> Int { layers[heads[edge]] - layers[tails[edge]] - 1 }

  /// Grows a spanning tree of edges without slack, moving what it has towards the nearest rest.
  private mutating func makeTightTree() {
    var isReached = [Bool](repeating: false, count: layers.count)
    var edgesOfNode = [[Int]](repeating: [], count: layers.count)
    for edge in tails.indices {
      edgesOfNode[tails[edge]].append(edge)
      edgesOfNode[heads[edge]].append(edge)
    }
    var reached = [0]
    isReached[0] = true
    var next = 0
    /// Edges with at least one end in the tree; those with both are dropped when they are met.
    var border: [Int] = []
    while true {
      while next < reached.count {
        let node = reached[next]
        next += 1
        for edge in edgesOfNode[node] {
          let other = tails[edge] == node ? heads[edge] : tails[edge]
          guard !isReached[other] else { continue }
          guard slack(edge) == 0 else {
            border.append(edge)
            continue
          }
          add(edge)
          isReached[other] = true
          reached.append(other)
        }
      }
      border.removeAll { isReached[tails[$0]] && isReached[heads[$0]] }
      guard let nearest = border.min(by: { (slack($0), $0) < (slack($1), $1) }) else { return }
      let shift = isReached[tails[nearest]] ? slack(nearest) : -slack(nearest)
      for node in reached { layers[node] += shift }
      let other = isReached[tails[nearest]] ? heads[nearest] : tails[nearest]
      add(nearest)
      isReached[other] = true
      reached.append(other)
    }
  }

  private mutating func add(_ edge: Int) {
    isInTree[edge] = true
    treeEdges[tails[edge]].append(edge)
    treeEdges[heads[edge]].append(edge)
  }

  /// Numbers the tree in postorder from node 0, and sums up the subtrees.
  private mutating func numberTree() {
    var path = [(node: 0, slot: 0)]
    var next = 1
    parents[0] = -1
    lows[0] = next
    sums[0] = surplus[0]
    while let (node, slot) = path.last {
      if slot < treeEdges[node].count {
        path[path.count - 1].slot += 1
        let edge = treeEdges[node][slot]
        guard edge != parents[node] else { continue }
        let child = tails[edge] == node ? heads[edge] : tails[edge]
        parents[child] = edge
        lows[child] = next
        sums[child] = surplus[child]
        path.append((child, 0))
      } else {
        lims[node] = next
        next += 1
        path.removeLast()
        if let above = path.last?.node { sums[above] += sums[node] }
      }
    }
  }

  /// The node on the lower side of a tree edge.
  private func child(of edge: Int) -> Int {
    parents[tails[edge]] == edge ? tails[edge] : heads[edge]
  }

  /// The tree edge whose lengthening shortens the whole most; nil if none does.
  private func leavingEdge() -> Int? {
    var (best, least) = (-1, 0)
    for node in parents.indices where parents[node] >= 0 {
      let value = tails[parents[node]] == node ? sums[node] : -sums[node]
      if value < least { (best, least) = (parents[node], value) }
    }
    return best < 0 ? nil : best
  }

  /// The edge with the least slack that leads the other way over the cut of a tree edge.
  private func enteringEdge(for leaving: Int) -> Int? {
    let node = child(of: leaving)
    let range = lows[node]...lims[node]
    let leavesSubtree = tails[leaving] == node
    var (best, least) = (-1, Int.max)
    for edge in tails.indices where !isInTree[edge] {
      let (isTailIn, isHeadIn) = (range ~= lims[tails[edge]], range ~= lims[heads[edge]])
      guard leavesSubtree ? !isTailIn && isHeadIn : isTailIn && !isHeadIn else { continue }
      let slack = slack(edge)
      if slack < least { (best, least) = (edge, slack) }
    }
    return best < 0 ? nil : best
  }

  private mutating func exchange(_ leaving: Int, _ entering: Int) {
    let node = child(of: leaving)
    let range = lows[node]...lims[node]
    let slack = slack(entering)
    let shift = range ~= lims[heads[entering]] ? -slack : slack
    if shift != 0 {
      for other in layers.indices where range ~= lims[other] { layers[other] += shift }
    }
    isInTree[leaving] = false
    treeEdges[tails[leaving]].removeAll { $0 == leaving }
    treeEdges[heads[leaving]].removeAll { $0 == leaving }
    add(entering)
    numberTree()
  }

  /// Moves nodes with as many edges above as below to the emptiest layer that they may be in.
  private mutating func balance() {
    var counts = [Int](repeating: 0, count: (layers.max() ?? 0) + 1)
    for layer in layers { counts[layer] += 1 }
    var lowest = [Int](repeating: 0, count: layers.count)
    var highest = [Int](repeating: counts.count - 1, count: layers.count)
    var edgesOfNode = [[Int]](repeating: [], count: layers.count)
    for edge in tails.indices {
      edgesOfNode[tails[edge]].append(edge)
      edgesOfNode[heads[edge]].append(edge)
    }
    for node in layers.indices where surplus[node] == 0 && !edgesOfNode[node].isEmpty {
      for edge in edgesOfNode[node] {
        if heads[edge] == node {
          lowest[node] = max(lowest[node], layers[tails[edge]] + 1)
        } else {
          highest[node] = min(highest[node], layers[heads[edge]] - 1)
        }
      }
      var best = layers[node]
      for layer in lowest[node]...highest[node] where counts[layer] + 1 < counts[best] {
        best = layer
      }
      guard best != layers[node] else { continue }
      counts[layers[node]] -= 1
      counts[best] += 1
      layers[node] = best
    }
  }
}
