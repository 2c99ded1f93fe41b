/// The words of a lexicon, ready to be compared with lines.
struct LineWords: Sendable {
  /// The words, normalised.
  let lexicon: ReadingLexicon
  /// First words of headings that are whole lines.
  let headingStarts: Set<String>
  /// First words of the markers that begin a paragraph.
  let markerStarts: Set<String>

  /// Lengths, as bits, of all first words by their initial (a…z, others last): a quick no.
  private let lengths: [UInt64]

  /// The words of a lexicon as its author wrote them.
  init(_ lexicon: ReadingLexicon) {
    let normalised = lexicon.normalised()
    func starts(_ words: Set<String>) -> Set<String> {
      Set(words.compactMap { $0.split(separator: " ").first.map(String.init) })
    }
    self.lexicon = normalised
    headingStarts = starts(normalised.bibliographyHeadings.union(normalised.headings))
    markerStarts = starts(normalised.paragraphMarkers)
    var lengths = [UInt64](repeating: 0, count: 27)
    let sets = [
      headingStarts, markerStarts, normalised.chapterWords, normalised.sectionWords,
      normalised.captionWords,
    ]
    for word in sets.joined() {
      guard let first = word.unicodeScalars.first else { continue }
      lengths[Self.slot(first)] |= 1 << UInt64(min(word.unicodeScalars.count, 63))
    }
    self.lengths = lengths
  }

  private static func slot(_ initial: Unicode.Scalar) -> Int {
    guard initial.value < 0x80, initial.isLetter else { return 26 }
    return Int(initial.value | 0x20) - 0x61
  }

  /// Whether the first word of a line can be one of the words; a yes may be wrong, a no is certain.
  func mayKnow(_ raw: [Unicode.Scalar], _ word: Range<Int>) -> Bool {
    var start = word.lowerBound
    var end = word.upperBound
    while start < end, !raw[start].isLetter, !raw[start].isDigit { start += 1 }
    while end > start, !raw[end - 1].isLetter, !raw[end - 1].isDigit { end -= 1 }
    guard start < end else { return false }
    let bits = lengths[Self.slot(raw[start])]
    guard bits != 0 else { return false }
    // Case mapping may change the length of a word outside ASCII, and words may hold other marks.
    for scalar in raw[start..<end] where !scalar.isLetter || scalar.value >= 0x80 { return true }
    return bits >> UInt64(min(end - start, 63)) & 1 == 1
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
