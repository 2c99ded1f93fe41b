/// Term or row numbers that stand one behind the other in memory and never change.
///
/// Reading an element is checked against the bounds. Of a snapshot, ``verify(_:)`` has to be called
/// for a range before it is read for the first time; columns that were built here hold what they
/// should.
package struct Column: @unchecked Sendable {
  // Unchecked: the memory behind the pointer is written before the column is made and never after,
  // and `memory` keeps it.
  /// The first element.
  ///
  /// For loops that have compared the range that they read with ``count``, and have verified it.
  package let base: UnsafePointer<UInt32>
  /// How many elements there are.
  package let count: Int
  /// What owns the elements.
  private let memory: ColumnMemory
  /// What verifies the elements; nil if they need no verifying.
  package let check: BlockCheck?

  /// A column of elements that `memory` owns.
  init(
    _ base: UnsafePointer<UInt32>, count: Int, memory: ColumnMemory, check: BlockCheck? = nil
  ) {
    self.base = base
    self.count = count
    self.memory = memory
    self.check = check
  }

  /// A column whose elements are written by `write`, which has to write all of them.
  package init(count: Int, write: (UnsafeMutableBufferPointer<UInt32>) -> Void) {
    let memory = ColumnMemory(elements: count)
    write(memory.elements)
    self.init(UnsafePointer(memory.start), count: count, memory: memory)
  }

  /// A column with these elements.
  package init(_ elements: [UInt32]) {
    self.init(count: elements.count) { buffer in
      _ = buffer.initialize(from: elements)
    }
  }

  /// The element at an index from 0.
  @inlinable
  package subscript(index: Int) -> UInt32 {
    @inline(__always) get {
      precondition(index >= 0 && index < count, "an index of a column lies within it")
      return base[index]
    }
  }

  /// Hands out the elements of a range as they lie in memory.
  ///
  /// - Precondition: the range lies within the column.
  @inlinable
  package func withElements<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt32>) throws -> Result
  ) rethrows -> Result {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count, "a range of a column lies within it")
    return try body(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Makes sure that the elements of a range are those that were once written.
  ///
  /// - Throws: ``SnapshotError`` if the part of a file that they stand in is damaged.
  @inlinable @inline(__always)
  package func verify(_ range: Range<Int>) throws(SnapshotError) {
    guard let check else { return }
    try check.verify(elements: range)
  }

  /// The first index of a range whose element is not less than a value, in elements that ascend.
  ///
  /// - Complexity: O(log n).
  @inlinable
  package func lowerBound(of value: UInt32, in range: Range<Int>) throws(SnapshotError) -> Int {
    if range.count <= 16 {
      try verify(range)
      var index = range.lowerBound
      while index < range.upperBound, self[index] < value { index &+= 1 }
      return index
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low &+ (high &- low) / 2
      try verify(middle..<middle &+ 1)
      if self[middle] < value { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// The range of a value in elements that ascend.
  ///
  /// - Complexity: O(log n).
  @inlinable
  package func range(of value: UInt32, in range: Range<Int>) throws(SnapshotError) -> Range<Int> {
    let low = try lowerBound(of: value, in: range)
    if low == range.upperBound { return low..<low }
    try verify(low..<low &+ 1)
    guard self[low] == value else { return low..<low }
    // Most runs are short: doubling steps find their end near their start.
    var step = 1
    var last = low
    while last &+ step < range.upperBound {
      try verify(last &+ step..<last &+ step &+ 1)
      guard self[last &+ step] == value else { break }
      last &+= step
      step &*= 2
    }
    let end = try lowerBound(of: value &+ 1, in: last &+ 1..<min(last &+ step, range.upperBound))
    return low..<end
  }

  /// How many different values stand in a range of elements that ascend.
  func countOfDistinct(in range: Range<Int>) -> Int {
    guard let first = range.first else { return 0 }
    var count = 1
    for index in range.dropFirst() where self[index] != self[index - 1] { count += 1 }
    _ = first
    return count
  }
}
