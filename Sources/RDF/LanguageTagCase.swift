/// How language tags are spelled; their meaning does not depend on case.
public enum LanguageTagCase: Hashable, Sendable {
  /// As the literal has it.
  case asWritten
  /// In small letters, as the canonical form has it.
  case lowercase
}
