/// Random requests that change such datasets as ``RandomGraphs`` makes, of which every one leaves one
/// dataset only.
extension RandomQueries {
  /// The next request, of up to three operations.
  package mutating func nextUpdate() -> String {
    freshCount = 0
    let operations = (0..<1 + below(3)).map { _ in operation() }
    return Self.prologue + operations.joined(separator: " ;\n")
  }

  private mutating func operation() -> String {
    switch below(16) {
    case 0...2:
      // Data of an operation have labels of their own.
      freshCount += 1
      return "INSERT DATA { \(quads { $0.dataTriple(mayHaveBlankNodes: true) }) }"
    case 3, 4: return "DELETE DATA { \(quads { $0.dataTriple(mayHaveBlankNodes: false) }) }"
    case 5...9: return modification()
    case 10: return "DELETE WHERE { \(quads { $0.template(mayHaveBlankNodes: false) }) }"
    case 11: return "CLEAR \(silent())\(graphs())"
    case 12: return "DROP \(silent())\(graphs())"
    case 13: return "CREATE \(silent())GRAPH \(graph())"
    default:
      let word = ["ADD", "MOVE", "COPY"][below(3)]
      return "\(word) \(silent())\(graphOrDefault()) TO \(graphOrDefault())"
    }
  }

  private mutating func modification() -> String {
    var text = below(4) == 0 ? "WITH \(graph()) " : ""
    let kind = below(3)
    if kind != 0 { text += "DELETE { \(quads { $0.template(mayHaveBlankNodes: false) }) } " }
    if kind != 1 { text += "INSERT { \(quads { $0.template(mayHaveBlankNodes: true) }) } " }
    if below(5) == 0 { text += "USING \(graph()) " }
    if below(8) == 0 { text += "USING NAMED \(graph()) " }
    return text + "WHERE \(group(depth: 2))"
  }

  /// Some triples, some of them in named graphs.
  private mutating func quads(_ triple: (inout Self) -> String) -> String {
    (0..<1 + below(3)).map { _ in
      let triple = triple(&self)
      return below(3) == 0 ? "GRAPH \(graph()) { \(triple) }" : "\(triple) ."
    }.joined(separator: " ")
  }

  private mutating func dataTriple(mayHaveBlankNodes: Bool) -> String {
    func node() -> String {
      mayHaveBlankNodes && below(6) == 0 ? "_:x\(freshCount)y\(below(2))" : ":n\(below(4))"
    }
    let subject = node()
    return "\(subject) :p\(below(3)) \(below(2) == 0 ? node() : literal())"
  }

  private mutating func template(mayHaveBlankNodes: Bool) -> String {
    let subject = mayHaveBlankNodes && below(6) == 0 ? "_:x" : node()
    let predicate = below(4) == 0 ? openProperty() : ":p\(below(3))"
    let object =
      mayHaveBlankNodes && below(8) == 0 ? "[]" : below(6) == 0 ? literal() : node()
    return "\(subject) \(predicate) \(object)"
  }

  private mutating func node() -> String { below(4) == 0 ? ":n\(below(4))" : variable() }

  private mutating func silent() -> String { below(3) == 0 ? "SILENT " : "" }

  /// A graph, seldom one that no dataset has from the beginning.
  private mutating func graph() -> String { ":g\(below(10) == 0 ? 3 : below(3))" }

  private mutating func graphOrDefault() -> String {
    below(3) == 0 ? "DEFAULT" : below(2) == 0 ? "GRAPH \(graph())" : graph()
  }

  private mutating func graphs() -> String {
    switch below(8) {
    case 0: "ALL"
    case 1: "NAMED"
    case 2: "DEFAULT"
    default: "GRAPH \(graph())"
    }
  }
}
