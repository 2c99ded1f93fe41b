public import RDF

/// Whether small datasets are the same up to the labels of their blank nodes.
///
/// Tries every pairing of nodes that look alike in their own statements, statement by statement:
/// right for all datasets, quick for those with few blank nodes that look alike.
public struct SmallIsomorphism {
  private var wanted: Set<Quad>
  private var open: [Quad]
  private var pairs: [BlankNode: BlankNode] = [:]
  private var taken: Set<BlankNode> = []

  /// Whether both, each statement counted once, are isomorphic.
  public static func holds(_ left: [Quad], _ right: [Quad]) -> Bool {
    let (left, right) = (Set(left), Set(right))
    guard left.count == right.count else { return false }
    let open = left.sorted { nodes(in: $0).count < nodes(in: $1).count }
    var search = SmallIsomorphism(wanted: right, open: open)
    return search.match(from: 0)
  }

  private init(wanted: Set<Quad>, open: [Quad]) {
    self.wanted = wanted
    self.open = open
  }

  /// Pairs the nodes of the statements from an index on.
  private mutating func match(from start: Int) -> Bool {
    guard let next = nextStatement(from: start) else { return true }
    open.swapAt(start, next)
    let quad = open[start]
    let nodes = Self.nodes(in: quad).filter { pairs[$0] == nil }
    if nodes.isEmpty { return wanted.contains(renamed(quad)) && match(from: start + 1) }
    for candidate in wanted where Self.shape(candidate) == Self.shape(quad) {
      let (pairsBefore, takenBefore) = (pairs, taken)
      if pair(Self.nodes(in: quad), Self.nodes(in: candidate)), renamed(quad) == candidate,
        match(from: start + 1)
      {
        return true
      }
      (pairs, taken) = (pairsBefore, takenBefore)
    }
    return false
  }

  /// The statement with the fewest nodes that have no partner yet.
  private func nextStatement(from start: Int) -> Int? {
    (start..<open.count).min { left, right in
      unpaired(open[left]) < unpaired(open[right])
    }
  }

  private func unpaired(_ quad: Quad) -> Int {
    Self.nodes(in: quad).count { pairs[$0] == nil }
  }

  private mutating func pair(_ left: [BlankNode], _ right: [BlankNode]) -> Bool {
    for (node, partner) in zip(left, right) {
      if let known = pairs[node] {
        guard known == partner else { return false }
      } else {
        guard taken.insert(partner).inserted else { return false }
        pairs[node] = partner
      }
    }
    return true
  }

  private func renamed(_ quad: Quad) -> Quad { Self.map(quad) { pairs[$0] ?? $0 } }

  /// The statement with every blank node made the same.
  private static func shape(_ quad: Quad) -> Quad { map(quad) { _ in BlankNode(label: "") } }

  /// The blank nodes of a statement, in the order of their places, each place once.
  private static func nodes(in quad: Quad) -> [BlankNode] {
    var nodes: [BlankNode] = []
    _ = map(quad) {
      nodes.append($0)
      return $0
    }
    return nodes
  }

  private static func map(_ quad: Quad, _ rename: (BlankNode) -> BlankNode) -> Quad {
    let triple = map(quad.triple, rename)
    guard case .blankNode(let node) = quad.graphName else {
      return Quad(triple, in: quad.graphName)
    }
    return Quad(triple, in: .blankNode(rename(node)))
  }

  private static func map(_ triple: Triple, _ rename: (BlankNode) -> BlankNode) -> Triple {
    var subject = triple.subject
    if case .blankNode(let node) = subject { subject = .blankNode(rename(node)) }
    let object: Term =
      switch triple.object {
      case .blankNode(let node): .blankNode(rename(node))
      case .tripleTerm(let inner): .tripleTerm(map(inner, rename))
      case .namedNode, .literal: triple.object
      }
    return Triple(subject, triple.predicate, object)
  }
}
