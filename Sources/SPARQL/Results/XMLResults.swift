import RDF

/// Writes [SPARQL Query Results XML Format](https://www.w3.org/TR/rdf-sparql-XMLres/), with triple
/// terms as [SPARQL 1.2](https://www.w3.org/TR/sparql12-results-xml/) has them.
struct XMLResults {
  private static let head =
    "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"

  func write(_ solutions: some SolutionTable, to output: ResultsSerializer.Output) throws {
    let variables = solutions.variables
    var bytes = [UInt8](Self.head.utf8)
    bytes.append(text: "<head>")
    for variable in variables { bytes.append(text: "<variable name=\"\(variable.name)\"/>") }
    bytes.append(text: "</head>\n<results>\n")
    for row in 0..<solutions.count {
      bytes.append(text: "<result>")
      for (column, variable) in variables.enumerated() {
        guard let term = solutions.term(at: row, column) else { continue }
        bytes.append(text: "<binding name=\"\(variable.name)\">")
        do throws(ForbiddenCharacter) {
          try append(term, to: &bytes)
        } catch {
          throw UnwritableTerm(row: row, variable: variable, character: error.scalar)
        }
        bytes.append(text: "</binding>")
      }
      bytes.append(text: "</result>\n")
      guard bytes.count >= ResultsSerializer.blockSize else { continue }
      try output(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    bytes.append(text: "</results>\n</sparql>\n")
    try output(bytes)
  }

  /// The answer to `ASK`.
  func bytes(_ answer: Bool) -> [UInt8] {
    [UInt8]("\(Self.head)<head/>\n<boolean>\(answer)</boolean>\n</sparql>\n".utf8)
  }

  private func append(_ term: Term, to bytes: inout [UInt8]) throws(ForbiddenCharacter) {
    switch term {
    case .namedNode(let node): try append(node.iri, in: "uri", to: &bytes)
    case .blankNode(let node): try append(node.label, in: "bnode", to: &bytes)
    case .literal(let literal):
      bytes.append(text: "<literal")
      if let language = literal.language {
        bytes.append(text: " xml:lang=\"\(language)\"")
        if let direction = literal.direction {
          bytes.append(text: " xmlns:its=\"http://www.w3.org/2005/11/its\" its:version=\"2.0\"")
          bytes.append(text: " its:dir=\"\(direction.rawValue)\"")
        }
      } else if literal.datatype != XSD.string {
        bytes.append(text: " datatype=\"")
        try append(escaped: literal.datatype.iri, to: &bytes)
        bytes.append(text: "\"")
      }
      bytes.append(text: ">")
      try append(escaped: literal.lexicalForm, to: &bytes)
      bytes.append(text: "</literal>")
    case .tripleTerm(let triple):
      bytes.append(text: "<triple><subject>")
      try append(triple.subject.term, to: &bytes)
      bytes.append(text: "</subject><predicate>")
      try append(.namedNode(triple.predicate), to: &bytes)
      bytes.append(text: "</predicate><object>")
      try append(triple.object, to: &bytes)
      bytes.append(text: "</object></triple>")
    }
  }

  private func append(
    _ text: String, in element: String, to bytes: inout [UInt8]
  ) throws(ForbiddenCharacter) {
    bytes.append(text: "<\(element)>")
    try append(escaped: text, to: &bytes)
    bytes.append(text: "</\(element)>")
  }

  /// A code point that XML cannot carry.
  private struct ForbiddenCharacter: Error {
    var scalar: UInt32
  }

  /// Text for content and attribute values: a reader gets back the same code points, carriage returns
  /// and line ends included.
  private func append(
    escaped text: String, to bytes: inout [UInt8]
  ) throws(ForbiddenCharacter) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: bytes.append(text: "&amp;")
      case 0x3C: bytes.append(text: "&lt;")
      case 0x3E: bytes.append(text: "&gt;")
      case 0x22: bytes.append(text: "&quot;")
      case 0x09: bytes.append(text: "&#9;")
      case 0x0A: bytes.append(text: "&#10;")
      case 0x0D: bytes.append(text: "&#13;")
      case 0..<0x20, 0xFFFE, 0xFFFF: throw ForbiddenCharacter(scalar: scalar.value)
      default: if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
      }
    }
  }
}
