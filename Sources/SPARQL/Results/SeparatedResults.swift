import RDF

/// Writes [SPARQL 1.1 Query Results CSV and TSV Formats](https://www.w3.org/TR/sparql11-results-csv-tsv/).
struct SeparatedResults {
  /// Values as spreadsheets like them, lines ended by CR LF
  /// ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)).
  static let csv = Self(separator: ",", lineEnd: "\r\n", isCSV: true)
  /// Terms as Turtle writes them.
  static let tsv = Self(separator: "\t", lineEnd: "\n", isCSV: false)

  private let separator: String
  private let lineEnd: String
  private let isCSV: Bool

  func write(_ solutions: some SolutionTable, to output: ResultsSerializer.Output) throws {
    let variables = solutions.variables
    var bytes: [UInt8] = []
    for (column, variable) in variables.enumerated() {
      if column > 0 { bytes.append(text: separator) }
      if !isCSV { bytes.append(text: "?") }
      bytes.append(text: variable.name)
    }
    bytes.append(text: lineEnd)
    for row in 0..<solutions.count {
      for column in variables.indices {
        if column > 0 { bytes.append(text: separator) }
        guard let term = solutions.term(at: row, column) else { continue }
        if isCSV { append(value: term, to: &bytes) } else { append(term, to: &bytes) }
      }
      bytes.append(text: lineEnd)
      guard bytes.count >= ResultsSerializer.blockSize else { continue }
      try output(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try output(bytes)
  }

  /// The value without its kind.
  private func append(value term: Term, to bytes: inout [UInt8]) {
    switch term {
    case .namedNode(let node): append(field: node.iri, to: &bytes)
    case .blankNode(let node): append(field: "_:" + node.label, to: &bytes)
    case .literal(let literal): append(field: literal.lexicalForm, to: &bytes)
    case .tripleTerm:
      var text: [UInt8] = []
      CanonicalTerm.append(term, to: &text)
      append(field: String(decoding: text, as: UTF8.self), to: &bytes)
    }
  }

  private func append(field: String, to bytes: inout [UInt8]) {
    let mustBeQuoted = field.utf8.contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D
    }
    guard mustBeQuoted else { return bytes.append(text: field) }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      bytes.append(byte)
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The term as Turtle writes it: numbers bare where Turtle reads them back as the same term.
  private func append(_ term: Term, to bytes: inout [UInt8]) {
    if case .literal(let literal) = term, literal.isBareInTurtle {
      bytes.append(text: literal.lexicalForm)
    } else {
      CanonicalTerm.append(term, to: &bytes)
    }
  }
}
