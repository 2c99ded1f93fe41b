/// Where a sentence begins without a blank before it: `tumbuh.Kemudian`.
enum GluedSentence {
  /// Whether one begins directly behind a dot of a text that is read from a place on.
  static func begins(
    behindDot dot: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Bool {
    let next = dot + 1
    guard next + 1 < text.count, text[next].isASCIICapital, text[next + 1].isASCIISmall else {
      return false
    }
    var first = dot
    while first > start, text[first - 1].isASCIISmall { first -= 1 }
    guard dot - first > 3, first == start || text[first - 1] <= 0x20 else { return false }
    var last = next
    while last < text.count, text[last] > 0x20 {
      // Names of files and addresses go on with dots and slashes.
      if text[last] == 0x2F || text[last] == 0x40 || text[last] == 0x5F { return false }
      if text[last] == 0x2E, last + 1 < text.count, text[last + 1].isASCIILetter { return false }
      last += 1
    }
    return true
  }
}
