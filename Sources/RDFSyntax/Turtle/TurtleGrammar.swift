import Diagnostics
import RDF

/// Reads statements of Turtle or TriG from what is in memory of a text.
///
/// A step machine: each step reads a token or a few, and what is open around a place stands on a
/// stack of its own, so that nesting costs memory in proportion and never the thread's stack. A step
/// changes nothing here before its last token is complete, so a step that was cut off is done again.
struct TurtleGrammar {
  /// Which of the two syntaxes.
  enum Dialect {
    case turtle
    case triG
  }

  /// What may stand at the place that is read next.
  enum Expectation {
    /// A directive, a statement, a graph or its end.
    case statement
    /// The name of a prefix that is declared, then its namespace.
    case prefixName
    case prefixNamespace
    /// The IRI behind `BASE`.
    case base
    /// The text behind `VERSION`.
    case version
    /// The dot behind a directive that begins with `@`.
    case directiveEnd
    /// The name of a graph behind `GRAPH`.
    case graphName
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
    /// The IRI behind `^^`.
    case datatype
    /// `,`, `;` or the end of what holds the object.
    case objectEnd
    /// An item or `)`.
    case collectionItem
    case tripleTermSubject
    case tripleTermEnd
    case reifiedSubject
    /// `~` or `>>` behind the object of a reified triple.
    case reifierOrEnd
    /// The name behind `~`, which may be missing.
    case reifierName
    /// The `>>` of a reified triple.
    case reifiedEnd
    /// What may follow a reifier or an annotation of a statement: more of them, or nothing.
    case annotationEnd
    /// The `]` of a blank node that may have no properties.
    case anonymousEnd
  }

  /// What is open around a place.
  struct Frame {
    enum Kind {
      case statement
      case blankNodePropertyList
      case collection
      case tripleTerm
      case reifiedTriple
      /// The block of an annotation; its subject is the reifier.
      case annotation
    }

    var kind = Kind.statement
    /// The subject of what is read; of a collection its last cell; empty until it is known.
    var subject = QuadBlock.Run.none
    /// Empty until it is known.
    var predicate = QuadBlock.Run.none
    /// The first cell of a collection; of a triple term the offset where it begins; of everything
    /// else the object read last.
    var value = QuadBlock.Run.none
    /// What was named behind `~`, until something else stands between.
    var reifier = QuadBlock.Run.none
  }

  var lexer: TurtleLexer
  let dialect: Dialect
  let maximumDepth: Int
  let longestToken: Int
  let longestNamespace: Int
  var namespaces = Namespaces()
  var expectation = Expectation.statement
  /// The innermost of what is open.
  var frame = Frame()
  /// What is open around it, the outermost first.
  var outer: [Frame] = []
  var graphName = QuadBlock.Run.none
  var isInGraph = false
  /// Where the text of the literal begins whose end is read next.
  var literalStart = 0
  /// The name of the prefix whose namespace is read next.
  var prefixName: [UInt8] = []
  /// Whether the blank node in brackets that is read is a reifier.
  var isReifierNext = false
  /// Whether the directive that is read began with `@`.
  var hasAtSign = false

  /// What is read.
  var statements: [QuadBlock.Statement] = []
  /// Whether the block should be handed out.
  private(set) var isFull = false
  /// Terms that every block writes once, if it needs them.
  var written = WrittenTerms()
  /// Where the step began, in the text and in the terms.
  private(set) var tokenStart = 0
  private(set) var termsStart = 0
  private var mostStatements = 0
  private var mostBytes = 0
  /// The bytes of terms that the next block needs as well.
  private var carried: [UInt8] = []

  /// How large a block becomes before it is handed out.
  private static let blockStatements = 1 << 12
  private static let blockBytes = 1 << 18

  init(parser: TurtleParser, dialect: Dialect, labelPrefix: String) {
    lexer = TurtleLexer(base: parser.base, labelPrefix: labelPrefix)
    self.dialect = dialect
    maximumDepth = parser.limits.maximumDepth
    longestToken = parser.limits.longestToken
    longestNamespace = parser.limits.longestNamespace
    for prefix in parser.prefixes {
      namespaces.declare(Array(prefix.name.utf8), as: Array(prefix.namespace.utf8).span)
    }
  }

  /// Whether the text may end here.
  var isBetweenStatements: Bool { expectation == .statement && !isInGraph }

  // MARK: Steps

  /// Reads until the block is full or the text ends.
  ///
  /// - Throws: ``TurtleStop``; the lexer stands where the step began.
  mutating func read(_ text: Span<UInt8>) throws(TurtleStop) {
    do throws(TurtleStop) {
      while !isFull {
        if lexer.isInComment { lexer.skipComment(text) }
        lexer.skipSpace(text)
        tokenStart = lexer.position
        termsStart = lexer.terms.end
        if tokenStart >= lexer.end {
          guard lexer.isFinal else { throw .textEnds }
          if isBetweenStatements { return }
        }
        try step(text)
      }
    } catch {
      lexer.position = tokenStart
      lexer.terms.end = termsStart
      throw error
    }
  }

  /// Reads what is expected, a token or a few.
  @inline(__always)
  private mutating func step(_ text: Span<UInt8>) throws(TurtleStop) {
    switch expectation {
    case .objectEnd: try readObjectEnd(text)
    case .predicate: try readVerb(text)
    case .object: try readObject(text)
    case .predicateOrEnd: try readPredicateOrEnd(text)
    case .labelEnd:
      if lexer.current(text) == UInt8(ascii: "{"), dialect == .triG, !isInGraph {
        try readWrappedGraph(text)
      } else {
        try readVerb(text)
      }
    case .statement: try readStatement(text)
    case .prefixName: try readPrefixName(text)
    case .prefixNamespace: try readNamespace(text)
    case .base: try readBase(text)
    case .version:
      try lexer.readVersion(text)
      endDirective()
    case .directiveEnd:
      guard try lexer.skip(UInt8(ascii: "."), text) else {
        throw try lexer.unexpected("'.'", text)
      }
      expectation = .statement
    case .graphName: try readGraphName(text)
    case .wrappedGraph: try readWrappedGraph(text)
    case .literalEnd: try readLiteralEnd(text)
    case .datatype: try readDatatype(text)
    case .collectionItem: try readCollectionItem(text)
    case .tripleTermSubject: try readTripleTermSubject(text)
    case .tripleTermEnd: try readTripleTermEnd(text)
    case .reifiedSubject: try readReifiedSubject(text)
    case .reifierOrEnd: try readReifierOrEnd(text)
    case .reifierName: try readReifierName(text)
    case .reifiedEnd: try readReifiedEnd(text)
    case .annotationEnd: try readAnnotationEnd(text)
    case .anonymousEnd: try readAnonymousEnd(text)
    }
  }

  /// Hands a statement on.
  @inline(__always)
  mutating func emit(
    _ subject: QuadBlock.Run, _ predicate: QuadBlock.Run, _ object: QuadBlock.Run
  ) {
    statements.append(QuadBlock.Statement(subject, predicate, object, in: graphName))
    if lexer.terms.end >= mostBytes || statements.count >= mostStatements { isFull = true }
  }

  // MARK: Mistakes

  /// Forgets what is open behind a mistake, and gives what finds the end of the statement.
  mutating func skipperOfStatement() -> StatementSkipper {
    let isDirective =
      switch expectation {
      case .prefixName, .prefixNamespace, .base, .version: true
      default: false
      }
    outer.removeAll()
    isReifierNext = false
    frame = Frame()
    expectation = .statement
    return StatementSkipper(
      hasGraphs: dialect == .triG, endsWithLine: isDirective && !hasAtSign)
  }

  /// Goes on behind the end of a statement with a mistake.
  mutating func goOn(behind ending: StatementSkipper.Ending) {
    guard ending != .statement else { return }
    isInGraph = false
    graphName = .none
  }

  // MARK: Blocks

  /// Takes the memory of a block, and begins it with the terms that are open.
  mutating func begin(_ block: inout QuadBlock) {
    block.statements.removeAll(keepingCapacity: true)
    swap(&statements, &block.statements)
    lexer.terms.reuse(&block.bytes)
    carried.withUnsafeBytes { lexer.terms.append($0) }
    termsStart = lexer.terms.end
    written = WrittenTerms()
    isFull = false
    // What is carried from block to block is copied each time, so blocks grow with it.
    mostBytes = Self.blockBytes + 2 * carried.count
    mostStatements = Self.blockStatements + carried.count / 64
  }

  /// Puts what was read into a block, and keeps the terms that are open.
  mutating func end(_ block: inout QuadBlock) {
    carry()
    swap(&statements, &block.statements)
    lexer.terms.hand(to: &block.bytes)
  }

  /// Makes room between two statements if many terms were written that no statement needs: those of
  /// empty graphs and of statements with mistakes.
  mutating func dropUnusedTerms() {
    guard lexer.terms.end >= mostBytes else { return }
    guard statements.isEmpty else {
      isFull = true
      return
    }
    var block = QuadBlock()
    end(&block)
    begin(&block)
  }

  /// Copies the terms that are open to where the next block begins.
  private mutating func carry() {
    var kept: [UInt8] = []
    swap(&kept, &carried)
    kept.removeAll(keepingCapacity: true)
    lexer.terms.keep(&graphName, in: &kept)
    frame.keep(in: &kept, from: lexer.terms)
    for index in outer.indices { outer[index].keep(in: &kept, from: lexer.terms) }
    carried = kept
  }
}

extension TurtleGrammar.Frame {
  /// Copies the terms to an array and points to them there.
  fileprivate mutating func keep(in array: inout [UInt8], from terms: TermBytes) {
    terms.keep(&subject, in: &array)
    terms.keep(&predicate, in: &array)
    terms.keep(&value, in: &array)
    terms.keep(&reifier, in: &array)
  }
}
