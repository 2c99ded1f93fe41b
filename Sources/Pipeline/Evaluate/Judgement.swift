/// What a person says of a claim.
package struct Judgement: Hashable, Sendable {
  /// The claim's sixteen hexadecimal digits.
  package var id: String
  /// Whether its passage says so; nil where nobody has judged yet.
  package var isRight: Bool?
  /// Why; empty where no reason is given.
  package var reason: String
  /// Local name of the claim's predicate, where the file tells it.
  package var predicate: String?
  /// The rule that made the claim, where the file tells it.
  package var rule: String?
  /// 0…1, where the file tells it.
  package var confidence: Double?
}
