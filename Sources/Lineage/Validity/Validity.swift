/// From when until when an act is in force, and why.
public struct Validity: Hashable, Sendable {
  /// From which day it is in force; nil if nothing tells.
  public var from: Bound?
  /// From which day it is no longer in force; nil if it still is, or nothing tells.
  public var until: Bound?
  /// The year of its number: it cannot be older than that; nil if its key has none.
  public var earliestYear: Int?

  /// One end of the time in which an act is in force.
  public struct Bound: Hashable, Sendable {
    /// As exact as it is known.
    public var date: LineageDate
    /// What tells it.
    public var reason: Reason
    /// The other act that brought it about; nil where none did.
    public var act: Int?
    /// The claims that tell it: places among those of the graph, ascending; empty where the pack or
    /// the data tell it without one.
    public var claims: [Int] = []
  }

  /// What tells an end.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The data state the date of entry into force, or of its end.
    case stated
    /// The table of known acts states it.
    case known
    /// What the act does to others takes effect on that day, and so the act itself.
    case effect
    /// The day of its promulgation, from which an act is in force unless it says otherwise.
    case promulgated
    /// The day of its enactment, which is mostly that of its promulgation.
    case enacted
    /// Another act repeals it as a whole.
    case repealed
    /// Another act takes its place, without a repeal that is known.
    case replaced
  }

  /// Where a day stands to the time in which the act is in force.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case inForce
    /// Not yet in force.
    case notYet
    /// No longer in force: repealed or replaced.
    case ended
    /// The dates are not exact enough, or not known.
    case unknown
  }

  /// Whether the act is in force on a day.
  ///
  /// The first day of ``from`` counts, that of ``until`` no more. An act whose begin is not known is
  /// taken to be in force from the end of the year of its number on.
  public func state(on day: LineageDate) -> State {
    if let until, until.date.first <= day.last {
      return until.date.last <= day.first ? .ended : .unknown
    }
    if let from {
      if from.date.last <= day.first { return .inForce }
      return day.last < from.date.first ? .notYet : .unknown
    }
    guard let earliestYear else { return .unknown }
    if day.year > earliestYear { return .inForce }
    return day.year < earliestYear ? .notYet : .unknown
  }
}
