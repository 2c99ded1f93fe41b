import Diagnostics
import RDF
import RDFSyntax
import Synchronization

/// Reading of lines on several threads: the input is cut at line ends, blocks are read and, where the
/// output is lines too, written side by side, and what they give is taken in order.
struct ParallelLines {
  /// A text of whole lines and what is made of it.
  ///
  /// A class, so that its buffers are never copied; unchecked, since ``OrderedWork`` gives it to one
  /// thread at a time.
  private final class Piece: @unchecked Sendable {
    var block = QuadBlock()
    var parser: LineBlockParser
    /// The statements as lines, if they are written where they are read.
    var output: [UInt8] = []
    /// Where the lines end in the block.
    var end = 0
    /// Where the text begins in the input, in bytes.
    var offset = 0
    /// Bytes of the file read by then.
    var bytesRead = 0
    var lines = 0
    var failure: SyntaxError?
    /// The first mistakes that were passed over, and how many there were in all.
    var mistakes: [SyntaxError] = []
    var mistakeCount = 0

    init(_ parser: LineBlockParser) { self.parser = parser }

    func read(writesLines: Bool, isLenient: Bool) {
      failure = nil
      output.removeAll(keepingCapacity: true)
      mistakes.removeAll()
      mistakeCount = 0
      let skip: ((SyntaxError) -> Void)? = isLenient ? { self.skip($0) } : nil
      do throws(SyntaxError) {
        lines = try parser.parse(&block, end: end, skip: skip)
        if writesLines { LineEncoder().encode(block, into: &output) }
      } catch {
        failure = error
      }
    }

    /// Keeps as many mistakes as will be told: there may be one with every few bytes.
    private func skip(_ mistake: SyntaxError) {
      mistakeCount += 1
      if mistakes.count < ConversionSummary.mostTold { mistakes.append(mistake) }
    }
  }

  /// How many bytes a thread reads at once: half of what one thread alone takes, so that the pieces
  /// under way stay near the processor.
  private static let pieceSize = LineCutter.usualSize / 2

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
  ///   - skipped: Counts the mistakes that are passed over.
  /// - Throws: the first mistake as ``SyntaxError``, or what the input or `take` throws.
  func run(
    take: (borrowing QuadBlock, [UInt8], _ bytesRead: Int) throws -> Void,
    skipped: SkippedMistakes
  ) throws {
    var cutter = LineCutter(input, file: input.name, size: Self.pieceSize)
    let spare = Mutex<[Piece]>([])
    var line = 0
    try OrderedWork<Piece>(threads: threads).run(
      cut: {
        let piece = spare.withLock { $0.popLast() } ?? newPiece()
        piece.offset = cutter.offset
        piece.end = try cutter.next(into: &piece.block)
        piece.bytesRead = input.bytesRead
        return piece.end == 0 ? nil : piece
      },
      work: { piece in piece.read(writesLines: writesLines, isLenient: isLenient) },
      take: { piece in
        let start = TextPosition(line: line, column: 0, offset: piece.offset)
        for mistake in piece.mistakes { skipped.add(mistake.moved(by: start)) }
        skipped.addUntold(piece.mistakeCount - piece.mistakes.count)
        if let failure = piece.failure { throw failure.moved(by: start) }
        line += piece.lines
        try take(piece.block, piece.output, piece.bytesRead)
        spare.withLock { $0.append(piece) }
      })
  }

  private func newPiece() -> Piece {
    Piece(LineBlockParser(parser, file: input.name, labelPrefix: labelPrefix))
  }
}
