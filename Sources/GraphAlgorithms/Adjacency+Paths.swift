extension Adjacency {
  /// The number of steps from the nearest of some nodes to each node; −1 where no way leads.
  ///
  /// The origins are at distance 0, and repeats among them do no harm. Nodes beyond the depth count
  /// as out of reach; without one all are visited.
  /// - Complexity: O(n + m).
  public func distances(from origins: some Sequence<Int>, depth: Int? = nil) -> [Int] {
    visit(from: origins, depth: depth).distance
  }

  /// The nodes that lie within some steps of the nearest of some nodes, these among them, in
  /// rising order.
  ///
  /// - Complexity: O(n + m).
  public func neighbourhood(of origins: some Sequence<Int>, depth: Int) -> [Int] {
    visit(from: origins, depth: depth).order.sorted()
  }

  /// The nodes of a way with the fewest steps, both ends among them; nil where no way leads.
  ///
  /// Of several such ways it is the first when compared node by node from the source.
  /// - Complexity: O(n + m).
  public func shortestPath(from source: Int, to target: Int) -> [Int]? {
    let (distance, _, previous) = visit(from: CollectionOfOne(source), depth: nil, until: target)
    guard distance[target] >= 0 else { return nil }
    var path = [target]
    while let node = path.last, node != source { path.append(previous[node]) }
    return path.reversed()
  }

  /// Breadth-first search; `previous` leads back to an origin.
  private func visit(
    from origins: some Sequence<Int>, depth: Int?, until target: Int? = nil
  ) -> (distance: [Int], order: [Int], previous: [Int]) {
    var distance = [Int](repeating: -1, count: nodeCount)
    var previous = distance
    var order: [Int] = []
    for origin in origins where distance[origin] < 0 {
      distance[origin] = 0
      order.append(origin)
    }
    var head = 0
    while head < order.count, order[head] != target {
      let node = order[head]
      head += 1
      if let depth, distance[node] >= depth { break }
      for slot in row(node) {
        let other = Int(neighbours[slot])
        guard distance[other] < 0 else { continue }
        distance[other] = distance[node] + 1
        previous[other] = node
        order.append(other)
      }
    }
    return (distance, order, previous)
  }
}
