/// Names and texts in [Cypher](https://neo4j.com/docs/cypher-manual/current/syntax/).
enum CypherText {
  /// A name between backticks, whatever signs it has.
  static func name(_ name: String) -> String {
    "`" + name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``") + "`"
  }

  /// A text between apostrophes, as
  /// [string literals](https://neo4j.com/docs/cypher-manual/current/values-and-types/property-structural-constructed/)
  /// have it.
  ///
  /// Controls are escaped, so that a script has one line where its statement has one.
  static func literal(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": result += "\\'"
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
