import RDF

/// Reads lines of N-Triples and N-Quads that need no repair, term by term, without allocating.
///
/// It takes a part of the grammar: what it takes, ``LineGrammar`` takes with the same meaning, and
/// whatever it does not take (mistakes among it) goes there line by line. Terms that are not written
/// in canonical form are written so behind the text.
struct LineScanner {
  /// A term that was read: where it stands, and where the text goes on.
  private struct Token {
    var run: QuadBlock.Run
    var end: Int
  }

  let dialect: NQuadsParser.Dialect
  /// What the labels of blank nodes get in front.
  let labelPrefix: [UInt8]
  /// The statements so far.
  var statements: [QuadBlock.Statement] = []
  /// Terms written anew; they will stand behind the text.
  var rewritten: [UInt8] = []
  /// Where ``rewritten`` will stand.
  private var rewrittenStart = 0
  /// The lines passed so far.
  var lines = 0

  init(dialect: NQuadsParser.Dialect, labelPrefix: String) {
    self.dialect = dialect
    self.labelPrefix = Array(labelPrefix.utf8)
  }

  /// Starts with another text, behind which terms that are written anew will stand from an offset.
  mutating func reset(rewrittenStart: Int) {
    statements.removeAll(keepingCapacity: true)
    rewritten.removeAll(keepingCapacity: true)
    self.rewrittenStart = rewrittenStart
    lines = 0
  }

  /// Reads lines as long as it can.
  ///
  /// - Parameters:
  ///   - text: The text, with ``TextScan/padding`` zeros behind `end`.
  ///   - start: The start of a line.
  ///   - end: Where the text ends.
  /// - Returns: the start of the first line that it does not take; `end` if it takes all.
  mutating func scan(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let isNQuads = dialect == .nQuads
    var line = start
    var last = QuadBlock.Run.none
    while line < end {
      var position = Self.skipBlanks(text, from: line)
      if let behind = Self.lineEnd(text, at: position, end: end) {
        line = behind
        lines &+= 1
        continue
      }
      guard
        let subject = Self.repeated(last, in: text, at: position, end: end)
          ?? resource(text, at: position, end: end)
      else { return line }
      last = subject.run
      position = Self.skipBlanks(text, from: subject.end)
      guard let predicate = iri(text, at: position, end: end) else { return line }
      position = Self.skipBlanks(text, from: predicate.end)
      guard let object = object(text, at: position, end: end) else { return line }
      position = Self.skipBlanks(text, from: object.end)
      var graphName = QuadBlock.Run.none
      if isNQuads, Self.byte(text, position) != Self.dot {
        guard let name = resource(text, at: position, end: end) else { return line }
        graphName = name.run
        position = Self.skipBlanks(text, from: name.end)
      }
      guard Self.byte(text, position) == Self.dot else { return line }
      position = Self.skipBlanks(text, from: position &+ 1)
      guard let behind = Self.lineEnd(text, at: position, end: end) else { return line }
      statements.append(
        QuadBlock.Statement(subject.run, predicate.run, object.run, in: graphName))
      line = behind
      lines &+= 1
    }
    return end
  }

  /// Adds a statement that was read otherwise.
  mutating func append(_ quad: Quad) {
    var quadBlock = QuadBlock()
    swap(&quadBlock.bytes, &rewritten)
    quadBlock.append(quad)
    swap(&quadBlock.bytes, &rewritten)
    for var statement in quadBlock.statements {
      statement.subject.start += UInt32(rewrittenStart)
      statement.predicate.start += UInt32(rewrittenStart)
      statement.object.start += UInt32(rewrittenStart)
      if statement.graphName.count > 0 { statement.graphName.start += UInt32(rewrittenStart) }
      statements.append(statement)
    }
  }

  // MARK: Terms

  /// `subject` or `graphLabel`.
  @inline(__always)
  private mutating func resource(_ text: Span<UInt8>, at start: Int, end: Int) -> Token? {
    switch Self.byte(text, start) {
    case Self.less: iri(text, at: start, end: end)
    case UInt8(ascii: "_"): blankNode(text, at: start)
    default: nil
    }
  }

  /// `object`, triple terms aside.
  @inline(__always)
  private mutating func object(_ text: Span<UInt8>, at start: Int, end: Int) -> Token? {
    switch Self.byte(text, start) {
    case Self.less: iri(text, at: start, end: end)
    case Self.quote: literal(text, at: start, end: end)
    case UInt8(ascii: "_"): blankNode(text, at: start)
    default: nil
    }
  }

  /// The IRI of the line before, if it stands here again: its bytes have been looked at already, and
  /// none of them but the last ends an IRI.
  @inline(__always)
  private static func repeated(
    _ last: QuadBlock.Run, in text: Span<UInt8>, at start: Int, end: Int
  ) -> Token? {
    let behind = start &+ Int(last.count)
    guard last.count > 0, last.end <= start, behind <= end, byte(text, last.end &- 1) == greater,
      text.extracting(start..<behind).hasSameBytes(as: text.extracting(last.range))
    else { return nil }
    return Token(run: last, end: behind)
  }

  /// `IRIREF` without escapes.
  @inline(__always)
  private func iri(_ text: Span<UInt8>, at start: Int, end: Int) -> Token? {
    guard Self.byte(text, start) == Self.less, let close = IRIScan.end(text, from: start, end: end)
    else { return nil }
    return Token(run: QuadBlock.Run(start: start, count: close &+ 1 &- start), end: close &+ 1)
  }

  /// `BLANK_NODE_LABEL` in ASCII.
  private mutating func blankNode(_ text: Span<UInt8>, at start: Int) -> Token? {
    guard Self.byte(text, start &+ 1) == UInt8(ascii: ":") else { return nil }
    var position = start &+ 2
    // The first character, unlike the others, is neither a hyphen nor a dot.
    guard Self.labelStart.contains(Self.byte(text, position)) else { return nil }
    while Self.label.contains(Self.byte(text, position)) { position &+= 1 }
    if Self.byte(text, position) >= 0x80 { return nil }
    while Self.byte(text, position &- 1) == Self.dot { position &-= 1 }
    guard !labelPrefix.isEmpty else {
      return Token(run: QuadBlock.Run(start: start, count: position &- start), end: position)
    }
    let runStart = rewritten.count
    CanonicalTerm.append("_:", to: &rewritten)
    rewritten.append(contentsOf: labelPrefix)
    append(text, start &+ 2..<position)
    return rewrittenToken(from: runStart, end: position)
  }

  /// `literal`, base directions aside.
  @inline(__always)
  private mutating func literal(_ text: Span<UInt8>, at start: Int, end: Int) -> Token? {
    var position = start &+ 1
    while true {
      position = TextScan.endOfPlainText(text, from: position)
      let byte = Self.byte(text, position)
      if byte == Self.quote {
        return literalTail(text, from: start, quote: position, runStart: nil, end: end)
      }
      if byte == Self.backslash {
        guard CanonicalText.isCanonicalEscape(Self.byte(text, position &+ 1)) else { break }
        position &+= 2
      } else if byte >= 0x80 {
        let length = CanonicalText.lengthOfPlainScalar(text, at: position)
        guard length > 0 else { break }
        position &+= length
      } else {
        break
      }
    }
    return rewrittenLiteral(text, at: start, end: end)
  }

  /// A literal whose text has to be written anew.
  private mutating func rewrittenLiteral(_ text: Span<UInt8>, at start: Int, end: Int) -> Token? {
    let runStart = rewritten.count
    guard let quote = CanonicalText.appendLiteralText(text, from: start, end: end, to: &rewritten)
    else {
      rewritten.removeLast(rewritten.count - runStart)
      return nil
    }
    return literalTail(text, from: start, quote: quote, runStart: runStart, end: end)
  }

  /// What stands behind the closing quote of a literal.
  ///
  /// `runStart` is where the text stands in ``rewritten``; nil if it stays where it is.
  @inline(__always)
  private mutating func literalTail(
    _ text: Span<UInt8>, from start: Int, quote: Int, runStart: Int?, end: Int
  ) -> Token? {
    var position = quote &+ 1
    /// Where the part ends that belongs to the canonical form.
    var runEnd = position
    switch Self.byte(text, position) {
    case UInt8(ascii: "^"):
      guard Self.byte(text, position &+ 1) == UInt8(ascii: "^"),
        let datatype = iri(text, at: position &+ 2, end: end)
      else { return nil }
      switch DatatypeRole(text, datatype.run.range) {
      case .string: break
      case .languageString: return nil
      case .other: runEnd = datatype.end
      }
      position = datatype.end
    case UInt8(ascii: "@"):
      guard let behind = Self.endOfLanguage(text, from: position &+ 1) else { return nil }
      (position, runEnd) = (behind, behind)
    case 0x20, 0x09:
      // The grammar takes blanks before what belongs to the literal.
      let next = Self.byte(text, Self.skipBlanks(text, from: position))
      if next == UInt8(ascii: "^") || next == UInt8(ascii: "@") { return nil }
    default: break
    }
    guard let runStart else {
      return Token(run: QuadBlock.Run(start: start, count: runEnd &- start), end: position)
    }
    append(text, quote &+ 1..<runEnd)
    return rewrittenToken(from: runStart, end: position)
  }

  /// `LANGTAG` behind its `@`, as ``LanguageTag`` has it; nil for what is none, or more than that.
  private static func endOfLanguage(_ text: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    var length = 0
    var allowed = ASCIISet.letters
    while true {
      let byte = byte(text, position)
      if allowed.contains(byte) {
        length &+= 1
        guard length <= 8 else { return nil }
      } else if byte == UInt8(ascii: "-") {
        guard length > 0 else { return nil }
        length = 0
        allowed = lettersAndDigits
      } else {
        return length > 0 && byte < 0x80 && !lettersAndDigits.contains(byte) ? position : nil
      }
      position &+= 1
    }
  }

  private func rewrittenToken(from runStart: Int, end: Int) -> Token {
    let run = QuadBlock.Run(
      start: rewrittenStart &+ runStart, count: rewritten.count &- runStart)
    return Token(run: run, end: end)
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    rewritten.append(copying: text.extracting(range))
  }

  // MARK: Bytes

  /// The byte at a position within the text or its padding.
  @inline(__always)
  private static func byte(_ text: Span<UInt8>, _ position: Int) -> UInt8 {
    text[unchecked: position]
  }

  @inline(__always)
  private static func skipBlanks(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while byte(text, position) == 0x20 || byte(text, position) == 0x09 { position &+= 1 }
    return position
  }

  /// The start of the next line if one ends here: at LF, CR, both, or the end of the text.
  @inline(__always)
  private static func lineEnd(_ text: Span<UInt8>, at position: Int, end: Int) -> Int? {
    let byte = byte(text, position)
    if byte == 0x0A { return position &+ 1 }
    if position >= end { return end }
    guard byte == 0x0D else { return nil }
    return self.byte(text, position &+ 1) == 0x0A ? position &+ 2 : position &+ 1
  }

  private static let less = UInt8(ascii: "<")
  private static let greater = UInt8(ascii: ">")
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let dot = UInt8(ascii: ".")
  private static let lettersAndDigits = ASCIISet.letters.union(.digits)
  private static let labelStart = lettersAndDigits.union(ASCIISet("_"))
  private static let label = labelStart.union(ASCIISet("-."))
}
