/// Folded words as small numbers: the pack's words first, then those of the document being read.
///
/// A word is looked up by its first eight bytes, taken as one number, and its length; only of longer
/// words are the other bytes compared. The tables of all documents share the pack's words.
package struct WordTable: Sendable {
  /// The words that this table shares with others; their numbers come first.
  private final class Shared: Sendable {
    let words: Words
    init(_ words: Words) { self.words = words }
  }

  private let shared: Shared?
  private let sharedCount: Int
  private var own = Words()

  /// A table of no words.
  package init() {
    shared = nil
    sharedCount = 0
  }

  /// A table that begins with the words of another one and copies none of them.
  ///
  /// - Complexity: O(1) if the other table has no words but those that it shares itself.
  package init(sharing other: WordTable) {
    if other.own.ends.isEmpty {
      (shared, sharedCount) = (other.shared, other.sharedCount)
      return
    }
    var words = other.shared?.words ?? Words()
    for id in other.own.ends.indices { words.intern(other.own.word(Int32(id))) }
    shared = Shared(words)
    sharedCount = words.ends.count
  }

  /// How many words are known.
  package var count: Int { sharedCount + own.ends.count }

  /// How letters of a word that is looked up are compared.
  enum Folding: UInt64 {
    /// As they are.
    case none = 0
    /// ASCII capitals as small letters; the word is one of ASCII letters, digits, dots and commas.
    case ascii = 0x2020_2020_2020_2020
  }

  /// The number of a word of some text, which it is given if it had none.
  @inline(__always)
  mutating func intern(_ text: Span<UInt8>, _ word: Range<Int>, _ folding: Folding) -> Int32 {
    let sought = Words.Sought(text, word, folding)
    if let shared {
      let id = shared.words.find(sought, text, word, folding)
      if id >= 0 { return id }
    }
    let id = own.find(sought, text, word, folding)
    return Int32(sharedCount) + (id >= 0 ? id : own.add(sought, text, word, folding))
  }

  /// The number of a folded word; nil if it is not known.
  package func id(of word: ArraySlice<UInt8>) -> Int32? {
    let text = word.span
    let sought = Words.Sought(text, 0..<word.count, .none)
    if let shared {
      let id = shared.words.find(sought, text, 0..<word.count, .none)
      if id >= 0 { return id }
    }
    let id = own.find(sought, text, 0..<word.count, .none)
    return id < 0 ? nil : Int32(sharedCount) + id
  }

  /// The number of a folded word, which it is given if it had none.
  package mutating func intern(_ word: ArraySlice<UInt8>) -> Int32 {
    intern(word.span, 0..<word.count, .none)
  }

  /// The folded word with this number.
  package func word(_ id: Int32) -> ArraySlice<UInt8> {
    guard let shared, Int(id) < sharedCount else { return own.word(id - Int32(sharedCount)) }
    return shared.words.word(id)
  }

  /// The value of a number without marks inside, of nine digits at most; nil for others.
  func number(_ token: Token) -> Int? {
    var value = 0
    guard token.look.contains(.number), token.range.count < 10 else { return nil }
    for byte in word(token.word) {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
