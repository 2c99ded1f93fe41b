/// Gives the solutions of a part of a plan, batch by batch.
///
/// A class, because it stands somewhere in its solutions. It belongs to one thread.
class Operator {
  /// The variables of the columns that it gives.
  final let slots: [Slot]

  init(_ slots: [Slot]) { self.slots = slots }

  /// The next solutions, at least one; nil at the end, and ever after.
  ///
  /// - Throws: ``QueryError`` where a bound of the query is met, `SnapshotError` for a damaged store.
  func next() throws -> Batch? { preconditionFailure("every operator gives its solutions itself") }
}

/// An operator whose rows and time are noted, for `--explain`.
final class MeasuredOperator: Operator {
  private let inner: Operator
  private let measure: PlanMeasure

  init(_ inner: Operator, _ measure: PlanMeasure) {
    self.inner = inner
    self.measure = measure
    super.init(inner.slots)
  }

  override func next() throws -> Batch? {
    let start = ContinuousClock.now
    defer { measure.time += ContinuousClock.now - start }
    guard let batch = try inner.next() else { return nil }
    measure.rows += batch.count
    return batch
  }
}

/// What an operator of a plan has given, and how long it took.
///
/// A class, because all the operators that a plan's part was opened as add to it.
final class PlanMeasure {
  /// How many solutions were given.
  var rows = 0
  /// The time within the operator and all below it.
  var time = Duration.zero
}
