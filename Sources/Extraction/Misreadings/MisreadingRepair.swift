import Documents

/// Puts right the words that scanning misread, where one letter leaves no doubt which word was meant.
///
/// Looked at are words that the pack does not know and the document hardly uses. A word is meant by
/// one of them if a single edit makes it that word and no other one: first a word that the document
/// uses often enough for its length, then a trusted word of the pack, then one of a name. Two words
/// that lost the blank between them are divided, and one that a blank divided is joined, where both
/// parts, or the whole, are known. ``RepairedText`` keeps the way back to the raw characters.
struct MisreadingRepair {
  /// What is certainly meant by a word.
  private enum Correction {
    case word(SingleEdit, Int32)
    /// Two words: how many letters the first one has.
    case parts(Int)
  }

  /// A word as it stands somewhere.
  private struct Suspect: Hashable {
    var word: Int32
    var isCapital: Bool
    /// Whether only what the document itself uses may be meant.
    var isBound: Bool
  }

  /// More often than this no misread word is repeated.
  static let mostUses = 2
  private static let shortestParts = 6
  private static let shortestJoined = 4
  private static let shortestUnused = 7

  let blocks: [DocumentReading.ReadBlock]
  let words: WordTable
  let known: KnownWords
  /// The names of the gazetteer.
  let names: PhraseTrie
  let use: WordUse
  /// The words that the document repeats.
  private(set) var near = EditNeighbours()
  private var corrections: [Suspect: Correction?] = [:]

  /// Repairs the blocks of a document that is being read and divides what changed into tokens anew.
  static func repair(_ reading: inout DocumentReading) {
    let known = reading.pack.known
    guard
      reading.blocks.contains(where: { block in
        block.tokens.contains { isUnknown($0, known) || known.kind(of: $0.word) == .name }
      })
    else { return }
    var repair = MisreadingRepair(reading)
    for number in reading.blocks.indices {
      let edits = repair.edits(of: reading.blocks[number])
      guard !edits.isEmpty else { continue }
      let text = reading.blocks[number].block.text.applying(edits)
      reading.blocks[number].block.text = text
      reading.blocks[number].tokens = Tokenizer.tokens(of: text.bytes, words: &reading.words)
    }
  }

  private init(_ reading: DocumentReading) {
    blocks = reading.blocks
    words = reading.words
    known = reading.pack.known
    names = reading.pack.names
    use = WordUse(blocks, words: words)
    for word in use.repeated {
      let letters = words.word(word)
      if letters.count >= 2, KnownWords.isWord(letters) { near.insert(word, letters) }
    }
  }

  private static func isUnknown(_ token: Token, _ known: KnownWords) -> Bool {
    token.look.contains(.word)
      && !known.isKnown(token.word, capital: token.look.contains(.capital))
  }

  private func isKnown(_ token: Token) -> Bool { !Self.isUnknown(token, known) }

  /// The edits of a block's text, in order without overlap.
  private mutating func edits(of block: DocumentReading.ReadBlock) -> [TextEdit] {
    var edits: [TextEdit] = []
    let (tokens, text) = (block.tokens, block.block.text.bytes)
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      let token = tokens[index]
      guard mayBeMisread(index, tokens), !isInAddress(token, text) else { continue }
      if index + 1 < tokens.count, let blank = joining(token, tokens[index + 1], text) {
        edits.append(blank)
        index += 1
        continue
      }
      if index > 0, let (edit, word) = nameMeant(by: token, behind: tokens[index - 1]) {
        edits.append(textEdit(edit, to: word, in: token, text))
        continue
      }
      guard !isKnown(token), use.count(token.word) <= Self.mostUses,
        token.range.count == words.word(token.word).count
      else { continue }
      let isBound =
        token.look.contains(.glued) && text[token.range.lowerBound - 1] == UInt8(ascii: "-")
        || block.block.kind == .bibliographyEntry
      let suspect = Suspect(
        word: token.word, isCapital: token.look.contains(.capital), isBound: isBound)
      switch correction(of: suspect) {
      case .word(let edit, let word): edits.append(textEdit(edit, to: word, in: token, text))
      case .parts(let length): edits.append(.blank(at: token.range.lowerBound + length))
      case nil:
        if let blank = capitalInside(token, text) { edits.append(blank) }
      }
    }
    return edits
  }

  /// Whether a token needs a closer look: it or the next one is unknown or a single letter, or it is
  /// known as a name only.
  private func mayBeMisread(_ index: Int, _ tokens: [Token]) -> Bool {
    func isDoubtful(_ token: Token) -> Bool {
      token.look.contains(.word) && (token.range.count == 1 || !isKnown(token))
    }
    let token = tokens[index]
    guard token.look.contains(.word) else { return false }
    return isDoubtful(token) || index + 1 < tokens.count && isDoubtful(tokens[index + 1])
      || known.kind(of: token.word) == .name
  }

  /// Whether a token is part of an address: no words are known there.
  private func isInAddress(_ token: Token, _ text: [UInt8]) -> Bool {
    func isBorder(_ place: Int) -> Bool {
      guard text.indices.contains(place) else { return false }
      return switch text[place] {
      case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "\\"),
        UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "#"):
        true
      case UInt8(ascii: "."):
        text.indices.contains(place + 1) && text[place + 1].isSmallLetter && place > 0
          && text[place - 1] > 0x20
      default: false
      }
    }
    return isBorder(token.range.lowerBound - 1) || isBorder(token.range.upperBound)
  }

  // MARK: What is meant

  private mutating func correction(of suspect: Suspect) -> Correction? {
    if let known = corrections[suspect] { return known }
    let letters = words.word(suspect.word)
    var correction: Correction?
    if isReadable(letters) {
      correction = meant(by: suspect, letters).map { .word($0, $1) }
      if correction == nil, !suspect.isBound {
        correction = division(of: letters, use.count(suspect.word)).map { .parts($0) }
      }
    }
    corrections[suspect] = .some(correction)
    return correction
  }

  /// Whether a word is one of letters, most of them right ones.
  private func isReadable(_ letters: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in letters {
      guard byte < 0x80 else { return false }
      if byte < 0x61 { digits += 1 }
    }
    return letters.count >= 3 && digits * 2 <= letters.count
  }

  /// A word that may be meant.
  private struct Candidate {
    var edit: SingleEdit
    var word: Int32
    /// 0 for a word of the document, 1 for a trusted one of the pack, 2 for one of a name.
    var rank: Int
    var uses: Int
  }

  /// The word that is certainly meant by another one.
  private func meant(by suspect: Suspect, _ letters: ArraySlice<UInt8>) -> (SingleEdit, Int32)? {
    var candidates: [Candidate] = []
    func add(_ word: Int32, _ edit: SingleEdit?) {
      guard let edit, let rank = rank(of: word, suspect, letters, edit),
        !candidates.contains(where: { $0.word == word })
      else { return }
      candidates.append(Candidate(edit: edit, word: word, rank: rank, uses: use.count(word)))
    }
    func consider(_ word: Int32) {
      guard word != suspect.word else { return }
      add(word, SingleEdit(from: letters, to: words.word(word), known.alike))
    }
    near.forEachCandidate(near: letters, consider)
    if !suspect.isBound { known.near.forEachCandidate(near: letters, consider) }
    for (range, replacement) in alternatives(letters) {
      var word = Array(letters)
      word.replaceSubrange(range, with: replacement)
      if let id = words.id(of: word[...]) { add(id, SingleEdit(range, replacement)) }
    }
    guard let rank = candidates.map(\.rank).min() else { return nil }
    candidates.removeAll { $0.rank != rank }
    if candidates.count > 1, candidates.contains(where: \.edit.isFrequent) {
      candidates.removeAll { !$0.edit.isFrequent }
    }
    candidates.sort { ($1.uses, $0.word) < ($0.uses, $1.word) }
    guard let best = candidates.first else { return nil }
    // Of several words of the document one must stand out.
    if candidates.count > 1, rank > 0 || best.uses < 4 * candidates[1].uses { return nil }
    return (best.edit, best.word)
  }

  /// The places where letters of a word may be others that look like them.
  private func alternatives(_ letters: ArraySlice<UInt8>) -> [(Range<Int>, [UInt8])] {
    var found: [(Range<Int>, [UInt8])] = []
    for (from, to) in known.alike.several where from.count <= letters.count {
      for start in 0...letters.count - from.count
      where letters.dropFirst(start).starts(with: from) {
        found.append((start..<start + from.count, to))
      }
    }
    return found
  }

  /// How good a word is that may be meant; nil if it is not certain enough.
  private func rank(
    of word: Int32, _ suspect: Suspect, _ letters: ArraySlice<UInt8>, _ edit: SingleEdit
  ) -> Int? {
    let uses = use.count(word)
    if uses >= usesAsked(word, suspect, letters, edit),
      !suspect.isCapital || use.capitals(word) > 0 || letters.count >= 6
    {
      return 0
    }
    guard !suspect.isBound else { return nil }
    let kind = known.kind(of: word)
    if kind.contains(.trusted),
      letters.count >= KnownWords.shortestTrusted + (edit.isFrequent ? 0 : 1)
    {
      return uses > 0 ? 0 : 1
    }
    if suspect.isCapital, kind.contains(.name), letters.count >= KnownWords.shortestName {
      return uses > 0 ? 0 : 2
    }
    return nil
  }

  /// How often the document must use a word that is meant: more often for a short one, for a mistake
  /// that is no frequent one, and for a word that the pack has not.
  private func usesAsked(
    _ word: Int32, _ suspect: Suspect, _ letters: ArraySlice<UInt8>, _ edit: SingleEdit
  ) -> Int {
    let own = use.count(suspect.word)
    let length = min(letters.count, words.word(word).count)
    var asked = 2 * own + (edit.isFrequent ? 0 : 1)
    switch length {
    case ...2: asked = edit.isFrequent ? 20 : .max
    case 3: asked = edit.isFrequent ? 10 : 30
    case 4: asked = edit.isFrequent ? 5 : 10
    case 5: asked = max(asked, edit.isFrequent ? 2 : 4)
    default: break
    }
    if !known.isKnown(word, capital: true), asked < .max {
      asked = max(asked, 3) * (letters.count > 5 ? 1 : 2)
    }
    return asked
  }

  // MARK: Blanks

  /// How many letters the first of two known words has that stand glued; nil unless there is one way
  /// to divide them.
  private func division(of letters: ArraySlice<UInt8>, _ uses: Int) -> Int? {
    guard letters.count >= Self.shortestParts, KnownWords.isWord(letters) else { return nil }
    func isPart(_ part: ArraySlice<UInt8>) -> Bool {
      guard let word = words.id(of: part), known.isKnown(word, capital: true) else { return false }
      let asked = part.count >= 4 ? 3 : 8
      return use.count(word) >= asked
        || part.count >= Self.shortestParts && known.kind(of: word).contains(.trusted)
    }
    var found: Int?
    for length in 2...letters.count - 2
    where isPart(letters.prefix(length)) && isPart(letters.dropFirst(length)) {
      guard found == nil else { return nil }
      found = length
    }
    return found
  }

  /// The blank before the only capital inside a word, if it divides words that are known or used
  /// elsewhere: `SitiNurbaya`.
  private func capitalInside(_ token: Token, _ text: [UInt8]) -> TextEdit? {
    let inside = token.range.dropFirst()
    let places = inside.filter { text[$0] >= 0x41 && text[$0] <= 0x5A }
    guard let place = places.first, places.count == 1 else { return nil }
    let letters = words.word(token.word)
    let length = place - token.range.lowerBound
    for part in [letters.prefix(length), letters.dropFirst(length)] {
      guard part.count >= 4, KnownWords.isWord(part), let word = words.id(of: part),
        use.count(word) > 0 || !known.kind(of: word).isDisjoint(with: [.trusted, .name])
      else { return nil }
    }
    return .blank(at: place)
  }

  /// The blank taken out that divides a word; nil if there is none or the whole is no word.
  private func joining(_ first: Token, _ second: Token, _ text: [UInt8]) -> TextEdit? {
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
    return TextEdit(first.range.upperBound..<second.range.lowerBound, [])
  }

  // MARK: Text

  /// Whether a token is in capitals, two at least, whatever stands in some of its bytes.
  private func isInCapitals(_ token: Token, but misread: Range<Int>, _ text: [UInt8]) -> Bool {
    var capitals = 0
    for (offset, byte) in text[token.range].enumerated() where !misread.contains(offset) {
      if byte.isSmallLetter { return false }
      if (byte | 0x20).isSmallLetter { capitals += 1 }
    }
    return capitals >= 2
  }

  /// The edit of a token that makes it the word that is meant, with its capitals.
  private func textEdit(
    _ edit: SingleEdit, to word: Int32, in token: Token, _ text: [UInt8]
  ) -> TextEdit {
    var range = edit.range
    var letters = edit.letters
    if isInCapitals(token, but: edit.range, text) {
      letters = letters.map(\.capital)
    } else if range.lowerBound == 0, let first = letters.first,
      token.look.contains(.capital) || use.isMostlyCapital(word)
    {
      letters[0] = first.capital
    }
    // What is taken out, the letter before it stands for, too.
    if letters.isEmpty, range.lowerBound > 0 {
      range = range.lowerBound - 1..<range.upperBound
      letters = [text[token.range.lowerBound + range.lowerBound]]
    }
    let start = token.range.lowerBound
    return TextEdit(start + range.lowerBound..<start + range.upperBound, letters)
  }
}

extension UInt8 {
  fileprivate var isSmallLetter: Bool { self >= 0x61 && self <= 0x7A }
  /// A small letter as a capital.
  fileprivate var capital: UInt8 { isSmallLetter ? self & 0xDF : self }
}
