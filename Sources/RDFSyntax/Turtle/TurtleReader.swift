import Diagnostics
public import RDF

/// Reads Turtle or TriG block by block, in memory that does not grow with the text.
///
/// What is held is the token that is read, the terms that are open around it, the declared prefixes
/// and one block.
///
/// If mistakes are skipped, the reader goes on behind the end of the statement: what the statement
/// said before the mistake stays, of the rest nothing is read. The end is the next dot outside of
/// texts, IRIs and comments that white space or something that can only begin a statement follows,
/// the line's end for directives without a dot, in TriG also the end of the graph. A mistake in the
/// name of a graph costs the graph.
public struct TurtleReader: QuadReader {
  private let source: any ByteSource
  private let options: ReaderOptions
  private var window: TurtleWindow
  private var grammar: TurtleGrammar
  /// What looks for the end of a statement with a mistake.
  private var skipper: StatementSkipper?
  /// What ended the reading.
  private var failure: (any Error)?

  init(
    _ source: any ByteSource, dialect: TurtleGrammar.Dialect, parser: TurtleParser,
    options: ReaderOptions
  ) {
    self.source = source
    self.options = options
    window = TurtleWindow(limit: parser.limits.longestToken)
    grammar = TurtleGrammar(parser: parser, dialect: dialect, labelPrefix: options.labelPrefix)
  }

  /// Empties the block and fills it with the next statements.
  ///
  /// - Returns: false at the end of the text.
  /// - Throws: `SyntaxError` for the first mistake where mistakes are not skipped, or what the source
  ///   throws; the statements before it have been handed out by then.
  public mutating func next(into block: inout QuadBlock) throws -> Bool {
    if let failure {
      block.removeAll()
      throw failure
    }
    grammar.begin(&block)
    do {
      try fill()
    } catch {
      failure = error
    }
    grammar.end(&block)
    if block.isEmpty, let failure { throw failure }
    return !block.isEmpty
  }

  /// The prefixes that the text has declared so far, by name; of one declared twice the later.
  public var prefixes: [Prefix] { grammar.namespaces.prefixes }

  /// Reads until the block is full or the text ends.
  private mutating func fill() throws {
    while true {
      guard let stop = readWindow() else { return }
      switch stop {
      case .textEnds: try getMore()
      case .mistake(let mistake):
        // What follows decides on the place of the mistake's end.
        if mistake.range.upperBound >= window.end, !window.isFinal, !window.isMalformed {
          try getMore()
        } else {
          try report(mistake)
        }
      }
    }
  }

  /// Reads what is in memory, until the block is full or the text ends; else tells what stopped it.
  private mutating func readWindow() -> TurtleStop? {
    // The array is held by this constant, for a span of the window would bar all of the reader.
    let bytes = window.bytes
    do throws(TurtleStop) {
      if let ending = try skipper?.skip(bytes.span, with: &grammar.lexer) {
        skipper = nil
        grammar.goOn(behind: ending)
      }
      try grammar.read(bytes.span)
      return nil
    } catch {
      return error
    }
  }

  /// Gets more of the text behind the place that is read.
  private mutating func getMore() throws {
    let position = grammar.lexer.position
    if window.isMalformed {
      if skipper == nil {
        try report(
          TurtleMistake(
            message: Message(en: "these bytes are not UTF-8", id: "byte di sini bukan UTF-8"),
            range: window.end..<window.end + 1))
      }
      window.passOverMalformedByte()
    } else if window.isExhausted(from: position) {
      let limit = window.limit
      try report(
        TurtleMistake(
          message: Message(
            en: "what begins here is longer than \(limit) bytes",
            id: "yang dimulai di sini lebih panjang dari \(limit) bita"),
          range: position..<position + 1))
    } else if skipper == nil, grammar.lexer.terms.end > mostTermBytes {
      try report(
        TurtleMistake(
          message: Message(
            en: "what is open here holds more than \(mostTermBytes) bytes",
            id: "yang masih terbuka di sini memuat lebih dari \(mostTermBytes) bita"),
          range: position..<position + 1))
    } else {
      try window.fill(from: source, dropping: position)
      window.bound(by: source.longestToken)
      grammar.lexer.position = 0
    }
    grammar.lexer.end = window.end
    grammar.lexer.isFinal = window.isFinal
  }

  /// How many bytes of terms a block may hold at most: its runs have to stay below 4 GiB.
  ///
  /// Only terms that are open around a place get there.
  private var mostTermBytes: Int { max(4 * window.limit, 1 << 24) }

  /// Tells a mistake to whoever skips mistakes.
  ///
  /// - Throws: the mistake, if nobody does.
  private mutating func report(_ mistake: TurtleMistake) throws {
    let location = window.location(of: mistake.range)
    let error = SyntaxError(mistake.message, at: location, file: options.file)
    guard let skip = options.skip else { throw error }
    skip(error)
    // A comment needs no meaning.
    if !grammar.lexer.isInComment { skipper = grammar.skipperOfStatement() }
  }

  /// All statements of an array of bytes, which does not fail.
  consuming func allOfArray() throws(SyntaxError) -> [Quad] {
    do {
      return try all()
    } catch let error as SyntaxError {
      throw error
    } catch {
      preconditionFailure("an array of bytes cannot fail to be read: \(error)")
    }
  }
}
