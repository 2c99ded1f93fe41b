internal import RDF

/// Functions on terms ([SPARQL 1.1 §17.4.2](https://www.w3.org/TR/sparql11-query/#func-rdfTerms)).
extension FunctionContext {
  func callOnTerms(
    _ function: BuiltInFunction, _ arguments: [Term]
  ) throws(ExpressionError) -> Term {
    switch function {
    case .isIRI, .isURI: return Self.boolean(arguments[0].namedNode != nil)
    case .isBlank:
      guard case .blankNode = arguments[0] else { return Self.boolean(false) }
      return Self.boolean(true)
    case .isLiteral: return Self.boolean(arguments[0].literal != nil)
    case .isNumeric:
      do throws(ExpressionError) {
        _ = try TermOperators.number(of: arguments[0])
        return Self.boolean(true)
      } catch {
        return Self.boolean(false)
      }
    case .str:
      switch arguments[0] {
      case .namedNode(let node): return .literal(Literal(node.iri))
      case .literal(let literal): return .literal(Literal(literal.lexicalForm))
      case .blankNode, .tripleTerm: throw .wrongType
      }
    case .lang: return .literal(Literal(try Self.literal(arguments[0]).language ?? ""))
    case .datatype: return .namedNode(try Self.literal(arguments[0]).datatype)
    case .iri, .uri: return .namedNode(try iri(arguments[0]))
    case .bnode: return .blankNode(try blankNode(arguments))
    case .strDT: return .literal(try typedLiteral(arguments[0], arguments[1]))
    case .langDir:
      return .literal(Literal(try Self.literal(arguments[0]).direction?.rawValue ?? ""))
    case .hasLang: return Self.boolean(arguments[0].literal?.language != nil)
    case .hasLangDir: return Self.boolean(arguments[0].literal?.direction != nil)
    case .strLang:
      return .literal(try Self.text(arguments[0], in: arguments[1], direction: nil))
    case .strLangDir:
      guard let direction = BaseDirection(rawValue: try Self.simpleText(arguments[2])) else {
        throw .unfitText
      }
      return .literal(try Self.text(arguments[0], in: arguments[1], direction: direction))
    case .uuid: return .namedNode(NamedNode(unchecked: "urn:uuid:" + newUUID()))
    case .strUUID: return .literal(Literal(newUUID()))
    case .sameTerm: return Self.boolean(arguments[0] == arguments[1])
    case .langMatches:
      let language = try Self.simpleText(arguments[0])
      return Self.boolean(
        LanguageRange(try Self.simpleText(arguments[1])).contains(language))
    default: preconditionFailure("\(function.rawValue) is no function on terms")
    }
  }

  private static func text(
    _ text: Term, in language: Term, direction: BaseDirection?
  ) throws(ExpressionError) -> Literal {
    let text = try simpleText(text)
    let language = try simpleText(language)
    guard LanguageTag.isWellFormed(language) else { throw .unfitText }
    return Literal(text, language: language, direction: direction).lowercasingLanguage
  }

  private func iri(_ term: Term) throws(ExpressionError) -> NamedNode {
    if case .namedNode(let node) = term { return node }
    let text = try Self.simpleText(term)
    do {
      return try base?.resolve(text) ?? NamedNode(validating: text)
    } catch {
      throw .unfitText
    }
  }

  /// One node for each text and solution.
  private func blankNode(_ arguments: [Term]) throws(ExpressionError) -> BlankNode {
    guard let argument = arguments.first else { return newBlankNode() }
    return BlankNode(label: "same:\(solution):\(try Self.simpleText(argument))")
  }

  private func typedLiteral(_ text: Term, _ datatype: Term) throws(ExpressionError) -> Literal {
    guard let datatype = datatype.namedNode else { throw .wrongType }
    // These have a language, which nothing here gives.
    guard datatype != RDFVocabulary.langString, datatype != RDFVocabulary.dirLangString else {
      throw .unfitText
    }
    return Literal(try Self.simpleText(text), datatype: datatype)
  }

  /// The term `"true"^^xsd:boolean` or `"false"^^xsd:boolean`.
  static func boolean(_ value: Bool) -> Term {
    .literal(Literal(value ? "true" : "false", datatype: XSD.boolean))
  }

  static func literal(_ term: Term) throws(ExpressionError) -> Literal {
    guard case .literal(let literal) = term else { throw .wrongType }
    return literal
  }

  /// The text of an `xsd:string`.
  static func simpleText(_ term: Term) throws(ExpressionError) -> String {
    let literal = try literal(term)
    guard literal.datatype == XSD.string else { throw .wrongType }
    return literal.lexicalForm
  }
}
