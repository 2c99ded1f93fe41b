/// Gives every node of a graph a place in the plane: components packed, communities together, no
/// disc on another.
///
/// ```swift
/// let communities = Leiden().communities(of: graph)
/// let points = Arrangement().positions(
///   of: graph, radii: radii, communities: communities)
/// ```
public struct Arrangement: Sendable {
  /// How the nodes of one component are placed.
  public var layout = CommunityLayout()
  /// The free space between two discs.
  public var gap = 4.0
  /// The distance between nearest neighbours beside the least that is allowed, where it is dense.
  public var air = 1.25
  /// How the components are set side by side.
  public var packing = ComponentPacking()

  /// The arrangement with its usual settings.
  public init() {}

  /// The place of every node, rounded to 0.01, the whole around the origin.
  ///
  /// The same graph, radii, communities and settings give the same places on every machine. The
  /// radii, at least 0 and finite, are those of the discs that are drawn; the communities are
  /// numbers from 0, as ``Leiden`` finds them.
  /// - Complexity: that of ``CommunityLayout``, and about O(n + m) beside it.
  public func positions(
    of graph: WeightedGraph, radii: [Double], communities: [Int]
  ) -> [Point] {
    let components = ConnectedComponents(of: graph).members
    var points = [Point](repeating: .zero, count: graph.nodeCount)
    var places = [Int32](repeating: -1, count: graph.nodeCount)
    for members in components where members.count > 1 {
      let part = graph.subgraph(of: members, places: &places)
      var placed = layout.positions(of: part, communities: members.map { communities[$0] })
      PrincipalAxis().level(&placed)
      let own = members.map { radii[$0] }
      spread(&placed, radii: own)
      OverlapRemoval(gap: gap).separate(&placed, radii: own)
      for (member, point) in zip(members, placed) { points[member] = point }
    }
    packing.pack(&points, radii: radii, graph: graph, components: components)
    return points.map(\.rounded)
  }

  /// Scales the points of a component so that most of its discs have room.
  ///
  /// A few hundred discs tell for all how near the nearest other is, beside how near it may be.
  private func spread(_ points: inout [Point], radii: [Double]) {
    let stride = max(1, points.count / 256)
    var nearness = Swift.stride(from: 0, to: points.count, by: stride).map { first in
      points.indices.reduce(Double.infinity) { least, second in
        guard second != first else { return least }
        let distance = (points[second] - points[first]).length
        return min(least, distance / (radii[first] + radii[second] + gap))
      }
    }
    nearness.sort()
    let typical = nearness[nearness.count / 2]
    guard typical > 0 else { return }
    for index in points.indices { points[index] = points[index] * (air / typical) }
  }
}
