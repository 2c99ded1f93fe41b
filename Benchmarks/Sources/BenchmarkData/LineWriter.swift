/// Writes N-Triples, or N-Quads if it keeps graphs.
struct LineWriter: StatementWriter {
  let keepsGraphs: Bool

  func begin(_ buffer: inout [UInt8]) {}

  func write(_ statement: Statement, to buffer: inout [UInt8]) {
    buffer.appendTerm(statement.subject)
    buffer.append(UInt8(ascii: " "))
    buffer.appendTerm(statement.predicate)
    buffer.append(UInt8(ascii: " "))
    buffer.appendTerm(statement.object)
    if keepsGraphs, let graph = statement.graph {
      buffer.append(UInt8(ascii: " "))
      buffer.appendTerm(graph)
    }
    buffer.append(contentsOf: " .\n".utf8)
  }

  func end(_ buffer: inout [UInt8]) {}
}
