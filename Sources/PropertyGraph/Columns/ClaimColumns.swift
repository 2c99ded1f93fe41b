public import RDF

/// The claims of a dataset about statements of the graph; every column has one element for each.
///
/// A number of a term is 0 where a claim does not say the thing.
public struct ClaimColumns: Sendable {
  /// The claims' own names.
  public var terms: [TermDictionary.ID] = []
  /// What the claims speak of.
  public var subjects: [TermDictionary.ID] = []
  /// What they say of it.
  public var predicates: [TermDictionary.ID] = []
  /// The thing or value that they name.
  public var objects: [TermDictionary.ID] = []
  /// Places in ``PropertyGraph/documents``; -1 for claims of the default graph.
  public var documents: [Int32] = []
  /// The words of the document.
  public var quotes: [TermDictionary.ID] = []
  /// 0…1; not a number where a claim tells none.
  public var confidences: [Double] = []
  /// Places in ``PropertyGraph/statuses``; -1 for none.
  public var statuses: [Int32] = []
  /// The periods, as written.
  public var periods: [TermDictionary.ID] = []
  /// The passages, whose fragments give the range of characters.
  public var passages: [TermDictionary.ID] = []
  /// The pages of the passages.
  public var pages: [TermDictionary.ID] = []
  /// The parts of the file that the passages stand in.
  public var parts: [TermDictionary.ID] = []
  /// The names of the rules that found them.
  public var rules: [TermDictionary.ID] = []

  /// No claims.
  public init() {}

  /// How many claims there are.
  public var count: Int { terms.count }
}

/// Which claims belong to which node or edge.
public struct ClaimRows: Sendable {
  /// The claims of each node or edge, the best first.
  public var rows: Rows
  /// Places in ``PropertyGraph/claims``.
  public var claims: [Int32] = []

  /// No claims for so many nodes or edges.
  public init(count: Int = 0) { rows = Rows(count: count) }

  /// The claims of a node or an edge.
  public subscript(row: Int) -> ArraySlice<Int32> { claims[rows[row]] }
}
