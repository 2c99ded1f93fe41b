/// Lists of small numbers by a small number, such as the tests that a word passes: one array of all
/// values and, for each key, where its own begin.
struct NumberLists: Sendable {
  private var starts: [Int32] = [0]
  private var values: [Int32] = []

  /// No lists.
  init() {}

  /// The values of each key in the order given; a key is 0 or more.
  init(_ pairs: [(key: Int32, value: Int)]) {
    let last = pairs.map(\.key).max() ?? -1
    starts = [Int32](repeating: 0, count: Int(last) + 2)
    for pair in pairs { starts[Int(pair.key) + 1] += 1 }
    for key in starts.indices.dropFirst() { starts[key] += starts[key - 1] }
    values = [Int32](repeating: 0, count: pairs.count)
    var next = starts
    for (key, value) in pairs {
      values[Int(next[Int(key)])] = Int32(value)
      next[Int(key)] += 1
    }
  }

  /// The values of a key; none for a key that is not known or below 0.
  subscript(key: Int32) -> ArraySlice<Int32> {
    guard key >= 0, Int(key) + 1 < starts.count else { return values[0..<0] }
    return values[Int(starts[Int(key)])..<Int(starts[Int(key) + 1])]
  }

  /// Where the values of a key stand; nowhere for a key that is not known or below 0.
  @inline(__always)
  func places(of key: Int32) -> Range<Int> {
    guard key >= 0, Int(key) + 1 < starts.count else { return 0..<0 }
    return Int(starts[Int(key)])..<Int(starts[Int(key) + 1])
  }

  /// The value at a place.
  @inline(__always)
  func value(at place: Int) -> Int { Int(values[place]) }
}
