import Diagnostics
import RDF

/// Reads one line of N-Triples or N-Quads by the whole grammar, and tells what is wrong with it.
struct LineGrammar {
  private let dialect: NQuadsParser.Dialect
  private let maximumDepth: Int
  private let labelPrefix: String
  private var lexer: LineLexer

  /// A line, with its end or without.
  ///
  /// - Throws: the first byte that is not well-formed UTF-8.
  init(
    _ line: [UInt8], parser: NQuadsParser, labelPrefix: String, file: String?
  ) throws(SyntaxError) {
    dialect = parser.dialect
    maximumDepth = parser.maximumDepth
    self.labelPrefix = labelPrefix
    lexer = LineLexer(line, file: file)
    if let offset = UTF8Scalar.firstMalformedByte(in: line.span) {
      throw lexer.error(
        at: offset..<offset + 1,
        Message(en: "these bytes are not UTF-8", id: "byte di sini bukan UTF-8"))
    }
  }

  /// The statement of the line; nil if there is none.
  ///
  /// - Throws: the first mistake.
  mutating func read() throws(SyntaxError) -> Quad? {
    lexer.skipBlanks()
    switch lexer.current {
    case nil, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): return nil
    case UInt8(ascii: "V"):
      try readVersionDirective()
      return nil
    default: return try readStatement()
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
    if dialect == .nQuads {
      if lexer.current == UInt8(ascii: "<") {
        graphName = .namedNode(try lexer.readIRI())
      } else if lexer.current == UInt8(ascii: "_") {
        graphName = .blankNode(try readBlankNode())
      }
      lexer.skipBlanks()
    }
    guard lexer.current == UInt8(ascii: ".") else {
      let hasGraphName = dialect == .nTriples || graphName != .defaultGraph
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
    case UInt8(ascii: "_"): subject = .blankNode(try readBlankNode())
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
    case UInt8(ascii: "_"): return .blankNode(try readBlankNode())
    case UInt8(ascii: "\""): return .literal(try readLiteral())
    default: throw lexer.unexpected("IRI / '_:' / '\"'")
    }
  }

  /// `BLANK_NODE_LABEL`.
  private mutating func readBlankNode() throws(SyntaxError) -> BlankNode {
    let node = try lexer.readBlankNode()
    return BlankNode(label: EncodedLabel.decode(labelPrefix + node.label))
  }

  /// `tripleTerm`.
  private mutating func readTripleTerm(depth: Int) throws(SyntaxError) -> Triple {
    guard depth <= maximumDepth else {
      throw lexer.error(
        at: lexer.position..<lexer.position + 1,
        Message(
          en: "triple terms nest deeper than \(maximumDepth)",
          id: "tripel di dalam tripel lebih dalam dari \(maximumDepth)"))
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
