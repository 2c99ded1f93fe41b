public import RDF

extension QuadStore {
  private static let mostStatements = 1 << 12

  /// Hands all statements on in blocks, each once: those of the default graph, then those of the
  /// named graphs, in order of the numbers of subjects, predicates and objects.
  ///
  /// - Complexity: O(n) in statements and terms.
  /// - Throws: ``SnapshotError`` for a damaged file, and what `body` throws.
  public func forEachBlock(_ body: (borrowing QuadBlock) throws -> Void) throws {
    var block = QuadBlock()
    for permutation in [defaultGraph.spo, namedGraphs.spog] where permutation.count > 0 {
      for subject in 1...UInt32(termCount) {
        let rows = try permutation.rows(subject)
        guard !rows.isEmpty else { continue }
        for column in [permutation.second, permutation.third, permutation.fourth] {
          try column?.verify(rows)
        }
        let subjectRun = try append(subject, to: &block)
        for row in rows {
          let graphName = permutation.fourth.map { $0[row] } ?? 0
          block.statements.append(
            QuadBlock.Statement(
              subjectRun, try append(permutation.second[row], to: &block),
              try append(permutation.third[row], to: &block),
              in: try append(graphName, to: &block)))
        }
        if block.count >= Self.mostStatements {
          try body(block)
          block.removeAll()
        }
      }
    }
    if !block.isEmpty { try body(block) }
  }

  /// Appends a term, or nothing for number 0.
  private func append(_ id: UInt32, to block: inout QuadBlock) throws -> QuadBlock.Run {
    guard id != 0 else { return .none }
    return try terms.withBytes(of: id) { term in
      block.appendRun { $0.append(copying: term) }
    }
  }
}
