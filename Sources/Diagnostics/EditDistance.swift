/// How far apart two spellings are.
public enum EditDistance {
  /// Bytes of a text that are compared; what stands behind them counts by its length alone.
  private static let longest = 256

  /// Bytes to insert, delete or replace, or to swap with their neighbour, to make one text of the
  /// other (optimal string alignment over UTF-8).
  ///
  /// - Parameters:
  ///   - left: a text.
  ///   - right: another one.
  ///   - limit: distances above it are of no interest.
  /// - Returns: the distance; nil if it is above the limit.
  /// - Complexity: the product of the lengths, each at most 256 bytes.
  public static func between(_ left: String, _ right: String, limit: Int = .max) -> Int? {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard abs(left.count - right.count) <= limit else { return nil }
    if left == right { return 0 }
    let rest = max(left.count, right.count) - longest
    let (rows, columns) = (Array(left.prefix(longest)), Array(right.prefix(longest)))
    var older: [Int] = []
    var last = Array(0...columns.count)
    for row in rows.indices {
      var current = [row + 1]
      current.reserveCapacity(columns.count + 1)
      for column in columns.indices {
        var cost = min(
          last[column] + (rows[row] == columns[column] ? 0 : 1), last[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, rows[row] == columns[column - 1], rows[row - 1] == columns[column] {
          cost = min(cost, older[column - 1] + 1)
        }
        current.append(cost)
      }
      // Costs only grow from row to row.
      if let least = current.min(), least > limit { return nil }
      (older, last) = (last, current)
    }
    let distance = last[columns.count] + max(rest, 0)
    return distance <= limit ? distance : nil
  }

  /// The known texts that are near a text, the nearest first, equals in order of their UTF-8.
  ///
  /// Near is what takes changes to a third of the longer text's bytes at most.
  ///
  /// - Parameters:
  ///   - text: what was written.
  ///   - known: what could have been meant, in any order; repeats are told once.
  ///   - count: how many to tell at most.
  ///   - folded: the text without what does not count; small letters unless told otherwise.
  /// - Returns: the texts as they are known, each once; empty if none is near.
  public static func nearest(
    to text: String, among known: some Sequence<String>, count: Int = 1,
    folded: (String) -> String = { $0.lowercased() }
  ) -> [String] {
    let wanted = folded(text)
    var found: [(distance: Int, text: String)] = []
    for candidate in Set(known) {
      let letters = folded(candidate)
      let limit = max(wanted.utf8.count, letters.utf8.count) / 3
      guard let distance = between(wanted, letters, limit: limit) else { continue }
      found.append((distance, candidate))
    }
    found.sort { ($0.distance, $0.text) < ($1.distance, $1.text) }
    return found.prefix(count).map(\.text)
  }
}
