/// Text of a page as a line shows it: blanks and line breaks between words are one space
/// ([HTML Standard §15.3](https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3)).
enum FoldedText {
  /// Adds text with its blanks made one; whether there was any.
  static func append(
    _ range: Range<Int>, of bytes: [UInt8], to line: inout [UInt8]
  ) -> Bool {
    bytes.withUnsafeBufferPointer { source in
      var index = range.lowerBound
      var hasText = false
      while index < range.upperBound {
        let start = index
        index = endOfText(source, index, range.upperBound)
        if index > start {
          line.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
          hasText = true
        }
        guard index < range.upperBound else { break }
        if source[index] == 0xC2, index + 1 < range.upperBound, source[index + 1] != 0xA0 {
          line.append(0xC2)
          line.append(source[index + 1])
          hasText = true
          index += 2
          continue
        }
        index += source[index] == 0xC2 ? 2 : 1
        if let last = line.last, last != 0x20 { line.append(0x20) }
      }
      return hasText
    }
  }

  /// Where text ends that needs no repair: words with single spaces between them.
  @inline(__always)
  private static func endOfText(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var index = start
    while index < end {
      if source[index] > 0x20, source[index] != 0xC2 {
        index += 1
      } else if source[index] == 0x20, index > start, index + 1 < end, source[index + 1] > 0x20,
        source[index + 1] != 0xC2
      {
        index += 2
      } else {
        break
      }
    }
    return index
  }
}
