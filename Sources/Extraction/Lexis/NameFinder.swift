/// Finds the names of a pack's gazetteer in text and does nothing else: the first step of reading by
/// itself.
package struct NameFinder {
  private let names: PhraseTrie
  private var words: WordTable

  /// A finder of a pack's names.
  package init(_ pack: CompiledPack) {
    names = pack.names
    words = pack.words
  }

  /// The words, numbers and marks of a text in UTF-8.
  package mutating func tokens(of text: [UInt8]) -> [Token] {
    Tokenizer.tokens(of: text, words: &words)
  }

  /// How many names stand in a text in UTF-8, those within others counted.
  package mutating func names(in text: [UInt8]) -> Int { names(in: tokens(of: text)) }

  /// How many names stand among tokens, those within others counted.
  package func names(in tokens: [Token]) -> Int {
    var count = 0
    for start in tokens.indices {
      names.forEachMatch(from: start, upTo: tokens.count, word: { tokens[$0].word }) { _, _ in
        count += 1
      }
    }
    return count
  }
}
