import RDF

/// Where statements about a lineage go: their terms first, then the statements.
protocol LineageStatementTarget {
  /// A term as the target knows it again.
  associatedtype Term

  /// A term of the graph.
  mutating func term(_ id: TermDictionary.ID) -> Term

  /// The term whose canonical bytes are appended.
  mutating func term(_ append: (inout [UInt8]) -> Void) -> Term

  /// Adds a statement of the default graph.
  mutating func add(_ subject: Term, _ predicate: Term, _ object: Term)
}
