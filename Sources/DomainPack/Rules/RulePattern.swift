/// What a pattern of a rule asks of the text, item by item; docs/rules.md has the notation.
public indirect enum RulePattern: Hashable, Sendable {
  /// A word, folded.
  case word(String)
  /// Any form of a word that the language's affixes can make.
  case stem(String)
  /// A member of a word class of the pack.
  case wordClass(String)
  /// A mention of one of these classes. `unconfirmed` admits names that need a context.
  case mention([String], unconfirmed: Bool)
  /// An item by its look.
  case shape(ItemShape)
  /// One item that the pattern, itself one item long, does not match.
  case not(RulePattern)
  /// One item that all of the patterns, each one item long, match.
  case all([RulePattern])
  case sequence([RulePattern])
  /// The first alternative that leads to a match wins.
  case alternatives([RulePattern])
  /// As many as possible within the bounds; `maximum` nil: no bound.
  case repeated(RulePattern, minimum: Int, maximum: Int?, lazy: Bool)
  case capture(String, RulePattern)
  case sentenceStart
  case sentenceEnd
}

/// The looks of an item that a pattern can ask for.
public enum ItemShape: String, Hashable, Sendable, CaseIterable {
  /// Any item at all.
  case any
  /// A word or a mention, no punctuation.
  case word
  /// A word that begins with a capital.
  case cap
  /// A word that begins with a capital, is none of the class `phrase-stop` and is no mention, or one of a class whose
  /// mentions may be part of a longer name (`soft-classes` of the words).
  case name
  /// A word in capitals, two letters or more.
  case upper
  case number
  /// A number that can be a year, 1900…2099.
  case year
  /// Material of a noun phrase: no punctuation and none of the class `phrase-stop`.
  case phrase
  /// Material of a clause: no punctuation and none of the class `clause-stop`.
  case clause
  /// Any item but the marks that end a clause.
  case gap
  /// A comma, a semicolon or a bullet.
  case separator
}
