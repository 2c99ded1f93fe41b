/// Builds [CommonMark](https://spec.commonmark.org/0.31.2/) with tables as GitHub has them.
struct MarkdownText {
  private(set) var text = ""

  /// Adds a heading; level 1 is the highest.
  mutating func heading(_ title: String, level: Int) {
    separate()
    text += String(repeating: "#", count: level) + " \(title)\n"
  }

  /// Adds a paragraph of text that is Markdown already.
  mutating func paragraph(_ content: String) {
    separate()
    text += content + "\n"
  }

  /// Adds a block of code.
  ///
  /// - Parameters:
  ///   - code: its lines, which hold no fence.
  ///   - language: what it is written in.
  mutating func code(_ code: String, language: String) {
    separate()
    text += "```\(language)\n\(code)\n```\n"
  }

  /// Adds a list; the items are Markdown already.
  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    separate()
    for item in items { text += "- \(item)\n" }
  }

  /// Adds a table; the cells are Markdown already and hold no line breaks.
  mutating func table(_ titles: [String], _ rows: [[String]]) {
    separate()
    text += "| " + titles.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: " --- |", count: titles.count) + "\n"
    for row in rows { text += "| " + row.joined(separator: " | ") + " |\n" }
  }

  private mutating func separate() {
    if !text.isEmpty { text += "\n" }
  }

  /// Text that reads as it is written: white space folded, what Markdown takes as marks escaped.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    var isSpaced = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        isSpaced = !result.isEmpty
        continue
      }
      if isSpaced { result += " " }
      isSpaced = false
      if "\\`*_{}[]<>#|&~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A quotation in so many characters at most, cut between words, escaped and in quotation marks.
  ///
  /// The asterisks that a Markdown source sets words off with are left out.
  static func quotation(_ quote: String, longest: Int = 180) -> String {
    guard !quote.isEmpty else { return "–" }
    var words = quote.filter { $0 != "*" }.split(whereSeparator: \.isWhitespace)[...]
    var kept = ""
    while let word = words.first, kept.count + word.count < longest || kept.isEmpty {
      kept += kept.isEmpty ? String(word.prefix(longest)) : " \(word)"
      words.removeFirst()
    }
    return "“\(escaped(kept))\(words.isEmpty ? "" : " …")”"
  }
}
