/// How often a build was right, wrong and silent.
package struct Tally: Hashable, Sendable, Codable {
  /// Found, and annotated.
  package var hits = 0
  /// Found, and not annotated.
  package var falseAlarms = 0
  /// Annotated, and not found.
  package var misses = 0

  /// Counts, all from 0.
  package init(hits: Int = 0, falseAlarms: Int = 0, misses: Int = 0) {
    self.hits = hits
    self.falseAlarms = falseAlarms
    self.misses = misses
  }

  /// Share of what was found that is annotated, 0…1; of nothing found 1 if nothing was to be found,
  /// else 0.
  package var precision: Double { share(of: hits + falseAlarms, empty: misses == 0) }

  /// Share of what is annotated that was found, 0…1; of nothing annotated 1 if nothing was found,
  /// else 0.
  package var recall: Double { share(of: hits + misses, empty: falseAlarms == 0) }

  /// The harmonic mean of precision and recall, 0…1.
  package var f1: Double {
    let (precision, recall) = (precision, recall)
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// All that was counted.
  var total: Int { hits + falseAlarms + misses }

  private func share(of all: Int, empty: Bool) -> Double {
    all > 0 ? Double(hits) / Double(all) : empty ? 1 : 0
  }

  static func + (left: Tally, right: Tally) -> Tally {
    Tally(
      hits: left.hits + right.hits, falseAlarms: left.falseAlarms + right.falseAlarms,
      misses: left.misses + right.misses)
  }

  static func += (left: inout Tally, right: Tally) { left = left + right }
}
