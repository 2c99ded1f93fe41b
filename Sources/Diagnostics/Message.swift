/// A language in which Simpul speaks to its user.
public enum MessageLanguage: String, CaseIterable, Sendable, Codable {
  case english = "en"
  case indonesian = "id"
}

/// One message in every language that Simpul speaks.
public struct Message: Hashable, Sendable {
  /// The English text.
  public var english: String
  /// The Indonesian text.
  public var indonesian: String

  /// A message in both languages.
  public init(en english: String, id indonesian: String) {
    self.english = english
    self.indonesian = indonesian
  }

  /// The text in the language asked for.
  public func text(in language: MessageLanguage) -> String {
    switch language {
    case .english: english
    case .indonesian: indonesian
    }
  }
}
