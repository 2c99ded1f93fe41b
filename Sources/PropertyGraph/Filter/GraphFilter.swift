public import Diagnostics

/// What of a graph is wanted.
///
/// Conditions on nodes come first, then those on edges, which leave the nodes at an edge that meets
/// all of them; then the neighbourhood, the largest component and the best connected nodes.
public struct GraphFilter: Sendable, Hashable {
  /// Names, captions or IRIs of classes; empty for all.
  public var classes: [String] = []
  /// Names, captions or IRIs of predicates; empty for all.
  public var predicates: [String] = []
  /// Names, captions or IRIs of documents of which one at least says the edge; empty for all.
  public var documents: [String] = []
  /// Names, captions or IRIs of statuses that the best claim, subject or object has; empty for all.
  public var statuses: [String] = []
  /// The least confidence of an edge, 0…1; edges that nobody claims have none.
  public var minimumConfidence: Double?
  /// Years of which one at least an edge holds in, by its own dates or by those of its ends.
  public var years: ClosedRange<Int>?
  /// A thing, by name, caption or IRI, that everything is near to.
  public var centre: String?
  /// How many edges away from ``centre``, whatever their direction.
  public var depth = 1
  /// Whether only the component with the most nodes is wanted.
  public var isLargestComponentOnly = false
  /// How many of the best connected nodes; nil for all.
  public var top: Int?

  /// A filter that keeps everything.
  public init() {}

  /// Whether everything is kept.
  public var isEmpty: Bool { self == GraphFilter() }

  /// Leaves in the graph what is wanted.
  ///
  /// - Throws: ``GraphFilterFailure`` for a name of nothing in the graph, and where nothing is left.
  /// - Complexity: O(n log n + m).
  public func apply(to graph: inout PropertyGraph) throws(GraphFilterFailure) {
    guard !isEmpty else { return }
    if !classes.isEmpty { try keepClasses(in: &graph) }
    try keepEdges(in: &graph)
    if let centre { try keepNeighbourhood(of: centre, in: &graph) }
    if isLargestComponentOnly { graph.select(nodes: GraphReach(graph).largestComponent()) }
    if let top {
      let best = graph.nodes.indices.sorted {
        (graph.nodes.degrees[$1], $0) < (graph.nodes.degrees[$0], $1)
      }.prefix(top)
      var isKept = [Bool](repeating: false, count: graph.nodes.count)
      for node in best { isKept[node] = true }
      graph.select(nodes: isKept)
    }
    guard graph.nodes.count > 0 else { throw .nothingLeft }
  }

  private func keepClasses(in graph: inout PropertyGraph) throws(GraphFilterFailure) {
    let wanted = try Self.places(
      classes, among: graph.classes.map { [$0.iri, $0.name, $0.label, $0.plural] },
      what: Message(en: "class", id: "kelas"))
    graph.select(nodes: graph.nodes.classes.map { wanted.contains(Int($0)) })
  }

  private func keepEdges(in graph: inout PropertyGraph) throws(GraphFilterFailure) {
    var isKept = [Bool](repeating: true, count: graph.edges.count)
    var isAsked = false
    func keep(_ meets: (Int) -> Bool) {
      isAsked = true
      for edge in isKept.indices where isKept[edge] { isKept[edge] = meets(edge) }
    }
    if !predicates.isEmpty {
      let wanted = try Self.places(
        predicates, among: graph.predicates.map { [$0.iri, $0.name, $0.label] },
        what: Message(en: "predicate", id: "predikat"))
      keep { wanted.contains(Int(graph.edges.predicates[$0])) }
    }
    if !documents.isEmpty {
      let wanted = try Self.places(
        documents, among: graph.documents.map { [$0.iri, $0.iri.localName, $0.label] },
        what: Message(en: "document", id: "dokumen"))
      keep { edge in
        graph.edgeClaims[edge].contains { wanted.contains(Int(graph.claims.documents[Int($0)])) }
      }
    }
    if let minimumConfidence {
      keep { edge in
        graph.edgeClaims[edge].first.map {
          graph.claims.confidences[Int($0)] >= minimumConfidence
        } ?? false
      }
    }
    if !statuses.isEmpty { keep(try StatusTest(statuses, graph).meets) }
    if let years { keep { graph.edge($0, touches: years) } }
    guard isAsked else { return }
    var atEdge = [Bool](repeating: false, count: graph.nodes.count)
    for edge in isKept.indices where isKept[edge] {
      atEdge[Int(graph.edges.sources[edge])] = true
      atEdge[Int(graph.edges.targets[edge])] = true
    }
    graph.select(nodes: atEdge, edges: isKept)
  }

  private func keepNeighbourhood(
    of thing: String, in graph: inout PropertyGraph
  ) throws(GraphFilterFailure) {
    guard let node = graph.node(named: thing) else {
      throw .unknown(what: Message(en: "thing", id: "hal"), name: thing, known: [])
    }
    graph.select(nodes: GraphReach(graph).within(depth, of: node))
  }

  /// The places of what some names mean.
  static func places(
    _ names: [String], among candidates: [[String]], what: Message
  ) throws(GraphFilterFailure) -> Set<Int> {
    var places: Set<Int> = []
    for name in names {
      let folded = name.lowercased()
      let found = candidates.indices.filter { place in
        candidates[place].contains { $0.lowercased() == folded && !$0.isEmpty }
      }
      guard !found.isEmpty else {
        throw .unknown(
          what: what, name: name, known: candidates.compactMap { $0.dropFirst().first }.sorted())
      }
      places.formUnion(found)
    }
    return places
  }
}

/// Why a filter gave no graph.
public enum GraphFilterFailure: Error, Hashable, Sendable {
  /// Nothing in the graph has the name; the names that there are.
  case unknown(what: Message, name: String, known: [String])
  /// Every node was left out.
  case nothingLeft

  /// The reason for people.
  public var message: Message {
    switch self {
    case .unknown(let what, let name, let known):
      let list = known.prefix(20).joined(separator: ", ")
      return Message(
        en: "no \(what.english) “\(name)” in the graph"
          + (list.isEmpty ? "" : "; there are: \(list)"),
        id: "tidak ada \(what.indonesian) “\(name)” dalam graf"
          + (list.isEmpty ? "" : "; yang ada: \(list)"))
    case .nothingLeft:
      return Message(
        en: "the filters leave nothing of the graph", id: "saringan tidak menyisakan apa pun")
    }
  }
}
