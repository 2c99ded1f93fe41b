import Documents

/// Puts right the words that scanning misread, where one letter leaves no doubt which word was meant.
///
/// Looked at are words that the pack does not know and the document hardly uses. A word is meant by
/// one of them if a single edit makes it that word and no other one: first a word that the document
/// uses often enough for its length, then a trusted word of the pack, then one of a name. Two words
/// that lost the blank between them are divided, and one that a blank divided is joined, where both
/// parts, or the whole, are known. ``RepairedText`` keeps the way back to the raw characters.
///
/// What the document itself does not show is taken for misread only where much of it is: in a clean
/// copy a word that stands in no list is one that the lists lack.
struct MisreadingRepair {
  /// What is certainly meant by a word.
  private enum Correction {
    /// Another word, and whether the document uses it.
    case word(SingleEdit, Int32, isUsed: Bool)
    /// Two words: how many letters the first one has, and whether the document uses both.
    case parts(Int, areUsed: Bool)
  }

  /// A word as it stands somewhere.
  private struct Suspect: Hashable {
    var word: Int32
    var isCapital: Bool
    /// Whether only what the document itself uses may be meant.
    var isBound: Bool
  }

  /// An edit, and whether the document itself shows what is meant.
  private struct Finding {
    var edit: TextEdit
    var isShown: Bool
  }

  /// So many words that the document does not show to be misread make it one that scanning damaged,
  /// where they are also one in ``wordsForGuess`` or more.
  private static let fewestGuesses = 4
  private static let wordsForGuess = 150
  /// More often than this no misread word is repeated.
  static let mostUses = 2
  /// Least letters of a word with a capital that is taken for one that is no name: many names of
  /// people are a letter away from a common word, *Bahar* from *bahan*.
  private static let shortestCapital = 8

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
    let findings = reading.blocks.map { repair.findings(in: $0) }
    let guesses = findings.reduce(0) { sum, found in sum + found.count { !$0.isShown } }
    let words = reading.blocks.reduce(0) { sum, block in
      sum + block.tokens.count { $0.look.contains(.word) }
    }
    let isDamaged = guesses >= fewestGuesses && guesses * wordsForGuess >= words
    for number in reading.blocks.indices {
      let edits = findings[number].filter { isDamaged || $0.isShown }.map(\.edit)
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

  func isKnown(_ token: Token) -> Bool { !Self.isUnknown(token, known) }

  /// The edits of a block's text, in order without overlap.
  private mutating func findings(in block: DocumentReading.ReadBlock) -> [Finding] {
    var findings: [Finding] = []
    func add(_ edit: TextEdit, isShown: Bool) {
      findings.append(Finding(edit: edit, isShown: isShown))
    }
    let (tokens, text) = (block.tokens, block.block.text.bytes)
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      let token = tokens[index]
      guard mayBeMisread(index, tokens), !isInAddress(token, text) else { continue }
      if index + 1 < tokens.count, let (blank, isUsed) = joining(token, tokens[index + 1], text) {
        add(blank, isShown: isUsed)
        index += 1
        continue
      }
      if index > 0, let (edit, word) = nameMeant(by: token, behind: tokens[index - 1]) {
        add(textEdit(edit, to: word, in: token, text), isShown: true)
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
      case .word(let edit, let word, let isUsed):
        add(textEdit(edit, to: word, in: token, text), isShown: isUsed)
      case .parts(let length, let areUsed):
        add(.blank(at: token.range.lowerBound + length), isShown: areUsed)
      case nil:
        if let (blank, areUsed) = capitalInside(token, text) { add(blank, isShown: areUsed) }
      }
    }
    return findings
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
      correction = meant(by: suspect, letters).map { edit, word, isUsed in
        .word(edit, word, isUsed: isUsed)
      }
      if correction == nil, !suspect.isBound {
        correction = division(of: letters).map { .parts($0, areUsed: $1) }
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

  /// The word that is certainly meant by another one, and whether the document uses it.
  private func meant(
    by suspect: Suspect, _ letters: ArraySlice<UInt8>
  ) -> (SingleEdit, Int32, Bool)? {
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
    return (best.edit, best.word, best.uses > 0)
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
      !suspect.isCapital || use.capitals(word) > 0 || letters.count >= Self.shortestCapital
    {
      return 0
    }
    guard !suspect.isBound else { return nil }
    let kind = known.kind(of: word)
    let shortest = KnownWords.shortestTrusted + (edit.isFrequent ? 0 : 1)
    if kind.contains(.trusted),
      letters.count >= (suspect.isCapital ? Self.shortestCapital : shortest)
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
