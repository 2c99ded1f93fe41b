extension TermDictionary {
  /// The blank nodes that stand within triple terms, in canonical form; they need not be terms of the
  /// dictionary themselves.
  ///
  /// - Complexity: O(terms).
  package var blankNodesInTripleTerms: Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    let bytes = bytes.span
    for id in 0..<ID(count) where kind(of: id + 1) == .tripleTerm {
      Self.collect(bytes.extracting(range(of: id + 1)), into: &found)
    }
    return found
  }

  /// Readers bound how deep triple terms nest.
  private static func collect(_ tripleTerm: Span<UInt8>, into found: inout Set<[UInt8]>) {
    let (subject, _, object) = CanonicalTerm.parts(ofTripleTerm: tripleTerm)
    for range in [subject, object] {
      let part = tripleTerm.extracting(range)
      switch CanonicalTerm.kind(of: part) {
      case .blankNode: found.insert(Array(copying: part))
      case .tripleTerm: collect(part, into: &found)
      case .iri, .literal: break
      }
    }
  }
}
