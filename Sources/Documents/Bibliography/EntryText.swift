/// An entry of a list of works cited, with what has a form of its own taken out: identifiers,
/// addresses, days of access.
struct EntryText {
  /// The entry as it stands.
  let whole: String
  /// What is left.
  private(set) var rest: Substring = ""
  private(set) var doi: String?
  private(set) var url: String?
  private(set) var accessed: String?

  /// Longest entry in characters that is looked into.
  private static let longest = 2_000
  /// Stands for an address that was taken out.
  private static let mark: Character = "\u{FFFC}"

  init(_ entry: String, words: WorkWords) {
    let text = entry.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    whole = text
    guard text.count <= Self.longest else {
      rest = ""
      return
    }
    var work = text.replacing(#/\[([^\]\s]*)\]\((\S+?)\)/#) { "\($0.2)" }
    work = work.replacing("\\", with: "").replacing("*", with: "")
    work = work.replacing(#/^\s*(\[\d{1,3}\]|\d{1,3}[.\)]|[-–•])\s+/#, with: "")
    work = takeDOI(from: work)
    work = takeURL(from: work)
    rest = Substring(work)
    takeAccess(words)
    rest = Self.trimmed(rest.filter { $0 != Self.mark }[...])
  }

  private mutating func takeDOI(from text: String) -> String {
    guard let found = Self.doi(in: text) else { return text }
    doi = found.doi
    return text.replacingCharacters(in: found.range, with: " \(Self.mark) ")
  }

  /// The first digital object identifier of a text, and where it stands with its address or lead.
  static func doi(in text: String) -> (doi: String, range: Range<String.Index>)? {
    text.firstMatch(
      of: #/(?i)(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi\s*:?\s*)?\b(10\.\d{4,9}\/[^\s<>"]+)/#
    ).map { (withoutEnd($0.1), $0.range) }
  }

  private mutating func takeURL(from text: String) -> String {
    var text = text
    while let match = text.firstMatch(of: #/<?((?:https?:\/\/|www\.)[^\s<>"“”]+)>?/#) {
      if url == nil {
        let found = Self.withoutEnd(match.1)
        url = found.hasPrefix("www.") ? "http://\(found)" : found
      }
      text = text.replacingCharacters(in: match.range, with: " \(Self.mark) ")
    }
    return text
  }

  /// An address without the punctuation of the sentence behind it.
  private static func withoutEnd(_ text: Substring) -> String {
    var text = text
    while let last = text.last {
      if ".,;:'’".contains(last) {
        text.removeLast()
      } else if last == ")" || last == "]",
        text.count(where: { $0 == last }) > text.count(where: { $0 == (last == ")" ? "(" : "[") })
      {
        text.removeLast()
      } else {
        break
      }
    }
    return String(text)
  }

  /// Takes out a word such as *accessed* with all that follows it, if that is nothing but a day, small
  /// words and addresses.
  private mutating func takeAccess(_ words: WorkWords) {
    let lead = words.words(.accessed).flatMap { $0.split(separator: " ").map(String.init) }
    let small = Set(lead).union(words.words(.in))
      .union(words.words(.accessSmall))
    for match in rest.matches(of: #/[\(\[]?\b(\p{L}+)\b/#) where words.isWord(match.1, .accessed) {
      let tail = rest[match.range.lowerBound...]
      let tokens = tail.split { $0.isWhitespace || "()[]:.,;|/-–".contains($0) }
      let isAccess = tokens.dropFirst().allSatisfy { token in
        let key = token.lowercased()
        return token.allSatisfy { $0.isNumber || $0 == Self.mark } || small.contains(key)
          || words.months[key] != nil
      }
      guard isAccess, tokens.count > 1 else { continue }
      accessed = DateText.dates(in: String(tail), months: words.months).first
      rest = rest[..<match.range.lowerBound]
      return
    }
  }

  /// A text without blanks and separators at its ends.
  static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace || ".,;:".contains(first) {
      text.removeFirst()
    }
    while let last = text.last, last.isWhitespace || ".,;:".contains(last) { text.removeLast() }
    return text
  }
}

extension CitedWork {
  /// The digital object identifier in a text, such as its address or `doi: 10.…`; nil if there is
  /// none.
  public static func doi(in text: String) -> String? { EntryText.doi(in: text)?.doi }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
