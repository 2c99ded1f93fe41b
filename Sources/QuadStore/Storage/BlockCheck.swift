public import Synchronization

/// What makes a block of elements fit to be read.
protocol BlockPreparation: Sendable {
  /// Makes a block fit, whose number counts from 0; two threads may ask for one block at once.
  ///
  /// - Throws: ``SnapshotError`` if what stands there cannot be relied on.
  func prepare(block: Int) throws(SnapshotError)
}

/// Sees to it that each block of elements is prepared when it is first touched: verified, where it
/// lies in a file, or made.
///
/// A class, for it remembers what was prepared. Unchecked: the marks are atomic and all else is
/// constant; a block that two threads touch at once is asked for twice.
@usableFromInline
package final class BlockCheck: @unchecked Sendable {
  private let preparation: any BlockPreparation
  @usableFromInline let elementSize: Int
  @usableFromInline let verified: UnsafeMutablePointer<Atomic<UInt8>>
  private let blockCount: Int

  /// A check of elements of a size that take so many bytes; nothing of them is prepared yet.
  init(_ preparation: any BlockPreparation, byteCount: Int, elementSize: Int) {
    self.preparation = preparation
    self.elementSize = elementSize
    blockCount = SnapshotFormat.blockCount(ofBytes: byteCount)
    verified = .allocate(capacity: max(blockCount, 1))
    for block in 0..<blockCount { (verified + block).initialize(to: Atomic(0)) }
  }

  deinit {
    verified.deinitialize(count: blockCount)
    verified.deallocate()
  }

  /// Prepares the blocks of some elements.
  ///
  /// - Precondition: the elements lie within the section.
  /// - Throws: ``SnapshotError`` for the first block that is damaged.
  @inlinable
  package func verify(elements: Range<Int>) throws(SnapshotError) {
    guard !elements.isEmpty else { return }
    let first = elements.lowerBound &* elementSize / SnapshotFormat.blockSize
    let last = (elements.upperBound &* elementSize &- 1) / SnapshotFormat.blockSize
    for block in first...last where verified[block].load(ordering: .acquiring) == 0 {
      try verify(block: block)
    }
  }

  /// Prepares a block, and remembers it.
  @usableFromInline
  func verify(block: Int) throws(SnapshotError) {
    try preparation.prepare(block: block)
    verified[block].store(1, ordering: .releasing)
  }
}
