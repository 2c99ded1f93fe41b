import Claims

/// Gives works the keys by which they are cited: the first author's name, the year and the first
/// word of the title, such as `sari2018kerjasama`.
///
/// The same works in the same order get the same keys; of several with the same key all but the first
/// get a letter or number behind it.
public struct CitationKeys: Sendable {
  private var used: Set<String> = []
  private let small: Set<String>

  /// No key is given yet.
  ///
  /// - Parameter small: words of titles that are passed over, in lower case.
  public init(passingOver small: Set<String> = []) { self.small = small }

  /// The key of the next work: ASCII letters and digits, never given before.
  public mutating func key(of work: CitedWork) -> String {
    let name = (work.authors.first ?? work.editors.first).map { name in
      if case .organization(let body) = name {
        return body.split(separator: " ").prefix(3).map { String($0) }.joined()
      }
      return name.sortingName
    }
    let title = (work.title ?? work.note ?? "").split { !$0.isLetter && !$0.isNumber }
      .first { !small.contains($0.lowercased()) && $0.count > 1 }
    var key =
      Self.plain(name ?? "") + (work.year ?? "") + (work.yearSuffix ?? "")
      + Self.plain(title.map(String.init) ?? "")
    if key.isEmpty { key = "work" }
    if key.first?.isNumber == true { key = "w\(key)" }
    var unique = key
    var number = 1
    while !used.insert(unique).inserted {
      number += 1
      unique = "\(key)\(key.last?.isNumber == true ? "n" : "")\(number)"
    }
    return unique
  }

  private static func plain(_ text: String) -> String {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return "" }
    return String(Slug.of(text).filter { $0 != "-" }.prefix(24))
  }
}
