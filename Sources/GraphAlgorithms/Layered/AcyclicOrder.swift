/// An order of the nodes of a directed graph in which few edges lead backwards; none do where the
/// graph has no cycle.
///
/// Eades, Lin and Smyth, A Fast and Effective Heuristic for the Feedback Arc Set Problem,
/// Information Processing Letters 47 (1993): sinks go to the end, sources to the front, and where
/// there is neither, the node with the greatest surplus of edges out of it goes to the front.
struct AcyclicOrder {
  /// The place of each node in the order.
  let places: [Int]

  /// The order for edges without loops; equals go by their number.
  ///
  /// - Complexity: O(n + m), and O(n) for each node taken from within a cycle.
  init(nodeCount: Int, edges: [(source: Int, target: Int)]) {
    var (outgoing, incoming) = (
      [[Int]](repeating: [], count: nodeCount), [[Int]](repeating: [], count: nodeCount)
    )
    for (source, target) in edges {
      outgoing[source].append(target)
      incoming[target].append(source)
    }
    var outCounts = outgoing.map(\.count)
    var inCounts = incoming.map(\.count)
    var isTaken = [Bool](repeating: false, count: nodeCount)
    var sinks = (0..<nodeCount).filter { outCounts[$0] == 0 }
    var sources = (0..<nodeCount).filter { outCounts[$0] > 0 && inCounts[$0] == 0 }
    var (front, back) = ([Int](), [Int]())
    func take(_ node: Int) {
      isTaken[node] = true
      for other in outgoing[node] where !isTaken[other] {
        inCounts[other] -= 1
        if inCounts[other] == 0, outCounts[other] > 0 { sources.append(other) }
      }
      for other in incoming[node] where !isTaken[other] {
        outCounts[other] -= 1
        if outCounts[other] == 0 { sinks.append(other) }
      }
    }
    while front.count + back.count < nodeCount {
      if let sink = sinks.popLast() {
        guard !isTaken[sink] else { continue }
        back.append(sink)
        take(sink)
      } else if let source = sources.popLast() {
        guard !isTaken[source] else { continue }
        front.append(source)
        take(source)
      } else {
        var best: Int?
        for node in 0..<nodeCount where !isTaken[node] {
          guard let other = best else {
            best = node
            continue
          }
          if outCounts[node] - inCounts[node] > outCounts[other] - inCounts[other] { best = node }
        }
        guard let best else { break }
        front.append(best)
        take(best)
      }
    }
    var places = [Int](repeating: 0, count: nodeCount)
    for (place, node) in (front + back.reversed()).enumerated() { places[node] = place }
    self.places = places
  }
}
