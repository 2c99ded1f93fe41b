/// The name of the site that pages put beside their title.
struct SiteName {
  private let name: String?
  /// Letters and digits of the address's host.
  private let host: String

  /// - Parameters:
  ///   - name: the name as the page gives it.
  ///   - url: address of the page.
  init(name: String?, url: String?) {
    self.name = name.map(Self.key)
    let rest = url.flatMap { $0.split(separator: "/", maxSplits: 2).dropFirst().first } ?? ""
    host = Self.key(String(rest))
  }

  /// A title without the name of the site at its end or its start.
  ///
  /// What stands behind a bar is taken for that name; what stands behind a dash only where the page
  /// or its address says so.
  func stripped(_ title: String?) -> String? {
    guard let title else { return nil }
    for mark in [" | ", " » ", " « ", " :: ", " · "] {
      let pieces = title.split(separator: mark)
      guard pieces.count >= 2, let first = pieces.first, let last = pieces.last else { continue }
      if isName(String(first)) { return pieces.dropFirst().joined(separator: mark) }
      return last.count <= first.count || isName(String(last)) || name == nil
        ? pieces.dropLast().joined(separator: mark) : title
    }
    for mark in [" - ", " – ", " — "] {
      let pieces = title.split(separator: mark)
      guard pieces.count >= 2, let first = pieces.first, let last = pieces.last else { continue }
      if isName(String(last)) { return pieces.dropLast().joined(separator: mark) }
      if isName(String(first)) { return pieces.dropFirst().joined(separator: mark) }
    }
    return title
  }

  private func isName(_ text: String) -> Bool {
    let key = Self.key(text)
    return !key.isEmpty && (key == name || (key.count >= 4 && host.contains(key)))
  }

  private static func key(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
