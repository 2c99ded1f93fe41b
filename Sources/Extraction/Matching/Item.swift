/// What a pattern sees of a sentence: a token, or a mention that covers several.
package struct Item {
  /// Positions in the block's tokens.
  var tokens: Range<Int>
  /// Position in the sentence's mentions; -1 for a bare token.
  var mention: Int
  /// The word of a one-token item; -1 for a longer mention.
  var word: Int32
  /// That of the first token; only a single token is a year.
  var look: Token.Look
  /// Class of the mention; -1 for a bare token.
  var entityClass: Int32
  /// A further class that its rule gave the mention; -1 if none.
  var tag: Int32 = -1
  /// Whether the mention is a name that still needs its context.
  var isUnconfirmed: Bool

  /// An item that stands for some tokens.
  package init(
    tokens: Range<Int>, mention: Int, word: Int32, look: Token.Look, entityClass: Int32,
    tag: Int32 = -1, isUnconfirmed: Bool
  ) {
    self.tokens = tokens
    self.mention = mention
    self.word = word
    self.look = look
    self.entityClass = entityClass
    self.tag = tag
    self.isUnconfirmed = isUnconfirmed
  }
}
