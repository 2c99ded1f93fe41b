public import RDF

/// The solutions of a query, held as numbers of terms; a term is made when it is asked for.
public struct Solutions: SolutionTable {
  /// The columns, in the order of the query.
  public let variables: [Variable]
  private let rows: SolutionRows
  private let context: ExecutionContext

  /// How many rows there are.
  public var count: Int { rows.count }

  init(_ variables: [Variable], _ source: Operator, _ context: ExecutionContext) throws {
    self.variables = variables
    self.context = context
    rows = try SolutionRows(source, context, isAnswer: true)
    try context.verifyTerms(of: rows.all)
  }

  /// The term of a row, from 0, in a column, from 0; nil where nothing is bound.
  ///
  /// The terms of an answer were read once while it was made, so that a damaged file ended the query.
  /// - Precondition: row and column are there.
  public func term(at row: Int, _ column: Int) -> Term? {
    do { return try checkedTerm(at: row, column) } catch {
      preconditionFailure("the terms of an answer can be read: \(error)")
    }
  }

  /// The term of a row, from 0, in a column, from 0; nil where nothing is bound.
  ///
  /// - Throws: `SnapshotError` if the part of the file that it stands in is damaged.
  package func checkedTerm(at row: Int, _ column: Int) throws -> Term? {
    let id = rows.all.columns[column][row]
    return id == 0 ? nil : try context.term(id)
  }

  /// Hands out the bytes of a term in canonical form (`CanonicalTerm`), without making a value of it.
  ///
  /// - Returns: what `body` returns; nil where nothing is bound.
  /// - Throws: `SnapshotError` if the part of the file that it stands in is damaged, and what `body`
  ///   throws.
  package func withBytes<Result>(
    at row: Int, _ column: Int, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result? {
    let id = rows.all.columns[column][row]
    return id == 0 ? nil : try context.withBytes(of: id, body)
  }
}
