internal import Diagnostics
internal import RDF

/// Triple terms, reified triples and annotations
/// ([SPARQL 1.2 §19.8](https://www.w3.org/TR/sparql12-query/#sparqlGrammar); what they stand for:
/// [§4.2.4](https://www.w3.org/TR/sparql12-query/#QSynReifiedTriples)).
extension QueryParser {
  // MARK: Triples

  /// `ReifiedTriple`: what reifies the triple, which is said in a triple of its own.
  mutating func readReifiedTriple(
    _ place: TriplesPlace, into block: inout TripleBlock
  ) throws(SPARQLSyntaxError) -> TermPattern {
    try require(.openReifiedTriple)
    try stepIn()
    let subject = try readReifiedNode(place, into: &block)
    let predicate = try readVerb(place)
    let object = try readReifiedNode(place, into: &block)
    let reifier =
      token.kind == .symbol(.tilde) ? try readReifier(place) : try newReifier(place)
    try require(.closeReifiedTriple)
    stepOut()
    block.add(reifier, RDFVocabulary.reifies, .tripleTerm(of: subject, predicate, object))
    return reifier
  }

  /// `TripleTerm`.
  mutating func readTripleTerm(_ place: TriplesPlace) throws(SPARQLSyntaxError) -> TermPattern {
    try require(.openTripleTerm)
    try stepIn()
    let subject = try readTermNode(place)
    let predicate = try readVerb(place)
    let object = try readTermNode(place)
    try require(.closeTripleTerm)
    stepOut()
    return .tripleTerm(of: subject, predicate, object)
  }

  /// `AnnotationPath` or `Annotation`: reifiers of a triple and what is said of them.
  ///
  /// A block belongs to the reifier right before it, or to a new one. The predicate is nil for a path,
  /// which nothing reifies.
  mutating func readAnnotations(
    of subject: TermPattern, _ predicate: TermPattern?, _ object: TermPattern,
    _ place: TriplesPlace, into block: inout TripleBlock
  ) throws(SPARQLSyntaxError) {
    var latest: TermPattern?
    while token.kind == .symbol(.tilde) || token.kind == .symbol(.openAnnotation) {
      guard let predicate else { throw mistake(token.range, .noPathAnnotation) }
      let triple = TermPattern.tripleTerm(of: subject, predicate, object)
      if token.kind == .symbol(.tilde) {
        let reifier = try readReifier(place)
        block.add(reifier, RDFVocabulary.reifies, triple)
        latest = reifier
        continue
      }
      let reifier: TermPattern
      if let known = latest {
        reifier = known
      } else {
        reifier = try newReifier(place)
        block.add(reifier, RDFVocabulary.reifies, triple)
      }
      latest = nil
      try advance()
      try stepIn()
      try readPropertyList(of: reifier, place, into: &block)
      try require(.closeAnnotation)
      stepOut()
    }
  }

  /// `Reifier`, at its tilde.
  private mutating func readReifier(_ place: TriplesPlace) throws(SPARQLSyntaxError) -> TermPattern
  {
    try require(.tilde)
    try refuseWhatIsOutOfPlace(place)
    if let node = try readBlankNode(place) { return node }
    if let node = try readVariableOrIRI() { return node }
    return try newReifier(place)
  }

  /// A reifier that has no name.
  private mutating func newReifier(_ place: TriplesPlace) throws(SPARQLSyntaxError) -> TermPattern {
    guard place.mayHaveBlankNodes else { throw mistake(token.range, .noBlankNodes) }
    return .variable(newVariable())
  }

  /// `Verb` [78]: no path.
  private mutating func readVerb(_ place: TriplesPlace) throws(SPARQLSyntaxError) -> TermPattern {
    try refuseWhatIsOutOfPlace(place)
    if let variable = try readVariable() { return .variable(variable) }
    guard let node = try readProperty() else { throw unexpected() }
    return .term(.namedNode(node))
  }

  /// `ReifiedTripleSubject` or `ReifiedTripleObject`.
  private mutating func readReifiedNode(
    _ place: TriplesPlace, into block: inout TripleBlock
  ) throws(SPARQLSyntaxError) -> TermPattern {
    token.kind == .symbol(.openReifiedTriple)
      ? try readReifiedTriple(place, into: &block) : try readTermNode(place)
  }

  /// `TripleTermSubject` or `TripleTermObject`.
  private mutating func readTermNode(_ place: TriplesPlace) throws(SPARQLSyntaxError) -> TermPattern
  {
    try refuseWhatIsOutOfPlace(place)
    if token.kind == .symbol(.openTripleTerm) { return try readTripleTerm(place) }
    if let node = try readBlankNode(place) { return node }
    if let node = try readVariableOrIRI() { return node }
    guard let literal = try readLiteral() else {
      expect(Message(en: "a blank node", id: "simpul kosong"))
      expect(Message(en: "'<<('", id: "'<<('"))
      throw unexpected()
    }
    return .term(.literal(literal))
  }

  /// `BlankNode` [138]; nil, and nothing is read, if there is none.
  private mutating func readBlankNode(
    _ place: TriplesPlace
  ) throws(SPARQLSyntaxError) -> TermPattern? {
    if case .blankNode(let label) = token.kind {
      let node = try blankNode(label, place)
      try advance()
      return node
    }
    guard token.kind == .symbol(.openBracket) else { return nil }
    try advance()
    try require(.closeBracket)
    return .variable(newVariable())
  }

  // MARK: Data and expressions

  /// `TripleTermData`.
  mutating func readTripleTermData() throws(SPARQLSyntaxError) -> Triple {
    try require(.openTripleTerm)
    try stepIn()
    let subject = try requireIRI()
    guard let predicate = try readProperty() else { throw unexpected() }
    let object: Term
    if token.kind == .symbol(.openTripleTerm) {
      object = .tripleTerm(try readTripleTermData())
    } else if let node = try readIRI() {
      object = .namedNode(node)
    } else if let literal = try readLiteral() {
      object = .literal(literal)
    } else {
      throw unexpected()
    }
    try require(.closeTripleTerm)
    stepOut()
    return Triple(.namedNode(subject), predicate, object)
  }

  /// `ExprTripleTerm`: what `TRIPLE` gives of the same three.
  mutating func readTripleTermExpression() throws(SPARQLSyntaxError) -> Expression {
    try require(.openTripleTerm)
    try stepIn()
    let subject = try readTermExpression()
    let predicate: Expression
    if token.kind == .word("a") {
      try advance()
      predicate = .term(.namedNode(RDFVocabulary.type))
    } else {
      predicate = try readTermExpression()
    }
    let object: Expression
    height = 1
    if token.kind == .symbol(.openTripleTerm) {
      object = try readTripleTermExpression()
    } else if let literal = try readLiteral() {
      object = .term(.literal(literal))
    } else {
      object = try readTermExpression()
    }
    try require(.closeTripleTerm)
    stepOut()
    try grow()
    return .call(.triple, [subject, predicate, object])
  }

  /// A variable or an IRI as an expression.
  private mutating func readTermExpression() throws(SPARQLSyntaxError) -> Expression {
    if case .variable = token.kind { return .variable(try readExpressionVariable()) }
    expect(Message(en: "a variable", id: "variabel"))
    return .term(.namedNode(try requireIRI()))
  }
}

extension TermPattern {
  /// The triple term of three places: a term where they are terms that can be a triple.
  fileprivate static func tripleTerm(
    of subject: TermPattern, _ predicate: TermPattern, _ object: TermPattern
  ) -> TermPattern {
    if case .term(.namedNode(let subject)) = subject,
      case .term(.namedNode(let predicate)) = predicate, case .term(let object) = object
    {
      return .term(.tripleTerm(Triple(.namedNode(subject), predicate, object)))
    }
    return .tripleTerm(TriplePattern(subject, predicate, object))
  }
}

extension Message {
  fileprivate static let noPathAnnotation = Message(
    en: "a path is no triple that could be annotated; write its steps as triples",
    id: "lintasan bukan tripel yang dapat diberi anotasi; tulis langkahnya sebagai tripel")
}
