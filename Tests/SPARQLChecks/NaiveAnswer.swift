package import RDF
internal import RDFSyntax
package import SPARQL

/// One row: the terms that variables are bound to.
package typealias NaiveSolution = [Variable: Term]

/// The answer to a query as plain values.
package enum NaiveAnswer {
  /// Of `SELECT`.
  case solutions([Variable], [NaiveSolution])
  /// Of `ASK`.
  case boolean(Bool)
  /// Of `CONSTRUCT` and `DESCRIBE`, each triple once.
  case graph([Triple])

  /// The answer of an engine.
  package init(_ answer: QueryAnswer<some SolutionTable>) {
    switch answer {
    case .solutions(let table):
      let variables = table.variables
      self = .solutions(
        variables,
        (0..<table.count).map { row in
          var solution: NaiveSolution = [:]
          for (column, variable) in variables.enumerated() {
            solution[variable] = table.term(at: row, column)
          }
          return solution
        })
    case .boolean(let value): self = .boolean(value)
    case .graph(let collection):
      var triples: [Triple] = []
      collection.forEachBlock { block in triples += block.quads.map(\.triple) }
      self = .graph(triples)
    }
  }

  /// Rows as statements: a blank node for each row with a property for each variable, and with what
  /// is said of the row by its place, so that equal rows count as often as they stand.
  static func quads(_ rows: [NaiveSolution], place: (Int) -> String) -> [Quad] {
    rows.enumerated().flatMap { number, row in
      let subject = Subject.blankNode(BlankNode(label: "row\(number)"))
      let quads = row.sorted { $0.key.name < $1.key.name }.map { variable, term in
        Quad(Triple(subject, NamedNode(unchecked: "var:" + variable.name), term))
      }
      return quads + [
        Quad(Triple(subject, NamedNode(unchecked: "row:"), .literal(Literal(place(number)))))
      ]
    }
  }

  /// The same answer, language tags in small letters.
  package var lowercasingLanguages: NaiveAnswer {
    switch self {
    case .solutions(let variables, let rows):
      .solutions(variables, rows.map { $0.mapValues(\.lowercasingLanguage) })
    case .boolean: self
    case .graph(let triples): .graph(triples.map(\.lowercasingLanguage))
    }
  }
}

extension NaiveAnswer: CustomStringConvertible {
  /// The answer in N-Quads, for a person to read.
  package var description: String {
    switch self {
    case .boolean(let value): "\(value)"
    case .graph(let triples): triples.map { Quad($0) }.text
    case .solutions(let variables, let rows):
      "\(rows.count) rows of \(variables.map { "?" + $0.name }.joined(separator: " "))\n"
        + Self.quads(rows) { String($0) }.text
    }
  }
}

extension [Quad] {
  /// The statements in N-Quads.
  var text: String { String(decoding: NQuadsSerializer().serialize(self), as: UTF8.self) }
}
