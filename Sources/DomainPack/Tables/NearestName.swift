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

  /// The number of letters to change, add or leave out.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (number, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = number + 1
      for index in right.indices {
        let change = diagonal + (right[index] == letter ? 0 : 1)
        diagonal = row[index + 1]
        row[index + 1] = min(change, row[index] + 1, row[index + 1] + 1)
      }
    }
    return row[right.count]
  }
}
