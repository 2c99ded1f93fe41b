/// Puts right what scanning got wrong inside words and numbers: `2Ol4`, `Nomor9`, `ten tang`,
/// `PERA.TURAN`, `Undang-Undangini`.
///
/// A rule changes only what it is certain of: the words in question are in the lexicon after the
/// repair and not before it, and letters become digits only where a number must stand. Every rule
/// looks at a word and its neighbours within the sentence only, so the same stretch repaired alone
/// gives the same text.
struct ScanRepair: Sendable {
  let lexicon: ScanLexicon

  /// A repair by the words of a pack; without any words it changes nothing.
  init(_ words: ScanWords) { lexicon = ScanLexicon(words) }

  /// The text after repair; nil if nothing is certainly wrong with it.
  ///
  /// - Complexity: O(text)
  func repaired(_ text: RepairedText) -> RepairedText? {
    let edits = edits(of: text.bytes)
    return edits.isEmpty ? nil : text.applying(edits)
  }

  /// What is to be changed in a text, in ascending order without overlap.
  func edits(of text: [UInt8]) -> [TextEdit] {
    guard !lexicon.isEmpty else { return [] }
    return text.withUnsafeBufferPointer { bytes in
      let places = lexicon.shapes.places(in: bytes)
      guard !places.isEmpty else { return [] }
      var edits: [TextEdit] = []
      var done = 0
      for place in places.sorted() where place >= done {
        let word = ScanWord(bytes, around: place)
        guard let found = self.edits(of: word, in: bytes), let first = found.first,
          let last = found.last
        else {
          // A broken word may begin with this one, so only what lies within it is settled.
          done = max(done, word.run.upperBound)
          continue
        }
        if let settled = edits.last, settled.range.upperBound > first.range.lowerBound { continue }
        edits += found
        done = max(word.run.upperBound, last.range.upperBound)
      }
      return edits
    }
  }

  /// The repair of the word at a suspicious place; nil if it is sound or nothing certain is known.
  private func edits(
    of word: ScanWord, in text: UnsafeBufferPointer<UInt8>
  ) -> [TextEdit]? {
    guard !word.core.isEmpty else { return nil }
    if word.hasDigits {
      return NumberRepair(text: text, words: lexicon.words).edits(of: word)
        ?? WordRepair(text: text, lexicon: lexicon).misreadLetters(in: word)
    }
    if word.core.count == 1,
      let edit = NumberRepair(text: text, words: lexicon.words)
        .bracketedNumber(word)
    {
      return [edit]
    }
    return WordRepair(text: text, lexicon: lexicon).edits(of: word)
  }
}

/// A stretch without blanks, and what is left of it without the marks around it.
///
/// Where a sentence begins without a blank, a new stretch begins too.
struct ScanWord {
  let run: Range<Int>
  /// Empty if there is nothing but marks.
  let core: Range<Int>
  /// Whether digits stand in the core.
  let hasDigits: Bool

  /// The stretch around a byte of a text.
  init(_ text: UnsafeBufferPointer<UInt8>, around place: Int) {
    var start = place
    var end = place
    while start > 0, text[start - 1] > 0x20, !Self.isBorder(text, at: start) { start -= 1 }
    while end < text.count, text[end] > 0x20, end == place || !Self.isBorder(text, at: end) {
      end += 1
    }
    run = start..<end
    while start < end, Self.surrounds(text[start]) { start += 1 }
    while end > start, Self.surrounds(text[end - 1]) { end -= 1 }
    core = start..<end
    hasDigits = text[core].contains { $0 &- 0x30 < 10 }
  }

  /// Whether a sentence begins at a place with no blank before it.
  private static func isBorder(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    text[place - 1] == 0x2E && GluedSentence.begins(behindDot: place - 1, in: text, from: 0)
  }

  /// Brackets, quotes and the marks of sentences.
  private static func surrounds(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D: true
    default: false
    }
  }

  /// The stretch behind a single blank; nil at the end of the text.
  func next(_ text: UnsafeBufferPointer<UInt8>) -> ScanWord? {
    let place = run.upperBound + 1
    guard place < text.count, text[run.upperBound] <= 0x20 else { return nil }
    return text[place] > 0x20 ? ScanWord(text, around: place) : nil
  }

  /// The stretch before a single blank; nil at the start of the text.
  func previous(_ text: UnsafeBufferPointer<UInt8>) -> ScanWord? {
    let place = run.lowerBound - 2
    guard place >= 0, text[run.lowerBound - 1] <= 0x20 else { return nil }
    return text[place] > 0x20 ? ScanWord(text, around: place) : nil
  }

  /// Whether marks stand before the core.
  var opens: Bool { run.lowerBound < core.lowerBound }
  /// Whether marks stand behind the core.
  var closes: Bool { core.upperBound < run.upperBound }
}
