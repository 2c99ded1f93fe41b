internal import RDF

/// Triples and paths that stand side by side, as they are read
/// ([SPARQL 1.1 §18.2.2.3](https://www.w3.org/TR/sparql11-query/#convertGraphPattern)).
struct TripleBlock {
  private(set) var triples: [TriplePattern] = []
  private(set) var paths: [(subject: TermPattern, path: PropertyPath, object: TermPattern)] = []
  /// How high the highest path is.
  var pathHeight = 1

  mutating func add(_ subject: TermPattern, _ predicate: TermPattern, _ object: TermPattern) {
    triples.append(TriplePattern(subject, predicate, object))
  }

  mutating func add(_ subject: TermPattern, _ predicate: NamedNode, _ object: TermPattern) {
    add(subject, .term(.namedNode(predicate)), object)
  }

  /// Adds a path: as triples, as far as single steps and sequences go
  /// ([SPARQL 1.1 §18.2.2.4](https://www.w3.org/TR/sparql11-query/#sparqlTranslatePathPatterns)).
  mutating func add(
    _ subject: TermPattern, _ path: PropertyPath, _ object: TermPattern,
    newVariable: () -> Variable
  ) {
    switch path {
    case .property(let node): add(subject, node, object)
    case .inverse(let path): add(object, path, subject, newVariable: newVariable)
    case .sequence(let first, let second):
      let between = TermPattern.variable(newVariable())
      add(subject, first, between, newVariable: newVariable)
      add(between, second, object, newVariable: newVariable)
    case .alternative, .zeroOrOne, .zeroOrMore, .oneOrMore, .negatedSet:
      paths.append((subject, path, object))
    }
  }
}
