internal import RDF

/// A text with its language, if it has one: what the functions on strings take and give
/// ([SPARQL 1.1 §17.4.3.1](https://www.w3.org/TR/sparql11-query/#func-string)).
struct StringLiteral {
  let text: String
  private let language: String?
  private let direction: BaseDirection?

  /// - Throws: ``ExpressionError/wrongType`` for another term.
  init(_ term: Term) throws(ExpressionError) {
    guard case .literal(let literal) = term,
      literal.language != nil || literal.datatype == XSD.string
    else { throw .wrongType }
    text = literal.lexicalForm
    language = literal.language
    direction = literal.direction
  }

  /// Another text in the same language.
  func with(_ text: String) -> Term {
    guard let language else { return .literal(Literal(text)) }
    return .literal(Literal(text, language: language, direction: direction))
  }

  /// Whether the other has the same language, or none
  /// ([SPARQL 1.1 §17.4.3.1.2](https://www.w3.org/TR/sparql11-query/#func-arg-compatibility)).
  func takes(_ other: StringLiteral) -> Bool {
    other.language == nil || hasLanguage(of: other)
  }

  /// Whether both have the same language, or none.
  func hasLanguage(of other: StringLiteral) -> Bool {
    language?.lowercased() == other.language?.lowercased() && direction == other.direction
  }
}
