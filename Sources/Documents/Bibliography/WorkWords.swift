/// Words by which title pages and entries of lists of works cited are read, from the pack's language
/// files.
///
/// Compared without regard to case and without a dot at their end.
public struct WorkWords: Hashable, Sendable {
  /// The meanings that the lists of words have: their names in the language files.
  enum Meaning: String, CaseIterable {
    /// Words before the name of an author.
    case by
    /// Words before the number of a student or an official.
    case studentNumber
    /// Words before a day of publication.
    case published
    /// Words that begin a line of addresses.
    case contact
    /// Words before names that are not authors'.
    case supervisor
    case and
    case etAl
    case noDate
    /// Words before the book that a chapter stands in.
    case `in`
    /// Words before a day of access or an address.
    case accessed
    case volume
    case issue
    case pages
    case edition
    case editor
    case university
    /// Words in the names of periodicals.
    case journal
    case conference
    /// Words in the names of publishers.
    case press
    /// Words that begin the names of bodies that publish.
    case organization
    case thesis
    case report
    case legislation
    case news
    /// Words in the names of doctoral theses.
    case doctoral
    /// Small words between a word for access and a day or an address.
    case accessSmall
    /// Parts of names that have no capital, such as *van*.
    case particle
    /// Words behind which a dot ends no title.
    case shortForm
  }

  private var lists: [String: Set<String>] = [:]
  /// Month names and their abbreviations → 1…12.
  private(set) var months: [String: Int] = [:]

  /// No words at all.
  public init() {}

  /// The words of several languages, their lists by name; lists of other names are passed over.
  public init(_ languages: [[String: [String]]], months: [[String: Int]]) {
    for table in languages {
      for (name, words) in table {
        lists[name, default: []].formUnion(words.map(Self.key))
      }
    }
    for table in months {
      for (name, month) in table { self.months[name.lowercased()] = month }
    }
  }

  /// The form in which words are compared.
  static func key(_ text: some StringProtocol) -> String {
    ScalarText.key(of: text.unicodeScalars)
  }

  /// The words of a meaning, in the form in which they are compared.
  func words(_ meaning: Meaning) -> Set<String> { lists[meaning.rawValue] ?? [] }

  /// Whether a text is one of the words of a meaning.
  func isWord(_ text: some StringProtocol, _ meaning: Meaning) -> Bool {
    words(meaning).contains(Self.key(text))
  }

  /// Whether one of the words of a meaning stands in a text, as whole words.
  func occurs(_ meaning: Meaning, in text: some StringProtocol) -> Bool {
    let words = words(meaning)
    guard !words.isEmpty else { return false }
    let tokens = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }
      .map { $0.lowercased() }
    for length in 1...4 where length <= tokens.count {
      for start in 0...(tokens.count - length)
      where words.contains(tokens[start..<start + length].joined(separator: " ")) {
        return true
      }
    }
    return false
  }

  /// Whether a text has one of the words of a meaning in it, be it within a longer word; a quick look
  /// before a slower one.
  func mayHold(_ meaning: Meaning, _ text: some StringProtocol) -> Bool {
    let words = words(meaning)
    guard !words.isEmpty else { return false }
    let bytes = Array(text.lowercased().utf8)
    return words.contains { word in
      let word = Array(word.utf8)
      guard let first = word.first, bytes.count >= word.count else { return false }
      return (0...bytes.count - word.count).contains { start in
        bytes[start] == first && bytes[start..<start + word.count].elementsEqual(word)
      }
    }
  }

  /// Whether a number stands behind a word for one, as in the names of laws.
  func hasNumber(_ text: some StringProtocol) -> Bool {
    let tokens = text.split { !$0.isLetter && !$0.isNumber }
    return tokens.indices.dropLast().contains { index in
      isWord(tokens[index], .issue) && tokens[index + 1].first?.isNumber == true
    }
  }

  /// What follows the longest word of a meaning at the start of a text, without blanks and a colon or
  /// dot between; nil if the text does not begin with one.
  func rest(of text: Substring, after meaning: Meaning) -> Substring? {
    var best: Substring?
    let lowered = text.lowercased()
    // Case mapping that changes the length would shift the rest.
    guard lowered.count == text.count else { return nil }
    for word in words(meaning) where lowered.hasPrefix(word) {
      let end = text.index(text.startIndex, offsetBy: word.count)
      if let next = text[end...].first, next.isLetter || next.isNumber { continue }
      if let known = best, known.startIndex >= end { continue }
      best = text[end...]
    }
    return best.map { rest in
      rest.drop { $0.isWhitespace || $0 == ":" || $0 == "." || $0 == "," }
    }
  }
}
