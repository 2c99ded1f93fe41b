/// The force-directed layout of Jacomy, Venturini, Heymann and Bastian,
/// [ForceAtlas2](https://doi.org/10.1371/journal.pone.0098679), with Barnes–Hut repulsion, started
/// from communities instead of chance.
public struct ForceAtlas2: Sendable {
  /// The number of steps; nil takes 200, and fewer down to 100 beyond 4000 nodes, where the start
  /// from communities has settled the large shape already.
  public var iterations: Int?
  /// How far apart nodes want to be; the unit of the result grows with it.
  public var scaling = 12.0
  /// The pull to the centre that keeps the parts together.
  public var gravity = 1.0
  /// Cell width ÷ distance below which a far group acts as one body; 0 compares all pairs.
  public var opening = 1.2
  /// The weight of an edge between two communities beside one within: below 1 sets them apart.
  public var weightBetweenCommunities = 0.35

  /// The layout with its usual settings.
  public init() {}

  /// The place of every node, around the origin; communities are numbered from 0 by falling size,
  /// as ``Leiden`` does.
  ///
  /// - Complexity: O(steps · (m + n log n)).
  public func positions(of graph: WeightedGraph, communities: [Int]) -> [Point] {
    let count = graph.nodeCount
    var points = Self.start(of: graph, communities: communities)
    guard count > 1 else { return points }
    let masses = (0..<count).map { Double(graph.degree(of: $0)) + 1 }
    var forces = [Point](repeating: .zero, count: count)
    var before = forces
    var tree = QuadTree()
    var pace = Pace()
    for _ in 0..<(iterations ?? max(100, min(200, 800_000 / count))) {
      swap(&forces, &before)
      for node in 0..<count { forces[node] = .zero }
      tree.rebuild(points, masses: masses)
      tree.addRepulsion(
        to: &forces, strength: scaling, squaredOpening: opening * opening)
      for node in 0..<count {
        let point = points[node]
        let distance = point.length
        if distance > 0 { forces[node] += point * (-gravity * scaling * masses[node] / distance) }
        for slot in graph.row(node) {
          let other = Int(graph.neighbours[slot])
          guard other > node else { continue }
          let isWithin = communities[node] == communities[other]
          let weight = graph.weights[slot] * (isWithin ? 1 : weightBetweenCommunities)
          let pull = (points[other] - point) * weight
          forces[node] += pull
          forces[other] += pull * -1
        }
      }
      pace.move(&points, by: forces, before: before, masses: masses)
    }
    return points
  }

  /// Communities as discs on a sunflower, the largest in the middle, their nodes on a sunflower
  /// of their own by falling degree.
  private static func start(of graph: WeightedGraph, communities: [Int]) -> [Point] {
    let communityCount = (communities.max() ?? -1) + 1
    var members = [[Int]](repeating: [], count: communityCount)
    for node in communities.indices { members[communities[node]].append(node) }
    let spacing = 10.0
    var points = [Point](repeating: .zero, count: graph.nodeCount)
    // Nodes already placed decide how far out a community lies, so that discs hardly overlap.
    var placed = 0.0
    let directions = Point.sunflower(communityCount + 1)
    for (community, nodes) in members.enumerated() {
      let size = Double(nodes.count)
      let distance = community == 0 ? 0 : (placed.squareRoot() + size.squareRoot()) * spacing
      let direction = directions[community + 1]
      let centre = direction * (distance / direction.length)
      let order = nodes.sorted { (graph.degree(of: $1), $0) < (graph.degree(of: $0), $1) }
      for (node, offset) in zip(order, Point.sunflower(order.count)) {
        points[node] = centre + offset * spacing
      }
      placed += size
    }
    return points
  }
}

/// How fast the nodes move: fast while they agree on a direction, slow where they swing.
private struct Pace {
  private var speed = 1.0
  private var efficiency = 1.0

  mutating func move(
    _ points: inout [Point], by forces: [Point], before: [Point], masses: [Double]
  ) {
    let count = Double(points.count)
    var swing = 0.0
    var traction = 0.0
    for node in points.indices {
      swing += masses[node] * (before[node] - forces[node]).length
      traction += masses[node] * (before[node] + forces[node]).length / 2
    }
    guard swing > 0 else {
      for node in points.indices { points[node] += forces[node] * speed }
      return
    }
    let estimate = 0.05 * count.squareRoot()
    var tolerance = max(estimate.squareRoot(), min(10, estimate * traction / (count * count)))
    if swing / traction > 2 {
      if efficiency > 0.05 { efficiency *= 0.5 }
      tolerance = max(tolerance, 1)
    }
    let target = tolerance * efficiency * traction / swing
    if swing > tolerance * traction {
      if efficiency > 0.05 { efficiency *= 0.7 }
    } else if speed < 1000 {
      efficiency *= 1.3
    }
    speed += min(target - speed, 0.5 * speed)
    for node in points.indices {
      let own = masses[node] * (before[node] - forces[node]).length
      points[node] += forces[node] * (speed / (1 + (speed * own).squareRoot()))
    }
  }
}
