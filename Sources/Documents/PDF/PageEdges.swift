/// Finds running heads and page numbers: what the edges of several pages repeat.
struct PageEdges {
  private let words: LineWords
  private let recogniser: LineRecogniser

  /// Height of running text in points.
  private let bodySize: Double

  /// A finder that knows the words that stand before page numbers, and the size of running text.
  init(words: LineWords, bodySize: Double) {
    self.words = words
    self.bodySize = bodySize
    recogniser = LineRecogniser(words: words, markup: false)
  }

  /// Lines looked at from either edge of a page.
  private static let depth = 4
  /// Distance in points within which a repeated line stands at the same height.
  private static let tolerance = 6.0

  private struct Candidate {
    var page: Int
    var isTop: Bool
    var line: PageLine
    /// What must be the same on another page.
    var keys: [String]
    /// Whether the line is a number far below all text.
    var isAloneNumber: Bool
    /// Pages that must have the same, besides its own.
    var fewest: Int
    /// Whether the line is a page number alone, which may stand anywhere at an edge.
    var isNumber: Bool
  }

  /// The pieces of each page without its running heads and page numbers.
  func drop(from pages: [[PageLine]]) -> [[PageLine]] {
    let candidates = pages.enumerated().flatMap {
      self.candidates(of: $1, page: $0, of: pages.count)
    }
    var places: [String: [(page: Int, top: Double)]] = [:]
    for candidate in candidates {
      for key in candidate.keys {
        places[key, default: []].append((candidate.page, candidate.line.box.top))
      }
    }
    for key in places.keys { places[key]?.sort { ($0.top, $0.page) < ($1.top, $1.page) } }
    var dropped = [[PageBox]](repeating: [], count: pages.count)
    var next = 0
    while next < candidates.count {
      // The candidates of one edge of a page follow each other from outside inwards, and one counts
      // only where all outside of it are no text.
      let edge = candidates[next...].prefix {
        $0.page == candidates[next].page && $0.isTop == candidates[next].isTop
      }
      next = edge.endIndex
      var found = edge.prefix { candidate in
        candidate.isAloneNumber || candidate.keys.contains { repeats(candidate, places[$0] ?? []) }
      }[...]
      // Pages that repeat more lines than a head has are copies, such as forms.
      if found.count == Self.depth { found = found.filter(\.isNumber)[...] }
      for candidate in found { dropped[candidate.page].append(candidate.line.box) }
    }
    return zip(pages, dropped).map { pieces, boxes in
      pieces.filter { piece in
        let middle = (piece.box.top + piece.box.bottom) / 2
        return !boxes.contains {
          $0.top < middle && middle < $0.bottom && $0.left <= piece.box.left + 0.5
            && piece.box.right <= $0.right + 0.5
        }
      }
    }
  }

  /// Whether another page has the same at the same height.
  private func repeats(_ candidate: Candidate, _ places: [(page: Int, top: Double)]) -> Bool {
    if candidate.isNumber { return places.contains { $0.page != candidate.page } }
    let top = candidate.line.box.top
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].top < top - Self.tolerance { low = middle + 1 } else { high = middle }
    }
    var others: Set<Int> = []
    for place in places[low...] where place.page != candidate.page {
      guard place.top <= top + Self.tolerance else { break }
      others.insert(place.page)
      if others.count >= candidate.fewest { return true }
    }
    return false
  }

  /// Whether a line looks like one of a footnote, such as `3 Ibid.`, which pages may repeat by
  /// chance: small, and with a mark at its start or at that of a line close above.
  private func isNote(_ lines: [PageLine], _ index: Int) -> Bool {
    var index = index
    for _ in 0..<Self.depth * 2 {
      let line = lines[index]
      guard PageNotes.isSmall(line, bodySize: bodySize) else { return false }
      if PageNotes.mark(of: line) != nil { return true }
      guard index > 0, line.box.bottom - lines[index - 1].box.bottom < line.size * 1.3 else {
        return false
      }
      index -= 1
    }
    return false
  }

  private func candidates(of pieces: [PageLine], page: Int, of count: Int) -> [Candidate] {
    let lines = PageRows.lines(of: pieces)
    var result: [Candidate] = []
    for isTop in [true, false] {
      let edge = isTop ? lines.prefix(Self.depth) : lines.reversed().prefix(Self.depth)[...]
      for (rank, line) in edge.enumerated() {
        let (keys, isNumber) = self.keys(of: line, page: page)
        // The number that counts the pages of the file may stand closer below the text.
        let least = keys == ["number 1"] ? 0.5 : 1
        let isAlone =
          !isTop && rank == 0 && isNumber && lines.count > 1
          && (line.text.allSatisfy { $0.isDigit || $0.isLower } || isNamedNumber(line))
          && line.box.top - lines[lines.count - 2].box.bottom > line.size * least
        result.append(
          Candidate(
            page: page, isTop: isTop, line: line, keys: keys, isAloneNumber: isAlone,
            fewest: !isTop && isNote(lines, lines.count - 1 - rank) ? max(2, count / 3) : 1,
            isNumber: isNumber))
      }
    }
    return result
  }

  /// What a line must share with one of another page: its words, and besides either all of its
  /// numbers, or one that counts the pages.
  private func keys(of line: PageLine, page: Int) -> (keys: [String], isNumber: Bool) {
    var letters: [Unicode.Scalar] = []
    var numbers: [Int] = []
    var inNumber = false
    for scalar in line.text {
      if scalar.isDigit {
        let digit = Int(scalar.value - 0x30)
        if inNumber, let last = numbers.last, last < 1_000_000 {
          numbers[numbers.count - 1] = last * 10 + digit
        } else {
          numbers.append(digit)
        }
      } else if scalar.isLetter {
        letters.append(scalar)
      }
      inNumber = scalar.isDigit
    }
    let key = ScalarText.key(of: letters)
    if numbers.isEmpty, let value = Self.roman(letters), line.words.count == 1 {
      return (["roman \(value - page)"], true)
    }
    if letters.isEmpty {
      guard numbers.count == 1, line.words.count <= 3 else { return ([], false) }
      return (["number \(numbers[0] - page)"], true)
    }
    if words.lexicon.pageWords.contains(key), numbers.count <= 2, let number = numbers.first {
      return (["number \(number - page)"], true)
    }
    guard letters.count >= 4, line.text.count <= 250 else { return ([], false) }
    let all = "= \(key) \(numbers.map(String.init).joined(separator: " "))"
    let found = recogniser.recognise(line.text, 0..<line.text.count, runsOn: false)
    guard let first = numbers.first, let last = numbers.last else { return ([all], false) }
    if case .heading(_, .chapterNumber) = found.role { return ([all], false) }
    if case .heading(_, .chapter) = found.role {
      // Chapters count too; only a number set apart at the end is that of a page.
      let isApart = line.cellStarts.last == line.words.count - 1
      return (isApart ? [all, "last \(last - page) \(key)"] : [all], false)
    }
    return ([all, "first \(first - page) \(key)", "last \(last - page) \(key)"], false)
  }

  /// Whether a line that is a page number says so, as in `Halaman 3`.
  private func isNamedNumber(_ line: PageLine) -> Bool {
    words.lexicon.pageWords.contains(ScalarText.key(of: line.words[0].text))
  }

  /// The value of a Roman numeral in one case, up to 399; nil for other words.
  private static func roman(_ letters: [Unicode.Scalar]) -> Int? {
    guard !letters.isEmpty, letters.count <= 8, ScalarText.isNumber(letters) else { return nil }
    let values: [Unicode.Scalar: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100]
    var total = 0
    var largest = 0
    for letter in letters.reversed() {
      guard let folded = Unicode.Scalar(letter.value | 0x20), let value = values[folded] else {
        return nil
      }
      total += value < largest ? -value : value
      largest = max(largest, value)
    }
    return total
  }
}
