/// The words by which a splitter tells the dots that end no sentence, from the pack's language files.
public struct SentenceWords: Hashable, Sendable {
  /// Written with a dot that never ends a sentence, because something always follows: *Drs*, *Jl*.
  public var abbreviations: Set<String> = []
  /// Written with a dot before a number: *hlm*, *vol*; elsewhere the same letters may be a word.
  public var numberAbbreviations: Set<String> = []
  /// Written with a dot that may end a sentence as well: *dll*, *Ltd*.
  public var closingAbbreviations: Set<String> = []
  /// Words for months, which go on with a date after the dot of a day.
  public var months: Set<String> = []
  /// Small words: with a capital one begins a sentence, for no name begins with it.
  public var starters: Set<String> = []
  /// Words that a number follows and then a title: *Bab*.
  public var chapterWords: Set<String> = []

  /// No words.
  public init() {}
}
