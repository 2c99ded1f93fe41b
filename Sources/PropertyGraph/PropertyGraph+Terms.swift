public import RDF

extension PropertyGraph {
  /// A term as text: the IRI, `_:` and the label, or the lexical form of a literal.
  public func text(of term: TermDictionary.ID) -> String { terms.text(of: term) }

  /// A term as a person reads it as a value: a concept of the vocabulary by the end of its IRI,
  /// anything else as ``text(of:)``.
  public func valueText(of term: TermDictionary.ID) -> String {
    let text = text(of: term)
    guard text.hasPrefix(ClaimTerms.namespace), terms.kind(of: term) == .iri else { return text }
    return text.localName
  }

  /// The predicates of a conflict's claims, by their IRIs in order, each once.
  package func predicates(of conflict: Conflict) -> [String] {
    Set(conflict.claims.map { text(of: claims.predicates[$0]) }).sorted { $0.precedesInUTF8($1) }
  }
}

extension TermDictionary {
  /// A term as text: the IRI, `_:` and the label, the lexical form of a literal, a triple term as
  /// it is written.
  package func text(of term: ID) -> String {
    var text: [UInt8] = []
    appendText(of: term, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the text of a term.
  package func appendText(of term: ID, to text: inout [UInt8]) {
    let written = bytes.span.extracting(range(of: term))
    guard written.count > 0 else { return }
    switch CanonicalTerm.kind(of: written) {
    case .iri: text.append(copying: written.extracting(1..<written.count - 1))
    case .blankNode, .tripleTerm: text.append(copying: written)
    case .literal:
      CanonicalTerm.appendUnescaped(
        written.extracting(1..<CanonicalTerm.endOfLiteralText(in: written)), to: &text)
    }
  }

  /// Where the text of a literal lies in ``bytes``, with the escapes of the canonical form; of an
  /// IRI what stands between `<` and `>`; of anything else all of it.
  package func textRange(of term: ID) -> Range<Int> {
    let range = range(of: term)
    guard !range.isEmpty else { return range }
    switch kind(of: term) {
    case .iri: return range.lowerBound + 1..<range.upperBound - 1
    case .blankNode, .tripleTerm: return range
    case .literal:
      let written = bytes.span.extracting(range)
      return range.lowerBound + 1..<range.lowerBound + CanonicalTerm.endOfLiteralText(in: written)
    }
  }

  /// The number of an IRI; nil if it is none of the terms.
  package func id(ofIRI iri: String) -> ID? {
    var bytes: [UInt8] = []
    CanonicalTerm.appendIRI(iri.utf8, to: &bytes)
    return id(of: bytes.span)
  }

  /// Whether a term can be a node of a graph.
  package func isResource(_ term: ID) -> Bool {
    switch kind(of: term) {
    case .iri, .blankNode: true
    case .literal, .tripleTerm: false
    }
  }
}

extension CanonicalTerm {
  /// The offset of the quote that closes the text of a literal, found from the end, since what
  /// stands behind it is short and holds no quote.
  package static func endOfLiteralText(in literal: Span<UInt8>) -> Int {
    var end = literal.count - 1
    while literal[end] != UInt8(ascii: "\"") { end -= 1 }
    return end
  }
}
