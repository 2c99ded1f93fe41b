/// Texts in the flowcharts of Mermaid.
enum MermaidText {
  /// A text within quotation marks: what Mermaid or the HTML around it takes for a mark becomes an
  /// [entity](https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters), with
  /// `#` as Mermaid writes it; controls, which HTML cannot hold, become U+FFFD.
  static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br>"
      case "\t", "\r": result += " "
      case "\"", "<", ">", "&", "#", ";", "`", "|", "\\", "[", "]", "{", "}", "(", ")":
        result += "#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
