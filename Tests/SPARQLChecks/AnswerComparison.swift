internal import RDF
internal import SPARQL

/// Whether two answers are the same up to the names of blank nodes.
package struct AnswerComparison {
  /// Whether rows have to come in the same order.
  private let isOrdered: Bool

  /// A comparison of rows in their order, or as a multiset.
  package init(isOrdered: Bool) { self.isOrdered = isOrdered }

  /// Whether both answers are the same.
  ///
  /// - Throws: ``IsomorphismError`` if that cannot be found out.
  package func areSame(_ left: NaiveAnswer, _ right: NaiveAnswer) throws -> Bool {
    switch (left, right) {
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.graph(let a), .graph(let b)):
      return try Isomorphism.areIsomorphic(a.map { Quad($0) }, b.map { Quad($0) })
    case (.solutions(let a, let rows), .solutions(let b, let others)):
      guard Set(a) == Set(b), rows.count == others.count else { return false }
      return try Isomorphism.areIsomorphic(quads(rows), quads(others))
    case (.boolean, _), (.graph, _), (.solutions, _): return false
    }
  }

  /// Rows as a graph: a blank node for each row, so that equal rows count as often as they stand.
  private func quads(_ rows: [NaiveSolution]) -> [Quad] {
    rows.enumerated().flatMap { number, row in
      let subject = Subject.blankNode(BlankNode(label: "row \(number)"))
      var quads = row.map { variable, term in
        Quad(Triple(subject, NamedNode(unchecked: "var:" + variable.name), term))
      }
      let place = Term.literal(Literal(isOrdered ? String(number) : ""))
      quads.append(Quad(Triple(subject, NamedNode(unchecked: "row:"), place)))
      return quads
    }
  }
}
