public import DomainPack

/// The edges of a graph, in order of source, target and predicate; every column has one element for
/// each.
public struct EdgeColumns: Sendable {
  /// Places of the subjects among the nodes.
  public var sources: [Int32] = []
  /// Places of the objects among the nodes.
  public var targets: [Int32] = []
  /// Places in ``PropertyGraph/predicates``.
  public var predicates: [Int32] = []
  /// How the edges are drawn: dashed where the best claim or an end is planned.
  public var lines: [LineStyle] = []
  /// The number of documents with a claim for an edge; 0 where no claim stands behind it.
  public var documentCounts: [Int32] = []

  /// No edges.
  public init() {}

  /// How many edges there are.
  public var count: Int { sources.count }

  /// The places of the edges: the edge at `i` has the id `e` + i in every format.
  public var indices: Range<Int> { 0..<sources.count }
}
