public import GraphAlgorithms

/// Gives every node its place, size and community.
///
/// The same graph gets the same places on every machine, down to the last digit.
public struct GraphLayout: Sendable {
  /// How places are found; its gap is the free space between two nodes.
  public var arrangement: Arrangement

  /// The layout with its usual settings.
  public init() {
    arrangement = Arrangement()
    arrangement.gap = 5
    arrangement.packing = ComponentPacking(gap: 36, aspect: 1.4)
  }

  /// Arranges the nodes: components apart, communities together, no two nodes on each other,
  /// places rounded to 0.01, the whole around the origin.
  ///
  /// - Complexity: O(m + n log n) a step of the forces, some hundred steps.
  public func arrange(_ graph: inout PropertyGraph) {
    let network = WeightedGraph(
      nodeCount: graph.nodes.count,
      edges: graph.edges.map { ($0.source, $0.target, 1) })
    let communities = Leiden().communities(of: network)
    for node in graph.nodes.indices {
      graph.nodes[node].community = communities[node]
      graph.nodes[node].size = Self.diameter(degree: graph.nodes[node].degree)
    }
    // Well connected nodes get more room: a large label has its place there, and many lines meet.
    let largest = Double(max(20, graph.nodes.map(\.degree).max() ?? 0))
    let room = graph.nodes.map { $0.size / 2 + 2 + 12 * Double($0.degree) / largest }
    let points = arrangement.positions(of: network, radii: room, communities: communities)
    for (node, point) in points.enumerated() {
      graph.nodes[node].x = point.x
      graph.nodes[node].y = point.y
    }
  }

  /// The area of a node grows with its degree.
  private static func diameter(degree: Int) -> Double {
    ((7 + 4 * Double(degree).squareRoot()) * 100).rounded() / 100
  }
}
