/// Pairs of term numbers one behind the other, in stretches of memory of their own.
///
/// Nothing is copied where they grow, and the system has the memory back with the last copy.
struct PairPages: Sendable {
  /// How many pairs a stretch holds, as a power of two.
  private static let stretchBits = 17
  private static var stretch: Int { 1 << stretchBits }

  /// All but the last are full; what another copy knows too is not written any more.
  private var stretches: [ColumnMemory] = []
  /// How many pairs there are.
  private(set) var count = 0

  /// Makes room for so many more pairs, which no copy has.
  ///
  /// - Complexity: O(1) for each pair that is appended later.
  mutating func makeRoom(for count: Int) {
    if self.count < stretches.count << Self.stretchBits,
      !isKnownUniquelyReferenced(&stretches[stretches.count - 1])
    {
      let last = stretches.removeLast()
      let own = ColumnMemory(elements: 2 * Self.stretch)
      let used = 2 * (self.count - stretches.count << Self.stretchBits)
      own.start.initialize(from: last.start, count: used)
      stretches.append(own)
    }
    while stretches.count << Self.stretchBits < self.count + count {
      stretches.append(ColumnMemory(elements: 2 * Self.stretch))
    }
  }

  /// Adds a pair.
  ///
  /// - Precondition: ``makeRoom(for:)`` made room for it.
  @inline(__always)
  mutating func append(_ first: UInt32, _ second: UInt32) {
    let place = 2 * (count & (Self.stretch &- 1))
    let stretch = stretches[count >> Self.stretchBits].start + place
    stretch.initialize(to: first)
    (stretch + 1).initialize(to: second)
    count &+= 1
  }

  /// The pair at an index from 0.
  subscript(index: Int) -> (first: UInt32, second: UInt32) {
    @inline(__always) get {
      precondition(index >= 0 && index < count, "an index of pairs lies within them")
      let stretch = stretches[index >> Self.stretchBits].start
      let place = 2 * (index & (Self.stretch &- 1))
      return (stretch[place], stretch[place &+ 1])
    }
  }
}
