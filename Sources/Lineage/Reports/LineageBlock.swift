import RDF

/// Statements about the things of a graph on their way into blocks.
///
/// Terms of the graph are copied as bytes.
struct LineageBlock: LineageStatementTarget {
  /// The terms of the graph.
  private let terms: TermDictionary
  private var block = QuadBlock()

  private static let mostStatements = 1 << 12

  init(_ graph: LineageGraph) { terms = graph.terms }

  mutating func term(_ id: TermDictionary.ID) -> QuadBlock.Run {
    block.appendRun { [terms] in
      $0.append(copying: terms.bytes.span.extracting(terms.range(of: id)))
    }
  }

  mutating func term(_ append: (inout [UInt8]) -> Void) -> QuadBlock.Run {
    block.appendRun(append)
  }

  mutating func add(
    _ subject: QuadBlock.Run, _ predicate: QuadBlock.Run, _ object: QuadBlock.Run
  ) {
    block.statements.append(QuadBlock.Statement(subject, predicate, object, in: .none))
  }

  /// Whether the block should be handed on.
  var isFull: Bool { block.count >= Self.mostStatements }

  /// Hands the statements on and forgets them.
  mutating func handOn<Failure: Error>(
    _ body: (borrowing QuadBlock) throws(Failure) -> Void
  ) throws(Failure) {
    if !block.isEmpty { try body(block) }
    block.removeAll()
  }
}
