import Claims

/// Finds what somebody meant who wrote a name that is not known.
package enum NearestName {
  /// The name that differs least from a written one, case left out of account; nil if none is near:
  /// at most a third of the longer one's bytes may be wrong, missing or too many
  /// (``EditDistance/between(_:_:limit:)``).
  ///
  /// - Complexity: O(names × length²); of equally near names the first is given.
  package static func among(_ names: some Sequence<String>, to written: String) -> String? {
    let wanted = written.lowercased()
    var best: (distance: Int, name: String)?
    for name in names {
      let letters = name.lowercased()
      let limit = min(
        max(wanted.utf8.count, letters.utf8.count) / 3, (best?.distance ?? .max) - 1)
      if let distance = EditDistance.between(wanted, letters, limit: limit) {
        best = (distance, name)
      }
    }
    return best?.name
  }
}
