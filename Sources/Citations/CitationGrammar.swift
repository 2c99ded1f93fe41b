import DomainPack

/// The words of the pack made ready for the scanner.
struct CitationGrammar: Sendable {
  /// A name of a kind at hand.
  struct KindName: Sendable {
    var name: RegulationName
    /// Position among the kinds.
    var kind: Int
    /// Whether the name is a wrong one, so that only a known act makes it a citation.
    var isMisnomer: Bool
  }

  let kinds: RegulationKinds
  let kindNames: PhraseTrie<KindName>
  let suffixes: PhraseTrie<String>
  let number: PhraseTrie<Bool>
  let year: PhraseTrie<Bool>
  let dated: PhraseTrie<Bool>
  let about: PhraseTrie<Bool>
  let and: PhraseTrie<Bool>
  let article: PhraseTrie<Bool>
  let paragraph: PhraseTrie<Bool>
  let letter: PhraseTrie<Bool>
  let item: PhraseTrie<Bool>
  let articleLink: PhraseTrie<Bool>
  let filler: PhraseTrie<Bool>
  let aboutEnd: PhraseTrie<Bool>
  let aboutSmall: PhraseTrie<Bool>
  let gazette: PhraseTrie<Bool>
  let placeFiller: PhraseTrie<Bool>
  let placeStop: PhraseTrie<Bool>
  let levelBefore: PhraseTrie<String>
  let levelAfter: PhraseTrie<String>
  let provinces: PhraseTrie<String>
  let anyKind: PhraseTrie<Bool>
  /// What stands behind the kind in a short reference; whether it is to the act at hand.
  let referenceAfter: PhraseTrie<Bool>
  /// What stands before it.
  let referenceBefore: PhraseTrie<Bool>

  init(_ kinds: RegulationKinds) {
    self.kinds = kinds
    var names: [(text: String, value: KindName)] = []
    for (position, kind) in kinds.kinds.enumerated() {
      for name in kind.names {
        names.append((name.text, KindName(name: name, kind: position, isMisnomer: false)))
      }
    }
    for (name, code) in kinds.misnamed {
      guard let position = kinds.kinds.firstIndex(where: { $0.code == code }) else { continue }
      names.append((name.text, KindName(name: name, kind: position, isMisnomer: true)))
    }
    kindNames = PhraseTrie(names)
    suffixes = PhraseTrie(kinds.suffixes.map { ($0.name.text, $0.code) })
    let words = kinds.words
    // Digits follow these, so that no words can be mistaken for one that is broken: `T ahun 2017`.
    number = PhraseTrie(words.number, shortestBroken: 5)
    year = PhraseTrie(words.year, shortestBroken: 5)
    dated = PhraseTrie(words.dated)
    about = PhraseTrie(words.about)
    and = PhraseTrie(words.and)
    article = PhraseTrie(words.article)
    paragraph = PhraseTrie(words.paragraph)
    letter = PhraseTrie(words.letter)
    item = PhraseTrie(words.item)
    articleLink = PhraseTrie(words.articleLink)
    filler = PhraseTrie(words.filler)
    aboutEnd = PhraseTrie(words.aboutEnd)
    aboutSmall = PhraseTrie(words.aboutSmall)
    gazette = PhraseTrie(words.gazette.map { RegulationName($0).text })
    placeFiller = PhraseTrie(kinds.placeFillers)
    placeStop = PhraseTrie(kinds.placeStops)
    levelBefore = PhraseTrie(
      kinds.levels.flatMap { level in level.before.map { ($0, level.level) } })
    levelAfter = PhraseTrie(kinds.levels.flatMap { level in level.after.map { ($0, level.level) } })
    provinces = PhraseTrie(kinds.provinces.map { ($0.name, $0.place) })
    anyKind = PhraseTrie(words.anyKind)
    referenceAfter = PhraseTrie(
      words.thisAfter.map { ($0, true) } + words.thatAfter.map { ($0, false) })
    referenceBefore = PhraseTrie(
      words.thisBefore.map { ($0, true) } + words.thatBefore.map { ($0, false) })
  }

  /// The name of a kind at an offset.
  func kindName(_ text: Span<UInt8>, at offset: Int) -> PhraseTrie<KindName>.Match? {
    kindNames.match(text, at: offset)
  }

  /// Whether each capital of a name is a capital in the range where the name was met.
  static func hasCapitals(of name: String, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var letters = name.utf8.lazy.filter { $0 != 0x20 }.makeIterator()
    for offset in range where text.isLetter(offset) {
      guard let letter = letters.next() else { return false }
      let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= letter
      guard !isCapital || letter == text[offset] else { return false }
    }
    return letters.next() == nil
  }
}
