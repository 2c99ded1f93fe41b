package import RDF

/// Statements over numbered nodes, looked up one after the other: what joins of large graphs are
/// compared with, for which the naive evaluator takes too long.
package struct IndexedGraph {
  /// A statement, or a pattern, whose variables are numbers below 0.
  package struct Statement: Hashable, Comparable {
    /// The number of the subject.
    package var subject: Int
    /// The number of the predicate, which is never a variable.
    package var predicate: Int
    /// The number of the object.
    package var object: Int

    /// A statement of numbers.
    package init(subject: Int, predicate: Int, object: Int) {
      self.subject = subject
      self.predicate = predicate
      self.object = object
    }

    /// In the order of subject, predicate, object.
    package static func < (left: Self, right: Self) -> Bool {
      (left.subject, left.predicate, left.object) < (right.subject, right.predicate, right.object)
    }

    /// The statement in the default graph.
    package var quad: Quad {
      Quad(
        Triple(
          .namedNode(IndexedGraph.node("n\(subject)")), IndexedGraph.node("p\(predicate)"),
          .namedNode(IndexedGraph.node("n\(object)"))))
    }
  }

  /// What a row binds: by variable, the number of a node.
  package typealias Row = [Int: Int]

  /// What the names of nodes (`n` and a number) and predicates (`p` and a number) begin with.
  package static let namespace = "http://example.org/"

  private let byPredicate: [Int: [Statement]]
  private let bySubject: [Key: [Int]]
  private let byObject: [Key: [Int]]

  private struct Key: Hashable {
    var node: Int
    var predicate: Int
  }

  /// The graph of some statements.
  package init(_ statements: Set<Statement>) {
    let sorted = statements.sorted()
    byPredicate = Dictionary(grouping: sorted) { $0.predicate }
    bySubject = Dictionary(grouping: sorted) { Key(node: $0.subject, predicate: $0.predicate) }
      .mapValues { $0.map(\.object) }
    byObject = Dictionary(grouping: sorted) { Key(node: $0.object, predicate: $0.predicate) }
      .mapValues { $0.map(\.subject) }
  }

  private static func node(_ name: String) -> NamedNode { NamedNode(unchecked: namespace + name) }

  /// The number of a node; nil for what is none.
  package static func number(of term: Term) -> Int? {
    guard case .namedNode(let node) = term, node.iri.hasPrefix(namespace + "n") else { return nil }
    return Int(node.iri.dropFirst(namespace.count + 1))
  }

  /// The statements with a predicate.
  package func statements(predicate: Int) -> [Statement] { byPredicate[predicate] ?? [] }

  /// The objects of a subject.
  package func objects(of subject: Int, _ predicate: Int) -> [Int] {
    bySubject[Key(node: subject, predicate: predicate)] ?? []
  }

  /// Whether there is a statement.
  package func holds(_ subject: Int, _ predicate: Int, _ object: Int) -> Bool {
    objects(of: subject, predicate).contains(object)
  }

  /// The nodes that statements with a predicate lead to from a node, in one step or more, each once.
  package func closure(of start: Int, _ predicate: Int) -> [Int] {
    var found: Set<Int> = []
    var queue = objects(of: start, predicate)
    while let node = queue.popLast() {
      if found.insert(node).inserted { queue += objects(of: node, predicate) }
    }
    return found.sorted()
  }

  /// The variables of patterns, -1 first.
  package static func variables(of patterns: [Statement]) -> [Int] {
    Set(patterns.flatMap { [$0.subject, $0.object] }.filter { $0 < 0 }).sorted(by: >)
  }

  /// The rows that match all patterns, each as often as there are ways to it; nil if these are more
  /// than `most`, at the end or on the way there.
  package func rows(of patterns: [Statement], most: Int) -> [Row]? {
    var rows: [Row] = [[:]]
    for pattern in patterns {
      var next: [Row] = []
      for row in rows {
        for (subject, object) in matches(pattern, row) {
          var row = row
          if pattern.subject < 0 { row[pattern.subject] = subject }
          if pattern.object < 0 { row[pattern.object] = object }
          next.append(row)
        }
        guard next.count <= most else { return nil }
      }
      rows = next
    }
    return rows
  }

  /// The ends of the statements that match a pattern with what a row binds.
  private func matches(_ pattern: Statement, _ row: Row) -> [(subject: Int, object: Int)] {
    func bound(_ place: Int) -> Int? { place < 0 ? row[place] : place }
    let isLoop = pattern.subject == pattern.object && pattern.subject < 0
    switch (bound(pattern.subject), bound(pattern.object)) {
    case (let subject?, let object?):
      return holds(subject, pattern.predicate, object) ? [(subject, object)] : []
    case (let subject?, nil):
      return objects(of: subject, pattern.predicate).map { (subject, $0) }
    case (nil, let object?):
      return (byObject[Key(node: object, predicate: pattern.predicate)] ?? []).map { ($0, object) }
    case (nil, nil):
      return statements(predicate: pattern.predicate).filter { !isLoop || $0.subject == $0.object }
        .map { ($0.subject, $0.object) }
    }
  }
}
