public import Diagnostics
public import RDF

/// Hands out the statements of one Turtle or TriG text, one after the other.
///
/// Reads no further than the statement that it hands out. What is open around a place stands on a
/// stack of its own, so that nesting costs memory in proportion and never the thread's stack.
///
/// After an error, no statement follows: every further call throws it again.
public struct TurtleReader {
  /// Which of the two syntaxes.
  enum Dialect {
    case turtle
    case triG
  }

  /// What may stand at the place that is read next.
  enum Expectation {
    /// A directive, a statement, a graph or its end.
    case statement
    /// The `{` of a graph behind its name.
    case wrappedGraph
    /// Behind a label at the start of a statement: `{` or a predicate.
    case labelEnd
    case predicate
    /// A predicate, or the end of what holds it: behind `;`, `[` or a subject in brackets.
    case predicateOrEnd
    case object
    /// `@`, `^^` or the end of a text.
    case literalEnd
    /// `,`, `;` or the end of what holds the object.
    case objectEnd
    /// An item or `)`.
    case collectionItem
    case tripleTermSubject
    case tripleTermEnd
  }

  /// What is open around a place.
  struct Frame {
    enum Kind {
      case statement
      case blankNodePropertyList
      case collection
      case tripleTerm
    }

    var kind: Kind
    /// The subject of what is read; of a collection its last cell; nil until it is known.
    var subject: Subject?
    var predicate: NamedNode?
    /// The object of a triple term; the first cell of a collection.
    var value: Term?
  }

  var lexer: LineLexer
  let dialect: Dialect
  let maximumDepth: Int
  var base: BaseIRI?
  var namespaces: [PrefixName: [UInt8]] = [:]
  var expectation = Expectation.statement
  var stack: [Frame] = []
  /// The text of the literal whose end is read next.
  var text = ""
  /// The name being put together.
  var name: [UInt8] = []
  private var graphName = GraphName.defaultGraph
  private var isInGraph = false
  private var anonymousNodes = 0
  /// What one step completed: two statements at most.
  private var ready: [Quad] = []
  /// The mistake that ended the reading.
  private var failure: SyntaxError?

  init(_ bytes: [UInt8], dialect: Dialect, parser: TurtleParser, file: String?)
    throws(SyntaxError)
  {
    lexer = LineLexer(bytes, file: file)
    self.dialect = dialect
    maximumDepth = parser.limits.maximumDepth
    base = parser.base.map(BaseIRI.init)
    for prefix in parser.prefixes {
      namespaces[PrefixName(text: prefix.name)] = Array(prefix.namespace.utf8)
    }
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
    while ready.isEmpty {
      lexer.skipSpace()
      if let failure { throw failure }
      if lexer.current == nil, expectation == .statement, !isInGraph { return nil }
      do {
        try step()
      } catch {
        failure = error
        throw error
      }
    }
    return ready.removeFirst()
  }

  /// The prefixes declared so far, by name; of one declared twice the later.
  public var prefixes: [Prefix] {
    namespaces.map {
      Prefix(unchecked: $0.key.text, namespace: String(decoding: $0.value, as: UTF8.self))
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  mutating func all() throws(SyntaxError) -> [Quad] {
    var quads: [Quad] = []
    while let quad = try next() { quads.append(quad) }
    return quads
  }

  /// Reads what is expected, a token or a few.
  private mutating func step() throws(SyntaxError) {
    switch expectation {
    case .statement: try readStatement()
    case .wrappedGraph: try readWrappedGraph()
    case .labelEnd:
      if lexer.current == UInt8(ascii: "{"), dialect == .triG, !isInGraph {
        try readWrappedGraph()
      } else {
        try readVerb()
      }
    case .predicate: try readVerb()
    case .predicateOrEnd: try readPredicateOrEnd()
    case .object: try readObject()
    case .literalEnd: try readLiteralEnd()
    case .objectEnd: try readObjectEnd()
    case .collectionItem: try readCollectionItem()
    case .tripleTermSubject: try readTripleTermSubject()
    case .tripleTermEnd: try readTripleTermEnd()
    }
  }

  /// `statement` [2]; in TriG `block` [2g] or the next triples of a `triplesBlock` [6g].
  private mutating func readStatement() throws(SyntaxError) {
    switch lexer.current {
    case UInt8(ascii: "}") where isInGraph: closeGraph()
    case UInt8(ascii: "{") where dialect == .triG && !isInGraph: try readWrappedGraph()
    case UInt8(ascii: "@") where !isInGraph: try readAtDirective()
    default:
      let start = lexer.position
      let word = lexer.readWord()
      if lexer.current != UInt8(ascii: ":"), !isInGraph, try readKeyword(word) { return }
      lexer.position = start
      try readSubject()
    }
  }

  /// A directive of SPARQL's form, or `GRAPH`; false if the word is none of these.
  private mutating func readKeyword(_ word: Range<Int>) throws(SyntaxError) -> Bool {
    if lexer.isKeyword(word, "prefix") {
      try readPrefixID()
    } else if lexer.isKeyword(word, "base") {
      try readBase()
    } else if lexer.isKeyword(word, "version") {
      lexer.skipSpace()
      try lexer.readVersion()
    } else if dialect == .triG, lexer.isKeyword(word, "graph") {
      lexer.skipSpace()
      stack = [Frame(kind: .statement, subject: try readLabel())]
      expectation = .wrappedGraph
    } else {
      return false
    }
    return true
  }

  /// `directive` [3] of Turtle's own form, with the dot.
  private mutating func readAtDirective() throws(SyntaxError) {
    let start = lexer.position
    lexer.position += 1
    let word = lexer.readWord()
    if lexer.isWord(word, "prefix") {
      try readPrefixID()
    } else if lexer.isWord(word, "base") {
      try readBase()
    } else if lexer.isWord(word, "version") {
      lexer.skipSpace()
      try lexer.readVersion()
    } else {
      lexer.position = start
      throw lexer.unexpected("'@prefix' / '@base'")
    }
    lexer.skipSpace()
    guard lexer.skip(UInt8(ascii: ".")) else { throw lexer.unexpected("'.'") }
  }

  /// `prefixID` [4] or `sparqlPrefix` [6s] behind its keyword.
  private mutating func readPrefixID() throws(SyntaxError) {
    lexer.skipSpace()
    let word = lexer.readWord()
    guard lexer.skip(UInt8(ascii: ":")) else {
      throw lexer.unexpected(Message(en: "a prefix and ':'", id: "awalan dan ':'"))
    }
    lexer.skipSpace()
    guard lexer.current == UInt8(ascii: "<") else { throw lexer.unexpected("IRI") }
    let namespace = try lexer.readIRI(against: base)
    namespaces[PrefixName(lexer.bytes, word)] = Array(namespace.iri.utf8)
  }

  /// `base` [5] or `sparqlBase` [5s] behind its keyword.
  private mutating func readBase() throws(SyntaxError) {
    lexer.skipSpace()
    guard lexer.current == UInt8(ascii: "<") else { throw lexer.unexpected("IRI") }
    base = BaseIRI(try lexer.readIRI(against: base))
  }

  /// `subject` [10] of `triples` [6], or what opens it; in TriG perhaps a graph's name.
  private mutating func readSubject() throws(SyntaxError) {
    let frame = Frame(kind: .statement)
    switch lexer.current {
    case UInt8(ascii: "["):
      lexer.position += 1
      stack = [frame]
      try open(.blankNodePropertyList)
    case UInt8(ascii: "("):
      lexer.position += 1
      stack = [frame]
      try open(.collection)
    default:
      stack = [Frame(kind: .statement, subject: try readLabel())]
      expectation = .labelEnd
    }
  }

  /// `wrappedGraph` [5g]: its `{`.
  private mutating func readWrappedGraph() throws(SyntaxError) {
    guard lexer.skip(UInt8(ascii: "{")) else { throw lexer.unexpected("'{'") }
    switch stack.popLast()?.subject {
    case .namedNode(let node): graphName = .namedNode(node)
    case .blankNode(let node): graphName = .blankNode(node)
    case nil: graphName = .defaultGraph
    }
    isInGraph = true
    expectation = .statement
  }

  private mutating func closeGraph() {
    lexer.position += 1
    isInGraph = false
    graphName = .defaultGraph
    expectation = .statement
  }

  /// Ends the statement at `.`, in a graph at its `}` too; false if neither stands here.
  mutating func readStatementEnd() -> Bool {
    if lexer.skip(UInt8(ascii: ".")) {
      expectation = .statement
    } else if isInGraph, lexer.current == UInt8(ascii: "}") {
      closeGraph()
    } else {
      return false
    }
    stack.removeAll(keepingCapacity: true)
    return true
  }

  /// What ends a statement here, for messages.
  var statementEnd: String { isInGraph ? "'.' / '}'" : "'.'" }

  /// Hands a statement on.
  mutating func emit(_ subject: Subject, _ predicate: NamedNode, _ object: Term) {
    ready.append(Quad(Triple(subject, predicate, object), in: graphName))
  }

  /// A blank node of its own.
  mutating func freshNode() -> BlankNode {
    defer { anonymousNodes += 1 }
    return BlankNode(label: "anon\(anonymousNodes)")
  }
}

/// A prefix as a key: the same only if it is the same code points.
struct PrefixName: Hashable {
  let text: String

  init(text: String) { self.text = text }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    text = String(decoding: bytes[range], as: UTF8.self)
  }

  static func == (left: PrefixName, right: PrefixName) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }
}
