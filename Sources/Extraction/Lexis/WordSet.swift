/// A set of numbered words that is asked for every token.
struct WordSet: Sendable {
  private var isMember: [Bool] = []

  /// The set of some words.
  init(_ words: some Sequence<Int32> = []) { for word in words { insert(word) } }

  /// Adds a word.
  mutating func insert(_ word: Int32) {
    if isMember.count <= Int(word) {
      isMember += [Bool](repeating: false, count: Int(word) + 1 - isMember.count)
    }
    isMember[Int(word)] = true
  }

  /// Whether a word is one of these; none is below 0.
  @inline(__always)
  func contains(_ word: Int32) -> Bool {
    word >= 0 && Int(word) < isMember.count && isMember[Int(word)]
  }
}
