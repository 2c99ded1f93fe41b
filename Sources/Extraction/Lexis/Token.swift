/// A word, a number or a mark of a block.
struct Token {
  /// How a token looks.
  struct Look: OptionSet {
    let rawValue: UInt8
    static let word = Look(rawValue: 1)
    static let number = Look(rawValue: 2)
    /// Begins with a capital.
    static let capital = Look(rawValue: 4)
    /// All capitals, two letters or more.
    static let upper = Look(rawValue: 8)
    static let mark = Look(rawValue: 16)
    /// No space before it.
    static let glued = Look(rawValue: 32)
  }

  /// Bytes of the block's repaired text.
  var range: Range<Int>
  var word: Int32
  var look: Look
}

/// A stretch of tokens that ends where a sentence ends.
struct SentenceSpan {
  /// Positions in the block's tokens.
  var tokens: Range<Int>
}
