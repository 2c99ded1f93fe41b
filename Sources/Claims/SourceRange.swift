/// A range of a document's raw text in characters (Unicode code points), counted from 0, end excluded.
///
/// The unit of `#char=` fragments ([RFC 5147 §2.2.1](https://www.rfc-editor.org/rfc/rfc5147#section-2.2.1)).
public struct SourceRange: Hashable, Comparable, Sendable, Codable {
  /// The first character, counted from 0.
  public var start: Int
  /// The character behind the last one.
  public var end: Int

  /// The characters from `start` up to but not including `end`.
  public init(start: Int, end: Int) {
    precondition(0 <= start && start <= end, "a source range runs forwards from 0")
    self.start = start
    self.end = end
  }

  /// Earlier start first, then the shorter one.
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }

  /// Whether every character of the other range lies in this one.
  public func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }

  /// The smallest range that covers both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(start: min(start, other.start), end: max(end, other.end))
  }
}
