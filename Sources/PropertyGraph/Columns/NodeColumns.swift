public import RDF

/// The nodes of a graph, in order of their IRIs; every column has one element for each.
public struct NodeColumns: Sendable {
  /// The term that a node is: an IRI or a blank node.
  public var terms: [TermDictionary.ID] = []
  /// Captions in the language of the graph; never empty.
  public var labels = TextColumn()
  /// Places in ``PropertyGraph/classes``.
  public var classes: [Int32] = []
  /// The number of edges at a node, loops once.
  public var degrees: [Int32] = []
  /// The centre, to the right; one unit is a pixel of the picture at its natural size.
  public var x: [Double] = []
  /// The centre, downwards.
  public var y: [Double] = []
  /// The diameter in the same unit.
  public var sizes: [Double] = []
  /// From 0 by falling size of the community.
  public var communities: [Int32] = []
  /// The share of a random walk's time, 0…1; empty where nobody asked for it.
  public var pageRanks: [Double] = []
  /// The shortest paths that lead through a node; empty where nobody asked for it.
  public var betweenness: [Double] = []

  /// No nodes.
  public init() {}

  /// How many nodes there are.
  public var count: Int { terms.count }

  /// The places of the nodes: the node at `i` has the id `n` + i in every format.
  public var indices: Range<Int> { 0..<terms.count }

  /// Whether ``x``, ``y``, ``sizes`` and ``communities`` are there: after a layout.
  public var areArranged: Bool { !x.isEmpty }
}
