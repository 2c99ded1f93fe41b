/// The orders of some elements, one after the other, none twice.
///
/// By Heap's algorithm: each order differs from the one before by an exchange of two.
struct Permutations {
  /// The order under way; nil behind the last.
  private(set) var current: [Int]?
  private var counters: [Int]
  private var level = 1

  /// The orders of these elements, as they stand first.
  init(_ elements: [Int]) {
    current = elements
    counters = [Int](repeating: 0, count: elements.count)
  }

  /// Goes on to the next order.
  mutating func advance() {
    guard var order = current else { return }
    current = nil
    while level < order.count {
      guard counters[level] < level else {
        counters[level] = 0
        level += 1
        continue
      }
      order.swapAt(level.isMultiple(of: 2) ? 0 : counters[level], level)
      counters[level] += 1
      level = 1
      current = order
      return
    }
  }
}
