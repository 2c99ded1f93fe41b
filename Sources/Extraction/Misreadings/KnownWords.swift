import DomainPack

/// What a pack knows of words as such: by it misread ones are told.
struct KnownWords: Sendable {
  /// What is known of a word.
  struct Kind: OptionSet {
    let rawValue: UInt8

    /// A word of the rules, the languages or the lexicon: it may have been meant by another one.
    static let trusted = Kind(rawValue: 1)
    /// A word of names of the gazetteer: with a capital it is a word.
    static let name = Kind(rawValue: 2)
    /// A common word: it is a word, and no other one is taken for it.
    static let common = Kind(rawValue: 4)
  }

  /// Least letters of a trusted word that is looked for without being used in the document.
  static let shortestTrusted = 5
  /// Least letters of a word of names for the same.
  static let shortestName = 8

  private var kinds: [UInt8]
  let near: EditNeighbours
  let alike: LookAlikes

  /// Sorts the words of a pack.
  ///
  /// - Parameters:
  ///   - words: all words of the pack.
  ///   - trusted: how many words, from the first, are those of rules, languages and lexicon.
  ///   - names: the words of names.
  ///   - common: the common words.
  ///   - pack: the pack.
  init(_ words: WordTable, trusted: Int, names: Set<Int32>, common: Set<Int32>, pack: DomainPack) {
    var kinds = [UInt8](repeating: 0, count: words.count)
    for word in 0..<trusted { kinds[word] = Kind.trusted.rawValue }
    for word in names { kinds[Int(word)] |= Kind.name.rawValue }
    for word in common { kinds[Int(word)] |= Kind.common.rawValue }
    var near = EditNeighbours()
    for (word, bits) in kinds.enumerated() {
      let letters = words.word(Int32(word))
      let kind = Kind(rawValue: bits)
      let shortest = kind.contains(.trusted) ? Self.shortestTrusted : Self.shortestName
      guard !kind.isDisjoint(with: [.trusted, .name]), letters.count >= shortest,
        Self.isWord(letters)
      else { continue }
      near.insert(Int32(word), letters)
    }
    self.kinds = kinds
    self.near = near
    alike = LookAlikes(pack.words.members["look-alikes"] ?? [])
  }

  /// What is known of a word; nothing of one that the pack has not.
  func kind(of word: Int32) -> Kind {
    Int(word) < kinds.count ? Kind(rawValue: kinds[Int(word)]) : []
  }

  /// Whether a word is one that the pack knows; one of names only where it has a capital.
  func isKnown(_ word: Int32, capital: Bool) -> Bool {
    let kind = kind(of: word)
    return !kind.isDisjoint(with: [.trusted, .common]) || capital && kind.contains(.name)
  }

  /// Whether letters of ASCII are all that a folded word has.
  static func isWord(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }
}
