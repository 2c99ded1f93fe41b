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
    guard graph.nodes.count > 0 else { return }
    let network = WeightedGraph(
      nodeCount: graph.nodes.count, sources: graph.edges.sources, targets: graph.edges.targets)
    let communities = Leiden().communities(of: network)
    graph.nodes.communities = communities.map { Int32($0) }
    graph.nodes.sizes = graph.nodes.degrees.map { Self.diameter(degree: Int($0)) }
    // Well connected nodes get more room: a large label has its place there, and many lines meet.
    let largest = Double(max(20, graph.nodes.degrees.max() ?? 0))
    let room = graph.nodes.indices.map { node in
      graph.nodes.sizes[node] / 2 + 2 + 12 * Double(graph.nodes.degrees[node]) / largest
    }
    let points = arrangement.positions(of: network, radii: room, communities: communities)
    graph.nodes.x = points.map(\.x)
    graph.nodes.y = points.map(\.y)
  }

  /// The area of a node grows with its degree.
  private static func diameter(degree: Int) -> Double {
    ((7 + 4 * Double(degree).squareRoot()) * 100).rounded() / 100
  }
}
