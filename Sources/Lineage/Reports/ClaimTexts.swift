import RDF

/// The texts that reports tell of some claims, looked up for all of them together.
struct ClaimTexts {
  /// What is told of a claim.
  enum Field: Int, CaseIterable {
    /// The name of the file, or the IRI of a document without one.
    case file
    case quote, passage, claim, rule, confidence, period
  }

  private let texts: TermTexts

  /// The texts of claims.
  ///
  /// - Complexity: O(bytes of the terms).
  init(_ claims: [Int], in graph: LineageGraph) {
    let columns = graph.claims
    var ids: [TermDictionary.ID] = []
    ids.reserveCapacity(claims.count * Field.allCases.count)
    // In the order of the fields.
    for claim in claims {
      ids.append(graph.fileTerm(ofClaim: claim))
      ids.append(columns.quotes[claim])
      ids.append(columns.passages[claim])
      ids.append(columns.terms[claim])
      ids.append(columns.rules[claim])
      ids.append(columns.confidences[claim])
      ids.append(columns.periods[claim])
    }
    texts = TermTexts(ids, in: graph.terms)
  }

  /// A text of the claim at a place among those given.
  subscript(place: Int, field: Field) -> TermTexts.Text {
    texts[place * Field.allCases.count + field.rawValue]
  }
}
