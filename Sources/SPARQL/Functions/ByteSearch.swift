#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The search for a text in another, by bytes: UTF-8 has no false finds.
///
/// The algorithm is that of Knuth, Morris and Pratt, "Fast pattern matching in strings" (1977), which
/// no text makes slow; where nothing has matched so far the C library looks for the first byte.
enum ByteSearch {
  /// The offset in bytes at which the first text begins in the second; nil if it is not there.
  ///
  /// - Complexity: O(bytes of both).
  static func offset(of needle: String, in text: String) -> Int? {
    var (needle, text) = (needle, text)
    return needle.withUTF8 { needle in text.withUTF8 { text in offset(of: needle, in: text) } }
  }

  private static func offset(
    of needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let first = needle.first else { return 0 }
    guard let start = text.baseAddress, needle.count <= text.count else { return nil }
    let borders = borders(of: needle)
    var matched = 0
    var position = 0
    while text.count - position >= needle.count - matched {
      if matched == 0 {
        guard let found = memchr(start + position, Int32(first), text.count - position) else {
          return nil
        }
        position = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      }
      while matched < needle.count, position < text.count, needle[matched] == text[position] {
        matched += 1
        position += 1
      }
      if matched == needle.count { return position - matched }
      guard position < text.count else { return nil }
      // A first byte that does not match was passed over by the search for it.
      if matched > 0 { matched = borders[matched - 1] }
    }
    return nil
  }

  /// For each beginning of a text, how long its longest shorter beginning is that also ends it.
  private static func borders(of text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var borders = [Int](repeating: 0, count: text.count)
    var length = 0
    for index in text.indices.dropFirst() {
      while length > 0, text[length] != text[index] { length = borders[length - 1] }
      if text[length] == text[index] { length += 1 }
      borders[index] = length
    }
    return borders
  }
}
