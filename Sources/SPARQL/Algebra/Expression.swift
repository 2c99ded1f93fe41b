public import RDF

/// What has a value, or an error, for each solution
/// ([SPARQL 1.1 §17](https://www.w3.org/TR/sparql11-query/#expressions)).
public indirect enum Expression: Hashable, Sendable {
  /// A constant.
  case term(Term)
  /// The term bound to a variable; an error where there is none.
  case variable(Variable)
  /// `left || right`, of three values.
  case or(Expression, Expression)
  /// `left && right`, of three values.
  case and(Expression, Expression)
  /// `! operand`.
  case not(Expression)
  /// `left = right` and the like.
  case comparison(Comparison, Expression, Expression)
  /// `left + right` and the like.
  case arithmetic(Arithmetic, Expression, Expression)
  /// `+ operand`.
  case unaryPlus(Expression)
  /// `- operand`.
  case negated(Expression)
  /// `operand IN (list)`; `NOT IN` is its ``not(_:)``.
  case isIn(Expression, [Expression])
  /// `EXISTS { pattern }`; `NOT EXISTS` is its ``not(_:)``.
  ///
  /// The specification leaves open how the solution at hand is put into the pattern. Here every leaf
  /// of the pattern (triples, a path, `VALUES`, the name of `GRAPH`) sees those of its variables that
  /// the solution binds as bound, and so do expressions; a subquery hands on only the variables that
  /// it selects.
  case exists(GraphPattern)
  /// `BOUND(variable)`.
  case bound(Variable)
  /// `IF(condition, then, otherwise)`.
  case conditional(Expression, Expression, Expression)
  /// `COALESCE(list)`.
  case coalesce([Expression])
  /// A function that the grammar names; the parser has checked the number of arguments.
  case call(BuiltInFunction, [Expression])
  /// A function named by an IRI: a cast, or one that is not known, which is an error when called.
  case function(NamedNode, [Expression])

  /// How two values are compared.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// `=`
    case equal = "="
    /// `!=`
    case notEqual = "!="
    /// `<`
    case less = "<"
    /// `>`
    case greater = ">"
    /// `<=`
    case lessOrEqual = "<="
    /// `>=`
    case greaterOrEqual = ">="
  }

  /// How two values are reckoned together.
  public enum Arithmetic: String, Hashable, Sendable, CaseIterable {
    /// `+`
    case add = "+"
    /// `-`
    case subtract = "-"
    /// `*`
    case multiply = "*"
    /// `/`
    case divide = "/"
  }
}
