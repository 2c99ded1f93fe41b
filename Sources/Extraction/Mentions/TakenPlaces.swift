/// Places of a sentence that are given away, each once.
struct TakenPlaces {
  private let first: Int
  private var isTaken: [Bool]

  /// All places of a range, none of them taken.
  init(_ range: Range<Int>) {
    first = range.lowerBound
    isTaken = [Bool](repeating: false, count: range.count)
  }

  /// Takes some places, if all of them are there to be taken; tells whether they were.
  mutating func take(_ places: Range<Int>) -> Bool {
    guard !places.contains(where: { isTaken[$0 - first] }) else { return false }
    for place in places { isTaken[place - first] = true }
    return true
  }
}
