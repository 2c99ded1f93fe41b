import RDF

/// A row that is put into an order of statements, or taken out of it.
struct RowEdit: Sendable {
  /// The terms in the first two places, and those in the others.
  let front: UInt64
  let back: UInt64
  /// The row in the order before; ``unknownRow`` where that is not known.
  let row: UInt32
  let isAdded: Bool

  static let unknownRow = UInt32.max

  /// An edit of a statement in an order.
  init(
    _ statement: TermDictionary.Statement, _ places: [StatementPlace], row: UInt32 = unknownRow,
    isAdded: Bool
  ) {
    func term(_ place: Int) -> UInt64 {
      place < places.count ? UInt64(statement[places[place]]) : 0
    }
    front = term(0) << 32 | term(1)
    back = term(2) << 32 | term(3)
    self.row = row
    self.isAdded = isAdded
  }

  /// The term in the first place.
  var first: UInt32 { UInt32(truncatingIfNeeded: front >> 32) }

  /// The term in a place, 0 for the first.
  func term(_ place: Int) -> Int {
    let half = place < 2 ? front : back
    return Int(UInt32(truncatingIfNeeded: place % 2 == 0 ? half >> 32 : half))
  }

  private static let digitBits = 11
  /// Fewer are compared.
  private static let leastCounted = 64

  /// Puts edits in order of their rows: by counting, from the last digit of the numbers to the first.
  ///
  /// - Complexity: O(n) passes, one for each digit that is not 0 everywhere.
  static func sort(_ edits: inout [RowEdit]) {
    guard edits.count >= leastCounted else {
      return edits.sort { $0.front != $1.front ? $0.front < $1.front : $0.back < $1.back }
    }
    var other = edits
    let (backs, fronts) = edits.reduce((0, 0)) { ($0.0 | $1.back, $0.1 | $1.front) }
    for shift in stride(from: 0, to: 64, by: digitBits) where backs >> shift & 0x7FF != 0 {
      pass(edits, &other) { Int(truncatingIfNeeded: $0.back >> shift & 0x7FF) }
      swap(&edits, &other)
    }
    for shift in stride(from: 0, to: 64, by: digitBits) where fronts >> shift & 0x7FF != 0 {
      pass(edits, &other) { Int(truncatingIfNeeded: $0.front >> shift & 0x7FF) }
      swap(&edits, &other)
    }
  }

  /// One stable pass by a digit.
  @inline(__always)
  private static func pass(
    _ source: [RowEdit], _ target: inout [RowEdit], _ digit: (RowEdit) -> Int
  ) {
    var next = [Int](repeating: 0, count: 1 << digitBits)
    for edit in source { next[digit(edit)] += 1 }
    var sum = 0
    for index in next.indices { (next[index], sum) = (sum, sum + next[index]) }
    for edit in source {
      let index = digit(edit)
      target[next[index]] = edit
      next[index] += 1
    }
  }
}
