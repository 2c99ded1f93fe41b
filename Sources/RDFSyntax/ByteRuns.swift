/// Many short runs of bytes in one buffer, to be put in order without a string for each.
struct ByteRuns {
  /// All runs, one after the other.
  var bytes: [UInt8] = []
  /// The borders: run `i` lies from `ends[i - 1]` (or 0) to `ends[i]`.
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  /// Closes the run that was appended to ``bytes`` since the last call.
  mutating func endRun() { ends.append(bytes.count) }

  func range(of run: Int) -> Range<Int> { (run == 0 ? 0 : ends[run - 1])..<ends[run] }

  subscript(run: Int) -> ArraySlice<UInt8> { bytes[range(of: run)] }

  /// Less than zero, zero or more than zero as the left run stands before, at or after the right.
  func compare(_ left: Int, _ right: Int) -> Int {
    let (left, right) = (range(of: left), range(of: right))
    let span = bytes.span
    for offset in 0..<min(left.count, right.count) {
      let difference =
        Int(span[left.lowerBound + offset]) - Int(span[right.lowerBound + offset])
      if difference != 0 { return difference }
    }
    return left.count - right.count
  }

  /// The numbers of the runs in order of their bytes, each content once.
  func sortedUnique() -> [Int] {
    let sorted = (0..<count).sorted { compare($0, $1) < 0 }
    var unique: [Int] = []
    unique.reserveCapacity(sorted.count)
    for run in sorted where unique.last.map({ compare($0, run) != 0 }) ?? true {
      unique.append(run)
    }
    return unique
  }
}
