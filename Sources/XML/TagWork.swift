/// Tells pages that were made to keep libxml2 busy: it compares each attribute of a tag with all
/// before it.
enum TagWork {
  /// Most comparisons that a page may cost; a tag of thirty thousand attributes costs half of them.
  private static let most = 1 << 30

  /// Whether the tags of a page cost too many comparisons.
  ///
  /// - Complexity: O(bytes)
  static func isExcessive(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var work = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count,
        (bytes[index + 1] | 0x20) >= 0x61, (bytes[index + 1] | 0x20) <= 0x7A
      else {
        index += 1
        continue
      }
      let tag = attributes(bytes, from: index + 1)
      index = tag.end
      work += tag.count * tag.count
      if work > most { return true }
    }
    return false
  }

  /// How many attributes the tag has whose name begins at an index, and where the tag ends.
  @inline(__always)
  private static func attributes(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (count: Int, end: Int) {
    var index = start
    var count = 0
    var isBetween = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: ">") { break }
      if byte <= 0x20 {
        isBetween = true
      } else if byte == UInt8(ascii: "=") {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        guard index < bytes.count else { break }
        let quote = bytes[index]
        isBetween = false
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
        index += 1
        while index < bytes.count, bytes[index] != quote { index += 1 }
        index += 1
        isBetween = true
      } else if isBetween {
        count += 1
        isBetween = false
      }
    }
    return (count, min(index, bytes.count))
  }
}
