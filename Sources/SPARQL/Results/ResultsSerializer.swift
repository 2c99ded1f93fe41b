/// Writes answers of `SELECT` and `ASK` as text.
///
/// ```swift
/// try ResultsSerializer(.json).write(solutions) { bytes in output.append(contentsOf: bytes) }
/// ```
public struct ResultsSerializer: Sendable {
  /// The format that is written.
  public let format: ResultsFormat
  /// How terms are shortened where people read them.
  public let prefixes: TermAbbreviation
  /// The columns of the terminal that ``ResultsFormat/table`` is fitted to; nil writes everything.
  public let width: Int?

  /// A writer of a format; prefixes and width matter to ``ResultsFormat/table`` and
  /// ``ResultsFormat/markdown`` only.
  public init(
    _ format: ResultsFormat, prefixes: TermAbbreviation = TermAbbreviation([]), width: Int? = nil
  ) {
    self.format = format
    self.prefixes = prefixes
    self.width = width
  }

  /// Where written bytes go, some ten thousand at a time.
  public typealias Output = (_ bytes: [UInt8]) throws -> Void

  /// Writes solutions.
  ///
  /// - Throws: ``UnwritableTerm`` where the format has no way to write a term, and what `output`
  ///   throws.
  public func write(_ solutions: some SolutionTable, to output: Output) throws {
    switch format {
    case .table:
      try TextTable(solutions, prefixes: prefixes).write(width: width, to: output)
    case .markdown: try MarkdownResults(prefixes: prefixes).write(solutions, to: output)
    case .json: try JSONResults().write(solutions, to: output)
    case .xml: try XMLResults().write(solutions, to: output)
    case .csv: try SeparatedResults.csv.write(solutions, to: output)
    case .tsv: try SeparatedResults.tsv.write(solutions, to: output)
    }
  }

  /// Writes the answer to `ASK`.
  ///
  /// CSV and TSV have no form for it ([SPARQL 1.1 CSV and TSV §3](https://www.w3.org/TR/sparql11-results-csv-tsv/));
  /// the word alone is written, as for people.
  /// - Throws: what `output` throws.
  public func write(_ answer: Bool, to output: Output) throws {
    switch format {
    case .table, .markdown, .csv, .tsv: try output([UInt8]("\(answer)\n".utf8))
    case .json: try output(JSONResults().bytes(answer))
    case .xml: try output(XMLResults().bytes(answer))
    }
  }

  /// How many bytes are gathered before they are handed on.
  static let blockSize = 1 << 16
}
