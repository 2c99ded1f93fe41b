internal import Diagnostics
internal import RDF

/// Reads a query by recursive descent, one function for each production of the grammar
/// ([SPARQL 1.1 §19.8](https://www.w3.org/TR/sparql11-query/#sparqlGrammar), whose numbers they
/// have, and [SPARQL 1.2 §19.8](https://www.w3.org/TR/sparql12-query/#sparqlGrammar) for what is new
/// there), and makes its algebra on the way ([§18.2](https://www.w3.org/TR/sparql11-query/#sparqlQuery)).
///
/// Texts come from outside: what nests is bounded, and what is long is gathered in lists, so that
/// neither the parser nor those who walk through its trees ever need a deep stack.
struct QueryParser {
  /// How deep groups, parentheses, lists and the like may nest.
  static let mostNesting = 128
  /// How high a tree may become, through long chains of operators above all.
  static let mostHeight = 1_000

  private var lexer: QueryLexer
  /// The token to be read next.
  private(set) var token: QueryToken
  /// Where the last token that was read ends.
  private(set) var end = 0
  /// What could have stood in place of ``token``, as far as anybody has asked.
  private var expected: [Expectation] = []
  private var nesting = 0

  /// How high the tree is that was made last.
  var height = 0
  var names: QueryNames
  /// The aggregates of the query or subquery that is read.
  var aggregation = Aggregation()
  /// The labels of blank nodes and the part of the query that each belongs to.
  var blankNodeParts: [String: Int] = [:]
  /// The number of the basic graph pattern that is read.
  var part = 0
  /// How many basic graph patterns were begun.
  var partCount = 0
  /// The labels of blank nodes in data of the request, and the operation that each belongs to.
  var dataLabels: [String: Int] = [:]
  /// How many operations of the request were begun.
  private(set) var operationCount = 0
  /// How many variables were made that no query can write.
  private var hiddenCount = 0

  /// - Throws: ``SPARQLSyntaxError`` for a text that does not begin with a token.
  init(
    _ text: String, names: QueryNames, version: SPARQLVersion
  ) throws(SPARQLSyntaxError) {
    lexer = try QueryLexer(text, version: version)
    self.names = names
    token = try lexer.next()
  }

  /// Something that could stand at a place; messages are made of it only where nothing of it does.
  private enum Expectation: Equatable {
    case symbol(QueryToken.Symbol)
    case word(String)
    case thing(Message)

    var message: Message {
      switch self {
      case .symbol(let symbol): Message(en: "'\(symbol.rawValue)'", id: "'\(symbol.rawValue)'")
      case .word(let word): Message(en: word, id: word)
      case .thing(let message): message
      }
    }
  }

  // MARK: Tokens

  /// Goes on to the next token.
  mutating func advance() throws(SPARQLSyntaxError) {
    end = token.range.upperBound
    token = try lexer.next()
    expected.removeAll(keepingCapacity: true)
  }

  /// Whether a sign stands here.
  mutating func isAt(_ symbol: QueryToken.Symbol) -> Bool {
    if token.kind == .symbol(symbol) { return true }
    expect(.symbol(symbol))
    return false
  }

  /// Whether a word stands here, whatever its case.
  mutating func isAt(word: String) -> Bool {
    if case .word(let text) = token.kind, text.isWord(word) { return true }
    expect(.word(word))
    return false
  }

  /// Steps over a sign if it stands here.
  mutating func skip(_ symbol: QueryToken.Symbol) throws(SPARQLSyntaxError) -> Bool {
    guard isAt(symbol) else { return false }
    try advance()
    return true
  }

  /// Steps over a word if it stands here.
  mutating func skip(word: String) throws(SPARQLSyntaxError) -> Bool {
    guard isAt(word: word) else { return false }
    try advance()
    return true
  }

  /// Steps over a sign that must stand here.
  mutating func require(_ symbol: QueryToken.Symbol) throws(SPARQLSyntaxError) {
    guard try skip(symbol) else { throw unexpected() }
  }

  /// Steps over a word that must stand here.
  mutating func require(word: String) throws(SPARQLSyntaxError) {
    guard try skip(word: word) else { throw unexpected() }
  }

  /// Notes that something could stand here.
  mutating func expect(_ thing: Message) { expect(.thing(thing)) }

  private mutating func expect(_ expectation: Expectation) {
    if !expected.contains(expectation) { expected.append(expectation) }
  }

  /// The bytes of the token to be read next, as they stand in the text.
  var tokenText: String { lexer.text(token.range) }

  // MARK: Errors

  /// The error of a token that nothing wants.
  mutating func unexpected() -> SPARQLSyntaxError {
    let found: Message
    if token.kind == .end {
      found = Message(en: "the query ends here", id: "kueri berakhir di sini")
    } else {
      let text = String(tokenText.prefix(40))
      found = Message(en: "'\(text)' does not fit here", id: "'\(text)' tidak cocok di sini")
    }
    let wanted = Message(
      en: Self.list(expected.map(\.message.english), or: "or"),
      id: Self.list(expected.map(\.message.indonesian), or: "atau"))
    return mistake(
      token.range,
      Message(
        en: found.english + (expected.isEmpty ? "" : "; expected \(wanted.english)"),
        id: found.indonesian + (expected.isEmpty ? "" : "; diharapkan \(wanted.indonesian)")))
  }

  private static func list(_ things: [String], or word: String) -> String {
    guard let last = things.last, things.count > 1 else { return things.first ?? "" }
    return things.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// An error at a range of the text that the lexer reads.
  func mistake(_ range: Range<Int>, _ message: Message) -> SPARQLSyntaxError {
    lexer.mistake(range, message)
  }

  /// An error from a place up to the last token that was read.
  func mistake(from start: Int, _ message: Message) -> SPARQLSyntaxError {
    mistake(start..<max(start, end), message)
  }

  // MARK: Bounds

  /// Steps into what may nest; every step in needs a step out.
  mutating func stepIn() throws(SPARQLSyntaxError) {
    nesting += 1
    guard nesting <= Self.mostNesting else {
      throw mistake(
        token.range,
        Message(
          en: "this nests deeper than \(Self.mostNesting) levels",
          id: "ini bersarang lebih dari \(Self.mostNesting) tingkat"))
    }
  }

  mutating func stepOut() { nesting -= 1 }

  /// Notes that a tree was put upon those of these heights.
  mutating func grow(_ other: Int = 0) throws(SPARQLSyntaxError) {
    height = max(height, other) + 1
    guard height <= Self.mostHeight else {
      throw mistake(
        token.range,
        Message(
          en: "a chain of more than \(Self.mostHeight) operators or parts of a group",
          id: "rangkaian lebih dari \(Self.mostHeight) operator atau bagian grup"))
    }
  }

  /// One tree of many parts, as low as can be.
  ///
  /// - Precondition: there is a part, and `combine` may be applied in any grouping.
  mutating func balance<Part>(
    _ parts: [Part], height highest: Int, _ combine: (Part, Part) -> Part
  ) throws(SPARQLSyntaxError) -> Part {
    var level = parts
    height = highest
    while level.count > 1 {
      var next: [Part] = []
      next.reserveCapacity((level.count + 1) / 2)
      for index in stride(from: 0, to: level.count - 1, by: 2) {
        next.append(combine(level[index], level[index + 1]))
      }
      if level.count % 2 == 1, let last = level.last { next.append(last) }
      level = next
      try grow()
    }
    guard let whole = level.first else { preconditionFailure("a tree has at least one part") }
    return whole
  }

  // MARK: Requests

  /// Begins an operation of a request, which shares no labels of blank nodes with those before.
  mutating func beginOperation() {
    height = 0
    operationCount += 1
    aggregation = Aggregation()
    if !blankNodeParts.isEmpty { blankNodeParts.removeAll() }
  }

  // MARK: Variables

  /// A variable that no query can write.
  mutating func newVariable() -> Variable {
    hiddenCount += 1
    return Variable(".\(hiddenCount)")
  }
}

extension String {
  /// Whether this is a word of the grammar, which is given in capitals, whatever the case here.
  fileprivate func isWord(_ word: String) -> Bool {
    utf8.count == word.utf8.count && uppercased() == word
  }
}
