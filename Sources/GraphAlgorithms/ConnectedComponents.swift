/// The parts of a graph that hang together.
public struct ConnectedComponents: Sendable, Hashable {
  /// The component of each node; components are numbered by their smallest node.
  public let componentOfNode: [Int]
  /// The nodes of each component in rising order.
  public let members: [[Int]]

  /// The nodes of the component with the most of them, in rising order; of several the first.
  public var largest: [Int] {
    members.reduce([]) { $1.count > $0.count ? $1 : $0 }
  }

  /// The components of a graph.
  ///
  /// - Complexity: O(n + m).
  public init(of graph: WeightedGraph) {
    self.init(of: graph) { _, _ in true }
  }

  /// The components that remain when only the edges between some pairs count.
  package init(of graph: WeightedGraph, joining counts: (Int, Int) -> Bool) {
    let edges = graph.adjacency
    var component = [Int](repeating: -1, count: graph.nodeCount)
    var number = 0
    var stack: [Int] = []
    for start in 0..<graph.nodeCount where component[start] < 0 {
      component[start] = number
      stack.append(start)
      while let node = stack.popLast() {
        for slot in edges.row(node) {
          let other = Int(edges.neighbours[slot])
          guard component[other] < 0, counts(node, other) else { continue }
          component[other] = number
          stack.append(other)
        }
      }
      number += 1
    }
    var members = [[Int]](repeating: [], count: number)
    for node in 0..<graph.nodeCount { members[component[node]].append(node) }
    componentOfNode = component
    self.members = members
  }
}
