/// The authors or editors that an entry names.
struct NameList: Equatable {
  var names: [WorkName]
  var hasMore = false
  /// Whether the entry calls them editors.
  var areEditors = false

  /// The names that a text is; nil if it is not certain that it is nothing but names.
  init?(_ text: some StringProtocol, words: WorkWords) {
    var rest = Self.trimmed(Substring(text))
    guard !rest.isEmpty, rest.count <= 400 else { return nil }
    if let mark = rest.firstMatch(of: #/\s*[\(\[]\s*([\p{L}]+)\.?\s*[\)\]]$/#),
      words.isWord(mark.1, .editor)
    {
      areEditors = true
      rest = Self.trimmed(rest[..<mark.range.lowerBound])
    }
    for ending in words.words(.etAl) {
      for form in [ending, ending + "."] where rest.lowercased().hasSuffix(" " + form) {
        hasMore = true
        rest = Self.trimmed(rest.dropLast(form.count))
      }
    }
    guard !rest.isEmpty else { return nil }
    if let body = Self.organization(rest, words: words) {
      names = [body]
      return
    }
    guard !rest.contains(where: { $0.isNumber || ":?!\"“”()[]/".contains($0) }) else { return nil }
    var groups: [[Substring]] = []
    if rest.contains(";") {
      groups = rest.split(separator: ";").map { [Self.withoutAnd($0, words)] }
        .map { $0[0].split(separator: ",").map(Self.trimmed) }
    } else {
      groups = Self.split(rest, atAnd: words).map {
        $0.split(separator: ",").map(Self.trimmed).filter { !$0.isEmpty }
      }
    }
    var names: [WorkName] = []
    for (number, group) in groups.enumerated() {
      guard group.allSatisfy({ Self.isName($0, words: words) }),
        let found = Self.names(of: group, isFirst: number == 0)
      else { return nil }
      names += found
    }
    guard !names.isEmpty else { return nil }
    self.names = names
  }

  /// A text without blanks and commas at its ends, and without a dot that ends no initial.
  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace || first == "," || first == ";" {
      text.removeFirst()
    }
    while let last = text.last, last.isWhitespace || last == "," || last == ";" || last == "." {
      if last == "." {
        let word = text.dropLast().reversed().prefix { $0.isLetter }
        if word.count == 1 { break }
      }
      text.removeLast()
    }
    return text
  }

  private static func withoutAnd(_ text: Substring, _ words: WorkWords) -> Substring {
    let trimmed = trimmed(text)
    guard let space = trimmed.firstIndex(of: " "), words.isWord(trimmed[..<space], .and) else {
      return trimmed
    }
    return trimmed[space...].drop { $0 == " " }
  }

  /// The stretches between *and*, *dan* and *&*.
  private static func split(_ text: Substring, atAnd words: WorkWords) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    for match in text.matches(of: #/[\s,]+(\p{L}+|&)\s+/#) where words.isWord(match.1, .and) {
      if match.range.lowerBound >= start {
        parts.append(text[start..<match.range.lowerBound])
        start = match.range.upperBound
      }
    }
    parts.append(text[start...])
    return parts
  }

  /// A body that publishes: its name begins with a word for such bodies, or has one and no comma.
  private static func organization(_ text: Substring, words: WorkWords) -> WorkName? {
    let tokens = text.split(separator: " ")
    guard let first = tokens.first, tokens.count <= 20, first.first?.isUppercase == true,
      !text.contains(where: { ":?!\"“”[]".contains($0) })
    else { return nil }
    let begins = words.isWord(first, .organization) || words.isWord(first, .university)
    guard begins || (!text.contains(",") && words.occurs(.organization, in: text)) else {
      return nil
    }
    // Most words of a name have capitals; those of a sentence have not.
    let capitals = tokens.count { $0.first?.isLowercase == false }
    guard capitals * 2 > tokens.count, !text.contains(". ") else { return nil }
    return .organization(String(text))
  }

  private static func names(of pieces: [Substring], isFirst: Bool) -> [WorkName]? {
    // Initials without dots behind the family name: `Zelinsky W, Ginanjar YS`.
    if let first = pieces.first, shortInitials(first) != nil,
      !pieces.contains(where: isInitials)
    {
      return pieces.map { piece in
        shortInitials(piece).map { .inverted(family: $0.family, given: $0.given) }
          ?? .natural(String(piece))
      }
    }
    switch pieces.count {
    case 0: return []
    case 1: return isInitials(pieces[0]) ? nil : [.natural(String(pieces[0]))]
    default: break
    }
    func inverted(_ family: Substring, _ given: Substring) -> WorkName? {
      guard family.split(separator: " ").count <= 3, !isInitials(family),
        given.split(separator: " ").count <= 4
      else { return nil }
      return .inverted(family: String(family), given: String(given))
    }
    let pairs = stride(from: 0, to: pieces.count - 1, by: 2).map { (pieces[$0], pieces[$0 + 1]) }
    if pieces.count.isMultiple(of: 2),
      pieces.count == 2 || pairs.allSatisfy({ isInitials($0.1) })
    {
      let names = pairs.compactMap { inverted($0.0, $0.1) }
      return names.count == pairs.count ? names : nil
    }
    // The first name turned, the others in their natural order.
    guard isFirst, let first = inverted(pieces[0], pieces[1]),
      pieces[2...].allSatisfy({ $0.contains(" ") && !isInitials($0) })
    else { return nil }
    return [first] + pieces[2...].map { .natural(String($0)) }
  }

  /// The family name and the one to three capitals behind it; nil for a name of another form.
  private static func shortInitials(_ text: Substring) -> (family: String, given: String)? {
    guard
      let match = text.wholeMatch(of: #/(\p{Lu}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+)?) (\p{Lu}{1,3})/#),
      match.1.contains(where: \.isLowercase)
    else { return nil }
    return (String(match.1), String(match.2))
  }

  /// Whether a text is nothing but initials: `N. G.`, `A.H`, `J`.
  static func isInitials(_ text: some StringProtocol) -> Bool {
    let parts = text.split { $0 == "." || $0 == " " || $0 == "-" }
    return !parts.isEmpty && parts.count <= 5
      && parts.allSatisfy { part in
        part.count == 1 && part.first?.isUppercase == true
      }
  }

  /// Whether a text looks like one name: few words, each with a capital or a particle, dots only
  /// behind short forms.
  private static func isName(_ text: Substring, words: WorkWords) -> Bool {
    let tokens = text.split(separator: " ")
    guard (1...6).contains(tokens.count), text.count <= 60 else { return false }
    return tokens.allSatisfy { token in
      if words.isWord(token, .particle) { return true }
      guard token.first?.isUppercase == true else { return false }
      let letters = token.dropLast()
      if token.last == ".", token.count > 5, !letters.contains(".") { return false }
      return token.allSatisfy { $0.isLetter || ".-'’`".contains($0) }
    }
  }
}
