import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Permutation {
  /// From how many rows on one more thread is worth while.
  private static let rowsPerPart = 1 << 17
  private static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The same statements with another place put in front, the others following in their order.
  ///
  /// One stable pass of counting: what was in order stays so among equals. The rows are parted in
  /// their order, so that the result is the same however many parts there are.
  ///
  /// - Parameters:
  ///   - place: 1 for the second, 2 for the third, 3 for the fourth.
  ///   - termCount: The largest number of a term.
  ///   - parts: How many threads work at it; nil for as many as there are processors and as are worth
  ///     while.
  /// - Returns: an order of as many rows.
  package func reordered(by place: Int, termCount: Int, parts: Int? = nil) -> Permutation {
    let columns = [second, third] + (fourth.map { [$0] } ?? [])
    let key = columns[place - 1]
    let rest = columns.indices.filter { $0 != place - 1 }.map { columns[$0] }
    let parts = self.parts(parts ?? max(1, min(Self.processors, count / Self.rowsPerPart)))
    let size = termCount + 1
    // By part and term, how many rows there are; then, where the next of them goes.
    let counts = ColumnMemory(elements: parts.count * size)
    counts.start.initialize(repeating: 0, count: parts.count * size)
    DispatchQueue.concurrentPerform(iterations: parts.count) { part in
      let own = counts.start + part * size
      for row in parts[part].rows { own[Int(key[row])] &+= 1 }
    }
    let offsets = Self.placed(counts.start, terms: size, parts: parts.count)
    let memory = columns.map { _ in ColumnMemory(elements: count) }
    DispatchQueue.concurrentPerform(iterations: parts.count) { part in
      scatter(parts[part], by: key, rest, counts.start + part * size, memory.map(\.start))
    }
    let made = memory.map { Column(UnsafePointer($0.start), count: count, memory: $0) }
    return Permutation(
      offsets: offsets, second: made[0], third: made[1], fourth: made.count > 2 ? made[2] : nil)
  }

  /// Some neighbouring rows.
  private struct Part {
    let rows: Range<Int>
    /// The term in the first place of the first row.
    let term: Int
  }

  private func parts(_ number: Int) -> [Part] {
    (0..<number).map { part in
      let rows = count * part / number..<count * (part + 1) / number
      return Part(rows: rows, term: term(of: rows.lowerBound))
    }
  }

  /// The term in the first place of a row.
  private func term(of row: Int) -> Int {
    var (low, high) = (0, max(offsets.count - 1, 0))
    while low < high {
      let middle = low + (high - low) / 2
      if Int(offsets[middle + 1]) > row { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Makes of counts the rows at which each term begins in each part.
  ///
  /// - Returns: the rows at which each term begins at all, and behind them the number of rows.
  private static func placed(
    _ counts: UnsafeMutablePointer<UInt32>, terms: Int, parts: Int
  ) -> Column {
    Column(count: terms + 1) { offsets in
      var row: UInt32 = 0
      for term in 0..<terms {
        offsets[term] = row
        for part in 0..<parts {
          let count = counts[part * terms + term]
          counts[part * terms + term] = row
          row += count
        }
      }
      offsets[terms] = row
    }
  }

  /// Puts the rows of a part where they go.
  ///
  /// `next` is by term of the key where its next row goes; `targets` are the columns that are written,
  /// the first of them with what stood in the first place.
  private func scatter(
    _ part: Part, by key: Column, _ rest: [Column], _ next: UnsafeMutablePointer<UInt32>,
    _ targets: [UnsafeMutablePointer<UInt32>]
  ) {
    let (first, second) = (targets[0], targets[1])
    let third = targets.count > 2 ? targets[2] : nil
    let (other, last) = (rest[0], rest.count > 1 ? rest[1] : nil)
    var term = part.term
    for row in part.rows {
      while Int(offsets[term &+ 1]) <= row { term &+= 1 }
      let index = Int(key[row])
      let target = Int(next[index])
      next[index] &+= 1
      first[target] = UInt32(truncatingIfNeeded: term)
      second[target] = other[row]
      if let third, let last { third[target] = last[row] }
    }
  }
}
