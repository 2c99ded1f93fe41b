package import Diagnostics

/// Ranks the names of things: by the kind of name, then by language.
package struct Captions {
  /// Languages from the best to the worst; nil stands for a name without language.
  private let languages: [String?]

  /// Captions that are best in a language.
  package init(language: MessageLanguage) {
    let others = MessageLanguage.allCases.filter { $0 != language }.map { Optional($0.rawValue) }
    languages = [language.rawValue, nil] + others
  }

  /// The rank of a kind of value as a caption, 0 for the best; nil if it names nothing.
  package func rank(of key: AttributeColumns.Key) -> Int? {
    guard let kind = ClaimTerms.naming.firstIndex(of: key.predicate) else { return nil }
    // A regional tag counts as its language.
    let primary = key.language.map { String($0.prefix { $0 != "-" }) }
    return kind * (languages.count + 1) + (languages.firstIndex(of: primary) ?? languages.count)
  }
}
