/// The words by which the mistakes of scanning are told, from the pack's language files and lexicon.
public struct ScanWords: Hashable, Sendable {
  /// Words that texts are made of, whole and rightly written.
  public var known: Set<String> = []
  /// Words of names: no fragments, and long ones are what fragments make.
  public var names: Set<String> = []
  /// Words that a number follows: *Nomor*, *Pasal*.
  public var numbered: Set<String> = []
  /// Words that a year follows: *Tahun*, and the months.
  public var dated: Set<String> = []
  /// Words that a number in brackets follows: *ayat (1)*.
  public var bracketed: Set<String> = []
  /// Number words, which repeat a number in brackets, with their values: *120 (seratus dua puluh)*.
  public var counts: [String: Int] = [:]
  /// Small words that scanning glues to the word before or behind them.
  public var glued: Set<String> = []
  /// Formulas of several words that stand glued at times: *sebagaimana dimaksud*.
  public var formulas: Set<String> = []

  /// No words: nothing is repaired.
  public init() {}
}

/// The words ready to be asked by bytes.
///
/// A class, for a copy of so many tables would count a reference to each of them.
final class ScanLexicon: Sendable {
  static let known: UInt32 = 1
  static let numbered: UInt32 = 2
  static let dated: UInt32 = 4
  static let bracketed: UInt32 = 8
  static let glued: UInt32 = 32
  static let formula: UInt32 = 64
  static let name: UInt32 = 128
  /// The value of a number word stands above the other bits.
  private static let countShift: UInt32 = 16

  let words: WordIndex
  /// For a formula without its blanks: where they stood.
  let formulas: [[UInt8]: [Int]]
  let shapes: SuspiciousShapes
  /// Whether there is nothing to tell mistakes by.
  let isEmpty: Bool

  init(_ words: ScanWords) {
    var index = WordIndex()
    func add(_ list: Set<String>, _ bits: UInt32) {
      for word in list { index.add(word, bits) }
    }
    add(words.known, ScanLexicon.known)
    add(words.names, ScanLexicon.name)
    add(words.numbered, ScanLexicon.known | ScanLexicon.numbered)
    add(words.dated, ScanLexicon.known | ScanLexicon.dated)
    add(words.bracketed, ScanLexicon.known | ScanLexicon.bracketed)
    for (word, count) in words.counts where (1...1_000).contains(count) {
      index.add(word, ScanLexicon.known | UInt32(count) << ScanLexicon.countShift)
    }
    add(words.glued, ScanLexicon.known | ScanLexicon.glued)
    var formulas: [[UInt8]: [Int]] = [:]
    for formula in words.formulas {
      let parts = formula.split(separator: " ")
      index.add(parts.joined(), ScanLexicon.formula)
      var places: [Int] = []
      for part in parts.dropLast() { places.append((places.last ?? 0) + part.utf8.count) }
      formulas[parts.joined().utf8.map(WordIndex.folded)] = places
    }
    self.words = index
    self.formulas = formulas
    let all = [
      words.known, words.names, words.numbered, words.dated, words.bracketed,
      Set(words.counts.keys), words.glued,
    ]
    shapes = SuspiciousShapes(
      short: all.joined().filter { $0.utf8.count <= 3 }, glued: words.glued,
      formulas: words.formulas)
    isEmpty = index.count == 0
  }

  /// The value of a number word by what is known of it; 0 for others.
  static func count(_ bits: UInt32) -> Int { Int(bits >> countShift) }

  /// Whether a stretch is a word of its own, a name or not.
  func isWord(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    words.bits(of: text, range) & (Self.known | Self.name) != 0
  }

  /// Whether a repair certainly made a word: one of the lexicon, or of a name that is long enough not
  /// to come about by chance.
  func isRepaired(_ word: [UInt8]) -> Bool {
    let bits = words.bits(of: word)
    return bits & Self.known != 0 || bits & Self.name != 0 && word.count >= 7
  }
}
