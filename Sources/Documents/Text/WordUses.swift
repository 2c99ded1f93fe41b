/// What a word of the lexicon is for.
struct WordUses: OptionSet {
  let rawValue: UInt32

  /// First word of a heading that is a whole line.
  static let heading = WordUses(rawValue: 1)
  /// First word of a marker that begins a paragraph.
  static let marker = WordUses(rawValue: 2)
  static let chapter = WordUses(rawValue: 4)
  static let section = WordUses(rawValue: 8)
  static let caption = WordUses(rawValue: 16)
  /// A word that never ends a sentence.
  static let continuation = WordUses(rawValue: 32)
  /// A beginning that keeps its hyphen.
  static let prefix = WordUses(rawValue: 64)
}
