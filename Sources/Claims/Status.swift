/// How far a thing has come, by the words of the text.
public enum Status: String, Sendable, Codable, CaseIterable {
  case realised = "Realised"
  case partlyRealised = "PartlyRealised"
  case ongoing = "Ongoing"
  /// Planned, promised or proposed.
  case planned = "Planned"
  case notRealised = "NotRealised"

  /// Whether what the claim asserts did happen, at least in part.
  public var hasHappened: Bool {
    switch self {
    case .realised, .partlyRealised, .ongoing: true
    case .planned, .notRealised: false
    }
  }
}
