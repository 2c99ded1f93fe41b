import RDF

/// Numbers the kinds of values: predicate and language.
struct AttributeKeys {
  private struct Pair: Hashable {
    var predicate: TermDictionary.ID
    var language: Int
  }

  private let terms: TermDictionary
  private var numbers: [Pair: Int] = [:]
  private var keys: [AttributeColumns.Key] = []
  private var last: (pair: Pair, number: Int)?
  /// Language tags as they were written, and the number of each in small letters.
  private var tags: [(written: [UInt8], language: Int)] = []
  private var languages: [String] = []

  init(terms: TermDictionary) { self.terms = terms }

  /// The number of a kind, in order of first appearance.
  mutating func key(predicate: TermDictionary.ID, value: TermDictionary.ID) -> Int {
    let pair = Pair(predicate: predicate, language: language(of: value) ?? newLanguage(of: value))
    if let last, last.pair == pair { return last.number }
    let number = numbers[pair] ?? newKey(pair)
    last = (pair, number)
    return number
  }

  private mutating func newKey(_ pair: Pair) -> Int {
    let number = keys.count
    numbers[pair] = number
    keys.append(
      AttributeColumns.Key(
        predicate: terms.text(of: pair.predicate),
        language: pair.language < 0 ? nil : languages[pair.language]))
    return number
  }

  /// The place of a literal's language in ``languages``, -1 for none; nil for a tag not met before.
  private func language(of value: TermDictionary.ID) -> Int? {
    let written = terms.bytes.span.extracting(terms.range(of: value))
    let end = written[written.count - 1]
    guard written[0] == UInt8(ascii: "\""), end != UInt8(ascii: "\""), end != UInt8(ascii: ">")
    else { return -1 }
    let tag = written.extracting(CanonicalTerm.endOfLiteralText(in: written) + 2..<written.count)
    for known in tags where known.written.span.hasSameBytes(as: tag) { return known.language }
    return nil
  }

  private mutating func newLanguage(of value: TermDictionary.ID) -> Int {
    let range = terms.range(of: value)
    let start = CanonicalTerm.endOfLiteralText(in: terms.bytes.span.extracting(range)) + 2
    let tag = Array(terms.bytes[range].dropFirst(start))
    let text = String(decoding: tag, as: UTF8.self).lowercased()
    // A base direction is no part of the language.
    let name = text.firstRange(of: "--").map { String(text[..<$0.lowerBound]) } ?? text
    let language = languages.firstIndex(of: name) ?? languages.count
    if language == languages.count { languages.append(name) }
    tags.append((tag, language))
    return language
  }

  private var order: [Int] {
    keys.indices.sorted {
      let (left, right) = (keys[$0], keys[$1])
      return left.predicate != right.predicate
        ? left.predicate.precedesInUTF8(right.predicate)
        : (left.language ?? "").precedesInUTF8(right.language ?? "")
    }
  }

  /// The kinds in order of predicate and language.
  var inOrder: [AttributeColumns.Key] { order.map { keys[$0] } }

  /// The place of each kind in ``inOrder``, by its number.
  func ranks() -> [Int32] {
    var ranks = [Int32](repeating: 0, count: keys.count)
    for (rank, key) in order.enumerated() { ranks[key] = Int32(rank) }
    return ranks
  }
}
