/// How the answer to `SELECT` or `ASK` is written.
public enum ResultsFormat: String, Sendable, CaseIterable {
  /// A table for people, fitted to the terminal.
  case table
  /// A table for documents.
  case markdown
  /// [SPARQL 1.1 Query Results JSON Format](https://www.w3.org/TR/sparql11-results-json/).
  case json
  /// [SPARQL Query Results XML Format](https://www.w3.org/TR/rdf-sparql-XMLres/).
  case xml
  /// [SPARQL 1.1 Query Results CSV Format](https://www.w3.org/TR/sparql11-results-csv-tsv/#csv): what
  /// spreadsheets read; terms of different kinds may look the same.
  case csv
  /// [SPARQL 1.1 Query Results TSV Format](https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv).
  case tsv

  /// The media type, as registered; that of plain text for ``table``.
  public var mediaType: String {
    switch self {
    case .table: "text/plain"
    case .markdown: "text/markdown"
    case .json: "application/sparql-results+json"
    case .xml: "application/sparql-results+xml"
    case .csv: "text/csv"
    case .tsv: "text/tab-separated-values"
    }
  }

  /// The endings of files in this format, without a point; the usual one first.
  public var fileEndings: [String] {
    switch self {
    case .table: ["txt"]
    case .markdown: ["md"]
    case .json: ["srj", "json"]
    case .xml: ["srx", "xml"]
    case .csv: ["csv"]
    case .tsv: ["tsv"]
    }
  }
}
