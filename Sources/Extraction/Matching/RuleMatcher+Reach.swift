// The way backwards: from where a match can be reached.
extension RuleMatcher {
  /// Fills `reach` for the instructions of an entry; the first item at which a match begins.
  mutating func firstStart(_ entry: Range<Int>, _ rows: ItemRows) -> Int? {
    let pieces = rows.length >> 6 + 1
    if reach.count < pieces * entry.count {
      reach += [UInt64](repeating: 0, count: pieces * entry.count - reach.count)
    }
    var filled: [UInt64] = []
    swap(&filled, &reach)
    defer { swap(&filled, &reach) }
    var reach = filled.mutableSpan
    var first: Int?
    for piece in stride(from: pieces - 1, through: 0, by: -1) {
      let whole = Sweep(entry: entry, piece: piece, count: rows.length, rows: piece * rows.count)
      sweep(entry, of: whole, rows, &reach)
      let starts = reach[piece * entry.count]
      if starts != 0 { first = piece << 6 + starts.trailingZeroBitCount }
    }
    return first
  }

  /// An entry over a piece of a sentence.
  private struct Sweep {
    let entry: Range<Int>
    let piece: Int
    /// Items of the sentence.
    let count: Int
    /// Where the piece begins in the bits of the rows.
    let rows: Int

    /// Where the first instruction of the program would stand in `reach`.
    var origin: Int { piece * entry.count - entry.lowerBound }
    var isLast: Bool { piece == count >> 6 }

    /// The items of the piece from which an instruction is reached by going over some items, those
    /// in the next piece counted.
    func before(_ place: Int, by length: Int, _ reach: borrowing MutableSpan<UInt64>) -> UInt64 {
      let own = reach[origin + place] >> UInt64(length)
      guard !isLast else { return own }
      return own | reach[origin + place + entry.count] << UInt64(64 - length)
    }
  }

  /// Fills `reach` for some instructions of an entry in a piece, the last one first; what stands
  /// behind them and in the next piece is known.
  private func sweep(
    _ part: Range<Int>, of whole: Sweep, _ rows: ItemRows, _ reach: inout MutableSpan<UInt64>
  ) {
    let origin = whole.origin
    var place = part.upperBound - 1
    while place >= part.lowerBound {
      let result: UInt64
      switch steps[place] {
      case .test(let row):
        result = rows.bits[whole.rows + row] & whole.before(place + 1, by: 1, reach)
      case .negated(let row):
        result = ~rows.bits[whole.rows + row] & whole.before(place + 1, by: 1, reach)
      case .phrase(let own):
        var sum: UInt64 = 0
        for number in own {
          let way = ways[number]
          let bits = rows.bits[whole.rows + way.row]
          if bits != 0 { sum |= bits & whole.before(place + 1, by: way.length, reach) }
        }
        result = sum
      case .split(let first, let second):
        result = reach[origin + first] | reach[origin + second]
      case .jump(let target) where target < place:
        loop(target, place, of: whole, rows, &reach)
        place = target - 1
        continue
      case .jump(let target): result = reach[origin + target]
      case .open, .close: result = reach[origin + place + 1]
      case .sentenceStart: result = whole.piece == 0 ? reach[origin + place + 1] & 1 : 0
      case .sentenceEnd:
        result =
          whole.isLast ? reach[origin + place + 1] & (1 << UInt64(whole.count & 63)) : 0
      case .match:
        // The place behind the last item is one, too.
        result = whole.isLast ? .max >> UInt64(63 - whole.count & 63) : .max
      }
      reach[origin + place] = result
      place -= 1
    }
  }

  /// The items that pass the test of an instruction; nil for one that is no test.
  private func passing(_ place: Int, of whole: Sweep, _ rows: ItemRows) -> UInt64? {
    switch steps[place] {
    case .test(let row): rows.bits[whole.rows + row]
    case .negated(let row): ~rows.bits[whole.rows + row]
    default: nil
    }
  }

  /// Fills `reach` from the split that begins a loop to the jump that ends it.
  private func loop(
    _ split: Int, _ jump: Int, of whole: Sweep, _ rows: ItemRows,
    _ reach: inout MutableSpan<UInt64>
  ) {
    let origin = whole.origin
    let exit = reach[origin + jump + 1]
    if jump == split + 2, let passing = passing(split + 1, of: whole, rows) {
      // Goes back over runs of passing items, twice as far at each step.
      var reached = exit
      if !whole.isLast { reached |= passing & reach[origin + split + whole.entry.count] << 63 }
      var run = passing
      for length: UInt64 in [1, 2, 4, 8, 16, 32] {
        reached |= run & (reached >> length)
        run &= run >> length
      }
      reach[origin + split] = reached
      reach[origin + jump] = reached
      reach[origin + split + 1] = passing & whole.before(jump, by: 1, reach)
      return
    }
    reach[origin + split] = exit
    while true {
      let known = reach[origin + split]
      reach[origin + jump] = known
      sweep(split + 1..<jump, of: whole, rows, &reach)
      let reached = exit | reach[origin + split + 1]
      reach[origin + split] = reached
      if reached == known { return }
    }
  }
}
