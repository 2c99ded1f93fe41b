import RDF
import SPARQL

/// Solutions that are written down in a test.
struct RowTable: SolutionTable {
  let variables: [Variable]
  let rows: [[Term?]]

  init(_ names: [String], _ rows: [[Term?]]) {
    variables = names.map { Variable($0) }
    self.rows = rows
  }

  var count: Int { rows.count }

  func term(at row: Int, _ column: Int) -> Term? { rows[row][column] }

  /// The table as a format writes it.
  func text(
    _ format: ResultsFormat, prefixes: TermAbbreviation = TermAbbreviation([]), width: Int? = nil
  ) throws -> String {
    var bytes: [UInt8] = []
    try ResultsSerializer(format, prefixes: prefixes, width: width).write(self) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

func iri(_ text: String) -> Term { .namedNode(NamedNode(unchecked: text)) }

func text(_ text: String, language: String? = nil) -> Term {
  .literal(language.map { Literal(text, language: $0) } ?? Literal(text))
}

func number(_ value: Int) -> Term { .literal(Literal("\(value)", datatype: XSD.integer)) }
