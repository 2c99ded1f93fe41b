/// The block between `---` lines at the start of a Markdown file.
struct FrontMatter {
  /// Where the text behind the block begins.
  private(set) var end = 0
  /// The plain `name: value` lines, names in lower case.
  private(set) var values: [String: String] = [:]

  /// The front matter of a text; nil if it has none.
  init?(_ raw: [Unicode.Scalar]) {
    guard raw.count > 4, raw.prefix(3).allSatisfy({ $0 == "-" }) else { return nil }
    var index = 0
    var isFirst = true
    while index < raw.count, index < Self.longest {
      var lineEnd = index
      while lineEnd < raw.count, raw[lineEnd].value != 0x0A { lineEnd += 1 }
      var line = raw[index..<lineEnd]
      while let last = line.last, last.isBlank { line.removeLast() }
      index = min(lineEnd + 1, raw.count)
      let isFence = line.count == 3 && line.allSatisfy { $0 == "-" }
      if isFirst {
        guard isFence else { return nil }
        isFirst = false
      } else if isFence {
        end = index
        return
      } else {
        read(line)
      }
    }
    return nil
  }

  /// Longest front matter in characters.
  private static let longest = 1 << 16

  private mutating func read(_ line: ArraySlice<Unicode.Scalar>) {
    guard let colon = line.firstIndex(of: ":"), let first = line.first, first.isLetter else {
      return
    }
    var value = line[(colon + 1)...]
    while let first = value.first, first.isBlank { value.removeFirst() }
    if let quote = value.first, quote == "\"" || quote == "'", value.count > 1, value.last == quote
    {
      value = value.dropFirst().dropLast()
    }
    guard !value.isEmpty else { return }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: value)
    values[ScalarText.key(of: line[..<colon])] = String(text)
  }

  /// What the block says of the document.
  var metadata: DocumentMetadata {
    var metadata = DocumentMetadata()
    metadata.title = values["title"]
    metadata.language = values["lang"] ?? values["language"]
    metadata.date = values["date"]
    metadata.url = values["url"]
    if let authors = values["author"] ?? values["authors"] {
      metadata.authors = authors.split(whereSeparator: { $0 == ";" || $0 == "[" || $0 == "]" })
        .map { String($0.drop { $0 == " " }) }
    }
    return metadata
  }
}
