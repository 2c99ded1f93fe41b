public import RDF

/// What a query looks for: the algebra of SPARQL as a tree
/// ([SPARQL 1.1 §18.2](https://www.w3.org/TR/sparql11-query/#sparqlQuery)).
///
/// The value of each case is a multiset of solutions, but for the modifiers at the top, which make
/// sequences.
public indirect enum GraphPattern: Hashable, Sendable {
  /// All of these triples; the empty pattern has one solution, which binds nothing.
  case basic([TriplePattern])
  /// Both ends of a way that is more than one step along a property or a plain sequence of such.
  case path(TermPattern, PropertyPath, TermPattern)
  /// Both.
  case join(GraphPattern, GraphPattern)
  /// `OPTIONAL`: the first, with the second where it goes with it under the condition.
  case leftJoin(GraphPattern, GraphPattern, condition: Expression?)
  /// The solutions for which the expression is true.
  case filter(Expression, GraphPattern)
  /// One or the other.
  case union(GraphPattern, GraphPattern)
  /// `MINUS`.
  case minus(GraphPattern, GraphPattern)
  /// `BIND`: the solutions with one more variable, unbound where the expression has no value.
  case extend(GraphPattern, Variable, Expression)
  /// `GRAPH name { … }`; the name is an IRI or a variable.
  case graph(TermPattern, GraphPattern)
  /// `SERVICE`: refused when it is evaluated, or one empty solution if silent.
  case service(TermPattern, GraphPattern, silent: Bool)
  /// `VALUES`: a table; nil is `UNDEF`.
  case values([Variable], [[Term?]])
  /// `GROUP BY`: one solution a group; keys that are expressions stand as an ``extend(_:_:_:)``
  /// below. Without keys there is one group, also of no solutions at all.
  case group(GraphPattern, keys: [Variable], aggregates: [AggregateBinding])
  /// `ORDER BY`.
  case orderBy(GraphPattern, [OrderCondition])
  /// The variables that are kept.
  case project(GraphPattern, [Variable])
  /// Each solution once.
  case distinct(GraphPattern)
  /// Each solution at least once, duplicates removed at will.
  case reduced(GraphPattern)
  /// `OFFSET` and `LIMIT`.
  case slice(GraphPattern, offset: Int, limit: Int?)

  /// The pattern with one solution that binds nothing.
  public static let unit = GraphPattern.basic([])
}

/// A variable that is bound to an aggregate of each group.
public struct AggregateBinding: Hashable, Sendable {
  /// The variable, mostly one that nobody sees.
  public let variable: Variable
  /// What it is bound to.
  public let aggregate: Aggregate

  /// A binding of the variable.
  public init(_ variable: Variable, _ aggregate: Aggregate) {
    self.variable = variable
    self.aggregate = aggregate
  }
}

/// A value made of all solutions of a group
/// ([SPARQL 1.1 §18.5.1](https://www.w3.org/TR/sparql11-query/#aggregateAlgebra)).
///
/// One operand without a value leaves the whole without a value, but for ``Function/count`` and
/// ``Function/sample``, which pass over it. `DISTINCT` tells values apart as terms, and of
/// `COUNT(DISTINCT *)` solutions by the variables that a query can name.
public struct Aggregate: Hashable, Sendable {
  /// What is made of the values.
  public enum Function: Hashable, Sendable {
    /// How many there are.
    case count
    /// Their sum.
    case sum
    /// Their mean.
    case average
    /// The first in the order of `ORDER BY`; of those that are equal there, the first by datatype and
    /// lexical form.
    case minimum
    /// The last in the same order.
    case maximum
    /// Any one of them.
    case sample
    /// Their texts, one behind the other, with this between; a space if nothing is said.
    case groupConcat(separator: String)
  }

  /// What is made of the values.
  public let function: Function
  /// What is counted, summed and so on; nil for `COUNT(*)`.
  public let operand: Expression?
  /// Whether each value counts once.
  public let isDistinct: Bool

  /// An aggregate of the operand's values.
  public init(_ function: Function, of operand: Expression?, isDistinct: Bool = false) {
    self.function = function
    self.operand = operand
    self.isDistinct = isDistinct
  }
}

/// One thing that solutions are ordered by
/// ([SPARQL 1.1 §15.1](https://www.w3.org/TR/sparql11-query/#modOrderBy)).
public struct OrderCondition: Hashable, Sendable {
  /// What is compared.
  public let expression: Expression
  /// Whether the largest comes first.
  public let isDescending: Bool

  /// An order by the value of the expression.
  public init(_ expression: Expression, isDescending: Bool = false) {
    self.expression = expression
    self.isDescending = isDescending
  }
}
