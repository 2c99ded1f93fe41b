/// Whether two datasets are the same up to the names of their blank nodes
/// ([RDF 1.2 Concepts §4.1](https://www.w3.org/TR/rdf12-concepts/#section-dataset-isomorphism)).
///
/// Blank nodes are told apart by what stands around them (colour refinement); where that leaves a
/// choice, one is made and taken back when it leads nowhere. Parts that no blank node ties together
/// are matched one by one, so that many alike parts cost no more than their number. The answer is
/// exact: hashes only guide the search, and a mapping is checked against every statement.
public enum Isomorphism {
  /// Whether some renaming of blank nodes turns one dataset into the other.
  ///
  /// Terms other than blank nodes are compared as written; statements that occur twice count once.
  ///
  /// - Parameters:
  ///   - left: One dataset.
  ///   - right: The other.
  ///   - limit: How many choices may be tried; asked only of datasets full of symmetry.
  /// - Returns: Whether the datasets are isomorphic.
  /// - Throws: ``IsomorphismError`` when the limit is reached before the answer is known.
  public static func areIsomorphic(
    _ left: some Sequence<Quad>, _ right: some Sequence<Quad>, limit: Int = 1_000_000
  ) throws(IsomorphismError) -> Bool {
    try mapping(from: left, to: right, limit: limit) != nil
  }

  /// A renaming of blank nodes that turns one dataset into the other; nil if there is none.
  ///
  /// Every blank node of the left dataset is a key. Which of several mappings is found depends on
  /// the order of the statements only.
  ///
  /// - Parameters:
  ///   - left: The dataset whose blank nodes are renamed.
  ///   - right: The dataset to arrive at.
  ///   - limit: How many choices may be tried.
  /// - Returns: The blank nodes of the right dataset by those of the left.
  /// - Throws: ``IsomorphismError`` when the limit is reached before the answer is known.
  /// - Complexity: O(*n* log *n*) of statements where refinement tells all blank nodes apart;
  ///   exponential at worst, which `limit` cuts off.
  public static func mapping(
    from left: some Sequence<Quad>, to right: some Sequence<Quad>, limit: Int = 1_000_000
  ) throws(IsomorphismError) -> [BlankNode: BlankNode]? {
    let statements = BlankNodeStatements(left, right)
    guard statements.haveSameShapes else { return nil }
    var search = IsomorphismSearch(statements, limit: limit)
    return try search.run()
  }
}

/// The comparison of two datasets was given up, undecided.
public struct IsomorphismError: Error, Hashable, Sendable, CustomStringConvertible {
  /// How many choices were tried.
  public let limit: Int

  /// A comparison given up after this many choices.
  public init(limit: Int) { self.limit = limit }

  /// The limit, in words.
  public var description: String {
    "the datasets are too symmetric to compare: undecided after \(limit) choices"
  }
}
