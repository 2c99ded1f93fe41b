import RDF

/// Where the texts of some terms stand, looked up for all of them together.
///
/// The terms of a large graph lie all over memory. Each step of the look-up is made for all of them
/// before the next one, so that the processor waits for many places at a time, and not for one after
/// the other.
struct TermTexts {
  /// The text of a term.
  struct Text {
    /// Where it stands in the bytes of the terms.
    ///
    /// The text of a literal, or an IRI, its escapes kept; of another term all of it. Empty for
    /// number 0.
    var range: Range<Int>
    /// What the term is; nil for number 0.
    var kind: CanonicalTerm.Kind?
  }

  private let texts: [Text]

  /// The texts of terms.
  ///
  /// - Complexity: O(bytes of the terms).
  init(_ ids: [TermDictionary.ID], in terms: TermDictionary) {
    var texts = ids.map { Text(range: terms.range(of: $0), kind: nil) }
    let bytes = terms.bytes.span
    for place in texts.indices where !texts[place].range.isEmpty {
      texts[place].kind = CanonicalTerm.kind(of: bytes.extracting(texts[place].range))
    }
    for place in texts.indices {
      let range = texts[place].range
      switch texts[place].kind {
      case .iri: texts[place].range = range.lowerBound + 1..<range.upperBound - 1
      case .literal:
        let end = CanonicalTerm.endOfText(in: bytes.extracting(range))
        texts[place].range = range.lowerBound + 1..<range.lowerBound + end
      case .blankNode, .tripleTerm, nil: break
      }
    }
    self.texts = texts
  }

  /// The text of the term at a place.
  subscript(place: Int) -> Text { texts[place] }
}
