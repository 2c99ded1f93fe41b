/// Makes digits of the letters that scanning read in their place, where a number must stand.
struct NumberRepair {
  let text: UnsafeBufferPointer<UInt8>
  let words: WordIndex

  /// The repair of a word with digits.
  func edits(of word: ScanWord) -> [TextEdit]? {
    if let edits = amount(word) { return edits }
    if let edits = splitYear(word) { return edits }
    if let edits = year(word) { return edits }
    if let edits = gluedNumber(word) { return edits }
    return number(word)
  }

  /// The number in brackets behind its word: `ayat (l)`.
  func bracketedNumber(_ word: ScanWord) -> TextEdit? {
    let byte = text[word.core.lowerBound]
    guard byte == 0x6C || byte == 0x49, word.core.lowerBound == word.run.lowerBound + 1,
      text[word.run.lowerBound] == 0x28, word.core.upperBound < word.run.upperBound,
      text[word.core.upperBound] == 0x29, let before = word.previous(text), !before.closes,
      bits(before) & ScanLexicon.bracketed != 0
    else { return nil }
    return TextEdit(word.core, [0x31])
  }

  private func bits(_ word: ScanWord) -> UInt32 { words.bits(of: text, word.core) }

  /// The digit that a byte is or was misread from, if any; in a year rarer mistakes count.
  private func digit(_ byte: UInt8, year: Bool = false) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte
    case 0x4F, 0x6F: 0x30  // O o
    case 0x6C, 0x49: 0x31  // l I
    case 0x4C, 0x74, 0x72, 0x69: year ? 0x31 : nil  // L t r i
    case 0x43: year ? 0x30 : nil  // C
    case 0x67: year ? 0x39 : nil  // g
    default: nil
    }
  }

  /// The digits that a stretch stands for, and how many of them it has already.
  private func digits(_ range: Range<Int>, year: Bool = false) -> (digits: [UInt8], sound: Int)? {
    var digits: [UInt8] = []
    var sound = 0
    for index in range {
      guard let digit = digit(text[index], year: year) else { return nil }
      if digit == text[index] { sound += 1 }
      digits.append(digit)
    }
    return (digits, sound)
  }

  /// The letters of a stretch made digits, one edit for each.
  private func edits(_ range: Range<Int>, _ digits: [UInt8]) -> [TextEdit] {
    zip(range, digits).compactMap { index, digit in
      text[index] == digit ? nil : TextEdit(index..<index + 1, [digit])
    }
  }

  private func isYear(_ digits: [UInt8]) -> Bool {
    digits.count == 4 && (digits.starts(with: [0x31, 0x39]) || digits.starts(with: [0x32, 0x30]))
  }

  /// Whether a word that the given bits mark stands before another one.
  private func follows(_ word: ScanWord, _ mark: UInt32) -> Bool {
    guard !word.opens, let before = word.previous(text), !before.core.isEmpty else { return false }
    let bits = bits(before)
    guard bits & mark != 0 else { return false }
    // Only an abbreviation has a dot: behind another word it ends a sentence.
    guard before.closes else { return true }
    let followsDot = before.opens && text[before.core.lowerBound - 1] == 0x2E
    return !followsDot
      && (before.core.count <= 3 && before.run.upperBound == before.core.upperBound + 1
        && text[before.core.upperBound] == 0x2E)
  }

  // MARK: Rules

  /// A year: `2Ol4` anywhere, `20t3` behind *Tahun* or a month.
  private func year(_ word: ScanWord) -> [TextEdit]? {
    guard word.core.count == 4 else { return nil }
    let isDated = follows(word, ScanLexicon.dated)
    guard let (digits, sound) = digits(word.core, year: isDated), sound < 4, isYear(digits),
      sound >= 2 || isDated && sound >= 1
    else { return nil }
    return edits(word.core, digits)
  }

  /// A year broken in two behind *Tahun* or a month: `2C 14`.
  private func splitYear(_ word: ScanWord) -> [TextEdit]? {
    guard !word.closes, follows(word, ScanLexicon.dated), let next = word.next(text), !next.opens,
      word.core.count + next.core.count == 4,
      let (first, sound) = digits(word.core, year: true), sound >= 1,
      let (second, alsoSound) = digits(next.core, year: true), alsoSound >= 1,
      isYear(first + second)
    else { return nil }
    return edits(word.core, first)
      + [TextEdit(word.core.upperBound..<next.core.lowerBound, [])] + edits(next.core, second)
  }

  /// A number behind its word, or before its words in brackets: `Pasal 5O`, `l2O (seratus dua puluh)`.
  private func number(_ word: ScanWord) -> [TextEdit]? {
    guard word.core.count <= 4, let (digits, sound) = digits(word.core), sound >= 1,
      sound < digits.count, digits.first != 0x30,
      follows(word, ScanLexicon.numbered) || isCounted(word, digits)
    else { return nil }
    return edits(word.core, digits)
  }

  /// Whether number words in brackets stand behind a word that begin as the number does.
  private func isCounted(_ word: ScanWord, _ digits: [UInt8]) -> Bool {
    guard !word.closes, let next = word.next(text), next.opens, text[next.run.lowerBound] == 0x28
    else { return false }
    // Scanning also makes `7o` of a percent sign.
    if text[word.core.upperBound - 1] | 0x20 == 0x6F, digits.dropLast().last == 0x37 {
      return false
    }
    let count = ScanLexicon.count(bits(next))
    guard count > 0 else { return false }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let leading = Int((digits.first ?? 0x30) - 0x30)
    switch count {
    case 100...: return value >= 100 && leading == 1
    case 10...: return value == count
    default: return (12...19).contains(value) ? value - 10 == count : leading == count
    }
  }

  /// An amount in groups of three digits: `Rpl00.000.000,00`, `2.233.OO0`.
  private func amount(_ word: ScanWord) -> [TextEdit]? {
    var start = word.core.lowerBound
    if word.core.count > 2, text[start] == 0x52, text[start + 1] == 0x70 { start += 2 }
    var group = 0
    var groups = 0
    var sound = 0
    var edits: [TextEdit] = []
    var inFraction = false
    for index in start..<word.core.upperBound {
      let byte = text[index]
      if byte == 0x2E || byte == 0x2C {
        guard !inFraction, group == 3 || (groups == 0 && group > 0 && group < 3) else { return nil }
        groups += 1
        group = 0
        inFraction = byte == 0x2C
        continue
      }
      guard let digit = digit(byte) else { return nil }
      if digit == byte { sound += 1 } else { edits.append(TextEdit(index..<index + 1, [digit])) }
      group += 1
    }
    guard groups >= 1, group == (inFraction ? 2 : 3), !inFraction || groups >= 2, !edits.isEmpty,
      sound >= edits.count
    else { return nil }
    return edits
  }

  /// A number glued to its word: `Nomor9`, `Februari2O2l`.
  private func gluedNumber(_ word: ScanWord) -> [TextEdit]? {
    var end = word.core.lowerBound
    while end < word.core.upperBound, text[end].isASCIILetter { end += 1 }
    // `Pasall2` may end with a misread digit, so the longest word is not taken for granted.
    let letters = word.core.lowerBound..<end
    guard letters.count >= 4, end < word.core.upperBound, word.core.upperBound - end <= 4 else {
      return nil
    }
    let known = words.bits(of: text, letters)
    guard known & (ScanLexicon.numbered | ScanLexicon.dated) != 0 else { return nil }
    let rest = end..<word.core.upperBound
    let isDated = known & ScanLexicon.dated != 0
    guard let (digits, sound) = digits(rest), sound >= 1, digits.first != 0x30 else { return nil }
    if isDated, !isYear(digits) { return nil }
    return [TextEdit.blank(at: end)] + edits(rest, digits)
  }
}
