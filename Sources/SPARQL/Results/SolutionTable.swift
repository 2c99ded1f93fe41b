public import RDF

/// Solutions as a table, to be written or looked through; the engine's own decode a term only when it
/// is asked for.
public protocol SolutionTable {
  /// The columns, in the order of the query.
  var variables: [Variable] { get }
  /// How many rows there are.
  var count: Int { get }
  /// The term of a row, from 0, in a column, from 0; nil where nothing is bound.
  func term(at row: Int, _ column: Int) -> Term?
}
