import Diagnostics
public import RDF

/// Reads N-Triples and N-Quads block by block.
public struct LineReader: QuadReader {
  private var cutter: LineCutter
  private var lines: LineBlockParser
  private let skip: ((SyntaxError) -> Void)?
  /// Lines passed so far.
  private var line = 0
  private var failure: (any Error)?

  init(_ source: any ByteSource, parser: NQuadsParser, options: ReaderOptions) {
    cutter = LineCutter(source, file: options.file)
    lines = LineBlockParser(parser, file: options.file, labelPrefix: options.labelPrefix)
    skip = options.skip
  }

  /// Empties the block and fills it with the next statements.
  ///
  /// - Throws: ``SyntaxError`` for the first mistake, or what the source throws.
  public mutating func next(into block: inout QuadBlock) throws -> Bool {
    if let failure { throw failure }
    do {
      while true {
        let start = TextPosition(line: line, column: 0, offset: cutter.offset)
        let end = try cutter.next(into: &block)
        guard end > 0 else { return false }
        do throws(SyntaxError) {
          line += try lines.parse(
            &block, end: end, skip: skip.map { skip in { skip($0.moved(by: start)) } })
        } catch {
          throw error.moved(by: start)
        }
        if !block.isEmpty { return true }
      }
    } catch {
      block.removeAll()
      failure = error
      throw error
    }
  }

  /// All statements of a source that is an array, and so throws nothing of its own.
  consuming func allOfArray() throws(SyntaxError) -> [Quad] {
    do {
      return try all()
    } catch let error as SyntaxError {
      throw error
    } catch {
      preconditionFailure("an array of bytes throws nothing: \(error)")
    }
  }
}
