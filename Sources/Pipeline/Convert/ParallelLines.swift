import Diagnostics
import RDF
import RDFSyntax
import Synchronization

/// Reading of lines on several threads: the input is cut at line ends, blocks are read and, where the
/// output is lines too, written side by side, and what they give is taken in order.
struct ParallelLines {
  /// A text of whole lines.
  private struct Piece: Sendable {
    var block: QuadBlock
    var parser: LineBlockParser
    var output: [UInt8]
    /// Where the lines end in the block.
    var end: Int
    /// Where the text begins in the input, in bytes.
    var offset: Int
    /// Bytes of the file read by then.
    var bytesRead: Int
  }

  /// A text that was read.
  private struct Output: Sendable {
    var piece: Piece
    var lines: Int
    var failure: SyntaxError?
  }

  let input: ConversionInput
  let parser: NQuadsParser
  let labelPrefix: String
  let isLenient: Bool
  let threads: Int
  /// Whether blocks are written as lines where they are read.
  let writesLines: Bool

  /// Reads to the end.
  ///
  /// - Parameters:
  ///   - take: Gets every block, with its lines already written if they were to be, and the bytes of
  ///     the file read by then.
  ///   - skip: Gets every mistake that is passed over.
  /// - Throws: the first mistake as ``SyntaxError``, or what the input or `take` throws.
  func run(
    take: (inout QuadBlock, [UInt8], _ bytesRead: Int) throws -> Void,
    skip: (SyntaxError) -> Void
  ) throws {
    var cutter = LineCutter(input, file: input.name)
    let spare = Mutex<[Piece]>([])
    var line = 0
    try OrderedWork<Piece, Output>(threads: threads).run(
      cut: {
        var piece = spare.withLock { $0.popLast() } ?? emptyPiece()
        piece.offset = cutter.offset
        piece.end = try cutter.next(into: &piece.block)
        piece.bytesRead = input.bytesRead
        return piece.end == 0 ? nil : piece
      },
      work: { piece in read(piece) },
      take: { output in
        let start = TextPosition(line: line, column: 0, offset: output.piece.offset)
        for mistake in output.piece.parser.skipped { skip(mistake.moved(by: start)) }
        if let failure = output.failure { throw failure.moved(by: start) }
        line += output.lines
        var piece = output.piece
        try take(&piece.block, piece.output, piece.bytesRead)
        spare.withLock { $0.append(piece) }
      })
  }

  private func emptyPiece() -> Piece {
    Piece(
      block: QuadBlock(),
      parser: LineBlockParser(
        parser, file: input.name, labelPrefix: labelPrefix, isLenient: isLenient),
      output: [], end: 0, offset: 0, bytesRead: 0)
  }

  private func read(_ piece: Piece) -> Output {
    var piece = piece
    do throws(SyntaxError) {
      let lines = try piece.parser.parse(&piece.block, end: piece.end)
      piece.output.removeAll(keepingCapacity: true)
      if writesLines { LineEncoder().encode(piece.block, into: &piece.output) }
      return Output(piece: piece, lines: lines)
    } catch {
      return Output(piece: piece, lines: 0, failure: error)
    }
  }
}
