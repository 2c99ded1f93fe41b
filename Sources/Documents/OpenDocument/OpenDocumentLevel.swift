/// How the levels of a list style are written.
enum OpenDocumentLevel {
  /// The label of a level.
  ///
  /// - Parameters:
  ///   - index: the level, 0 for the highest.
  ///   - format: the label with `%1%` for the number of the first level; nil where the file has none.
  ///   - prefix: text before the numbers.
  ///   - suffix: text behind the numbers.
  ///   - displayLevels: how many numbers are shown, this level's last.
  /// - Returns: the pieces of the label in order.
  static func label(
    index: Int, format: String?, prefix: String, suffix: String, displayLevels: Int
  ) -> [NumberLevel.Piece] {
    var pieces: [NumberLevel.Piece] = []
    if let format {
      let parts = format.prefix(256).split(separator: "%", omittingEmptySubsequences: false)
      for (position, part) in parts.enumerated() where !part.isEmpty {
        if !position.isMultiple(of: 2), let number = Int(part), (1...10).contains(number) {
          pieces.append(.number(level: number - 1))
        } else {
          pieces.append(.text(String(part)))
        }
      }
      return pieces
    }
    if !prefix.isEmpty { pieces.append(.text(String(prefix.prefix(256)))) }
    for number in max(0, index - max(1, displayLevels) + 1)...index {
      if let last = pieces.last, case .number = last { pieces.append(.text(".")) }
      pieces.append(.number(level: number))
    }
    if !suffix.isEmpty { pieces.append(.text(String(suffix.prefix(256)))) }
    return pieces
  }

  /// The format that an attribute names ([XSLT 1.0 §7.7](https://www.w3.org/TR/1999/REC-xslt-19991116#number)).
  static func format(_ name: String) -> NumberFormat {
    switch name {
    case "": .none
    case "a": .lowerLetter
    case "A": .upperLetter
    case "i": .lowerRoman
    case "I": .upperRoman
    default: .decimal
    }
  }
}
