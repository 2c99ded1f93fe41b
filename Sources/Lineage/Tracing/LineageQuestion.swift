/// What is asked about an act.
public struct LineageQuestion: Hashable, Sendable {
  /// The act.
  public var node: Int
  /// The ways that are followed, in the order in which they are told.
  public var directions: [Trace.Direction] = [.up, .down]
  /// The most steps taken; nil for no bound.
  public var depth: Int?
  /// The day for which the version in force is told.
  public var day: LineageDate

  /// A question about an act, in both directions and without bound.
  public init(node: Int, day: LineageDate) {
    self.node = node
    self.day = day
  }
}
