extension QuadBlock {
  /// The statements as values.
  public var quads: [Quad] {
    var decoder = CanonicalTermDecoder()
    let bytes = bytes.span
    return statements.map { decoder.quad($0, in: bytes) }
  }

  /// Adds a statement.
  public mutating func append(_ quad: Quad) {
    let subject = appendRun { CanonicalTerm.append(quad.subject, to: &$0) }
    let predicate = appendRun { CanonicalTerm.append(quad.predicate, to: &$0) }
    let object = appendRun { CanonicalTerm.append(quad.object, to: &$0) }
    let graphName: Run =
      switch quad.graphName {
      case .defaultGraph: .none
      case .namedNode(let node): appendRun { CanonicalTerm.append(node, to: &$0) }
      case .blankNode(let node): appendRun { CanonicalTerm.append(node, to: &$0) }
      }
    statements.append(Statement(subject, predicate, object, in: graphName))
  }

  /// Adds the bytes of a term, and tells where they stand.
  package mutating func appendRun(_ append: (inout [UInt8]) -> Void) -> Run {
    let start = bytes.count
    append(&bytes)
    return Run(start: start, count: bytes.count - start)
  }
}

extension Sequence<Quad> {
  /// Hands the statements on in blocks of some thousand.
  package func forEachBlock<Failure: Error>(
    _ body: (borrowing QuadBlock) throws(Failure) -> Void
  ) throws(Failure) {
    var block = QuadBlock()
    var iterator = makeIterator()
    while let quad = iterator.next() {
      block.append(quad)
      guard block.count == 1 << 12 else { continue }
      try body(block)
      block.removeAll()
    }
    if !block.isEmpty { try body(block) }
  }
}
