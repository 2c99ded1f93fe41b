/// The words of a lexicon, ready to be compared with lines.
///
/// A class, for a copy of so many sets would count a reference to each of them.
final class LineWords: Sendable {
  /// The words, normalised.
  let lexicon: ReadingLexicon
  /// The letters of the heads of pages.
  let runningHeads: [[UInt32]]
  /// The parts of names that mark menus and the like on web pages.
  let boilerplateNames: NameWords
  /// The parts of names that mark notes.
  let noteNames: NameWords
  /// Those that mark lists of works cited.
  let referenceNames: NameWords
  /// By which lines of web pages that only lead to other pages are told.
  let seeAlso: SeeAlso
  /// The uses of single words, as bits.
  private let index: WordIndex

  /// The words of a lexicon as its author wrote them.
  init(_ lexicon: ReadingLexicon) {
    let normalised = lexicon.normalised()
    func starts(_ words: Set<String>) -> Set<String> {
      Set(words.compactMap { $0.split(separator: " ").first.map(String.init) })
    }
    self.lexicon = normalised
    boilerplateNames = NameWords(normalised.boilerplateNames)
    seeAlso = SeeAlso(normalised.seeAlso)
    noteNames = NameWords(normalised.noteNames)
    referenceNames = NameWords(normalised.referenceNames)
    runningHeads = PageMarks.letters(ofHeads: normalised.runningHeads)
    var index = WordIndex()
    func add(_ words: Set<String>, _ use: WordUses) {
      for word in words { index.add(word, use.rawValue) }
    }
    add(starts(normalised.bibliographyHeadings.union(normalised.headings)), .heading)
    add(starts(normalised.paragraphMarkers), .marker)
    add(normalised.chapterWords, .chapter)
    add(normalised.sectionWords, .section)
    add(normalised.captionWords, .caption)
    add(normalised.continuationWords, .continuation)
    add(normalised.hyphenPrefixes, .prefix)
    self.index = index
  }

  /// What a word of the raw text is for, letter case and marks at its ends aside.
  func uses(of raw: [Unicode.Scalar], _ word: Range<Int>) -> WordUses {
    var (start, end) = (word.lowerBound, word.upperBound)
    while start < end, Self.surrounds(raw[start]) { start += 1 }
    while end > start, Self.surrounds(raw[end - 1]) { end -= 1 }
    return start < end ? WordUses(rawValue: index.bits(of: raw, start..<end)) : []
  }

  /// What ``ScalarText/key(of:)`` leaves out at the ends of a word.
  @inline(__always)
  private static func surrounds(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x23, 0x2A, 0x2E, 0x3A, 0x5C, 0x5F: true
    default: false
    }
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
