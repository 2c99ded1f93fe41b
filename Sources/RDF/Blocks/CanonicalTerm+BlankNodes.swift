extension CanonicalTerm {
  /// Adds the blank nodes that stand within a triple term; other terms have none.
  ///
  /// Readers bound how deep triple terms nest.
  package static func collectBlankNodes(
    within term: Span<UInt8>, into found: inout Set<[UInt8]>
  ) {
    guard kind(of: term) == .tripleTerm else { return }
    let (subject, _, object) = parts(ofTripleTerm: term)
    for range in [subject, object] {
      let part = term.extracting(range)
      if kind(of: part) == .blankNode { found.insert(Array(copying: part)) }
      collectBlankNodes(within: part, into: &found)
    }
  }
}
