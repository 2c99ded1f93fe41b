import Diagnostics
import RDF

/// Directives, graphs and the beginnings of statements.
extension TurtleGrammar {
  /// `statement` [2]; in TriG `block` [2g] or the next triples of a `triplesBlock` [6g].
  mutating func readStatement(_ text: Span<UInt8>) throws(TurtleStop) {
    dropUnusedTerms()
    if isFull { return }
    if let subject = lexer.readPlainName(text, namespaces: namespaces) {
      begin(with: subject)
      return
    }
    switch lexer.current(text) {
    case UInt8(ascii: "}") where isInGraph: closeGraph()
    case UInt8(ascii: "{") where dialect == .triG && !isInGraph: try readWrappedGraph(text)
    case UInt8(ascii: "@") where !isInGraph: try readAtDirective(text)
    case UInt8(ascii: "["):
      lexer.position += 1
      frame = Frame()
      try open(.blankNodePropertyList, text)
    case UInt8(ascii: "("):
      lexer.position += 1
      frame = Frame()
      try open(.collection, text)
    case UInt8(ascii: "<") where try beginsReifiedTriple(text):
      frame = Frame()
      try open(.reifiedTriple, text)
    case UInt8(ascii: "<"), UInt8(ascii: "_"): begin(with: try readLabel(text))
    default:
      let start = lexer.position
      let word = try lexer.readWord(text)
      if try lexer.byte(text, at: lexer.position) != UInt8(ascii: ":"), !isInGraph,
        readKeyword(word, text)
      {
        return
      }
      lexer.position = start
      begin(with: try readLabel(text))
    }
  }

  /// A statement, or in TriG perhaps a graph, that begins with this term.
  @inline(__always)
  private mutating func begin(with subject: QuadBlock.Run) {
    frame = Frame(subject: subject)
    expectation = .labelEnd
  }

  /// A directive of SPARQL's form, or `GRAPH`; false if the word is none of these.
  private mutating func readKeyword(_ word: Range<Int>, _ text: Span<UInt8>) -> Bool {
    if lexer.isKeyword(word, "prefix", text) {
      expectation = .prefixName
    } else if lexer.isKeyword(word, "base", text) {
      expectation = .base
    } else if lexer.isKeyword(word, "version", text) {
      expectation = .version
    } else if dialect == .triG, lexer.isKeyword(word, "graph", text) {
      frame = Frame()
      expectation = .graphName
    } else {
      return false
    }
    hasAtSign = false
    return true
  }

  /// The keyword of a `directive` [3] of Turtle's own form.
  private mutating func readAtDirective(_ text: Span<UInt8>) throws(TurtleStop) {
    let start = lexer.position
    lexer.position += 1
    let word = try lexer.readWord(text)
    if lexer.isWord(word, "prefix", text) {
      expectation = .prefixName
    } else if lexer.isWord(word, "base", text) {
      expectation = .base
    } else if lexer.isWord(word, "version", text) {
      expectation = .version
    } else {
      lexer.position = start
      throw try lexer.unexpected("'@prefix' / '@base'", text)
    }
    hasAtSign = true
  }

  mutating func endDirective() { expectation = hasAtSign ? .directiveEnd : .statement }

  /// The `PNAME_NS` [140s] of `prefixID` [4] or `sparqlPrefix` [6s].
  mutating func readPrefixName(_ text: Span<UInt8>) throws(TurtleStop) {
    let word = try lexer.readWord(text)
    guard try lexer.skip(UInt8(ascii: ":"), text) else {
      throw try lexer.unexpected(Message(en: "a prefix and ':'", id: "awalan dan ':'"), text)
    }
    prefixName = Array(copying: text.extracting(word))
    expectation = .prefixNamespace
  }

  /// The IRI of `prefixID` [4] or `sparqlPrefix` [6s].
  mutating func readNamespace(_ text: Span<UInt8>) throws(TurtleStop) {
    let iri = try readInheritedIRI(text)
    namespaces.declare(prefixName, as: lexer.terms.copy(iri, dropping: 1).span)
    lexer.terms.end = termsStart
    endDirective()
  }

  /// The IRI of `base` [5] or `sparqlBase` [5s].
  mutating func readBase(_ text: Span<UInt8>) throws(TurtleStop) {
    let iri = try readInheritedIRI(text)
    lexer.base = TurtleBase(
      NamedNode(unchecked: String(decoding: lexer.terms.copy(iri, dropping: 1), as: UTF8.self)))
    lexer.terms.end = termsStart
    endDirective()
  }

  /// An IRI that comes out again with every name or reference that is short for one.
  private mutating func readInheritedIRI(
    _ text: Span<UInt8>
  ) throws(TurtleStop) -> QuadBlock.Run {
    let start = lexer.position
    let iri = try readIRIReference(text)
    // With its angle brackets.
    guard iri.count <= longestNamespace + 2 else {
      let range = start..<lexer.position
      lexer.position = start
      lexer.terms.end = termsStart
      throw lexer.mistake(
        at: range,
        Message(
          en: "a namespace or base of more than \(longestNamespace) bytes",
          id: "ruang nama atau basis lebih dari \(longestNamespace) bita"))
    }
    return iri
  }

  private mutating func readIRIReference(
    _ text: Span<UInt8>
  ) throws(TurtleStop) -> QuadBlock.Run {
    guard try lexer.byte(text, at: lexer.position) == UInt8(ascii: "<") else {
      throw try lexer.unexpected("IRI", text)
    }
    return try lexer.readIRI(text)
  }

  // MARK: Graphs

  /// The name behind `GRAPH`, or the `[` of one without a label: `labelOrSubject` [7g].
  mutating func readGraphName(_ text: Span<UInt8>) throws(TurtleStop) {
    if lexer.current(text) == UInt8(ascii: "[") {
      lexer.position += 1
      expectation = .anonymousEnd
      return
    }
    frame.subject = try readLabel(text)
    expectation = .wrappedGraph
  }

  /// `wrappedGraph` [5g]: its `{`.
  mutating func readWrappedGraph(_ text: Span<UInt8>) throws(TurtleStop) {
    guard try lexer.skip(UInt8(ascii: "{"), text) else {
      throw try lexer.unexpected("'{'", text)
    }
    graphName = frame.subject
    frame = Frame()
    isInGraph = true
    expectation = .statement
  }

  mutating func closeGraph() {
    lexer.position += 1
    isInGraph = false
    graphName = .none
    expectation = .statement
  }

  /// Ends the statement at `.`, in a graph at its `}` too; false if neither stands here.
  @inline(__always)
  mutating func readStatementEnd(_ text: Span<UInt8>) -> Bool {
    // Zero stands at the end of the text.
    let byte = lexer.current(text)
    if byte == UInt8(ascii: ".") {
      lexer.position &+= 1
      expectation = .statement
    } else if isInGraph, byte == UInt8(ascii: "}") {
      closeGraph()
    } else {
      return false
    }
    frame = Frame()
    return true
  }

  /// What ends a statement here, for messages.
  var statementEnd: String { isInGraph ? "'.' / '}'" : "'.'" }

  // MARK: Terms

  /// A subject or a graph's name that is one token.
  mutating func readLabel(_ text: Span<UInt8>) throws(TurtleStop) -> QuadBlock.Run {
    if lexer.current(text) == UInt8(ascii: "_") { return try lexer.readBlankNodeLabel(text) }
    return try readIRI(text, expected: "IRI")
  }

  /// `iri` [135s].
  mutating func readIRI(
    _ text: Span<UInt8>, expected: String
  ) throws(TurtleStop) -> QuadBlock.Run {
    if let name = lexer.readPlainName(text, namespaces: namespaces) { return name }
    if lexer.current(text) == UInt8(ascii: "<") { return try lexer.readIRI(text) }
    let start = lexer.position
    let word = try lexer.readWord(text)
    guard try lexer.byte(text, at: lexer.position) == UInt8(ascii: ":") else {
      lexer.position = start
      throw try lexer.unexpected(expected, text)
    }
    return try lexer.readPrefixedName(text, behind: word, namespaces: namespaces)
  }
}
