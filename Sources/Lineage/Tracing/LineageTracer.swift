import GraphAlgorithms

/// Follows relations through a graph; every question costs time in proportion to its answer.
///
/// It holds a mark for every thing, made once, so that no question has to clear or hash anything.
public struct LineageTracer: Sendable {
  /// What is asked.
  public let graph: LineageGraph
  /// The place of each thing in the answer under way, where ``round`` says that it is of this one.
  private var places: [Int32]
  private var rounds: [UInt32]
  private var round: UInt32 = 0

  /// A tracer of a graph.
  ///
  /// - Complexity: O(things).
  public init(_ graph: LineageGraph) {
    self.graph = graph
    places = [Int32](repeating: 0, count: graph.count)
    rounds = [UInt32](repeating: 0, count: graph.count)
  }

  /// Begins an answer: nothing is marked.
  mutating func begin() {
    if round == .max {
      for node in rounds.indices { rounds[node] = 0 }
      round = 0
    }
    round += 1
  }

  /// The place that a thing was marked with since ``begin()``; nil if it was not.
  func place(of node: Int) -> Int? { rounds[node] == round ? Int(places[node]) : nil }

  /// Marks a thing with its place.
  mutating func mark(_ node: Int, as place: Int) {
    places[node] = Int32(place)
    rounds[node] = round
  }

  /// The acts that can be reached from one, nearest first.
  ///
  /// - Parameters:
  ///   - node: the act asked about.
  ///   - direction: which way.
  ///   - relations: the relations followed.
  ///   - depth: the most steps taken; nil for no bound.
  ///   - mostActs: the most acts from which steps are taken; nil for no bound.
  /// - Returns: the acts, the one asked about among them, and the steps between them.
  /// - Complexity: O(steps of the answer · log of those from one act).
  public mutating func trace(
    from node: Int, _ direction: Trace.Direction,
    by relations: [LineageRelation] = LineageRelation.ofDescent, depth: Int? = nil,
    mostActs: Int? = nil
  ) -> Trace {
    begin()
    var trace = Trace(
      direction: direction, nodes: [node], depths: [0], steps: [], stepsBeyond: [])
    mark(node, as: 0)
    var head = 0
    while head < trace.nodes.count {
      let from = trace.nodes[head]
      let isAtBound =
        depth.map { trace.depths[head] >= $0 } ?? false || mostActs.map { head >= $0 } ?? false
      let neighbours = neighbours(of: from, direction, by: relations)
      var steps: [Trace.Step] = []
      if !isAtBound { steps.reserveCapacity(neighbours.count) }
      for neighbour in neighbours where !isAtBound {
        let to = neighbour.node
        if place(of: to) == nil {
          mark(to, as: trace.nodes.count)
          trace.nodes.append(to)
          trace.depths.append(trace.depths[head] + 1)
        }
        if let place = place(of: to) {
          steps.append(Trace.Step(place: place, relations: neighbour.relations))
        }
      }
      trace.steps.append(steps)
      trace.stepsBeyond.append(isAtBound ? neighbours.count : 0)
      head += 1
    }
    return trace
  }

  /// An act next to another, and everything that is between them.
  struct Neighbour {
    var node: Int
    var relations: LineageRelations
  }

  /// The acts next to an act in one direction, ordered by relation, date and number.
  func neighbours(
    of node: Int, _ direction: Trace.Direction, by relations: [LineageRelation]
  ) -> [Neighbour] {
    var found: [Neighbour] = []
    for relation in relations {
      let edges = graph.edges(relation)
      let rows = direction == .up ? edges.outgoing : edges.incoming
      for other in rows.neighbours(of: node)
      where other != node && graph.kinds[other] == .regulation {
        found.append(Neighbour(node: other, relations: LineageRelations(relation)))
      }
    }
    guard found.count > 1 else { return found }
    // What is joined by several relations is one neighbour.
    found.sort { ($0.node, $0.relations.rawValue) < ($1.node, $1.relations.rawValue) }
    var merged: [Neighbour] = []
    merged.reserveCapacity(found.count)
    for neighbour in found {
      if merged.last?.node == neighbour.node {
        merged[merged.count - 1].relations.formUnion(neighbour.relations)
      } else {
        merged.append(neighbour)
      }
    }
    var keyed = merged.map { (neighbour: $0, order: order(of: $0)) }
    keyed.sort { $0.order < $1.order }
    return keyed.map(\.neighbour)
  }

  /// By the first relation, then by date, those without one last, then by number.
  private func order(of neighbour: Neighbour) -> (Int, Int32, Int) {
    let relation = neighbour.relations.rawValue.trailingZeroBitCount
    return (relation, graph.sortingDay(of: neighbour.node), neighbour.node)
  }
}

extension LineageGraph {
  /// The first day from which an act can be in force, or that of the year of its number, as the
  /// digits of a number; the greatest number if nothing tells.
  func sortingDay(of node: Int) -> Int32 {
    if let date = beginDate(of: node)?.date { return date.first }
    return keyYear(of: node).map { LineageDate(year: $0).first } ?? .max
  }
}
