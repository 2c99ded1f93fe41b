import Diagnostics
import RDF

/// Predicates, objects and what nests in them.
extension TurtleReader {
  /// `verb` [9].
  mutating func readVerb() throws(SyntaxError) {
    let predicate: NamedNode
    if lexer.current == UInt8(ascii: "<") {
      predicate = try lexer.readIRI(against: base)
    } else {
      let start = lexer.position
      let word = lexer.readWord()
      if lexer.current != UInt8(ascii: ":"), lexer.isWord(word, "a") {
        predicate = RDFVocabulary.type
      } else {
        lexer.position = start
        predicate = try readPrefixedName(expected: "IRI / 'a'")
      }
    }
    stack[stack.count - 1].predicate = predicate
    expectation = .object
  }

  /// The next of a `predicateObjectList` [7], or its end.
  mutating func readPredicateOrEnd() throws(SyntaxError) {
    let frame = stack[stack.count - 1]
    switch frame.kind {
    case .blankNodePropertyList where lexer.current == UInt8(ascii: "]"):
      closeBlankNode()
      return
    case .statement where readStatementEnd(): return
    default: break
    }
    if frame.predicate != nil, lexer.skip(UInt8(ascii: ";")) { return }
    try readVerb()
  }

  /// What follows an object: the rest of an `objectList` [8] or of a `predicateObjectList` [7].
  mutating func readObjectEnd() throws(SyntaxError) {
    if lexer.skip(UInt8(ascii: ",")) {
      expectation = .object
    } else if lexer.skip(UInt8(ascii: ";")) {
      expectation = .predicateOrEnd
    } else if stack[stack.count - 1].kind == .blankNodePropertyList {
      guard lexer.current == UInt8(ascii: "]") else { throw lexer.unexpected("',' / ';' / ']'") }
      closeBlankNode()
    } else if !readStatementEnd() {
      throw lexer.unexpected("',' / ';' / \(statementEnd)")
    }
  }

  private static let startsOfNumbers = ASCIISet.digits.union(ASCIISet("+-."))

  /// `object` [12], or what opens it.
  mutating func readObject() throws(SyntaxError) {
    let isInTripleTerm = stack[stack.count - 1].kind == .tripleTerm
    switch lexer.current {
    case UInt8(ascii: "[") where isInTripleTerm: take(.blankNode(try readANON()))
    case UInt8(ascii: "["):
      lexer.position += 1
      try open(.blankNodePropertyList)
    case UInt8(ascii: "(") where !isInTripleTerm:
      lexer.position += 1
      try open(.collection)
    case UInt8(ascii: "<") where lexer.next == UInt8(ascii: "<"):
      try lexer.expect("<<(")
      try open(.tripleTerm)
    case UInt8(ascii: "<"): take(.namedNode(try lexer.readIRI(against: base)))
    case UInt8(ascii: "_"): take(.blankNode(try readBlankNodeLabel()))
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      text = try lexer.readString(mayBeLong: true)
      expectation = .literalEnd
    case UInt8(ascii: ".") where !ASCIISet.digits.contains(lexer.next ?? 0):
      take(try readBooleanOrName())
    case .some(let byte) where Self.startsOfNumbers.contains(byte):
      take(.literal(try lexer.readNumber()))
    default: take(try readBooleanOrName())
    }
  }

  /// What follows the text of an `RDFLiteral` [128s].
  mutating func readLiteralEnd() throws(SyntaxError) {
    switch lexer.current {
    case UInt8(ascii: "@"):
      let (language, direction) = try lexer.readLanguage()
      take(.literal(Literal(text, language: language, direction: direction)))
    case UInt8(ascii: "^"):
      try lexer.expect("^^")
      lexer.skipSpace()
      let start = lexer.position
      let datatype = try readIRI()
      take(.literal(try lexer.literal(text, datatype: datatype, at: start)))
    default: take(.literal(Literal(text)))
    }
  }

  /// `collection` [15]: an item or the end.
  mutating func readCollectionItem() throws(SyntaxError) {
    guard lexer.skip(UInt8(ascii: ")")) else {
      try readObject()
      return
    }
    let frame = stack.removeLast()
    if let last = frame.subject {
      emit(last, RDFVocabulary.rest, .namedNode(RDFVocabulary.`nil`))
    }
    take(frame.value ?? .namedNode(RDFVocabulary.`nil`))
  }

  /// `ttSubject` of RDF 1.2.
  mutating func readTripleTermSubject() throws(SyntaxError) {
    let subject: Subject =
      lexer.current == UInt8(ascii: "[") ? .blankNode(try readANON()) : try readLabel()
    stack[stack.count - 1].subject = subject
    expectation = .predicate
  }

  /// The `)>>` of a `tripleTerm` of RDF 1.2.
  mutating func readTripleTermEnd() throws(SyntaxError) {
    try lexer.expect(")>>")
    let frame = stack.removeLast()
    guard let subject = frame.subject, let predicate = frame.predicate, let object = frame.value
    else { preconditionFailure("a triple term ends behind its object") }
    take(.tripleTerm(Triple(subject, predicate, object)))
  }

  /// Opens what has just begun.
  mutating func open(_ kind: Frame.Kind) throws(SyntaxError) {
    guard stack.count <= maximumDepth else {
      throw lexer.error(
        at: lexer.position - 1..<lexer.position,
        Message(
          en: "blank nodes, collections and triple terms nest deeper than \(maximumDepth)",
          id: "simpul kosong, daftar dan istilah tripel bersarang lebih dalam dari \(maximumDepth)")
      )
    }
    stack.append(Frame(kind: kind))
    switch kind {
    case .statement: expectation = .statement
    case .blankNodePropertyList:
      stack[stack.count - 1].subject = .blankNode(freshNode())
      expectation = .predicateOrEnd
    case .collection: expectation = .collectionItem
    case .tripleTerm: expectation = .tripleTermSubject
    }
  }

  /// The `]` of `blankNodePropertyList` [14] or `ANON` [162s].
  private mutating func closeBlankNode() {
    lexer.position += 1
    let frame = stack.removeLast()
    guard let node = frame.subject else { preconditionFailure("an open blank node has a name") }
    let isSubject =
      stack.count == 1 && stack[0].kind == .statement && stack[0].subject == nil
    take(node.term)
    if isSubject { expectation = frame.predicate == nil ? .labelEnd : .predicateOrEnd }
  }

  /// Puts a complete term where it belongs.
  private mutating func take(_ term: Term) {
    let top = stack.count - 1
    switch stack[top].kind {
    case .statement, .blankNodePropertyList:
      if let subject = stack[top].subject, let predicate = stack[top].predicate {
        emit(subject, predicate, term)
        expectation = .objectEnd
      } else {
        stack[top].subject = term.subject
        expectation = .predicate
      }
    case .collection:
      let cell = Subject.blankNode(freshNode())
      if let previous = stack[top].subject {
        emit(previous, RDFVocabulary.rest, cell.term)
      } else {
        stack[top].value = cell.term
      }
      stack[top].subject = cell
      emit(cell, RDFVocabulary.first, term)
      expectation = .collectionItem
    case .tripleTerm:
      stack[top].value = term
      expectation = .tripleTermEnd
    }
  }
}

extension Term {
  /// The same as a subject; nil for literals and triple terms.
  fileprivate var subject: Subject? {
    switch self {
    case .namedNode(let node): .namedNode(node)
    case .blankNode(let node): .blankNode(node)
    case .literal, .tripleTerm: nil
    }
  }
}
