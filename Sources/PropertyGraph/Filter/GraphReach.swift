/// What can be reached from where, whatever the direction of the edges.
struct GraphReach {
  private let count: Int
  private let rows: Rows
  private let neighbours: [Int32]

  init(_ graph: PropertyGraph) {
    count = graph.nodes.count
    let ends = graph.edges.sources + graph.edges.targets
    let others = graph.edges.targets + graph.edges.sources
    let (rows, order) = Rows.bucketing(ends, count: count)
    self.rows = rows
    neighbours = order.map { others[Int($0)] }
  }

  /// The nodes at most so many edges away from a node, itself among them.
  func within(_ depth: Int, of node: Int) -> [Bool] {
    var isReached = [Bool](repeating: false, count: count)
    isReached[node] = true
    var border = [node]
    for _ in 0..<max(depth, 0) where !border.isEmpty {
      border = reach(from: border, &isReached)
    }
    return isReached
  }

  /// The component with the most nodes; of several the one with the first node.
  func largestComponent() -> [Bool] {
    var isReached = [Bool](repeating: false, count: count)
    var largest: [Int] = []
    for node in 0..<count where !isReached[node] {
      isReached[node] = true
      var members = [node]
      var border = [node]
      while !border.isEmpty {
        border = reach(from: border, &isReached)
        members += border
      }
      if members.count > largest.count { largest = members }
    }
    var isMember = [Bool](repeating: false, count: count)
    for node in largest { isMember[node] = true }
    return isMember
  }

  /// The nodes next to some that were not reached before.
  private func reach(from border: [Int], _ isReached: inout [Bool]) -> [Int] {
    var next: [Int] = []
    for node in border {
      for place in rows[node] {
        let neighbour = Int(neighbours[place])
        guard !isReached[neighbour] else { continue }
        isReached[neighbour] = true
        next.append(neighbour)
      }
    }
    return next
  }
}
