/// Finds what somebody meant who wrote a name that is not known.
package enum NearestName {
  /// The name that differs least from a written one, case left out of account; nil if none is near:
  /// at most a third of its letters may be wrong, missing or too many.
  ///
  /// - Complexity: O(names × length²); of equally near names the first is given.
  package static func among(_ names: some Sequence<String>, to written: String) -> String? {
    let wanted = Array(written.lowercased().unicodeScalars.prefix(longest))
    var best: (distance: Int, name: String)?
    for name in names {
      let letters = Array(name.lowercased().unicodeScalars.prefix(longest))
      let bound = min(max(wanted.count, letters.count) / 3, (best?.distance ?? .max) - 1)
      guard abs(letters.count - wanted.count) <= bound else { continue }
      let distance = distance(wanted, letters)
      if distance <= bound { best = (distance, name) }
    }
    return best?.name
  }

  /// Letters of a name that are compared.
  private static let longest = 64

  /// The number of letters to change, add or leave out, or of neighbours to exchange.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for number in left.indices {
      var row = [number + 1]
      for index in right.indices {
        var least = last[index] + (right[index] == left[number] ? 0 : 1)
        least = min(least, row[index] + 1, last[index + 1] + 1)
        if number > 0, index > 0, left[number] == right[index - 1], left[number - 1] == right[index]
        {
          least = min(least, before[index - 1] + 1)
        }
        row.append(least)
      }
      (before, last) = (last, row)
    }
    return last[right.count]
  }
}
