/// Takes names out of texts.
///
/// A name is found as its words in order, whatever their case and whatever white space and
/// punctuation stand between them, so that one broken over two lines is found too; what stands there
/// instead is ``mark``.
package struct NameRedactor {
  /// What stands where a name stood.
  package static let mark = "[…]"

  /// The words of the names by their first one, the longest names first.
  private var names: [String: [[String]]] = [:]
  private var slugs: [String] = []

  /// Names of fewer than three letters would be found everywhere and are passed over.
  package init(_ names: some Sequence<String>) {
    var all: Set<[String]> = []
    for name in names {
      let words = Self.words(of: name[...]).map { $0.lowercased() }
      if words.reduce(0, { $0 + $1.count }) > 2 { all.insert(words) }
    }
    for words in all.sorted(by: { $0.count > $1.count }) {
      self.names[words[0], default: []].append(words)
    }
    slugs = all.map { $0.joined(separator: "-") }
  }

  /// Whether there is no name to take out.
  package var isEmpty: Bool { names.isEmpty }

  /// The text without the names.
  package func redacted(_ text: String) -> String {
    guard !isEmpty else { return text }
    let words = Self.words(of: text[...])
    let folded = words.map { $0.lowercased() }
    var result = ""
    var copied = text.startIndex
    var index = 0
    while index < words.count {
      let match = names[folded[index]]?.first { name in
        folded[index...].starts(with: name)
      }
      guard let match else {
        index += 1
        continue
      }
      result += text[copied..<words[index].startIndex] + Self.mark
      copied = words[index + match.count - 1].endIndex
      index += match.count
    }
    guard copied > text.startIndex else { return text }
    return result + text[copied...]
  }

  /// Whether a path holds one of the names as a slug.
  package func isNamed(in path: String) -> Bool {
    guard !isEmpty else { return false }
    let words = "-\(Self.words(of: path.lowercased()[...]).joined(separator: "-"))-"
    return slugs.contains { words.contains("-\($0)-") }
  }

  private static func words(of text: Substring) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }
}

extension ArraySlice<String> {
  fileprivate func starts(with words: [String]) -> Bool {
    count >= words.count && zip(self, words).allSatisfy { $0 == $1 }
  }
}
