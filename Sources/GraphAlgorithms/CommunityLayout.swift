/// Places the nodes of a connected graph: communities first, as the nodes of a small graph, then
/// their parts, then the nodes, each time refined by ``ForceAtlas2``.
public struct CommunityLayout: Sendable {
  /// The forces; their gravity is that of ``compactness``.
  public var forces = ForceAtlas2()
  /// How much the whole is drawn together, so that it fills an ellipse: at 1 about to the distance
  /// of lone neighbours, at 0 not at all.
  public var compactness = 0.15
  /// Width ÷ height of that ellipse.
  public var aspect = 1.4
  /// The share of edges between communities at which such an edge pulls half as much as one
  /// within; the more there are, the less each pulls, so that communities stay apart.
  public var mixing = 0.1
  /// The number of steps on the graph itself; nil takes fewer the larger it is.
  public var steps: Int?
  /// Decides where the parts of a community start.
  public var seed: UInt64 = 1

  /// The layout with its usual settings.
  public init() {}

  /// The place of every node, around the origin.
  ///
  /// The communities are numbers from 0, one for each node, as ``Leiden`` finds them.
  /// - Complexity: O(steps · (m + n log n)).
  public func positions(of graph: WeightedGraph, communities: [Int]) -> [Point] {
    let weighted = pulls(in: graph, communities: communities)
    let masses = forces.masses(of: graph)
    let series = Coarsening(graph: weighted, masses: masses, communities: communities)
    var random = SeededRandom(seed: seed)
    let mean = masses.reduce(0, +) / Double(max(1, masses.count))
    var points: [Point] = []
    for (depth, level) in series.levels.enumerated().reversed() {
      if level.groups.isEmpty {
        let unit = level.masses.reduce(0, +)
        points = Point.sunflower(level.masses.count).map { $0 * unit.squareRoot() }
      } else {
        points = start(of: level, from: points, random: &random)
      }
      let count = level.masses.count
      let edges = level.graph.adjacency.entryCount / 2
      let usual = max(80, min(400, 2_400_000 / max(1, count + edges)))
      refine(
        &points, level, steps: depth == 0 ? steps ?? usual : usual, meanMass: mean,
        isCoarse: depth > 0)
    }
    return points
  }

  /// The graph with weights as the forces feel them: on average about 1, growing as the root of
  /// the given ones, so that many parallel edges do not pull everything else out of shape, and
  /// less between communities.
  private func pulls(in graph: WeightedGraph, communities: [Int]) -> WeightedGraph {
    let edges = graph.adjacency
    var between = 0.0
    var all = 0.0
    for node in 0..<graph.nodeCount {
      for slot in edges.row(node) {
        all += edges.weights[slot]
        if communities[Int(edges.neighbours[slot])] != communities[node] {
          between += edges.weights[slot]
        }
      }
    }
    guard all > 0 else { return graph }
    let mean = all / Double(edges.entryCount)
    let share = between / all / mixing
    let factor = 1 / (1 + share * share)
    return graph.reweighted { node, other, weight in
      (weight / mean).squareRoot() * (communities[node] == communities[other] ? 1 : factor)
    }
  }

  /// Refines a level in units in which its nodes weigh on average what those of the graph do, so
  /// that forces and the pace they allow are alike on all levels.
  private func refine(
    _ points: inout [Point], _ level: Coarsening.Level, steps: Int, meanMass: Double,
    isCoarse: Bool
  ) {
    let unit = level.masses.reduce(0, +) / Double(max(1, level.masses.count)) / meanMass
    var forces = forces
    forces.scaling *= unit
    var pull = compactness / meanMass * 2 / (1 + aspect)
    if isCoarse {
      // Coarse levels lie loosely and are pulled the more the longer an edge is, so that nothing
      // stays caught in a twist.
      forces.attraction = .linear
      pull /= 50
    }
    forces.gravity = .growing(x: pull, y: pull * aspect)
    forces.refine(
      &points, of: level.graph.reweighted { _, _, weight in weight / unit },
      masses: level.masses.map { $0 / unit }, steps: steps)
  }

  /// The heaviest part of each group where the group is, the others around it.
  private func start(
    of level: Coarsening.Level, from above: [Point], random: inout SeededRandom
  ) -> [Point] {
    var heaviest = [Int](repeating: -1, count: above.count)
    for (node, group) in level.groups.enumerated() {
      let present = heaviest[Int(group)]
      if present < 0 || level.masses[node] > level.masses[present] {
        heaviest[Int(group)] = node
      }
    }
    return level.groups.enumerated().map { node, group in
      let first = heaviest[Int(group)]
      guard node != first else { return above[Int(group)] }
      let weight = max(level.graph.adjacency.weight(from: node, to: first), 0.1)
      // The length of an edge between the two, were they alone.
      let length =
        (forces.scaling * level.masses[node] * level.masses[first] / weight).squareRoot()
      return above[Int(group)] + random.direction() * (length / 2)
    }
  }
}
