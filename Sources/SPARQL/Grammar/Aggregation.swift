/// The aggregates of one `SELECT` and what else its expressions need
/// ([SPARQL 1.1 §18.2.4.1](https://www.w3.org/TR/sparql11-query/#sparqlGroupAggregate)).
struct Aggregation {
  /// Where an expression stands.
  enum Place {
    /// Where aggregates may not stand: in groups and `GROUP BY`.
    case outside
    /// In `SELECT`, `HAVING` or `ORDER BY`.
    case modifier
    /// In an aggregate.
    case aggregate
  }

  /// Where the expression that is read stands.
  var place = Place.outside
  /// The variables that stand in the modifier that is read, but not in its aggregates, and where.
  var ungrouped: [(variable: Variable, range: Range<Int>)] = []
  /// The aggregates in the order in which they came, each once.
  private(set) var bindings: [AggregateBinding] = []
  private var known: [Aggregate: Variable] = [:]
  private var sampled: Set<Variable> = []

  /// The variable that an aggregate is bound to; nil if it is met for the first time.
  func variable(of aggregate: Aggregate) -> Variable? { known[aggregate] }

  /// Binds a variable to an aggregate that is met for the first time.
  mutating func bind(_ variable: Variable, _ aggregate: Aggregate) {
    known[aggregate] = variable
    bindings.append(AggregateBinding(variable, aggregate))
  }

  /// Binds a variable to one of its values in each group, if it is not bound yet.
  mutating func sample(_ variable: Variable) {
    guard sampled.insert(variable).inserted else { return }
    bindings.append(AggregateBinding(variable, Aggregate(.sample, of: .variable(variable))))
  }
}
