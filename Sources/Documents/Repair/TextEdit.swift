import Claims

/// A stretch of a repaired text with what it should have been.
package struct TextEdit: Hashable, Sendable {
  /// Bytes of the text.
  package var range: Range<Int>
  /// ASCII.
  package var replacement: [UInt8]

  /// Replaces a stretch of ASCII.
  package init(_ range: Range<Int>, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// Puts a blank before a byte.
  package static func blank(at byte: Int) -> TextEdit { TextEdit(byte..<byte, [0x20]) }
}

extension RepairedText {
  /// The text with stretches replaced.
  ///
  /// A character that takes the place of another stands for the same raw characters. Where a stretch
  /// becomes shorter, its last character stands for the rest of it; a blank put between two characters
  /// stands for the one behind it, as the parts of a ligature do.
  ///
  /// The edits come in ascending order, without overlap.
  package func applying(_ edits: [TextEdit]) -> RepairedText {
    var result = RepairedText()
    result.reserve(bytes.count + edits.count, lines: edits.count + 1)
    var done = 0
    for edit in edits {
      result.append(self, done..<edit.range.lowerBound)
      for (offset, byte) in edit.replacement.enumerated() {
        let at = min(edit.range.lowerBound + offset, bytes.count - 1)
        let isLast = offset + 1 == edit.replacement.count
        let source = sourceRange(of: at..<max(at + 1, isLast ? edit.range.upperBound : 0))
        result.append(Unicode.Scalar(byte), from: source.start..<source.end)
      }
      done = edit.range.upperBound
    }
    result.append(self, done..<bytes.count)
    return result
  }
}
