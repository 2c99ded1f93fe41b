/// What becomes of the break between two lines of a paragraph.
struct LineJoin {
  /// Where the text of the first line ends: before its hyphen if that goes.
  var end: Int
  /// Whether a space takes the place of the break.
  var hasSpace: Bool

  /// The join of two lines.
  ///
  /// A hyphen at the end of the first line stays before a digit or a capital (`covid-` `19`), in a
  /// doubled word (`undang-` `undang`) and behind a prefix of the lexicon; otherwise it is one of
  /// the break and goes. A dash with a blank before it is text.
  init(
    _ raw: [Unicode.Scalar], _ first: Range<Int>, _ second: Range<Int>, prefixes: Set<String>
  ) {
    end = first.upperBound
    hasSpace = true
    guard let last = raw[first].last, let next = raw[second].first else { return }
    if last.value == 0xAD {
      end -= 1
      hasSpace = false
      return
    }
    guard last == "-" || last.value == 0x2010, first.count > 1 else { return }
    let before = raw[first.upperBound - 2]
    guard before.isLetter || before.isDigit, next.isLetter || next.isDigit else { return }
    hasSpace = false
    let hyphen = first.upperBound - 1
    guard before.isLetter, next.isLower else { return }
    if Self.isDoubled(
      raw, before: hyphen, after: second.lowerBound, in: first.lowerBound..<second.upperBound)
    {
      return
    }
    let start = Self.wordStart(raw, hyphen, first.lowerBound)
    if Self.isAddress(raw[first]) { return }
    if prefixes.contains(ScalarText.key(of: raw[start..<hyphen])) { return }
    end = hyphen
  }

  /// Whether a line ends within an address such as `https://…`: a hyphen in one is its own.
  private static func isAddress(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let word = line.suffix(longestAddress)
    let start = word.lastIndex(where: \.isBlank).map { $0 + 1 } ?? word.startIndex
    guard let colon = line[start...].firstIndex(of: ":"), colon + 2 < line.endIndex else {
      return false
    }
    return line[colon + 1] == "/" && line[colon + 2] == "/"
  }

  private static let longestAddress = 200

  /// Whether the words at both sides of a hyphen are one word doubled (`kota-kota`,
  /// `undang-undangan`, `berubah-ubah`), letter case aside.
  static func isDoubled(
    _ raw: [Unicode.Scalar], before hyphen: Int, after next: Int, in range: Range<Int>
  ) -> Bool {
    let start = wordStart(raw, hyphen, range.lowerBound)
    var end = next
    while end < range.upperBound, end - next < longestWord, raw[end].isLetter { end += 1 }
    let left = raw[start..<hyphen].map(fold)
    let right = raw[next..<end].map(fold)
    guard left.count >= 3, right.count >= 3 else { return false }
    if right.starts(with: left) || left.reversed().starts(with: right.reversed()) { return true }
    // With affixes at both sides: `perundang-undangan`.
    return (4..<max(4, min(left.count, right.count))).contains {
      left.suffix($0).elementsEqual(right.prefix($0))
    }
  }

  private static let longestWord = 40

  private static func wordStart(_ raw: [Unicode.Scalar], _ end: Int, _ limit: Int) -> Int {
    var start = end
    while start > limit, end - start < longestWord, raw[start - 1].isLetter { start -= 1 }
    return start
  }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value < 0x80 ? scalar.value | 0x20 : scalar.value
  }
}
