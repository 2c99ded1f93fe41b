/// A statement of the benchmark graph; `graph` is nil in the default graph.
struct Statement {
  var subject: Term
  var predicate: Term
  var object: Term
  var graph: Term?
}

/// Appends statements to a buffer in one syntax.
protocol StatementWriter {
  /// Appends what stands before the first statement.
  mutating func begin(_ buffer: inout [UInt8])

  /// Appends a statement.
  mutating func write(_ statement: Statement, to buffer: inout [UInt8])

  /// Appends what stands after the last statement.
  mutating func end(_ buffer: inout [UInt8])
}
