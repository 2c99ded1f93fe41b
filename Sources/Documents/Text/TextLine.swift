/// One line of the raw text that is not blank.
struct TextLine {
  /// The raw characters between the blanks at both ends.
  var content: Range<Int>
  /// Blanks before the content; a tab counts as four.
  var indent: Int
  /// Blank lines between the line before and this one.
  var gap: Int
  /// Whether a form feed stands between the line before and this one.
  var startsPage: Bool

  /// Column at which the content ends.
  var right: Int { indent + content.count }

  /// Length of the content in characters.
  var length: Int { content.count }

  /// The lines of a text, without the blank ones.
  static func lines(of raw: [Unicode.Scalar], in range: Range<Int>) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(range.count / 64)
    var index = range.lowerBound
    var gap = 0
    var startsPage = false
    raw.withUnsafeBufferPointer { raw in
      while index < range.upperBound {
        var indent = 0
        var first = -1
        var last = index
        scan: while index < range.upperBound {
          let scalar = raw[index]
          if scalar.value > 0x20 && scalar.value < 0x7F {
            if first < 0 { first = index }
            index = printableEnd(raw, index + 1, range.upperBound)
            last = index
            // The character before is no blank: the run begins with one.
            while raw[last - 1].value == 0x20 { last -= 1 }
            continue
          }
          switch scalar.value {
          case 0x0A, 0x0D, 0x0C, 0x0B, 0x85, 0x2028, 0x2029:
            break scan
          default:
            if !scalar.isBlank && !scalar.isInvisible {
              if first < 0 { first = index }
              last = index + 1
            } else if scalar.value == 0xAD && first >= 0 {
              last = index + 1
            } else if first < 0 {
              indent += scalar.value == 0x09 ? 4 : scalar.isBlank ? 1 : 0
            }
          }
          index += 1
        }
        if first < 0 {
          gap += 1
        } else {
          lines.append(
            TextLine(content: first..<last, indent: indent, gap: gap, startsPage: startsPage))
          gap = 0
          startsPage = false
        }
        guard index < range.upperBound else { break }
        if raw[index].value == 0x0C { startsPage = true }
        if raw[index].value == 0x0D && index + 1 < range.upperBound && raw[index + 1].value == 0x0A
        {
          index += 1
        }
        index += 1
      }
    }
    return lines
  }

  /// The first index from a given one at which no printable ASCII character stands.
  @inline(__always)
  private static func printableEnd(
    _ raw: UnsafeBufferPointer<Unicode.Scalar>, _ start: Int, _ end: Int
  ) -> Int {
    var index = start
    if let base = raw.baseAddress {
      while index + 16 <= end, let bytes = SixteenScalars(base, at: index).ascii {
        let count =
          (bytes .< SIMD16<UInt8>(repeating: 0x20) .| bytes .== SIMD16<UInt8>(repeating: 0x7F))
          .first
        index += count
        if count < 16 { return index }
      }
    }
    while index < end, raw[index].value &- 0x20 < 0x5F { index += 1 }
    return index
  }
}
