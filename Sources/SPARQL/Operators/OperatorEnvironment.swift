/// What a plan is opened with.
struct OperatorEnvironment {
  /// The solutions that ``PlanOperation/input`` gives.
  var input = Batch.unit
  /// The variables of the input's columns.
  var inputSlots: [Slot] = []
  /// The named graph that is gone through; 0 for none.
  var graph: TermID = 0
}
