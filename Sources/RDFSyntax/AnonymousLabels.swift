/// Names the blank nodes that a text leaves without a label, apart from those that it labels.
///
/// They are called `anon0`, `anon1` and so on, in the order of the text. A label of the text of that
/// form is left alone as long as it has not been given to another node before, and is never given
/// after; else it gets one more hyphen. So what was written with such labels reads back the same.
package struct AnonymousLabels {
  /// The number given next.
  private var next: UInt64 = 0
  /// The numbers given, in ascending runs that do not touch.
  private var given: [Range<UInt64>] = []

  /// Labels of a text that has given none.
  package init() {}

  /// A number that no other node has.
  package mutating func fresh() -> UInt64 {
    let number = next
    next += 1
    if let last = given.indices.last, given[last].upperBound == number {
      given[last] = given[last].lowerBound..<next
    } else {
      given.append(number..<next)
    }
    return number
  }

  /// Whether a label of the text, without its `_:`, has to get one more hyphen behind `anon`.
  package mutating func mustMove(_ label: Span<UInt8>) -> Bool {
    guard label.count > Self.stem.utf8CodeUnitCount else { return false }
    for offset in 0..<Self.stem.utf8CodeUnitCount
    where label[offset] != Self.stem.utf8Start[offset] {
      return false
    }
    var position = Self.stem.utf8CodeUnitCount
    while position < label.count, label[position] == UInt8(ascii: "-") { position += 1 }
    let isMoved = position > Self.stem.utf8CodeUnitCount
    guard position < label.count else { return false }
    var number: UInt64 = 0
    let isCanonical = label[position] != UInt8(ascii: "0") || position + 1 == label.count
    while position < label.count {
      let byte = label[position]
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
      let (product, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeToo) = product.addingReportingOverflow(UInt64(byte & 0x0F))
      // No number as large as that is ever given, however many nodes there are.
      if isTooLarge || isTooLargeToo || sum >= 1 << 62 { return false }
      number = sum
      position += 1
    }
    // `anon-7` moves exactly when `anon7` does, so that the two stay apart.
    if !isMoved, !isCanonical { return false }
    if number >= next {
      next = number + 1
      return false
    }
    return wasGiven(number)
  }

  /// What the labels begin with.
  package static let stem: StaticString = "anon"

  private func wasGiven(_ number: UInt64) -> Bool {
    var (low, high) = (0, given.count)
    while low < high {
      let middle = (low + high) / 2
      if given[middle].upperBound <= number { low = middle + 1 } else { high = middle }
    }
    return low < given.count && given[low].contains(number)
  }
}
