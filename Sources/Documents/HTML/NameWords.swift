/// Tells whether one of the words of a class or an id is a word of a list.
///
/// `main-menu__item` has the words `main`, `menu` and `item`, `shareBar2` has `share` and `bar`; a
/// class is a word as a whole too.
struct NameWords: Sendable {
  /// The words in lower case by a sum of their bytes, in a table of which most is empty.
  private var table: [[UInt8]]
  private let mask: UInt32
  private let isEmpty: Bool

  /// A list of words in lower case.
  init(_ words: Set<String>) {
    var size = 64
    while size < words.count * 8 { size *= 2 }
    table = [[UInt8]](repeating: [], count: size)
    mask = UInt32(size - 1)
    isEmpty = words.isEmpty
    for word in words.sorted() {
      let bytes = Array(word.utf8)
      var sum = Self.seed
      for byte in bytes { Self.add(byte, to: &sum) }
      var slot = Int(sum & mask)
      while !table[slot].isEmpty { slot = (slot + 1) & Int(mask) }
      table[slot] = bytes
    }
  }

  /// Whether one of the words of an attribute's value is in the list.
  func matches(_ bytes: [UInt8], _ value: Range<Int>) -> Bool {
    guard !isEmpty else { return false }
    var start = value.lowerBound
    while start < value.upperBound {
      var end = start
      while end < value.upperBound, bytes[end] > 0x20 { end += 1 }
      if matchesToken(bytes, start..<end) { return true }
      start = end + 1
    }
    return false
  }

  private func matchesToken(_ bytes: [UInt8], _ token: Range<Int>) -> Bool {
    var wholeSum = Self.seed
    var sum = Self.seed
    var start = token.lowerBound
    var before: UInt8 = 0
    for index in token {
      let byte = bytes[index]
      let folded = Self.fold(byte)
      Self.add(folded, to: &wholeSum)
      let isMark = byte == 0x2D || byte == 0x5F || byte == 0x3A || byte >= 0x30 && byte <= 0x39
      let isCapital = folded != byte && before >= 0x61 && before <= 0x7A
      if isMark || isCapital {
        if contains(bytes, start..<index, sum) { return true }
        sum = Self.seed
        start = isMark ? index + 1 : index
      }
      if !isMark { Self.add(folded, to: &sum) }
      before = byte
    }
    return contains(bytes, start..<token.upperBound, sum) || contains(bytes, token, wholeSum)
  }

  private func contains(_ bytes: [UInt8], _ word: Range<Int>, _ sum: UInt32) -> Bool {
    guard !word.isEmpty else { return false }
    var slot = Int(sum & mask)
    while !table[slot].isEmpty {
      if table[slot].count == word.count,
        zip(table[slot], bytes[word]).allSatisfy({ $0 == Self.fold($1) })
      {
        return true
      }
      slot = (slot + 1) & Int(mask)
    }
    return false
  }

  private static let seed: UInt32 = 2_166_136_261

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  @inline(__always)
  private static func add(_ byte: UInt8, to sum: inout UInt32) {
    sum = (sum ^ UInt32(byte)) &* 16_777_619
  }
}
