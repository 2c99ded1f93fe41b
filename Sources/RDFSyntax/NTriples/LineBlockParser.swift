package import Diagnostics
package import RDF

/// Reads the statements of whole lines that stand in a block already.
///
/// Texts are independent of each other, so that several can be read at once; places in errors count
/// from the start of the text.
package struct LineBlockParser: Sendable {
  private let parser: NQuadsParser
  private let file: String?
  private let labelPrefix: String
  private var scanner: LineScanner

  /// A parser for texts of one input.
  package init(_ parser: NQuadsParser, file: String?, labelPrefix: String) {
    self.parser = parser
    self.file = file
    self.labelPrefix = labelPrefix
    scanner = LineScanner(dialect: parser.dialect, labelPrefix: labelPrefix)
  }

  /// Reads the lines at the start of a block's bytes, and makes them the block's statements.
  ///
  /// - Parameters:
  ///   - block: Lines, with zeros behind them as ``LineCutter`` leaves them.
  ///   - end: Where the lines end.
  ///   - skip: Takes the mistakes of lines that are passed over, one by one, for a text may have
  ///     one with every few bytes; nil to end at the first mistake.
  /// - Returns: how many lines there are.
  /// - Throws: the first mistake, unless it is taken.
  package mutating func parse(
    _ block: inout QuadBlock, end: Int, skip: ((SyntaxError) -> Void)?
  ) throws(SyntaxError) -> Int {
    scanner.reset(rewrittenStart: block.bytes.count)
    swap(&scanner.statements, &block.statements)
    scanner.statements.removeAll(keepingCapacity: true)
    var position = 0
    while true {
      position = scanner.scan(block.bytes.span, from: position, to: end)
      guard position < end else { break }
      let next = Self.endOfLine(block.bytes.span, from: position, to: end)
      do throws(SyntaxError) {
        try readLine(Array(block.bytes[position..<next]))
      } catch {
        let place = TextPosition(line: scanner.lines, column: 0, offset: position)
        guard let skip else { throw error.moved(by: place) }
        skip(error.moved(by: place))
      }
      scanner.lines += 1
      position = next
    }
    swap(&scanner.statements, &block.statements)
    block.bytes.append(contentsOf: scanner.rewritten)
    return scanner.lines
  }

  /// Reads a line that the scanner does not take.
  private mutating func readLine(_ line: [UInt8]) throws(SyntaxError) {
    var grammar = try LineGrammar(
      line, parser: parser, labelPrefix: labelPrefix, file: file)
    guard let quad = try grammar.read() else { return }
    scanner.append(quad)
  }

  /// The start of the line behind the one at `start`.
  private static func endOfLine(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      let byte = text[position]
      position += 1
      if byte == 0x0A { return position }
      if byte == 0x0D { return position < end && text[position] == 0x0A ? position + 1 : position }
    }
    return end
  }
}

extension SyntaxError {
  /// The same mistake in a text that begins with whole lines before the one it was found in.
  package func moved(by start: TextPosition) -> SyntaxError {
    func move(_ place: TextPosition) -> TextPosition {
      TextPosition(
        line: place.line + start.line, column: place.column, offset: place.offset + start.offset)
    }
    return SyntaxError(
      message, at: move(location.lowerBound)..<move(location.upperBound), file: file)
  }
}
