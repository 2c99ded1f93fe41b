/// The acts that can be reached from one in one direction, and the relations among them.
public struct Trace: Hashable, Sendable {
  /// Which way relations are followed.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// To what an act rests on and what it replaced.
    case up
    /// To what amends, implements, replaces or ends it.
    case down
  }

  /// A step from one act to another.
  public struct Step: Hashable, Sendable {
    /// The act to which it leads: its place in ``Trace/nodes``.
    public var place: Int
    /// All relations between the two; when going down, read from there to here.
    public var relations: LineageRelations
  }

  /// Which way.
  public var direction: Direction
  /// The acts, by falling nearness, the one asked about first.
  public var nodes: [Int]
  /// The number of steps to each act.
  public var depths: [Int]
  /// The steps from each act, ordered by relation, date and number; none from those at the bound of
  /// depth.
  public var steps: [[Step]]
  /// How many steps lead on from each act beyond the bound of depth; not all of them lead to acts
  /// that are not here.
  public var stepsBeyond: [Int]
}
