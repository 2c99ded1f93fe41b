// Names that scanning made other names.
extension MisreadingRepair {
  /// How many times as often a document uses a name as the one that is taken for it, misread.
  private static let dominance = 20
  /// How often the name that is meant stands behind the same word.
  private static let leastPairs = 5

  /// The name that is certainly meant by another one, of which the gazetteer has none with the word
  /// before it: `Kota Badung` for `Kota Bandung`, where Badung is no `Kota`.
  func nameMeant(by token: Token, behind previous: Token) -> (SingleEdit, Int32)? {
    guard known.kind(of: token.word) == .name, use.count(token.word) <= Self.mostUses,
      token.look.contains(.capital), !token.look.contains(.glued), previous.look.contains(.word),
      token.range.count == words.word(token.word).count, !isName([previous.word, token.word])
    else { return nil }
    let letters = words.word(token.word)
    var found: (SingleEdit, Int32)?
    var count = 0
    near.forEachCandidate(near: letters) { word in
      guard word != token.word, word != found?.1, known.kind(of: word).contains(.name),
        use.count(word) >= Self.dominance * use.count(token.word),
        isName([previous.word, word]),
        let edit = SingleEdit(from: letters, to: words.word(word), known.alike),
        pairs(previous.word, word) >= Self.leastPairs
      else { return }
      found = (edit, word)
      count += 1
    }
    return count == 1 ? found : nil
  }

  /// Whether two words are a name of the gazetteer.
  private func isName(_ phrase: [Int32]) -> Bool {
    var isName = false
    names.forEachMatch(from: 0, upTo: phrase.count, word: { phrase[$0] }) { length, _ in
      if length == phrase.count { isName = true }
    }
    return isName
  }

  /// How often one word stands behind another.
  private func pairs(_ first: Int32, _ second: Int32) -> Int {
    blocks.reduce(0) { sum, block in
      sum
        + zip(block.tokens, block.tokens.dropFirst()).count {
          $0.word == first && $1.word == second
        }
    }
  }
}
