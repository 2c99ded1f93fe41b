/// What two datasets do not have in common, whatever their blank nodes are called.
///
/// Blank nodes are paired by what stands around them, so that one changed statement does not rename
/// all others: a pair has one name on both sides. Every pairing gives a true difference; a better one
/// gives a shorter difference, and equal datasets give none.
///
/// ```swift
/// let difference = DatasetDifference(from: old, to: new)
/// difference.forEachLine { change, line in … }
/// ```
public struct DatasetDifference: Sendable {
  /// What became of a statement.
  public enum Change: Hashable, Sendable {
    /// Only the old dataset has it.
    case removed
    /// Only the new dataset has it.
    case added
  }

  private let old: CanonicalDataset
  private let new: CanonicalDataset
  private let oldNames: [Int]
  private let newNames: [Int]

  /// The difference of two datasets.
  public init(from old: CanonicalDataset, to new: CanonicalDataset) {
    self.old = old
    self.new = new
    var pairing = BlankNodePairing(old, new)
    (oldNames, newNames) = pairing.run()
  }

  /// Hands on the statements that only one dataset has, as lines of N-Quads in order of their bytes,
  /// line feed included.
  ///
  /// - Throws: what `body` throws.
  public func forEachLine<Failure: Error>(
    _ body: (Change, Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let left = SortedLines(old.places) {
      BlankNodeName.appendCanonical(oldNames[$0], to: &$1)
    }
    let right = SortedLines(new.places) {
      BlankNodeName.appendCanonical(newNames[$0], to: &$1)
    }
    let (leftBytes, rightBytes) = (left.bytes.span, right.bytes.span)
    var (leftPlace, rightPlace) = (0, 0)
    while leftPlace < left.indices.count || rightPlace < right.indices.count {
      let order: Int
      if leftPlace == left.indices.count {
        order = 1
      } else if rightPlace == right.indices.count {
        order = -1
      } else {
        order = leftBytes.extracting(left.range(leftPlace))
          .compare(with: rightBytes.extracting(right.range(rightPlace)))
      }
      if order < 0 { try body(.removed, leftBytes.extracting(left.range(leftPlace))) }
      if order > 0 { try body(.added, rightBytes.extracting(right.range(rightPlace))) }
      if order <= 0 { leftPlace += 1 }
      if order >= 0 { rightPlace += 1 }
    }
  }
}

extension Span<UInt8> {
  /// Less than zero, zero or more than zero as these bytes stand before, at or after the others.
  func compare(with other: Span<UInt8>) -> Int {
    for offset in 0..<Swift.min(count, other.count) where self[offset] != other[offset] {
      return Int(self[offset]) - Int(other[offset])
    }
    return count - other.count
  }
}
