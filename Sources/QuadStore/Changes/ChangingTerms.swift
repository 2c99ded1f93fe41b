import RDF

/// Terms by number, to which more come; none goes.
///
/// What lies in a snapshot stays there, so that a change does not cost a copy of all terms.
package struct ChangingTerms: Sendable {
  private let base: TermTable
  /// Those that came later: their numbers here begin behind those of the others.
  private(set) var added: TermDictionary

  init(_ table: TermTable) { (base, added) = table.parts }

  /// How many terms there are.
  var count: Int { base.count + added.count }

  /// The terms as they are now.
  var table: TermTable {
    if added.count == 0 { return base }
    return base.count == 0 ? TermTable(added) : TermTable(base, added: added)
  }

  /// The number of a term; nil if it has none, 0 for no bytes.
  ///
  /// - Throws: ``SnapshotError`` if the part of a file that is looked into is damaged.
  package func id(of term: Span<UInt8>) throws(SnapshotError) -> UInt32? {
    guard term.count > 0 else { return 0 }
    if let own = added.id(of: term) { return own + UInt32(base.count) }
    return base.count == 0 ? nil : try base.id(of: term)
  }

  /// The number of a term, a new one if it has none; 0 for no bytes.
  ///
  /// - Throws: ``SnapshotError`` if the part of a file that is looked into is damaged.
  package mutating func intern(_ term: Span<UInt8>) throws(SnapshotError) -> UInt32 {
    if term.count > 0, base.count > 0, added.id(of: term) == nil, let id = try base.id(of: term) {
      return id
    }
    let own = added.intern(term)
    return own == 0 ? 0 : own + UInt32(base.count)
  }

  /// Hands out the bytes of a term.
  ///
  /// - Precondition: it has this number, which is not 0.
  /// - Throws: ``SnapshotError`` if the part of a file that they stand in is damaged, and what `body`
  ///   throws.
  package func withBytes<Result>(
    of id: UInt32, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    guard Int(id) > base.count else { return try base.withBytes(of: id, body) }
    let bytes = added.bytes
    return try body(bytes.span.extracting(added.range(of: id - UInt32(base.count))))
  }

  /// The blank nodes that stand within triple terms, in canonical form; they need not be terms
  /// themselves.
  ///
  /// - Complexity: O(terms).
  /// - Throws: ``SnapshotError`` for a damaged file.
  func blankNodesInTripleTerms() throws -> Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    try base.withReader { reader in
      for id in 0..<UInt32(base.count) {
        let term = try reader.bytes(of: id + 1)
        CanonicalTerm.collectBlankNodes(within: term.span, into: &found)
      }
    }
    let bytes = added.bytes.span
    for id in 0..<UInt32(added.count) {
      CanonicalTerm.collectBlankNodes(
        within: bytes.extracting(added.range(of: id + 1)), into: &found)
    }
    return found
  }
}
