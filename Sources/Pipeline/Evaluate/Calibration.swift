/// How often claims of a confidence are right: a reliability table.
package struct Calibration: Sendable {
  /// Claims of nearly the same confidence.
  package struct Bucket: Hashable, Sendable, Codable {
    /// The lowest confidence, in hundredths.
    package var from: Int
    /// The confidence that is just too high, in hundredths; 100 itself belongs to the last bucket.
    package var to: Int
    /// Claims that annotations judge.
    package var claims = 0
    /// Those that are annotated.
    package var right = 0
    /// Sum of the confidences, in hundredths.
    package var confidences = 0

    /// Share of right claims, 0…1; 0 for an empty bucket.
    package var share: Double { claims > 0 ? Double(right) / Double(claims) : 0 }
    /// Mean confidence, 0…1; 0 for an empty bucket.
    package var meanConfidence: Double {
      claims > 0 ? Double(confidences) / Double(claims) / 100 : 0
    }
  }

  /// From the lowest confidence on: below 0.5, then in steps of 0.1.
  package private(set) var buckets =
    [Bucket(from: 0, to: 50)]
    + stride(from: 50, to: 100, by: 10).map { Bucket(from: $0, to: $0 + 10) }

  /// Claims of one confidence that rules of one kind made.
  package struct Kind: Hashable, Sendable {
    /// The file of the rule, as in rule names before the slash.
    package var rules: String
    /// Confidence in hundredths.
    package var confidence: Int
  }

  /// How many claims there are of each kind, and how many of them are right.
  package private(set) var kinds: [Kind: (claims: Int, right: Int)] = [:]

  /// An empty table.
  package init() {}

  /// Counts a claim of a confidence (0…1), rounded to hundredths as in exports, that a rule made.
  package mutating func add(confidence: Double, isRight: Bool, rule: String = "") {
    let hundredths = min(max(Int((confidence * 100).rounded()), 0), 100)
    let place = max(0, min(hundredths, 99) / 10 - 4)
    buckets[place].claims += 1
    buckets[place].confidences += hundredths
    if isRight { buckets[place].right += 1 }
    let kind = Kind(rules: String(rule.prefix { $0 != "/" }), confidence: hundredths)
    kinds[kind, default: (0, 0)].claims += 1
    if isRight { kinds[kind, default: (0, 0)].right += 1 }
  }

  /// Claims in all buckets.
  package var claims: Int { buckets.reduce(0) { $0 + $1.claims } }

  /// Expected calibration error: the mean distance between confidence and share of right claims, each
  /// bucket weighted by its claims, 0…1; 0 for an empty table.
  package var error: Double {
    let all = claims
    guard all > 0 else { return 0 }
    return buckets.reduce(0.0) {
      $0 + Double($1.claims) / Double(all) * abs($1.share - $1.meanConfidence)
    }
  }
}
