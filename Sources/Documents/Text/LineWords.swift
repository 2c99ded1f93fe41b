/// The words of a lexicon, ready to be compared with lines.
struct LineWords: Sendable {
  /// The words, normalised.
  let lexicon: ReadingLexicon
  /// First words of headings that are whole lines.
  let headingStarts: Set<String>
  /// First words of the markers that begin a paragraph.
  let markerStarts: Set<String>

  /// The words of a lexicon as its author wrote them.
  init(_ lexicon: ReadingLexicon) {
    let normalised = lexicon.normalised()
    func starts(_ words: Set<String>) -> Set<String> {
      Set(words.compactMap { $0.split(separator: " ").first.map(String.init) })
    }
    self.lexicon = normalised
    headingStarts = starts(normalised.bibliographyHeadings.union(normalised.headings))
    markerStarts = starts(normalised.paragraphMarkers)
  }

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
