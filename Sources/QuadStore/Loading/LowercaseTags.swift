import RDF

/// Finds language tags with capitals in terms in canonical form.
package struct LowercaseTags {
  private var decoder = CanonicalTermDecoder()

  /// Nothing seen yet.
  package init() {}

  /// The term with its language tags in small letters; nil if that changes nothing.
  package mutating func changed(_ term: Span<UInt8>) -> [UInt8]? {
    guard hasCapital(term) else { return nil }
    var bytes: [UInt8] = []
    CanonicalTerm.append(decoder.term(term), languageTags: .lowercase, to: &bytes)
    return bytes.span.hasSameBytes(as: term) ? nil : bytes
  }

  /// Whether the term can have a tag with capitals.
  private func hasCapital(_ term: Span<UInt8>) -> Bool {
    switch CanonicalTerm.kind(of: term) {
    case .iri, .blankNode: return false
    case .tripleTerm: return true
    case .literal:
      // A tag ends with a letter or a digit; what has none ends with a quote or a datatype.
      let last = term[term.count - 1]
      guard last != UInt8(ascii: "\""), last != UInt8(ascii: ">") else { return false }
      var position = term.count - 1
      var hasCapital = false
      while position > 0, term[position] != UInt8(ascii: "\"") {
        hasCapital = hasCapital || term[position] &- UInt8(ascii: "A") < 26
        position -= 1
      }
      return hasCapital && position + 1 < term.count && term[position + 1] == UInt8(ascii: "@")
    }
  }
}
