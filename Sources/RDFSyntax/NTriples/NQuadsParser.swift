public import Diagnostics
public import RDF

/// Reads N-Triples and N-Quads, strictly
/// ([N-Triples](https://www.w3.org/TR/rdf12-n-triples/), [N-Quads](https://www.w3.org/TR/rdf12-n-quads/)).
///
/// RDF 1.1 is read in full; of RDF 1.2 triple terms, base directions and the `VERSION` line too.
/// IRIs must be absolute (RFC 3987), the bytes well-formed UTF-8. Terms keep their lexical form and
/// blank nodes their labels.
public struct NQuadsParser: Hashable, Sendable {
  /// Which of the two syntaxes.
  public enum Dialect: Hashable, Sendable {
    /// Three terms to a statement.
    case nTriples
    /// Three terms, and perhaps the name of a graph.
    case nQuads
  }

  /// The syntax read.
  public var dialect: Dialect
  /// How deep triple terms may nest before the input is refused.
  public var maximumDepth: Int

  /// A parser of one of the two syntaxes.
  public init(dialect: Dialect = .nQuads, maximumDepth: Int = 64) {
    self.dialect = dialect
    self.maximumDepth = maximumDepth
  }

  /// All statements, in the order of the text, duplicates kept.
  ///
  /// `file` is the name put before the place in errors.
  ///
  /// - Throws: the first mistake.
  public func parse(_ bytes: [UInt8], file: String? = nil) throws(SyntaxError) -> [Quad] {
    var reader = try reader(of: bytes, file: file)
    var quads: [Quad] = []
    while let quad = try reader.next() { quads.append(quad) }
    return quads
  }

  /// A reader that hands out one statement after the other.
  ///
  /// - Throws: the first byte that is not well-formed UTF-8.
  public func reader(of bytes: [UInt8], file: String? = nil) throws(SyntaxError) -> NQuadsReader {
    try NQuadsReader(bytes, parser: self, file: file)
  }
}

/// Hands out the statements of one text, one after the other.
///
/// After an error, every further call throws the same or a later one; no statement follows.
public struct NQuadsReader {
  private let parser: NQuadsParser
  var lexer: LineLexer

  init(_ bytes: [UInt8], parser: NQuadsParser, file: String?) throws(SyntaxError) {
    self.parser = parser
    lexer = LineLexer(bytes, file: file)
    if let offset = UTF8Scalar.firstMalformedByte(in: bytes.span) {
      throw lexer.error(
        at: offset..<offset + 1,
        Message(en: "these bytes are not UTF-8", id: "byte di sini bukan UTF-8"))
    }
  }

  /// The next statement; nil at the end of the text.
  ///
  /// - Throws: the first mistake.
  public mutating func next() throws(SyntaxError) -> Quad? {
    while true {
      lexer.skipBlanks()
      switch lexer.current {
      case nil: return nil
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): lexer.advance()
      case UInt8(ascii: "#"): lexer.skipComment()
      case UInt8(ascii: "V"): try readVersionDirective()
      default: return try readStatement()
      }
    }
  }

  /// `versionDirective`.
  private mutating func readVersionDirective() throws(SyntaxError) {
    try lexer.expect("VERSION")
    try lexer.readVersion()
    try lexer.expectEndOfLine()
  }

  /// `statement` with its line's end.
  private mutating func readStatement() throws(SyntaxError) -> Quad {
    let triple = try readTriple(depth: 0)
    var graphName = GraphName.defaultGraph
    lexer.skipBlanks()
    if parser.dialect == .nQuads {
      if lexer.current == UInt8(ascii: "<") {
        graphName = .namedNode(try lexer.readIRI())
      } else if lexer.current == UInt8(ascii: "_") {
        graphName = .blankNode(try lexer.readBlankNode())
      }
      lexer.skipBlanks()
    }
    guard lexer.current == UInt8(ascii: ".") else {
      let hasGraphName = parser.dialect == .nTriples || graphName != .defaultGraph
      throw lexer.unexpected(hasGraphName ? "'.'" : "'.' / IRI")
    }
    lexer.advance()
    try lexer.expectEndOfLine()
    return Quad(triple, in: graphName)
  }

  /// `subject predicate object`, with the blanks before each.
  private mutating func readTriple(depth: Int) throws(SyntaxError) -> Triple {
    lexer.skipBlanks()
    let subject: Subject
    switch lexer.current {
    case UInt8(ascii: "<"): subject = .namedNode(try lexer.readIRI())
    case UInt8(ascii: "_"): subject = .blankNode(try lexer.readBlankNode())
    default: throw lexer.unexpected("IRI / '_:'")
    }
    lexer.skipBlanks()
    guard lexer.current == UInt8(ascii: "<") else { throw lexer.unexpected("IRI") }
    let predicate = try lexer.readIRI()
    lexer.skipBlanks()
    return Triple(subject, predicate, try readObject(depth: depth))
  }

  /// `object`.
  private mutating func readObject(depth: Int) throws(SyntaxError) -> Term {
    switch lexer.current {
    case UInt8(ascii: "<"):
      guard lexer.next == UInt8(ascii: "<") else { return .namedNode(try lexer.readIRI()) }
      return .tripleTerm(try readTripleTerm(depth: depth + 1))
    case UInt8(ascii: "_"): return .blankNode(try lexer.readBlankNode())
    case UInt8(ascii: "\""): return .literal(try readLiteral())
    default: throw lexer.unexpected("IRI / '_:' / '\"'")
    }
  }

  /// `tripleTerm`.
  private mutating func readTripleTerm(depth: Int) throws(SyntaxError) -> Triple {
    guard depth <= parser.maximumDepth else {
      throw lexer.error(
        at: lexer.position..<lexer.position + 1,
        Message(
          en: "triple terms nest deeper than \(parser.maximumDepth)",
          id: "tripel di dalam tripel lebih dalam dari \(parser.maximumDepth)"))
    }
    try lexer.expect("<<(")
    let triple = try readTriple(depth: depth)
    lexer.skipBlanks()
    try lexer.expect(")>>")
    return triple
  }

  /// `literal`.
  private mutating func readLiteral() throws(SyntaxError) -> Literal {
    let text = try lexer.readString()
    lexer.skipBlanks()
    switch lexer.current {
    case UInt8(ascii: "@"):
      let (language, direction) = try lexer.readLanguage()
      return Literal(text, language: language, direction: direction)
    case UInt8(ascii: "^"):
      try lexer.expect("^^")
      lexer.skipBlanks()
      let start = lexer.position
      guard lexer.current == UInt8(ascii: "<") else { throw lexer.unexpected("IRI") }
      let datatype = try lexer.readIRI()
      return try lexer.literal(text, datatype: datatype, at: start)
    default: return Literal(text)
    }
  }
}
