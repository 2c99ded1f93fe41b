import RDF

/// Writes [SPARQL 1.1 Query Results JSON Format](https://www.w3.org/TR/sparql11-results-json/), with
/// triple terms as [SPARQL 1.2](https://www.w3.org/TR/sparql12-results-json/) has them.
struct JSONResults {
  func write(_ solutions: some SolutionTable, to output: ResultsSerializer.Output) throws {
    let variables = solutions.variables
    var bytes: [UInt8] = []
    bytes.append(text: #"{"head":{"vars":["#)
    for (place, variable) in variables.enumerated() {
      if place > 0 { bytes.append(text: ",") }
      bytes.append(jsonString: variable.name)
    }
    bytes.append(text: #"]},"results":{"bindings":["#)
    for row in 0..<solutions.count {
      bytes.append(text: row == 0 ? "\n{" : ",\n{")
      var isFirst = true
      for (column, variable) in variables.enumerated() {
        guard let term = solutions.term(at: row, column) else { continue }
        if !isFirst { bytes.append(text: ",") }
        isFirst = false
        bytes.append(jsonString: variable.name)
        bytes.append(text: ":")
        append(term, to: &bytes)
      }
      bytes.append(text: "}")
      guard bytes.count >= ResultsSerializer.blockSize else { continue }
      try output(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    bytes.append(text: "\n]}}\n")
    try output(bytes)
  }

  /// The answer to `ASK`.
  func bytes(_ answer: Bool) -> [UInt8] {
    [UInt8]("{\"head\":{},\"boolean\":\(answer)}\n".utf8)
  }

  private func append(_ term: Term, to bytes: inout [UInt8]) {
    switch term {
    case .namedNode(let node):
      bytes.append(text: #"{"type":"uri","value":"#)
      bytes.append(jsonString: node.iri)
    case .blankNode(let node):
      bytes.append(text: #"{"type":"bnode","value":"#)
      bytes.append(jsonString: node.label)
    case .literal(let literal):
      bytes.append(text: #"{"type":"literal","value":"#)
      bytes.append(jsonString: literal.lexicalForm)
      if let language = literal.language {
        bytes.append(text: #","xml:lang":"#)
        bytes.append(jsonString: language)
        if let direction = literal.direction {
          bytes.append(text: #","its:dir":"#)
          bytes.append(jsonString: direction.rawValue)
        }
      } else if literal.datatype != XSD.string {
        bytes.append(text: #","datatype":"#)
        bytes.append(jsonString: literal.datatype.iri)
      }
    case .tripleTerm(let triple):
      bytes.append(text: #"{"type":"triple","value":{"subject":"#)
      append(triple.subject.term, to: &bytes)
      bytes.append(text: #","predicate":"#)
      append(.namedNode(triple.predicate), to: &bytes)
      bytes.append(text: #","object":"#)
      append(triple.object, to: &bytes)
      bytes.append(text: "}")
    }
    bytes.append(text: "}")
  }
}
