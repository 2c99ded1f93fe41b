public import GraphAlgorithms

/// Gives every node its place, size and community.
///
/// The same graph gets the same places on every machine, down to the last digit.
public struct GraphLayout: Sendable {
  /// The forces within a component.
  public var forces = ForceAtlas2()
  /// Width ÷ height that the picture aims at.
  public var aspect = 1.5
  /// The free space between two nodes.
  public var gap = 9.0
  /// The share of the plane that a node of a large graph gets on average, so that labels find
  /// room; in small graphs up to three times as much.
  public var areaPerNode = 5200.0

  /// The layout with its usual settings.
  public init() {}

  /// Arranges the nodes: components apart, communities together, no two nodes on each other,
  /// places rounded to 0.01, the whole around the origin.
  ///
  /// - Complexity: O(m + n log n) a step of the forces, some hundred steps.
  public func arrange(_ graph: inout PropertyGraph) {
    let count = graph.nodes.count
    guard count > 0 else { return }
    let network = WeightedGraph(
      nodeCount: count,
      edges: graph.edges.indices.map {
        (Int(graph.edges.sources[$0]), Int(graph.edges.targets[$0]), 1)
      })
    let communities = Leiden().communities(of: network)
    graph.nodes.communities = communities.map { Int32($0) }
    graph.nodes.sizes = graph.nodes.degrees.map { Self.diameter(degree: Int($0)) }
    let radii = graph.nodes.sizes.map { $0 / 2 }
    // Well connected nodes get more room: a large label has its place there, and many lines meet.
    let largest = Double(max(20, graph.nodes.degrees.max() ?? 0))
    let room = graph.nodes.indices.map {
      graph.nodes.sizes[$0] * 0.65 + 2 + 46 * Double(graph.nodes.degrees[$0]) / largest
    }
    let components = ConnectedComponents(of: network)
    var points = [Point](repeating: .zero, count: count)
    for members in components.members {
      for (member, point) in zip(
        members, placed(members, in: network, communities: communities, room: room))
      {
        points[member] = point
      }
    }
    ComponentPacking(gap: 8 * gap, aspect: aspect).pack(
      &points, radii: radii, components: components.members)
    graph.nodes.x = points.map(\.rounded.x)
    graph.nodes.y = points.map(\.rounded.y)
  }

  /// The places of one component's nodes, in their order.
  private func placed(
    _ members: [Int], in network: WeightedGraph, communities: [Int], room: [Double]
  ) -> [Point] {
    guard members.count > 1 else { return [.zero] }
    let part = network.subgraph(of: members)
    let present = Set(members.map { communities[$0] }).sorted()
    let numberOf = Dictionary(
      present.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let local = members.map { numberOf[communities[$0]] ?? 0 }
    var points = forces.positions(of: part, communities: local)
    PrincipalAxis().level(&points)
    spread(&points)
    OverlapRemoval(gap: gap).separate(&points, radii: members.map { room[$0] })
    return points
  }

  /// Scales the points so that each has its share of the plane.
  private func spread(_ points: inout [Point]) {
    let width = (points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)
    let height = (points.map(\.y).max() ?? 0) - (points.map(\.y).min() ?? 0)
    // A row of points would have no area: the shorter side counts for a quarter of the longer.
    let area = max(width, height / 4) * max(height, width / 4)
    guard area > 0 else { return }
    let count = Double(points.count)
    let share = areaPerNode * (1 + 60 / (count + 30))
    let scale = (count * share / area).squareRoot()
    for index in points.indices {
      points[index].x *= scale
      points[index].y *= scale
    }
  }

  /// The area of a node grows with its degree.
  private static func diameter(degree: Int) -> Double {
    ((7 + 4 * Double(degree).squareRoot()) * 100).rounded() / 100
  }
}
