/// The force-directed layout of Jacomy, Venturini, Heymann and Bastian,
/// [ForceAtlas2](https://doi.org/10.1371/journal.pone.0098679), with Barnes–Hut repulsion.
///
/// It moves points that have a place already; ``CommunityLayout`` finds a start that is worth
/// refining.
public struct ForceAtlas2: Sendable {
  /// How the pull of an edge grows with its length.
  public enum Attraction: Sendable, Hashable {
    /// In proportion to the length.
    case linear
    /// In proportion to the length while it is short, and up to this much however long it is.
    ///
    /// The force of the LinLog energy of Noack,
    /// [Energy Models for Graph Clustering](https://doi.org/10.7155/jgaa.00154), made smooth at 0
    /// by division: it sets communities further apart.
    case bounded(Double)
  }

  /// A pull to the origin, in proportion to a node's mass.
  public enum Gravity: Sendable, Hashable {
    /// The same everywhere, this many times ``scaling``.
    case constant(Double)
    /// This many times the distance from the origin to the side, and upright: the paper's strong
    /// gravity, where the two are alike.
    ///
    /// Without edges, masses would come to lie evenly in an ellipse y ÷ x times as wide as high.
    case growing(x: Double, y: Double)
  }

  /// How the pull of an edge grows with its length.
  public var attraction = Attraction.bounded(100)
  /// How far apart nodes want to be: the square of the length of a lone edge between nodes of
  /// mass 1.
  public var scaling = 12.0
  /// The pull to the origin that keeps the parts together.
  public var gravity = Gravity.constant(1)
  /// Cell width ÷ distance below which a far group acts as one body; 0 compares all pairs.
  public var opening = 1.2

  /// The layout with its usual settings.
  public init() {}

  /// The mass of each node: its number of neighbours and one.
  public func masses(of graph: WeightedGraph) -> [Double] {
    (0..<graph.nodeCount).map { Double(graph.degree(of: $0)) + 1 }
  }

  /// Moves the points of a graph by their forces, again and again.
  ///
  /// Repulsion grows with the product of the masses, which are above 0. Points at the very same
  /// place do not part.
  /// - Complexity: O(steps · (m + n log n)).
  public func refine(
    _ points: inout [Point], of graph: WeightedGraph, masses: [Double], steps: Int
  ) {
    var forces = [Point](repeating: .zero, count: points.count)
    var before = forces
    var tree = BarnesHutTree()
    var pace = Pace()
    for _ in 0..<steps {
      swap(&forces, &before)
      for node in points.indices {
        forces[node] = pull(on: node, points, graph.adjacency, mass: masses[node])
      }
      tree.rebuild(points, masses: masses)
      tree.addRepulsion(to: &forces, strength: scaling, opening: opening)
      pace.move(&points, by: forces, before: before, masses: masses)
    }
  }

  /// Attraction and gravity on a node.
  private func pull(
    on node: Int, _ points: [Point], _ edges: Adjacency, mass: Double
  ) -> Point {
    let point = points[node]
    var force = Point.zero
    switch attraction {
    case .linear:
      for slot in edges.row(node) {
        force += (points[Int(edges.neighbours[slot])] - point) * edges.weights[slot]
      }
    case .bounded(let most):
      for slot in edges.row(node) {
        let way = points[Int(edges.neighbours[slot])] - point
        force += way * (edges.weights[slot] * most / (most + way.length))
      }
    }
    switch gravity {
    case .constant(let strength):
      let distance = point.length
      return distance > 0 ? force + point * (-strength * scaling * mass / distance) : force
    case .growing(let x, let y):
      return force + Point(x: -x * mass * point.x, y: -y * mass * point.y)
    }
  }
}
