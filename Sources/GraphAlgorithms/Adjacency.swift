/// The neighbours of every node as compressed sparse rows: those of one node lie side by side, in
/// rising order, each once.
///
/// Parallel edges are one entry whose weight is their sum.
public struct Adjacency: Sendable, Hashable {
  /// Row `v` is `neighbours[starts[v] ..< starts[v + 1]]`; one entry more than nodes.
  package let starts: [Int32]
  package let neighbours: [Int32]
  /// The weight of the edge to each of ``neighbours``.
  package let weights: [Double]

  /// The number of nodes.
  public var nodeCount: Int { starts.count - 1 }

  /// The number of entries: of neighbours, added up over all nodes.
  public var entryCount: Int { neighbours.count }

  /// Rows from edges given as three columns of the same length.
  ///
  /// Two stable counting sorts, by target and then by source, put every row in order.
  /// - Complexity: O(n + m).
  init(nodeCount: Int, sources: [Int32], targets: [Int32], weights: [Double]) {
    precondition(sources.count < Int(Int32.max), "edges are numbered by 32 bits")
    let byTarget = Self.order(Array(0..<Int32(sources.count)), by: targets, below: nodeCount)
    let bySource = Self.order(byTarget, by: sources, below: nodeCount)
    var starts: [Int32] = [0]
    var neighbours: [Int32] = []
    var merged: [Double] = []
    starts.reserveCapacity(nodeCount + 1)
    neighbours.reserveCapacity(sources.count)
    merged.reserveCapacity(sources.count)
    for edge in bySource {
      let (source, target) = (Int(sources[Int(edge)]), targets[Int(edge)])
      while starts.count <= source { starts.append(Int32(neighbours.count)) }
      if neighbours.count > Int(starts[source]), neighbours.last == target {
        merged[merged.count - 1] += weights[Int(edge)]
      } else {
        neighbours.append(target)
        merged.append(weights[Int(edge)])
      }
    }
    while starts.count <= nodeCount { starts.append(Int32(neighbours.count)) }
    self.init(starts: starts, neighbours: neighbours, weights: merged)
  }

  /// Rows that are in order already.
  init(starts: [Int32], neighbours: [Int32], weights: [Double]) {
    self.starts = starts
    self.neighbours = neighbours
    self.weights = weights
  }

  /// Edges in the order of a key, those of one key as they were.
  private static func order(_ edges: [Int32], by keys: [Int32], below bound: Int) -> [Int32] {
    var next = [Int32](repeating: 0, count: bound + 1)
    for edge in edges { next[Int(keys[Int(edge)]) + 1] += 1 }
    for key in 0..<bound { next[key + 1] += next[key] }
    var ordered = edges
    for edge in edges {
      let key = Int(keys[Int(edge)])
      ordered[Int(next[key])] = edge
      next[key] += 1
    }
    return ordered
  }

  /// The places of a node's neighbours in ``neighbours`` and ``weights``.
  package func row(_ node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  /// The neighbours of a node in rising order.
  public func neighbours(of node: Int) -> some RandomAccessCollection<Int> {
    neighbours[row(node)].lazy.map(Int.init)
  }

  /// The number of a node's neighbours, parallel edges counted once.
  public func neighbourCount(of node: Int) -> Int { row(node).count }

  /// The weight of the edge from one node to another; 0 if there is none.
  ///
  /// - Complexity: O(log of the neighbours).
  public func weight(from source: Int, to target: Int) -> Double {
    var slots = row(source)
    while !slots.isEmpty {
      let middle = slots.lowerBound + slots.count / 2
      if neighbours[middle] == target { return weights[middle] }
      slots =
        neighbours[middle] < target
        ? (middle + 1)..<slots.upperBound : slots.lowerBound..<middle
    }
    return 0
  }
}
