import Diagnostics
import RDF

/// Predicates, objects and what nests in them.
extension TurtleGrammar {
  /// `verb` [9].
  @inline(__always)
  mutating func readVerb(_ text: Span<UInt8>) throws(TurtleStop) {
    let isA = try isWordA(text)
    if isA {
      lexer.position &+= 1
      if frame.kind == .tripleTerm {
        // A triple term is written in one piece.
        lexer.terms.append("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>")
        frame.predicate = lexer.terms.run(from: termsStart)
      } else {
        frame.predicate = written.type(in: &lexer.terms)
      }
    } else {
      frame.predicate = try readIRI(text, expected: "IRI / 'a'")
    }
    if frame.kind == .tripleTerm { lexer.terms.append(UInt8(ascii: " ")) }
    expectation = .object
  }

  /// Whether the word `a` stands here, and no longer word and no prefix.
  @inline(__always)
  private mutating func isWordA(_ text: Span<UInt8>) throws(TurtleStop) -> Bool {
    guard lexer.current(text) == UInt8(ascii: "a") else { return false }
    let next = text[unchecked: lexer.position &+ 1]
    if next <= 0x20, lexer.position &+ 1 < lexer.end { return true }
    let start = lexer.position
    let word = try lexer.readWord(text)
    let behind = try lexer.byte(text, at: lexer.position)
    lexer.position = start
    return word.count == 1 && behind != UInt8(ascii: ":")
  }

  /// The next of a `predicateObjectList` [7], or its end.
  mutating func readPredicateOrEnd(_ text: Span<UInt8>) throws(TurtleStop) {
    switch frame.kind {
    case .blankNodePropertyList where lexer.current(text) == UInt8(ascii: "]"):
      closeBlankNode()
      return
    case .annotation where lexer.current(text) == UInt8(ascii: "|"):
      try closeAnnotation(text)
      return
    case .statement where readStatementEnd(text): return
    default: break
    }
    if frame.predicate.count > 0, lexer.current(text) == UInt8(ascii: ";") {
      lexer.position &+= 1
      return
    }
    try readVerb(text)
  }

  /// What follows an object: the rest of an `objectList` [8] or of a `predicateObjectList` [7].
  @inline(__always)
  mutating func readObjectEnd(_ text: Span<UInt8>) throws(TurtleStop) {
    switch lexer.current(text) {
    case UInt8(ascii: ";"):
      lexer.position &+= 1
      expectation = .predicateOrEnd
    case UInt8(ascii: ","):
      lexer.position &+= 1
      expectation = .object
    default:
      switch frame.kind {
      case .blankNodePropertyList where lexer.current(text) == UInt8(ascii: "]"): closeBlankNode()
      case .annotation where lexer.current(text) == UInt8(ascii: "|"): try closeAnnotation(text)
      case .statement where readStatementEnd(text): break
      default: try readAnnotation(text)
      }
    }
  }

  /// `object` [12], or what opens it.
  mutating func readObject(_ text: Span<UInt8>) throws(TurtleStop) {
    // No blank node within a triple has properties.
    let isInTriple = frame.kind == .tripleTerm || frame.kind == .reifiedTriple
    switch lexer.current(text) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try readLiteral(text)
    case UInt8(ascii: "<"):
      if try lexer.byte(text, at: lexer.position + 1) == UInt8(ascii: "<") {
        if frame.kind != .tripleTerm, try isReifiedTriple(text) {
          try open(.reifiedTriple, text)
        } else {
          try lexer.expect("<<(", text)
          try open(.tripleTerm, text)
        }
      } else {
        take(try lexer.readIRI(text))
      }
    case UInt8(ascii: "_"): take(try lexer.readBlankNodeLabel(text))
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      take(try lexer.readNumber(text))
    case UInt8(ascii: "["):
      lexer.position += 1
      if isInTriple {
        expectation = .anonymousEnd
      } else {
        try open(.blankNodePropertyList, text)
      }
    case UInt8(ascii: "(") where !isInTriple:
      lexer.position += 1
      try open(.collection, text)
    case UInt8(ascii: "."):
      let next = try lexer.byte(text, at: lexer.position + 1)
      let isNumber = next.map(TurtleLexer.isDigit) ?? false
      take(isNumber ? try lexer.readNumber(text) : try readWordOrName(text))
    default:
      if let name = lexer.readPlainName(text, namespaces: namespaces) {
        take(name)
      } else {
        take(try readWordOrName(text))
      }
    }
  }

  /// `BooleanLiteral` [133s] or `PrefixedName` [136s].
  private mutating func readWordOrName(
    _ text: Span<UInt8>
  ) throws(TurtleStop) -> QuadBlock.Run {
    let start = lexer.position
    let word = try lexer.readWord(text)
    if try lexer.byte(text, at: lexer.position) == UInt8(ascii: ":") {
      return try lexer.readPrefixedName(text, behind: word, namespaces: namespaces)
    }
    let termStart = lexer.terms.end
    if lexer.isWord(word, "true", text) {
      lexer.terms.append("\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>")
      return lexer.terms.run(from: termStart)
    }
    if lexer.isWord(word, "false", text) {
      lexer.terms.append("\"false\"^^<http://www.w3.org/2001/XMLSchema#boolean>")
      return lexer.terms.run(from: termStart)
    }
    lexer.position = start
    throw try lexer.unexpected(
      Message(
        en: "IRI / '_:' / '[' / '(' / a literal", id: "IRI / '_:' / '[' / '(' / sebuah literal"),
      text)
  }

  // MARK: Literals

  /// `RDFLiteral` [128s], or only its text if what belongs to it does not follow at once.
  private mutating func readLiteral(_ text: Span<UInt8>) throws(TurtleStop) {
    try lexer.readString(text)
    literalStart = termsStart
    if lexer.position >= lexer.end {
      expectation = .literalEnd
      return
    }
    switch lexer.current(text) {
    case UInt8(ascii: "@"), UInt8(ascii: "^"): try readLiteralEnd(text)
    default: expectation = .literalEnd
    }
  }

  /// What follows the text of an `RDFLiteral` [128s].
  mutating func readLiteralEnd(_ text: Span<UInt8>) throws(TurtleStop) {
    switch lexer.current(text) {
    case UInt8(ascii: "@"):
      try lexer.readLanguage(text)
      take(lexer.terms.run(from: literalStart))
    case UInt8(ascii: "^"):
      try lexer.expect("^^", text)
      let next = lexer.current(text)
      if next > 0x20, next != UInt8(ascii: "#"), lexer.position < lexer.end {
        try readDatatype(text)
      } else {
        expectation = .datatype
      }
    default: take(lexer.terms.run(from: literalStart))
    }
  }

  /// The IRI behind `^^`, which a text of `xsd:string` does not keep.
  mutating func readDatatype(_ text: Span<UInt8>) throws(TurtleStop) {
    let start = lexer.position
    let textEnd = lexer.terms.end
    lexer.terms.append("^^")
    let datatype = try readIRI(text, expected: "IRI")
    if lexer.terms.isSame(datatype, as: "<http://www.w3.org/2001/XMLSchema#string>") {
      lexer.terms.end = textEnd
    } else if lexer.terms.isSame(
      datatype, as: "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>")
      || lexer.terms.isSame(
        datatype, as: "<http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString>")
    {
      throw lexer.mistake(
        at: start..<lexer.position,
        Message(
          en: "a literal of this datatype needs a language tag",
          id: "literal dengan tipe data ini memerlukan tanda bahasa"))
    }
    take(lexer.terms.run(from: literalStart))
  }

  // MARK: Collections and triple terms

  /// `collection` [15]: an item or the end.
  mutating func readCollectionItem(_ text: Span<UInt8>) throws(TurtleStop) {
    guard lexer.current(text) == UInt8(ascii: ")") else {
      try readObject(text)
      return
    }
    lexer.position += 1
    let collection = frame
    frame = outer.removeLast()
    let end = written.nil(in: &lexer.terms)
    if collection.subject.count > 0 {
      emit(collection.subject, written.rest(in: &lexer.terms), end)
    }
    take(collection.value.count > 0 ? collection.value : end)
  }

  /// `ttSubject` of RDF 1.2.
  mutating func readTripleTermSubject(_ text: Span<UInt8>) throws(TurtleStop) {
    if lexer.current(text) == UInt8(ascii: "[") {
      lexer.position += 1
      expectation = .anonymousEnd
      return
    }
    frame.subject = try readLabel(text)
    lexer.terms.append(UInt8(ascii: " "))
    expectation = .predicate
  }

  /// The `)>>` of a `tripleTerm` of RDF 1.2.
  mutating func readTripleTermEnd(_ text: Span<UInt8>) throws(TurtleStop) {
    try lexer.expect(")>>", text)
    lexer.terms.append(" )>>")
    let start = Int(frame.value.start)
    frame = outer.removeLast()
    take(lexer.terms.run(from: start))
  }

  /// Opens what has just begun.
  mutating func open(_ kind: Frame.Kind, _ text: Span<UInt8>) throws(TurtleStop) {
    guard outer.count < maximumDepth else {
      throw lexer.mistake(
        at: lexer.position - 1..<lexer.position,
        Message(
          en: "blank nodes, collections and triple terms nest deeper than \(maximumDepth)",
          id: "simpul kosong, daftar dan istilah tripel bersarang lebih dalam dari \(maximumDepth)")
      )
    }
    outer.append(frame)
    frame = Frame(kind: kind)
    switch kind {
    case .statement: expectation = .statement
    case .blankNodePropertyList:
      frame.subject = lexer.writeFreshNode()
      expectation = .predicateOrEnd
    case .collection: expectation = .collectionItem
    case .tripleTerm:
      frame.value = QuadBlock.Run(start: lexer.terms.end, count: 0)
      lexer.terms.append("<<( ")
      expectation = .tripleTermSubject
    case .reifiedTriple:
      lexer.position += 2
      expectation = .reifiedSubject
    case .annotation: expectation = .predicate
    }
  }

  /// The `]` of `blankNodePropertyList` [14] or `ANON` [162s].
  private mutating func closeBlankNode() {
    lexer.position += 1
    let inner = frame
    frame = outer.removeLast()
    let isSubject = outer.isEmpty && frame.kind == .statement && frame.subject.count == 0
    take(inner.subject)
    if isSubject { expectation = inner.predicate.count == 0 ? .labelEnd : .predicateOrEnd }
  }

  /// The `]` of an `ANON` [162s] that names a graph or stands in a triple term.
  mutating func readAnonymousEnd(_ text: Span<UInt8>) throws(TurtleStop) {
    guard try lexer.skip(UInt8(ascii: "]"), text) else {
      throw try lexer.unexpected("']'", text)
    }
    let node = lexer.writeFreshNode()
    if isReifierNext {
      takeReifier(node)
    } else if frame.kind == .reifiedTriple {
      take(node)
    } else if frame.kind != .tripleTerm {
      frame.subject = node
      expectation = .wrappedGraph
    } else if frame.subject.count == 0 {
      frame.subject = node
      lexer.terms.append(UInt8(ascii: " "))
      expectation = .predicate
    } else {
      take(node)
    }
  }

  /// Puts a complete term where it belongs.
  @inline(__always)
  mutating func take(_ term: QuadBlock.Run) {
    switch frame.kind {
    case .statement, .blankNodePropertyList, .annotation:
      if frame.predicate.count > 0 {
        emit(frame.subject, frame.predicate, term)
        frame.value = term
        expectation = .objectEnd
      } else {
        frame.subject = term
        expectation = .predicate
      }
    case .collection: takeItem(term)
    case .tripleTerm: expectation = .tripleTermEnd
    case .reifiedTriple:
      if frame.predicate.count > 0 {
        frame.value = term
        expectation = .reifierOrEnd
      } else {
        frame.subject = term
        expectation = .predicate
      }
    }
  }

  /// Puts an item behind the others of a collection.
  private mutating func takeItem(_ item: QuadBlock.Run) {
    let cell = lexer.writeFreshNode()
    if frame.subject.count > 0 {
      emit(frame.subject, written.rest(in: &lexer.terms), cell)
    } else {
      frame.value = cell
    }
    frame.subject = cell
    emit(cell, written.first(in: &lexer.terms), item)
    expectation = .collectionItem
  }
}
