/// Terms by the value of their language tags, which is in small letters
/// ([RDF 1.1 Concepts §3.3](https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal)).
extension Literal {
  /// The same literal, its language tag in small letters.
  package var lowercasingLanguage: Literal {
    guard let language, language.utf8.contains(where: { $0 &- 0x41 < 26 }) else { return self }
    return Literal(lexicalForm, language: language.lowercased(), direction: direction)
  }
}

extension Term {
  /// The same term, language tags in small letters.
  package var lowercasingLanguage: Term {
    switch self {
    case .literal(let literal): .literal(literal.lowercasingLanguage)
    case .tripleTerm(let triple): .tripleTerm(triple.lowercasingLanguage)
    case .namedNode, .blankNode: self
    }
  }
}

extension Triple {
  /// The same statement, language tags in small letters.
  package var lowercasingLanguage: Triple { Triple(subject, predicate, object.lowercasingLanguage) }
}
