/// The parts of a directed graph within which every node leads to every other.
public struct StronglyConnectedComponents: Sendable, Hashable {
  /// The component of each node; a component has a greater number than those that its edges lead to.
  public let componentOfNode: [Int]
  /// How many components there are.
  public let count: Int

  /// The components of a graph, by Tarjan's algorithm without recursion.
  ///
  /// - Complexity: O(n + m).
  public init(of graph: DirectedGraph) {
    var search = Search(graph.outgoing)
    for node in 0..<graph.nodeCount where search.numbers[node] == 0 { search.visit(node) }
    componentOfNode = search.components
    count = search.count
  }

  /// The nodes of the components with more than one node, each in rising order, ordered by their
  /// first nodes.
  public var cycles: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (node, component) in componentOfNode.enumerated() { members[component].append(node) }
    return members.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private struct Search {
    let edges: Adjacency
    /// From 1 in the order of the visit; 0 for nodes not yet seen.
    var numbers: [Int]
    /// The least number that a node leads back to.
    var lows: [Int]
    var components: [Int]
    var count = 0
    /// Nodes whose component is not known yet.
    private var open: [Int] = []
    private var next = 1

    init(_ edges: Adjacency) {
      self.edges = edges
      numbers = [Int](repeating: 0, count: edges.nodeCount)
      lows = numbers
      components = [Int](repeating: -1, count: edges.nodeCount)
    }

    mutating func visit(_ start: Int) {
      var path = [(node: start, slot: edges.row(start).lowerBound)]
      enter(start)
      while let (node, slot) = path.last {
        if slot < edges.row(node).upperBound {
          path[path.count - 1].slot += 1
          let other = Int(edges.neighbours[slot])
          if numbers[other] == 0 {
            enter(other)
            path.append((other, edges.row(other).lowerBound))
          } else if components[other] < 0 {
            lows[node] = min(lows[node], numbers[other])
          }
          continue
        }
        path.removeLast()
        if let before = path.last?.node { lows[before] = min(lows[before], lows[node]) }
        if lows[node] == numbers[node] { close(upTo: node) }
      }
    }

    private mutating func enter(_ node: Int) {
      numbers[node] = next
      lows[node] = next
      next += 1
      open.append(node)
    }

    private mutating func close(upTo node: Int) {
      while let member = open.popLast() {
        components[member] = count
        if member == node { break }
      }
      count += 1
    }
  }
}
