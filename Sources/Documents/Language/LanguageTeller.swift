/// The small words of a language: frequent, and no words of another language of the pack.
public struct LanguageWords: Hashable, Sendable {
  /// BCP 47 tag.
  public var tag: String
  /// In small letters; single letters do not count.
  public var words: [String]

  /// The small words of a language.
  public init(tag: String, words: [String]) {
    self.tag = tag
    self.words = words
  }
}

/// Tells the language of a text by its small words.
public struct LanguageTeller: Sendable {
  /// BCP 47 tags; the position is the bit in the index.
  private let tags: [String]
  private let words: WordIndex

  /// Bytes at the start of a text that are looked at.
  private static let reach = 480
  /// How many small words the leading language must be ahead to be told at once.
  private static let certainLead = 4

  /// A teller of languages by the small words of each: frequent, and no words of another of them.
  ///
  /// - Parameter languages: at most 8; of further ones nothing is told.
  public init(_ languages: [LanguageWords]) {
    var index = WordIndex()
    for (position, language) in languages.prefix(8).enumerated() {
      for word in language.words where word.utf8.count > 1 {
        index.add(word, 1 << UInt32(position))
      }
    }
    tags = languages.prefix(8).map(\.tag)
    words = index
  }

  /// The language of a text: of the one whose small words it has most, if it has at least two of
  /// them and twice as many as of any other; nil if its beginning does not tell.
  ///
  /// - Complexity: O(1); the first few hundred bytes are looked at.
  public func language(of text: [UInt8]) -> String? {
    number(of: text).map { tags[Int($0)] }
  }

  /// The position of a text's language among the tags; nil if its beginning does not tell.
  private func number(of text: [UInt8]) -> UInt8? {
    text.withUnsafeBufferPointer { bytes in
      var counts = SIMD8<Int>()
      var words = LetterRuns(bytes, startingBefore: Self.reach)
      while let word = words.next() {
        guard word.count > 1, word.count < 16 else { continue }
        var bits = self.words.bits(of: bytes, word)
        var most = 0
        while bits != 0 {
          counts[bits.trailingZeroBitCount] += 1
          most = max(most, counts[bits.trailingZeroBitCount])
          bits &= bits - 1
        }
        // Only a language whose count has grown can have got far enough ahead.
        guard most >= Self.certainLead else { continue }
        let (best, second) = Self.leaders(counts)
        if counts[best] >= Self.certainLead + 2 * second { return UInt8(best) }
      }
      let (best, second) = Self.leaders(counts)
      return counts[best] >= 2 && counts[best] >= 2 * second ? UInt8(best) : nil
    }
  }

  /// The language with the highest count, and the highest count of another one.
  private static func leaders(_ counts: SIMD8<Int>) -> (best: Int, second: Int) {
    var best = 0
    var second = 0
    for language in 1..<8 {
      if counts[language] > counts[best] {
        second = counts[best]
        best = language
      } else {
        second = max(second, counts[language])
      }
    }
    return (best, second)
  }

  /// Gives each block its language where its format did not: its own if its text tells, else that of
  /// its neighbours; and the document that of most of its text, if nothing names another.
  ///
  /// A heading belongs to what follows it, everything else to what precedes it.
  func tell(_ document: inout Document) {
    guard !tags.isEmpty else { return }
    var lengths = [Int](repeating: 0, count: tags.count)
    // What a format marks as being in another language says nothing of the blocks beside it.
    let told = document.blocks.indices.map { index -> UInt8? in
      document.blocks[index].language == nil ? number(of: document.blocks[index].text.bytes) : nil
    }
    fillUndecided(&document.blocks, told)
    for (index, own) in told.enumerated() {
      guard
        let tag = own.map({ Int($0) })
          ?? tags.firstIndex(where: { $0 == document.blocks[index].language })
      else { continue }
      lengths[tag] += document.blocks[index].text.bytes.count
    }
    guard document.metadata.language == nil,
      let most = lengths.indices.max(by: { lengths[$0] < lengths[$1] }), lengths[most] > 0
    else { return }
    document.metadata.language = tags[most]
  }

  private func fillUndecided(_ blocks: inout [Block], _ told: [UInt8?]) {
    var before: UInt8?
    var index = 0
    while index < blocks.count {
      if let language = told[index] {
        blocks[index].language = tags[Int(language)]
        before = language
        index += 1
        continue
      }
      var end = index
      while end < blocks.count, told[end] == nil { end += 1 }
      let after = end < blocks.count ? told[end] : nil
      // Headings at the end of the stretch head what follows it.
      var heads = end
      while heads > index, case .heading = blocks[heads - 1].kind { heads -= 1 }
      for block in index..<end where blocks[block].language == nil {
        let beside = block < heads ? before ?? after : after ?? before
        blocks[block].language = beside.map { tags[Int($0)] }
      }
      index = end
    }
  }
}
