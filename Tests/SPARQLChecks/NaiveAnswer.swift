package import RDF
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
