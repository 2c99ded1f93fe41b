/// How far apart two spellings are.
enum SpellingDistance {
  /// The known word that takes the fewest changes, at most a third of its letters; nil if none is
  /// near.
  static func nearest(to word: String, among known: [String]) -> String? {
    let distances = known.map { (word: $0, distance: between(word.lowercased(), $0)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }),
      best.distance * 3 <= max(best.word.count, 3)
    else { return nil }
    return best.word
  }

  /// Letters to insert, delete, replace or swap with their neighbour to make one word of the other
  /// (optimal string alignment).
  static func between(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.prefix(64)), Array(right.prefix(64)))
    var older: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        var cost = min(
          last[column] + (left[row] == right[column] ? 0 : 1), last[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, older[column - 1] + 1)
        }
        current.append(cost)
      }
      (older, last) = (last, current)
    }
    return last[right.count]
  }
}
