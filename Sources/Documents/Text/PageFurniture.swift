/// Takes page numbers and running heads out of a text, where they are certain.
struct PageFurniture {
  /// The lines that are text.
  private(set) var lines: [TextLine]
  /// Stretches inside lines that are no text, in order: page heads that scanning put there.
  private(set) var dropped: [Range<Int>]
  /// Whether form feeds divide the text into pages.
  let hasPages: Bool

  private let raw: [Unicode.Scalar]
  private let words: LineWords

  init(raw: [Unicode.Scalar], lines: [TextLine], words: LineWords) {
    self.raw = raw
    self.words = words
    self.lines = lines
    hasPages = lines.contains(where: \.startsPage)
    dropped = PageMarks(raw: raw, words: words).find(in: lines)
    drop()
  }

  private mutating func drop() {
    var numbers: [(line: Int, value: Int, marked: Bool)] = []
    for index in lines.indices where lines[index].length <= 24 {
      if let number = pageNumber(lines[index].content) {
        numbers.append((index, number.value, number.marked))
      }
    }
    guard !numbers.isEmpty || hasPages else { return }
    var isDropped: Set<Int> = []
    for (position, number) in numbers.enumerated() {
      let before = position > 0 ? numbers[position - 1].value : Int.min
      let after = position + 1 < numbers.count ? numbers[position + 1].value : Int.min
      let counts = before == number.value - 1 || after == number.value + 1
      if number.marked || counts || besideFormFeed(number.line) { isDropped.insert(number.line) }
    }
    isDropped.formUnion(runningHeads(besides: isDropped))
    isDropped.formUnion(catchwords(before: isDropped))
    guard !isDropped.isEmpty else { return }
    var kept: [TextLine] = []
    kept.reserveCapacity(lines.count)
    var carried = (gap: 0, startsPage: false, open: false)
    for (index, line) in lines.enumerated() {
      if isDropped.contains(index) {
        carried = (carried.gap + line.gap + 1, carried.startsPage || line.startsPage, true)
        continue
      }
      var line = line
      if carried.open {
        line.gap += carried.gap
        line.startsPage = line.startsPage || carried.startsPage
        carried = (0, false, false)
      }
      kept.append(line)
    }
    lines = kept
  }

  private func besideFormFeed(_ index: Int) -> Bool {
    lines[index].startsPage || (index + 1 < lines.count && lines[index + 1].startsPage)
      || (index + 1 == lines.count && hasPages)
  }

  /// The page number that a line consists of; `marked` where dashes or a word for *page* stand by it.
  private func pageNumber(_ range: Range<Int>) -> (value: Int, marked: Bool)? {
    guard !range.isEmpty, !raw[range.upperBound - 1].isLetter else { return nil }
    var value = 0
    var digits = 0
    var dashes = 0
    var letters: [Unicode.Scalar] = []
    for scalar in raw[range] {
      if scalar.isDigit {
        guard digits < 4 else { return nil }
        value = value * 10 + Int(scalar.value - 0x30)
        digits += 1
      } else if scalar == "-" || scalar.value == 0x2013 || scalar.value == 0x2014 {
        dashes += 1
      } else if scalar.isLetter {
        guard digits == 0 else { return nil }
        letters.append(scalar)
      } else if !scalar.isBlank && scalar != "." {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    if letters.isEmpty {
      guard dashes == 0 || dashes == 2 else { return nil }
      // A dash at both sides; `2016-2018-` and a lone negative number are something else.
      let isFramed =
        dashes == 2 && !raw[range.lowerBound].isDigit && !raw[range.upperBound - 1].isDigit
      guard dashes == 0 || isFramed else { return nil }
      return (value, isFramed && digits <= 3)
    }
    guard dashes == 0, words.lexicon.pageWords.contains(ScalarText.key(of: letters)) else {
      return nil
    }
    return (value, true)
  }

  /// Lines above those dropped that only say how the page behind them begins.
  private func catchwords(before dropped: Set<Int>) -> Set<Int> {
    let catchword = Catchword(raw)
    return Set(
      dropped.compactMap { index in
        var next = index + 1
        while dropped.contains(next) { next += 1 }
        guard index > 0, next < lines.count, !dropped.contains(index - 1),
          catchword.repeats(lines[index - 1].content, lines[next].content)
        else { return nil }
        return index - 1
      })
  }

  /// Lines that stand at least twice at the edge of a page, digits aside.
  private func runningHeads(besides dropped: Set<Int>) -> Set<Int> {
    var places: [String: [Int]] = [:]
    for index in lines.indices where lines[index].length <= 90 && !dropped.contains(index) {
      let isFirst = lines[index].startsPage || dropped.contains(index - 1)
      let isLast =
        dropped.contains(index + 1) || (index + 1 < lines.count && lines[index + 1].startsPage)
      guard isFirst || isLast else { continue }
      let key = ScalarText.key(of: raw[lines[index].content].filter { !$0.isDigit && !$0.isBlank })
      if key.unicodeScalars.count >= 4 { places[key, default: []].append(index) }
    }
    var found: Set<Int> = []
    for indices in places.values where indices.count >= 2 { found.formUnion(indices) }
    return found
  }
}
