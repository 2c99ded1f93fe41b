import Documents

// Blanks that scanning lost between words, or put into them.
extension MisreadingRepair {
  private static let shortestParts = 6
  private static let shortestJoined = 4
  private static let shortestUnused = 7

  /// How many letters the first of two known words has that stand glued, and whether the document
  /// uses both; nil unless there is one way to divide them.
  func division(of letters: ArraySlice<UInt8>) -> (Int, Bool)? {
    guard letters.count >= Self.shortestParts, KnownWords.isWord(letters) else { return nil }
    func isUsed(_ part: ArraySlice<UInt8>) -> Bool {
      words.id(of: part).map { use.count($0) >= (part.count >= 4 ? 3 : 8) } ?? false
    }
    func isPart(_ part: ArraySlice<UInt8>) -> Bool {
      guard let word = words.id(of: part), known.isKnown(word, capital: true) else { return false }
      return isUsed(part)
        || part.count >= Self.shortestParts && known.kind(of: word).contains(.trusted)
    }
    var found: Int?
    for length in 2...letters.count - 2
    where isPart(letters.prefix(length)) && isPart(letters.dropFirst(length)) {
      guard found == nil else { return nil }
      found = length
    }
    return found.map { ($0, isUsed(letters.prefix($0)) && isUsed(letters.dropFirst($0))) }
  }

  /// The blank before the only capital inside a word, if it divides words that are known or used
  /// elsewhere, `SitiNurbaya`, and whether the document uses both.
  func capitalInside(_ token: Token, _ text: [UInt8]) -> (TextEdit, Bool)? {
    let inside = token.range.dropFirst()
    let places = inside.filter { text[$0] >= 0x41 && text[$0] <= 0x5A }
    guard let place = places.first, places.count == 1 else { return nil }
    let letters = words.word(token.word)
    let length = place - token.range.lowerBound
    var areUsed = true
    for part in [letters.prefix(length), letters.dropFirst(length)] {
      guard part.count >= 4, KnownWords.isWord(part), let word = words.id(of: part),
        use.count(word) > 0 || !known.kind(of: word).isDisjoint(with: [.trusted, .name])
      else { return nil }
      areUsed = areUsed && use.count(word) > 0
    }
    return (.blank(at: place), areUsed)
  }

  /// The blank taken out that divides a word, and whether the document uses the whole; nil if there is
  /// none or the whole is no word.
  func joining(_ first: Token, _ second: Token, _ text: [UInt8]) -> (TextEdit, Bool)? {
    guard second.look.contains(.word), !second.look.contains(.glued),
      second.range.lowerBound == first.range.upperBound + 1,
      !second.look.contains(.capital) || first.look.contains(.upper) && second.look.contains(.upper)
    else { return nil }
    func isSound(_ token: Token) -> Bool { token.range.count > 1 && isKnown(token) }
    func isUsed(_ token: Token) -> Bool { token.range.count > 1 && use.count(token.word) > 2 }
    guard !isSound(first) || !isSound(second), !isUsed(first), !isUsed(second),
      first.range.count + second.range.count >= Self.shortestJoined
    else { return nil }
    let letters = Array(words.word(first.word)) + words.word(second.word)
    guard KnownWords.isWord(letters[...]), let word = words.id(of: letters[...]) else { return nil }
    let isWord = known.isKnown(word, capital: first.look.contains(.capital))
    guard use.count(word) > (isWord ? 0 : 1) || isWord && letters.count >= Self.shortestUnused
    else { return nil }
    let edit = TextEdit(first.range.upperBound..<second.range.lowerBound, [])
    return (edit, use.count(word) > 0)
  }
}
