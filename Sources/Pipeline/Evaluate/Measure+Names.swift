internal import Claims
import Foundation

extension Measure {
  /// The words of a text in the form in which they are compared: compatibility composition
  /// (NFKC, [UAX #15](https://www.unicode.org/reports/tr15/)), case folded, without quotation marks,
  /// asterisks and underscores; everything else that is no letter and no number divides words.
  static func words(_ text: String) -> [String] {
    // Upper case first, so that letters without a single lower-case form are folded too.
    let folded = text.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars where !isPassedOver(scalar) {
      if isLetterOrNumber(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// A name in the form in which names of a class are compared: its words with single spaces; empty
  /// if it has none.
  func normalised(_ name: String, as entityClass: EntityClass? = nil) -> String {
    var words = Self.words(name)
    for spelling in spellings { words = Self.replacing(spelling, in: words) }
    if let form = entityClass.flatMap({ nameForms[$0] }) {
      if let first = form.first.first(where: { words.starts(with: $0.words) }) {
        words.replaceSubrange(..<first.words.count, with: [first.form])
      }
      if let first = form.dropFirst.first(where: {
        words.count > $0.count && words.starts(with: $0)
      }) {
        words.removeFirst(first.count)
      }
      if let last = form.dropLast.first(where: {
        words.count > $0.count && words.suffix($0.count).elementsEqual($0)
      }) {
        words.removeLast(last.count)
      }
    }
    return words.joined(separator: " ")
  }

  /// Whether two compared names have enough words in common.
  func areAlike(_ left: String, _ right: String) -> Bool {
    let left = Set(left.split(separator: " "))
    let right = Set(right.split(separator: " "))
    let all = left.union(right).count
    return all > 0 && Double(left.intersection(right).count) / Double(all) >= longNameShare
  }

  /// Whether the shorter of two compared names has enough words and stands whole in the longer one.
  func holdsOther(_ left: String, _ right: String) -> Bool {
    let isLeftShorter = left.unicodeScalars.count <= right.unicodeScalars.count
    let (short, long) = isLeftShorter ? (left, right) : (right, left)
    return short.split(separator: " ").count >= containedWords && " \(long) ".contains(" \(short) ")
  }

  /// A regulation key in the form in which keys are compared: capitals, the kind by its short name,
  /// no zeros before the number.
  func normalisedKey(_ key: String) -> String {
    let key = key.uppercased()
    var parts = key.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    guard parts.count == 3 else { return key }
    parts[0] = regulationKinds[parts[0]] ?? parts[0]
    let number = parts[2].drop { $0 == "0" }
    parts[2] = number.isEmpty ? "0" : String(number)
    return parts.joined(separator: "/")
  }

  /// A value in the form in which values are compared: small letters, single spaces, statuses in the
  /// words of annotators, dashes as hyphens without spaces around them.
  func normalisedValue(_ value: String) -> String {
    let folded = value.uppercased().lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let status = Status.allCases.first(where: { $0.rawValue.lowercased() == folded }) {
      return word(for: status)
    }
    var result = ""
    var isAfterDash = false
    for character in folded {
      if character == "–" || character == "—" {
        while result.last == " " { result.removeLast() }
        result.append("-")
        isAfterDash = true
      } else if !(isAfterDash && character == " ") {
        result.append(character)
        isAfterDash = false
      }
    }
    return result
  }

  /// The annotators' word for a status.
  func word(for status: Status) -> String { statusWords[status] ?? status.rawValue.lowercased() }

  /// A duration or an interval of years in the annotators' words: `5 tahun` for `P5Y`, `2017-` for
  /// `2017/..`; anything else unchanged.
  func period(_ value: String) -> String {
    if value.first == "P", let unit = value.last.flatMap({ durations[String($0)] }) {
      let count = value.dropFirst().dropLast()
      if !count.isEmpty, count.utf8.allSatisfy({ (48...57).contains($0) }) {
        return "\(count) \(unit)"
      }
    }
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    func isYear(_ end: Substring) -> Bool {
      end == ".." || end.utf8.count == 4 && end.utf8.allSatisfy { (48...57).contains($0) }
    }
    guard ends.count == 2, ends.allSatisfy(isYear) else { return value }
    return ends.map { $0 == ".." ? "" : String($0) }.joined(separator: "-")
  }

  private static func replacing(_ spelling: Spelling, in words: [String]) -> [String] {
    var result: [String] = []
    var rest = words[...]
    while let first = rest.first {
      if rest.starts(with: spelling.words), !spelling.words.isEmpty {
        result.append(spelling.form)
        rest = rest.dropFirst(spelling.words.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "_", "\"", "“", "”", "‘", "’", "'", "`", "´": true
    default: false
    }
  }

  private static func isLetterOrNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
