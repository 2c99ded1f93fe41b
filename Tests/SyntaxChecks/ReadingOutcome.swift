package import Diagnostics
package import RDF
package import RDFSyntax

/// What reading a text came to.
package struct ReadingOutcome: Equatable {
  /// The statements, a line of canonical N-Quads each.
  package var lines: [UInt8] = []
  /// The mistakes that were passed over, in their order; none where reading was strict.
  package var skipped: [SyntaxError] = []
  /// The mistake that ended the reading.
  package var failure: SyntaxError?

  /// Reads a text to its end, or to the mistake that ends it.
  ///
  /// The reader gets at most `pieceSize` bytes at once; a lenient one passes over mistakes.
  ///
  /// - Throws: what no text may cause: an error that is no mistake in it.
  package init(
    reading text: [UInt8], as format: RDFFormat, base: NamedNode? = nil, pieceSize: Int = .max,
    isLenient: Bool = false
  ) throws {
    let mistakes = Mistakes()
    let options = ReaderOptions(file: "text", skip: isLenient ? { mistakes.all.append($0) } : nil)
    do {
      var reader = try format.reader(
        of: ByteArraySource(text, pieceSize: pieceSize), base: base, options: options)
      var block = QuadBlock()
      while try reader.next(into: &block) { LineEncoder().encode(block, into: &lines) }
    } catch let mistake as SyntaxError {
      failure = mistake
    }
    skipped = mistakes.all
  }

  /// The mistakes in their order, that which ended the reading last.
  package var mistakes: [SyntaxError] { skipped + (failure.map { [$0] } ?? []) }

  /// A class, for the reader keeps the closure that fills it.
  private final class Mistakes {
    var all: [SyntaxError] = []
  }
}

extension RDFFormat {
  fileprivate func reader(
    of source: any ByteSource, base: NamedNode?, options: ReaderOptions
  ) throws -> any QuadReader {
    switch self {
    case .ntriples: NQuadsParser(dialect: .nTriples).reader(of: source, options: options)
    case .nquads: NQuadsParser().reader(of: source, options: options)
    case .turtle: TurtleParser(base: base).reader(of: source, options: options)
    case .trig: TriGParser(base: base).reader(of: source, options: options)
    case .rdfxml: try RDFXMLParser(base: base).reader(of: source, options: options)
    case .jsonld: JSONLDParser(base: base).reader(of: source, options: options)
    }
  }
}
