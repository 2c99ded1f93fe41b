/// How far apart two words are: the fewest letters to add, drop, change or swap with a neighbour
/// (the restricted distance of Damerau, 1964).
package enum EditDistance {
  /// The first of the words nearest to one, if it is near enough to be meant: a third of the longer
  /// word's letters at most.
  ///
  /// - Complexity: O(letters of the word × letters of all others).
  package static func nearest(to word: String, among others: some Sequence<String>) -> String? {
    var best: (word: String, distance: Int)?
    for other in others {
      let distance = between(word, other)
      let longer = max(word.unicodeScalars.count, other.unicodeScalars.count)
      guard distance * 3 <= longer, best.map({ distance < $0.distance }) ?? true else { continue }
      best = (other, distance)
    }
    return best?.word
  }

  /// The distance of two words, capital letters taken for small ones.
  static func between(_ left: String, _ right: String) -> Int {
    let a = Array(left.lowercased().unicodeScalars)
    let b = Array(right.lowercased().unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(last[j] + (a[i] == b[j] ? 0 : 1), min(last[j + 1], row[j]) + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, beforeLast[j - 1] + 1)
        }
        row.append(least)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
