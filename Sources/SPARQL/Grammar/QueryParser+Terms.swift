internal import Diagnostics
internal import RDF

/// Terms: productions [107]–[109] and [127]–[138].
extension QueryParser {
  /// `Var` [108]; nil, and nothing is read, if there is none.
  mutating func readVariable() throws(SPARQLSyntaxError) -> Variable? {
    guard case .variable(let name) = token.kind else {
      expect(Message(en: "a variable", id: "variabel"))
      return nil
    }
    try advance()
    return Variable(name)
  }

  /// `Var` [108] that must stand here.
  mutating func requireVariable() throws(SPARQLSyntaxError) -> Variable {
    guard let variable = try readVariable() else { throw unexpected() }
    return variable
  }

  /// `iri` [136]; nil, and nothing is read, if there is none.
  mutating func readIRI() throws(SPARQLSyntaxError) -> NamedNode? {
    let node: NamedNode
    switch token.kind {
    case .iri(let reference): node = try resolve(reference)
    case .prefixedName(let prefix, let local): node = try expand(prefix, local)
    default:
      expect(Message(en: "an IRI", id: "IRI"))
      return nil
    }
    try advance()
    return node
  }

  /// `iri` [136] that must stand here.
  mutating func requireIRI() throws(SPARQLSyntaxError) -> NamedNode {
    guard let node = try readIRI() else { throw unexpected() }
    return node
  }

  private mutating func resolve(_ reference: String) throws(SPARQLSyntaxError) -> NamedNode {
    do throws(IRIError) {
      if let node = try names.resolve(reference) { return node }
    } catch {
      throw mistake(token.range, error.message)
    }
    throw mistake(
      token.range,
      Message(
        en: "the relative IRI <\(reference)> needs a base; declare one with BASE",
        id: "IRI relatif <\(reference)> memerlukan basis; nyatakan dengan BASE"))
  }

  private func expand(_ prefix: String, _ local: String) throws(SPARQLSyntaxError) -> NamedNode {
    guard let namespace = names.namespace(of: prefix) else {
      let hint = names.suggestion(for: prefix)
      throw mistake(
        token.range,
        Message(
          en: "the prefix '\(prefix):' is not declared" + (hint.map { "; \($0.english)" } ?? ""),
          id: "awalan '\(prefix):' belum dinyatakan" + (hint.map { "; \($0.indonesian)" } ?? "")))
    }
    do throws(IRIError) { return try NamedNode(validating: namespace + local) } catch {
      throw mistake(token.range, error.message)
    }
  }

  /// `VarOrIri` [107]; nil, and nothing is read, if there is none.
  mutating func readVariableOrIRI() throws(SPARQLSyntaxError) -> TermPattern? {
    if let variable = try readVariable() { return .variable(variable) }
    return try readIRI().map { .term(.namedNode($0)) }
  }

  /// `RDFLiteral` [129], `NumericLiteral` [130] or `BooleanLiteral` [134]; nil, and nothing is read,
  /// if there is none.
  mutating func readLiteral() throws(SPARQLSyntaxError) -> Literal? {
    let literal: Literal
    switch token.kind {
    case .string(let text): return try readRDFLiteral(text)
    case .integer(let text): literal = Literal(text, datatype: XSD.integer)
    case .decimal(let text): literal = Literal(text, datatype: XSD.decimal)
    case .double(let text): literal = Literal(text, datatype: XSD.double)
    case .word(let text) where text.lowercased() == "true" || text.lowercased() == "false":
      literal = Literal(text.lowercased(), datatype: XSD.boolean)
    case .symbol(.plus), .symbol(.minus): return try readSignedNumber()
    default:
      expect(Message(en: "a literal", id: "literal"))
      return nil
    }
    try advance()
    return literal
  }

  private mutating func readRDFLiteral(_ text: String) throws(SPARQLSyntaxError) -> Literal {
    try advance()
    if case .language(let tag, let direction) = token.kind {
      try advance()
      // A store holds tags by their value, so that they match whatever their case.
      return Literal(text, language: tag, direction: direction).lowercasingLanguage
    }
    guard try skip(.doubleCaret) else { return Literal(text) }
    let start = token.range
    let datatype = try requireIRI()
    guard datatype != RDFVocabulary.langString, datatype != RDFVocabulary.dirLangString else {
      throw mistake(
        start,
        Message(
          en: "a text of this datatype has a language tag, such as \"teks\"@id",
          id: "teks dengan tipe data ini memiliki tag bahasa, seperti \"teks\"@id"))
    }
    return Literal(text, datatype: datatype)
  }

  /// `NumericLiteralPositive` [132] or `NumericLiteralNegative` [133]: nothing stands between sign
  /// and number.
  private mutating func readSignedNumber() throws(SPARQLSyntaxError) -> Literal? {
    let saved = self
    let sign = token.kind == .symbol(.minus) ? "-" : "+"
    try advance()
    let literal: Literal
    switch token.kind {
    case .integer(let text) where token.range.lowerBound == end:
      literal = Literal(sign + text, datatype: XSD.integer)
    case .decimal(let text) where token.range.lowerBound == end:
      literal = Literal(sign + text, datatype: XSD.decimal)
    case .double(let text) where token.range.lowerBound == end:
      literal = Literal(sign + text, datatype: XSD.double)
    default:
      self = saved
      return nil
    }
    try advance()
    return literal
  }
}
