/// Repairs the characters of a block: blanks, line breaks, hyphens, ligatures, markup, debris.
///
/// Every rule looks at the characters beside it only, so the same stretch repaired alone gives the
/// same text.
struct InlineRepair {
  let raw: [Unicode.Scalar]
  let markup: Bool
  let words: LineWords
  private(set) var text = RepairedText()
  private var pendingSpace: Range<Int>?

  init(raw: [Unicode.Scalar], markup: Bool, words: LineWords) {
    self.raw = raw
    self.markup = markup
    self.words = words
  }

  /// The repaired text of the lines of a block.
  static func repair(
    _ raw: [Unicode.Scalar], lines: [Range<Int>], markup: Bool, words: LineWords
  ) -> RepairedText {
    var repair = InlineRepair(raw: raw, markup: markup, words: words)
    repair.text.reserve(lines.reduce(0) { $0 + $1.count + 1 }, lines: lines.count)
    for (index, line) in lines.enumerated() {
      guard index + 1 < lines.count else {
        repair.append(line)
        break
      }
      let next = lines[index + 1]
      let join = LineJoin(raw, line, next, words: words)
      repair.append(line.lowerBound..<join.end)
      if join.hasSpace { repair.space(join.end..<next.lowerBound) }
    }
    return repair.text
  }

  /// Notes a blank; it is written only where text follows.
  private mutating func space(_ range: Range<Int>) {
    guard !text.bytes.isEmpty else { return }
    pendingSpace = (pendingSpace?.lowerBound ?? range.lowerBound)..<range.upperBound
  }

  private mutating func flushSpace() {
    guard let range = pendingSpace else { return }
    text.append(" ", from: range.lowerBound..<range.lowerBound + 1)
    pendingSpace = nil
  }

  private mutating func append(_ range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    let plain = PlainCharacters(markup: markup)
    while index < end {
      let start = index
      index = raw.withUnsafeBufferPointer { plain.end(of: $0, start, end) }
      if index < end, index > start, raw[index].attaches { index -= 1 }
      if index > start {
        flushSpace()
        text.append(raw, start..<index)
      }
      guard index < end else { return }
      index = special(index, range)
    }
  }

  private mutating func keep(_ index: Int) -> Int {
    if index + 1 < raw.count, raw[index + 1].attaches { return compose(index) }
    flushSpace()
    text.append(raw[index], from: index..<index + 1)
    return index + 1
  }

  /// Repairs what stands at an index and gives the index behind it.
  private mutating func special(_ index: Int, _ range: Range<Int>) -> Int {
    let scalar = raw[index]
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0:
      space(index..<index + 1)
      return index + 1
    case 0x2D, 0x2010, 0x2011:
      return hyphen(index, range)
    case 0x5B:  // [
      if let end = LineMarks.bookmarkEnd(raw, index..<range.upperBound) { return end }
      return markup ? bracket(index, range) : keep(index)
    case 0x21, 0x2A, 0x3C, 0x3E, 0x5C, 0x5D, 0x5F, 0x60:
      return markup ? mark(index, range) : keep(index)
    case 0xFB00...0xFB06:
      flushSpace()
      for letter in Self.ligatures[Int(scalar.value - 0xFB00)].unicodeScalars {
        text.append(letter, from: index..<index + 1)
      }
      return index + 1
    default:
      if scalar.isBlank {
        space(index..<index + 1)
        return index + 1
      }
      return scalar.isInvisible ? index + 1 : scalar.value < 0x80 ? keep(index) : compose(index)
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// A hyphen: written as `-`; the blank is dropped that a line break left in a doubled word
  /// (`proyek- proyek`), another word (`per- usahaan`) or a range of years (`2017- 2020`).
  private mutating func hyphen(_ index: Int, _ range: Range<Int>) -> Int {
    flushSpace()
    text.append("-", from: index..<index + 1)
    var next = index + 1
    var isOpen = false
    while next < range.upperBound {
      // Emphasis ends before the blank and begins again behind it.
      if raw[next].isBlank { isOpen = true } else if !markup || raw[next] != "_" { break }
      next += 1
    }
    guard isOpen, next < range.upperBound, index > range.lowerBound else { return index + 1 }
    let (before, after) = (raw[index - 1], raw[next])
    if before.isDigit, after.isDigit {
      return isYear(index - 4..<index, range) && isYear(next..<next + 4, range) ? next : index + 1
    }
    guard before.isLetter, after.isLetter else { return index + 1 }
    if LineJoin.isDoubled(raw, before: index, after: next, in: range) { return next }
    // A letter alone is the mark of an item, its dot misread.
    guard before.isLower, after.isLower, index - 1 > range.lowerBound, raw[index - 2].isLetter
    else {
      return index + 1
    }
    return isHanging(next, range) ? index + 1 : next
  }

  /// Whether a range has four digits and nothing of a number beside them.
  private func isYear(_ digits: Range<Int>, _ range: Range<Int>) -> Bool {
    func isNumber(_ index: Int) -> Bool { range.contains(index) && raw[index].isDigit }
    return digits.allSatisfy(isNumber) && !isNumber(digits.lowerBound - 1)
      && !isNumber(digits.upperBound)
  }

  /// Whether the word at an index shows that the hyphen before it stands for a part left out:
  /// `pra- dan pascasarjana`.
  private func isHanging(_ start: Int, _ range: Range<Int>) -> Bool {
    var end = start
    while end < range.upperBound, raw[end].isLetter { end += 1 }
    return words.uses(of: raw, start..<end).contains(.continuation)
  }

  // MARK: Markdown

  private mutating func mark(_ index: Int, _ range: Range<Int>) -> Int {
    func at(_ other: Int) -> Unicode.Scalar? { range.contains(other) ? raw[other] : nil }
    let before = at(index - 1)
    let after = at(index + 1)
    switch raw[index].value {
    case 0x2A:  // *
      let isLone = (before?.isBlank ?? true) && (after?.isBlank ?? true)
      return isLone && before != nil && after != nil ? keep(index) : index + 1
    case 0x5F:  // _
      let inside = { (scalar: Unicode.Scalar?) in
        scalar.map { $0.isLetter || $0.isDigit || $0 == "_" || $0 == "/" } ?? false
      }
      return inside(before) && inside(after) ? keep(index) : index + 1
    case 0x5C:  // \
      if after == "\\", let third = at(index + 2), third == "_" || third == "*" { return index + 1 }
      guard let after, after.value < 0x80, after.value > 0x20, !after.isLetter, !after.isDigit
      else {
        return keep(index)
      }
      flushSpace()
      text.append(after, from: index + 1..<index + 2)
      return index + 2
    case 0x60:  // `
      return index + 1
    case 0x21:  // !
      if after == "[", let end = linkEnd(index + 1, range) { return end }
      return keep(index)
    case 0x5D:  // ]
      if let end = targetEnd(index, range) {
        text.extend(to: end)
        return end
      }
      return keep(index)
    default:  // < >
      return angle(index, range)
    }
  }

  /// `[^1]` is dropped, of `[text](target)` the text stays.
  private mutating func bracket(_ index: Int, _ range: Range<Int>) -> Int {
    let limit = min(range.upperBound, index + 12)
    if index + 1 < limit, raw[index + 1] == "^",
      let close = raw[index..<limit].firstIndex(of: "]")
    {
      return close + 1
    }
    return linkEnd(index, range) == nil ? keep(index) : index + 1
  }

  /// The end of a link that begins at `[`; nil if there is none within reach.
  private func linkEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    let limit = min(range.upperBound, index + Self.reach)
    guard let close = raw[index..<limit].firstIndex(of: "]") else { return nil }
    return targetEnd(close, range)
  }

  /// Longest link text or target in characters; it keeps a text of brackets linear.
  private static let reach = 512

  /// The end of `](target)`; nil if something else stands at the index.
  private func targetEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    guard index + 2 < range.upperBound, raw[index + 1] == "(", !raw[index + 2].isBlank else {
      return nil
    }
    var depth = 0
    let limit = min(range.upperBound, index + Self.reach)
    for position in (index + 1)..<limit {
      if raw[position] == "(" { depth += 1 }
      if raw[position] == ")" {
        depth -= 1
        if depth == 0 { return position + 1 }
      }
    }
    return nil
  }

  /// `<https://…>` loses its angle brackets, `<br>` and other short tags become a blank.
  private mutating func angle(_ index: Int, _ range: Range<Int>) -> Int {
    if raw[index] == ">" {
      var start = index
      while start > range.lowerBound, index - start < Self.reach, !raw[start - 1].isBlank,
        raw[start - 1] != "<"
      {
        start -= 1
      }
      let isAddress =
        start > range.lowerBound && raw[start - 1] == "<" && raw[start..<index].contains(":")
      return isAddress ? index + 1 : keep(index)
    }
    let limit = min(range.upperBound, index + Self.reach)
    guard index + 1 < limit, raw[index + 1].isLetter || raw[index + 1] == "/",
      let close = raw[index..<limit].firstIndex(where: { $0 == ">" })
    else { return keep(index) }
    let inside = raw[index + 1..<close]
    if inside.contains(":"), !inside.contains(where: \.isBlank) { return index + 1 }
    guard close - index <= 24,
      inside.allSatisfy({ $0.isLetter || $0.isDigit || $0 == "/" || $0 == " " })
    else { return keep(index) }
    space(index..<close + 1)
    return close + 1
  }

  // MARK: Composition

  /// A character with the marks behind it, in composed form.
  private mutating func compose(_ index: Int) -> Int {
    var end = index + 1
    while end < raw.count, raw[end].attaches { end += 1 }
    flushSpace()
    // No character below U+0300 has another composed form.
    if end == index + 1, raw[index].value < 0x300 {
      text.append(raw, index..<end)
      return end
    }
    let cluster = raw[index..<end]
    let composed = Composition.compose(cluster)
    if composed.count == cluster.count, composed.elementsEqual(cluster) {
      text.append(raw, index..<end)
    } else {
      for scalar in composed { text.append(scalar, from: index..<end) }
    }
    return end
  }
}
