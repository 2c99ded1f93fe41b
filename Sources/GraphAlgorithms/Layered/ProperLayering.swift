/// A graph in layers whose edges lead from one layer to the next: long ones are chains of pieces
/// between vertices that stand for the edge in the layers that it passes.
struct ProperLayering {
  /// The layer of each vertex: those of the graph first, then those of edges.
  private(set) var layers: [Int]
  /// How many of the vertices are nodes of the graph.
  let nodeCount: Int
  /// The vertices of each edge from its upper end to its lower end.
  private(set) var chains: [[Int32]] = []
  /// The vertices of each layer; in order of their numbers at first.
  private(set) var vertices: [[Int32]]
  /// The neighbours in the layer above, those of vertex `v` at `upperStarts[v] ..< upperStarts[v + 1]`.
  private(set) var upper: [Int32] = []
  private(set) var upperStarts: [Int] = []
  /// The neighbours in the layer below.
  private(set) var lower: [Int32] = []
  private(set) var lowerStarts: [Int] = []

  /// - Parameters:
  ///   - layers: the layer of each node.
  ///   - edges: each leads to a layer below.
  init(layers: [Int], edges: [(source: Int, target: Int)]) {
    nodeCount = layers.count
    self.layers = layers
    for edge in edges {
      var chain = [Int32(edge.source)]
      for layer in layers[edge.source] + 1..<layers[edge.target] {
        chain.append(Int32(self.layers.count))
        self.layers.append(layer)
      }
      chain.append(Int32(edge.target))
      chains.append(chain)
    }
    vertices = [[Int32]](repeating: [], count: (layers.max() ?? -1) + 1)
    for (vertex, layer) in self.layers.enumerated() { vertices[layer].append(Int32(vertex)) }
    let pieces = chains.flatMap { zip($0, $0.dropFirst()) }
    (lower, lowerStarts) = Self.rows(pieces, count: self.layers.count)
    (upper, upperStarts) = Self.rows(pieces.map { ($1, $0) }, count: self.layers.count)
  }

  private static func rows(
    _ pairs: [(Int32, Int32)], count: Int
  ) -> (entries: [Int32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for pair in pairs { starts[Int(pair.0) + 1] += 1 }
    for vertex in 0..<count { starts[vertex + 1] += starts[vertex] }
    var next = starts
    var entries = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      entries[next[Int(pair.0)]] = pair.1
      next[Int(pair.0)] += 1
    }
    return (entries, starts)
  }

  /// Whether a vertex stands for an edge.
  func isOfEdge(_ vertex: Int32) -> Bool { Int(vertex) >= nodeCount }

  func upperNeighbours(_ vertex: Int32) -> ArraySlice<Int32> {
    upper[upperStarts[Int(vertex)]..<upperStarts[Int(vertex) + 1]]
  }

  func lowerNeighbours(_ vertex: Int32) -> ArraySlice<Int32> {
    lower[lowerStarts[Int(vertex)]..<lowerStarts[Int(vertex) + 1]]
  }
}
