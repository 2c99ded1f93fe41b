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
    _ raw: [Unicode.Scalar], _ first: Range<Int>, _ second: Range<Int>, words: LineWords
  ) {
    end = first.upperBound
    hasSpace = true
    guard !first.isEmpty, !second.isEmpty else { return }
    let (last, next) = (raw[first.upperBound - 1], raw[second.lowerBound])
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
    if words.uses(of: raw, start..<hyphen).contains(.prefix) { return }
    if Self.isAddress(raw[first]) { return }
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
  /// `undang-undangan`, `berubah-ubah`, `perundang-undangan`, `tukar-menukar`), letter case aside.
  static func isDoubled(
    _ raw: [Unicode.Scalar], before hyphen: Int, after next: Int, in range: Range<Int>
  ) -> Bool {
    let left = wordStart(raw, hyphen, range.lowerBound)..<hyphen
    var end = next
    while end < range.upperBound, end - next < longestWord, raw[end].isLetter { end += 1 }
    let right = next..<end
    let shorter = min(left.count, right.count)
    guard shorter >= 3 else { return false }
    func agree(_ count: Int, _ first: Int, _ second: Int) -> Bool {
      (0..<count).allSatisfy { fold(raw[first + $0]) == fold(raw[second + $0]) }
    }
    // kota-kotanya, berubah-ubah
    if left.count <= right.count
      ? agree(left.count, left.lowerBound, right.lowerBound)
      : agree(right.count, left.upperBound - right.count, right.lowerBound)
    {
      return true
    }
    // tukar-menukar: the nasal took the place of the first letter
    if left.count >= 4, right.count > left.count,
      agree(left.count - 1, left.lowerBound + 1, right.upperBound - left.count + 1)
    {
      return true
    }
    // perundang-undangan
    return shorter > leastRoot
      && (leastRoot..<shorter).contains { agree($0, left.upperBound - $0, right.lowerBound) }
  }

  /// Letters that both halves have to share where each has an affix of its own.
  private static let leastRoot = 4
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
