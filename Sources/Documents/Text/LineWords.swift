/// What a word of the lexicon is for.
struct WordUses: OptionSet {
  let rawValue: UInt16

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

/// The words of a lexicon, ready to be compared with lines.
struct LineWords: Sendable {
  /// The words, normalised.
  let lexicon: ReadingLexicon
  /// The uses of single words.
  private let table: WordTable

  /// The words of a lexicon as its author wrote them.
  init(_ lexicon: ReadingLexicon) {
    let normalised = lexicon.normalised()
    func starts(_ words: Set<String>) -> Set<String> {
      Set(words.compactMap { $0.split(separator: " ").first.map(String.init) })
    }
    self.lexicon = normalised
    table = WordTable([
      (starts(normalised.bibliographyHeadings.union(normalised.headings)), .heading),
      (starts(normalised.paragraphMarkers), .marker), (normalised.chapterWords, .chapter),
      (normalised.sectionWords, .section), (normalised.captionWords, .caption),
      (normalised.continuationWords, .continuation), (normalised.hyphenPrefixes, .prefix),
    ])
  }

  /// What a word of the raw text is for, letter case and marks at its ends aside.
  func uses(of raw: [Unicode.Scalar], _ word: Range<Int>) -> WordUses { table.uses(raw, word) }

  /// Whether a word is a number in digits, Roman numerals or one of the lexicon's ordinals.
  func isNumber(_ word: [Unicode.Scalar]) -> Bool {
    var word = word[...]
    while let last = word.last, last == "." || last == ":" { word.removeLast() }
    return ScalarText.isNumber(word) || lexicon.ordinals.contains(ScalarText.key(of: word))
  }

  /// Whether a line begins with one of the markers that begin a paragraph.
  func beginsWithMarker(_ raw: [Unicode.Scalar], _ content: Range<Int>) -> Bool {
    let key = ScalarText.key(of: raw[content].prefix(48))
    return lexicon.paragraphMarkers.contains { marker in
      key.hasPrefix(marker)
        && key.unicodeScalars.dropFirst(marker.unicodeScalars.count).first?.isLetter != true
    }
  }
}
