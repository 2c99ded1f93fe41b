/// What a plan is opened with.
struct OperatorEnvironment {
  /// The solutions that ``PlanOperation/input`` gives.
  var input = Batch.unit
  /// The variables of the input's columns.
  var inputSlots: [Slot] = []
  /// The named graph that is gone through; 0 for none.
  var graph: TermID = 0
  /// By variable, the term that `EXISTS` puts in for it; 0 for none.
  ///
  /// Triple patterns, paths, tables and names of graphs take a variable for bound to it, and so do
  /// expressions.
  private(set) var given: [TermID] = []

  /// The term put in for a variable; 0 for none.
  @inline(__always)
  func given(_ slot: Slot) -> TermID { slot < given.count ? given[slot] : 0 }

  /// Puts a term in for a variable; 0 changes nothing.
  mutating func give(_ id: TermID, for slot: Slot) {
    guard id != 0 else { return }
    while given.count <= slot { given.append(0) }
    given[slot] = id
  }

  /// The same with nothing put in but for some variables: what a subquery sees.
  func giving(only slots: [Slot]) -> OperatorEnvironment {
    guard !given.isEmpty else { return self }
    var result = self
    result.given = []
    for slot in slots { result.give(given(slot), for: slot) }
    return result
  }
}
