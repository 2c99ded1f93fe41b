internal import RDF
internal import SPARQL

/// Whether two answers are the same up to the names of blank nodes.
///
/// Numbers are compared by datatype and value: how a computed one is written is left open.
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
      return try areSame(canonical(rows), canonical(others))
    case (.boolean, _), (.graph, _), (.solutions, _): return false
    }
  }

  private func areSame(_ rows: [NaiveSolution], _ others: [NaiveSolution]) throws -> Bool {
    // Both sides mostly know the blank nodes by the same names.
    if isOrdered ? rows == others : counts(rows) == counts(others) { return true }
    guard rows.contains(where: hasBlankNode) else { return false }
    return try Isomorphism.areIsomorphic(quads(rows), quads(others))
  }

  private func counts(_ rows: [NaiveSolution]) -> [NaiveSolution: Int] {
    rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private func hasBlankNode(_ row: NaiveSolution) -> Bool {
    row.values.contains { hasBlankNode($0) }
  }

  private func hasBlankNode(_ term: Term) -> Bool {
    switch term {
    case .namedNode, .literal: false
    case .blankNode: true
    case .tripleTerm(let triple): hasBlankNode(triple.subject.term) || hasBlankNode(triple.object)
    }
  }

  /// Whether the first answer is the second, some of its duplicates left out, but none of its rows
  /// altogether.
  ///
  /// - Throws: ``IsomorphismError`` if that cannot be found out.
  package func isReduction(_ left: NaiveAnswer, of right: NaiveAnswer) throws -> Bool {
    guard case .solutions(let a, let rows) = left, case .solutions(let b, let others) = right
    else { return try areSame(left, right) }
    guard rows.count <= others.count else { return false }
    return try areSame(
      .solutions(a, Array(Set(canonical(rows)))), .solutions(b, Array(Set(canonical(others)))))
  }

  /// The rows with numbers in their canonical forms.
  private func canonical(_ rows: [NaiveSolution]) -> [NaiveSolution] {
    rows.map { row in
      row.mapValues { term in
        guard case .literal(let literal) = term, let datatype = XSDDatatype(literal.datatype),
          datatype.isNumeric
        else { return term }
        do { return .literal(try XSDValue(literal).literal(as: datatype)) } catch { return term }
      }
    }
  }

  private func quads(_ rows: [NaiveSolution]) -> [Quad] {
    NaiveAnswer.quads(rows) { isOrdered ? String($0) : "" }
  }
}
