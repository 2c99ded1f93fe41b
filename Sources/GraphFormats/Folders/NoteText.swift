/// Texts in the Markdown of notes and cards.
enum NoteText {
  /// A text on one line that means nothing to Markdown, to the wiki links of Obsidian or to HTML.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "+", "-", ".", "!",
        "|",
        "~", "$", "=", "^", "&", "%":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": result += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text as a double-quoted scalar of [YAML 1.2](https://yaml.org/spec/1.2.2/#731-double-quoted-style),
  /// which is a string of JSON without what YAML does not let stand.
  static func quoted(_ text: String) -> String {
    var json = JSONBytes()
    json.string(text)
    var result = ""
    for scalar in String(decoding: json.out.bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A name that every file system and the links of Obsidian take, at most 120 bytes long.
  static func fileName(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "#", "^", "[", "]", "%":
        name += "-"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{FFFE}",
        "\u{FFFF}":
        name += " "
      default: name.unicodeScalars.append(scalar)
      }
      if name.utf8.count > 120 {
        name.removeLast()
        break
      }
    }
    let trimmed = name.drop { $0 == " " || $0 == "." }
    name = String(trimmed)
    while let last = name.last, last == " " || last == "." { name.removeLast() }
    // What Windows keeps for devices.
    let isDevice = devices.contains(
      String(name.uppercased().prefix { $0 != "." }))
    return name.isEmpty ? "note" : isDevice ? name + "_" : name
  }

  private static let devices: Set<String> = Set(
    ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })
}
