/// How often a document uses each word.
struct WordUse {
  /// Uses in the lower half, those with a capital in the upper one; 65,535 stands for more, too.
  private var counts: [UInt32]
  /// The words that are used twice or more.
  private(set) var repeated: [Int32] = []

  /// Counts the words of some blocks.
  ///
  /// - Complexity: O(tokens + words)
  init(_ blocks: [DocumentReading.ReadBlock], words: WordTable) {
    counts = [UInt32](repeating: 0, count: words.count)
    for block in blocks {
      for token in block.tokens where token.look.contains(.word) {
        let known = counts[Int(token.word)]
        if known & 0xFFFF == 1 { repeated.append(token.word) }
        guard known & 0xFFFF < 0xFFFF else { continue }
        counts[Int(token.word)] = known + (token.look.contains(.capital) ? 0x1_0001 : 1)
      }
    }
  }

  /// How often a word is used.
  func count(_ word: Int32) -> Int { Int(counts[Int(word)] & 0xFFFF) }

  /// How often it has a capital.
  func capitals(_ word: Int32) -> Int { Int(counts[Int(word)] >> 16) }

  /// Whether a word that is used mostly has a capital.
  func isMostlyCapital(_ word: Int32) -> Bool { capitals(word) * 2 > count(word) }
}
