/// Joins what scanning broke and divides what it glued, where the lexicon leaves no doubt.
struct WordRepair {
  let text: UnsafeBufferPointer<UInt8>
  let lexicon: ScanLexicon

  /// The repair of a word without digits.
  func edits(of word: ScanWord) -> [TextEdit]? {
    guard isLetters(word.core) else {
      if let edit = strayMark(in: word) { return [edit] }
      let last = lastPart(word.core)
      guard last.count >= 8, last.lowerBound > word.core.lowerBound, isLetters(last) else {
        return nil
      }
      return glued(last)
    }
    if word.core.count <= 3 { return fragment(word) }
    if let edit = missingBlank(in: word.core) { return [edit] }
    return word.core.count >= 8 ? glued(word.core) : nil
  }

  private func isWord(_ range: Range<Int>) -> Bool { lexicon.isWord(text, range) }

  private func isLetters(_ range: Range<Int>) -> Bool {
    text[range].allSatisfy(\.isASCIILetter)
  }

  private func isCapitals(_ range: Range<Int>) -> Bool {
    text[range].allSatisfy(\.isASCIICapital)
  }

  private func isSmall(_ range: Range<Int>) -> Bool { text[range].allSatisfy(\.isASCIISmall) }

  /// What stands behind the last hyphen.
  private func lastPart(_ range: Range<Int>) -> Range<Int> {
    var start = range.upperBound
    while start > range.lowerBound, text[start - 1] != 0x2D { start -= 1 }
    return start..<range.upperBound
  }

  // MARK: Broken words

  /// A fragment with the word before or behind it: `ten tang`, `tambaha n`.
  private func fragment(_ word: ScanWord) -> [TextEdit]? {
    let found = [
      word.previous(text).flatMap { joining($0, word) },
      word.next(text).flatMap { joining(word, $0) },
    ].compactMap(\.self)
    return found.count == 1 ? found : nil
  }

  /// The blank between two parts of one word taken out; nil if they are not certainly one word.
  private func joining(_ first: ScanWord, _ second: ScanWord) -> TextEdit? {
    guard !first.closes, !second.opens, first.core.count + second.core.count >= 4,
      isLetters(first.core), isLetters(second.core),
      isSmall(second.core) && isSmall(first.core.dropFirst())
        || isCapitals(first.core) && isCapitals(second.core)
    else { return nil }
    let firstKnown = isWord(first.core)
    let secondKnown = isWord(second.core)
    guard !firstKnown || !secondKnown else { return nil }
    // A single letter may be the name of an item: the other part must be no word either.
    if first.core.count == 1 && secondKnown || second.core.count == 1 && firstKnown { return nil }
    var joined = Array(text[first.core])
    joined += text[second.core]
    guard lexicon.isRepaired(joined) else { return nil }
    return TextEdit(first.core.upperBound..<second.core.lowerBound, [])
  }

  // MARK: Glued words

  /// A small word glued to another one, or a glued formula: `Undangini`, `sebagaimanadimaksud`.
  private func glued(_ range: Range<Int>) -> [TextEdit]? {
    let bits = lexicon.words.bits(of: text, range)
    guard bits & (ScanLexicon.known | ScanLexicon.name) == 0 else { return nil }
    if bits & ScanLexicon.formula != 0,
      let places = lexicon.formulas[text[range].map(WordIndex.folded)]
    {
      return places.map { .blank(at: range.lowerBound + $0) }
    }
    guard isSmall(range.dropFirst()) || isCapitals(range) else { return nil }
    var found: [Int] = []
    for length in 3...min(7, range.count - 5) {
      let head = range.prefix(length)
      let tail = range.suffix(length)
      if isGlue(head), isKnown(range.dropFirst(length)) { found.append(head.upperBound) }
      if isGlue(tail), isKnown(range.dropLast(length)) { found.append(tail.lowerBound) }
    }
    return found.count == 1 ? [.blank(at: found[0])] : nil
  }

  private func isKnown(_ range: Range<Int>) -> Bool {
    lexicon.words.bits(of: text, range) & ScanLexicon.known != 0
  }

  private func isGlue(_ range: Range<Int>) -> Bool {
    lexicon.words.bits(of: text, range) & ScanLexicon.glued != 0
  }

  /// Two words where a capital stands inside: `kotaBandung`; a doubled word gets its hyphen.
  private func missingBlank(in range: Range<Int>) -> TextEdit? {
    var place: Int?
    for index in range.dropFirst() where text[index].isASCIICapital {
      guard place == nil, text[index - 1].isASCIISmall else { return nil }
      place = index
    }
    guard let place, range.upperBound - place >= 4, isWord(place..<range.upperBound) else {
      return nil
    }
    let first = range.lowerBound..<place
    guard isGlue(first) || first.count >= 4 && isKnown(first), !isWord(range) else { return nil }
    let isDoubled = text[range.lowerBound..<place].map(WordIndex.folded)
      .elementsEqual(text[place..<range.upperBound].map(WordIndex.folded))
    return isDoubled ? TextEdit(place..<place, [0x2D]) : .blank(at: place)
  }

  // MARK: Marks and digits inside words

  /// A mark that scanning saw inside a word: `PERA.TURAN`.
  private func strayMark(in word: ScanWord) -> TextEdit? {
    var place: Int?
    for index in word.core where !text[index].isASCIILetter {
      guard place == nil, SuspiciousShapes.isMark(text[index]) else { return nil }
      place = index
    }
    guard let place else { return nil }
    let first = word.core.lowerBound..<place
    let second = place + 1..<word.core.upperBound
    guard !first.isEmpty, !second.isEmpty else { return nil }
    guard isSmall(second) && isSmall(first.dropFirst()) || isCapitals(first) && isCapitals(second)
    else { return nil }
    let firstKnown = isWord(first)
    let secondKnown = isWord(second)
    guard !firstKnown || !secondKnown else { return nil }
    let length = first.count + second.count
    guard length >= 6 || length >= 4 && !firstKnown && !secondKnown else { return nil }
    let joined = Array(text[first]) + Array(text[second])
    guard lexicon.isRepaired(joined) else { return nil }
    return TextEdit(place..<place + 1, [])
  }

  /// Digits that scanning saw in the place of letters: `Pasa1`, `men5rusun`.
  func misreadLetters(in word: ScanWord) -> [TextEdit]? {
    guard word.core.count >= 5 else { return nil }
    let letters = text[word.core].count(where: \.isASCIILetter)
    guard letters >= 4, letters >= 2 * (word.core.count - letters) else { return nil }
    // A number behind a sound word is the mark of a note.
    var sound = word.core.upperBound
    while text[sound - 1] &- 0x30 < 10 { sound -= 1 }
    if sound < word.core.upperBound, isWord(word.core.lowerBound..<sound) { return nil }
    for one in [UInt8(ascii: "l"), UInt8(ascii: "i")] {
      if let edits = misread(word.core, one: one) { return edits }
    }
    return nil
  }

  /// The repair that takes every `1` for a letter; nil if it makes no known word.
  private func misread(_ range: Range<Int>, one: UInt8) -> [TextEdit]? {
    let isUpper = text[range].allSatisfy { !$0.isASCIISmall }
    var edits: [TextEdit] = []
    var repaired: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      var width = 1
      var letter = byte
      switch byte {
      case 0x31: letter = one
      case 0x30: letter = UInt8(ascii: "o")
      case 0x38: letter = UInt8(ascii: "b")
      case 0x35 where index + 1 < range.upperBound && text[index + 1] == 0x72:
        letter = UInt8(ascii: "y")
        width = 2
      case _ where byte.isASCIILetter: break
      default: return nil
      }
      if letter != byte {
        if isUpper { letter &= 0xDF }
        edits.append(TextEdit(index..<index + width, [letter]))
      }
      repaired.append(letter)
      index += width
    }
    return lexicon.isRepaired(repaired) ? edits : nil
  }
}
