extension GraphGenerator {
  /// A made-up sentence of so many words; one in ten holds something that must be escaped in a
  /// literal.
  mutating func sentence(_ words: [ByteText], length: ClosedRange<Int>) -> ByteText {
    let count = random.integer(in: length)
    var chosen = (0..<count).map { _ in random.element(of: words) }
    let middle = count / 2
    switch random.unit() {
    case ..<0.06: chosen[middle] = "\"\(chosen[middle])\""
    case ..<0.10: chosen[middle] = "\(chosen[middle]).\n\(chosen[0].capitalized)"
    default: break
    }
    let joined = chosen.map(\.bytes).joined(separator: CollectionOfOne(UInt8(ascii: " ")))
    return ByteText(bytes: Array(joined)).capitalized
  }

  /// A date from the first day of one year to the 28th of December of another.
  mutating func date(_ years: ClosedRange<Int>) -> Term {
    day(of: random.integer(in: years))
  }

  /// A day of a year, at most the 28th of its month.
  mutating func day(of year: Int) -> Term {
    let month = 1 + random.integer(below: 12)
    let day = 1 + random.integer(below: 28)
    return .typed("\(year)-\(twoDigits: month)-\(twoDigits: day)", .date)
  }
}
