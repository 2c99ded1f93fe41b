/// How patterns that run in circles are joined.
package enum JoinStrategy: Sendable {
  /// As is expected to cost less.
  case cheapest
  /// Two by two.
  case pairwise
  /// Variable by variable.
  case variableByVariable
}
