/// Finds the ends of sentences in the repaired text of a block.
///
/// A sentence ends with `.`, `!`, `?` or an ellipsis and the quotes and brackets that close behind
/// it, where what follows can begin one. Abbreviations, initials, numbers, dates, addresses and list
/// numbers have dots that end nothing.
///
/// ```swift
/// var words = SentenceWords()
/// words.numberAbbreviations = ["No"]
/// SentenceSplitter(words).sentences(Array("UU No. 1. Lalu.".utf8))  // 0..<9, 10..<15
/// ```
public struct SentenceSplitter: Sendable {
  let words: WordIndex

  /// What the index knows of a word.
  enum Mark {
    static let abbreviation: UInt32 = 1
    static let beforeNumber: UInt32 = 2
    static let closing: UInt32 = 4
    static let month: UInt32 = 8
    static let starter: UInt32 = 16
    static let chapter: UInt32 = 32
    /// How far the bits of a word written with a small first letter stand above those of a capital.
    static let small: UInt32 = 8
  }

  /// A splitter for the words of the pack's languages.
  public init(_ words: SentenceWords) {
    var index = WordIndex()
    func add(_ list: Set<String>, _ mark: UInt32) {
      for word in list {
        // A word in small letters may begin with a capital too, but not the other way round.
        let isSmall = word.unicodeScalars.first?.isLower ?? false
        index.add(word, isSmall ? mark | mark << Mark.small : mark)
      }
    }
    add(words.abbreviations, Mark.abbreviation)
    add(words.numberAbbreviations, Mark.beforeNumber)
    add(words.closingAbbreviations, Mark.closing)
    add(words.months, Mark.month)
    add(words.starters, Mark.starter)
    add(words.chapterWords, Mark.chapter)
    self.words = index
  }

  /// The sentences of a text in order, as ranges of its bytes without the blanks between them.
  ///
  /// The text is valid UTF-8 without line breaks inside sentences, as ``RepairedText`` has it.
  ///
  /// - Complexity: O(text)
  public func sentences(_ text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    text.withUnsafeBufferPointer { bytes in
      var scan = SentenceScan(text: bytes, words: words)
      while let sentence = scan.next() { sentences.append(sentence) }
    }
    return sentences
  }

  /// The sentences of a block as ranges of the bytes of its text.
  ///
  /// A heading and an entry of a list of works cited are one each, however many dots they have.
  public func sentences(of block: Block) -> [Range<Int>] {
    switch block.kind {
    case .heading, .bibliographyEntry:
      block.text.bytes.isEmpty ? [] : [0..<block.text.bytes.count]
    case .paragraph, .listItem, .tableRow, .note, .caption, .quotation:
      sentences(block.text.bytes)
    }
  }
}
