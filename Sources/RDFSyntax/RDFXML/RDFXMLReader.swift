import Diagnostics
public import RDF
import XML

/// Hands out the statements of one RDF/XML document, block by block.
///
/// Memory grows with the depth of the document, its `rdf:ID`s (each may occur once) and its names,
/// not with its length. A class, for it owns a parser of libxml2.
public final class RDFXMLReader: QuadReader {
  private let source: any ByteSource
  private let content: RDFXMLContent
  private var parser: XMLPushParser
  /// What was read from the source; of it ``unparsed`` waits for the parser.
  private var buffer: [UInt8]
  private var unparsed = 0..<0
  private var isSourceAtEnd = false
  private var failure: (any Error)?
  private var isAtEnd = false

  init(
    _ source: any ByteSource, parser: RDFXMLParser, options: ReaderOptions
  ) throws(SyntaxError) {
    self.source = source
    content = RDFXMLContent(
      RDFXMLGrammar(base: parser.base.map { BaseIRI($0) }, labelPrefix: options.labelPrefix))
    self.parser = try XMLPushParser(
      handler: content, file: options.file,
      limits: XMLLimits(depth: parser.maximumDepth, bytes: .max), skip: options.skip)
    buffer = [UInt8](repeating: 0, count: Self.bufferSize)
  }

  /// The prefixes that the document has declared so far and that can stand in Turtle; of one
  /// declared twice the later.
  public var prefixes: [Prefix] {
    parser.namespaces.compactMap { declaration in
      guard NameCharacters.isPrefix(declaration.prefix), declaration.prefix != "xml",
        IRISyntax.firstFault(in: Array(declaration.namespace.utf8).span) == nil
      else { return nil }
      return Prefix(unchecked: declaration.prefix, namespace: declaration.namespace)
    }
  }

  /// Empties the block and fills it with the next statements; false at the end of the document.
  ///
  /// - Throws: `SyntaxError` for the first mistake, or what the source throws.
  public func next(into block: inout QuadBlock) throws -> Bool {
    block.removeAll()
    guard failure == nil, !isAtEnd else {
      if let failure { throw failure }
      return false
    }
    content.begin(&block)
    do {
      while !isAtEnd, !content.isBlockFull { try readPiece() }
    } catch {
      failure = error
    }
    content.hand(to: &block)
    if let failure, block.isEmpty { throw failure }
    return !block.isEmpty
  }

  /// Parses pieces of one size, however the source cuts them, so that nothing depends on its cuts.
  private func readPiece() throws {
    // A token that is longer than a piece is looked through again with each; pieces that grow
    // with it keep that linear.
    let wanted = min(max(Self.pieceSize, parser.pendingByteCount), Self.largestPiece)
    if unparsed.count < wanted, !isSourceAtEnd { try fillBuffer(toHold: wanted) }
    let end = min(unparsed.lowerBound + wanted, unparsed.upperBound)
    let piece = unparsed.lowerBound..<end
    unparsed = end..<unparsed.upperBound
    try buffer.withUnsafeBytes { try parser.parse(UnsafeRawBufferPointer(rebasing: $0[piece])) }
    if piece.count < wanted {
      isAtEnd = true
      try parser.finish()
    }
  }

  /// Moves what is unparsed to the start of the buffer, and reads until it is full or the source at
  /// its end.
  private func fillBuffer(toHold wanted: Int) throws {
    if buffer.count < wanted {
      buffer.append(contentsOf: repeatElement(0, count: wanted - buffer.count))
    }
    var count = unparsed.count
    try buffer.withUnsafeMutableBytes { bytes in
      bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[unparsed]))
      while count < bytes.count {
        let read = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[count...]))
        guard read > 0 else {
          isSourceAtEnd = true
          break
        }
        count += read
      }
    }
    unparsed = 0..<count
    content.bound(texts: source.longestToken)
  }

  /// So small that a block does not grow far beyond its measure within one piece.
  private static let pieceSize = 1 << 12
  /// How much is read at once, so that the system is seldom asked.
  private static let bufferSize = 1 << 14
  private static let largestPiece = 1 << 20
}
