import RDF
import SPARQL

/// The properties and classes that a query names.
///
/// Only those that stand in it as terms: what a variable may be bound to is not known before.
struct QueryNames {
  /// Each once, in the order of the query.
  private(set) var properties: [NamedNode] = []
  /// Each once, in the order of the query.
  private(set) var classes: [NamedNode] = []

  init(_ query: Query) {
    add(query.pattern)
  }

  private mutating func add(_ pattern: GraphPattern) {
    switch pattern {
    case .basic(let triples): for triple in triples { add(triple) }
    case .path(_, let path, let object): add(path, object)
    case .join(let left, let right), .union(let left, let right), .minus(let left, let right):
      add(left)
      add(right)
    case .leftJoin(let left, let right, let condition):
      add(left)
      add(right)
      if let condition { add(condition) }
    case .filter(let condition, let inner):
      add(condition)
      add(inner)
    case .extend(let inner, _, let value):
      add(inner)
      add(value)
    case .graph(_, let inner), .group(let inner, _, _), .orderBy(let inner, _),
      .project(let inner, _), .distinct(let inner), .reduced(let inner), .slice(let inner, _, _):
      add(inner)
    case .service, .values: break
    }
  }

  private mutating func add(_ triple: TriplePattern) {
    guard case .term(.namedNode(let property)) = triple.predicate else { return }
    add(property: property)
    if property == RDFVocabulary.type { add(classAt: triple.object) }
  }

  private mutating func add(_ path: PropertyPath, _ object: TermPattern) {
    switch path {
    case .property(let property):
      add(property: property)
      if property == RDFVocabulary.type { add(classAt: object) }
    case .sequence(let first, let second):
      // Only the last step leads to the object; before it stands something else.
      add(first, .variable(Variable(".")))
      add(second, object)
    case .alternative(let one, let other):
      add(one, object)
      add(other, object)
    case .inverse(let inner): add(inner, .variable(Variable(".")))
    case .zeroOrOne(let inner), .zeroOrMore(let inner), .oneOrMore(let inner): add(inner, object)
    case .negatedSet: break
    }
  }

  /// Patterns stand in an expression where it asks whether they have a solution.
  private mutating func add(_ expression: Expression) {
    switch expression {
    case .exists(let pattern): add(pattern)
    case .or(let left, let right), .and(let left, let right), .comparison(_, let left, let right),
      .arithmetic(_, let left, let right):
      add(left)
      add(right)
    case .not(let inner), .unaryPlus(let inner), .negated(let inner): add(inner)
    case .conditional(let condition, let then, let otherwise):
      for part in [condition, then, otherwise] { add(part) }
    case .isIn(let operand, let list):
      add(operand)
      for part in list { add(part) }
    case .coalesce(let list), .call(_, let list), .function(_, let list):
      for part in list { add(part) }
    case .term, .variable, .bound: break
    }
  }

  private mutating func add(property: NamedNode) {
    if !properties.contains(property) { properties.append(property) }
  }

  private mutating func add(classAt object: TermPattern) {
    guard case .term(.namedNode(let name)) = object, !classes.contains(name) else { return }
    classes.append(name)
  }
}
