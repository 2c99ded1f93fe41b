/// What a line is on its own.
enum LineRole: Equatable {
  case plain
  /// A heading; `numberOnly` where it is a chapter's number without the name.
  case heading(level: Int, source: HeadingSource)
  case listItem
  case tableRow
  case quotation
  case note
  case caption
  /// The first line of a paragraph, whatever stands before it.
  case opening
  /// The mark of a list item whose text stands on the next line.
  case itemMark
  /// Decoration without text.
  case decoration

  /// What a heading was recognised by.
  enum HeadingSource: Equatable {
    case markup
    /// A chapter's number without its name.
    case chapterNumber
    case chapter
    case section
    case numbered
    case capitals
    case word
    case bibliography
    /// A whole line in bold type.
    case bold
  }
}

/// A line's role and the stretch of it that is text.
struct RecognisedLine {
  var role: LineRole
  var content: Range<Int>
  /// Whether the heading is one of a list of works cited.
  var startsBibliography = false
}

/// Tells headings, list items and the like by their own look and the words of the lexicon.
struct LineRecogniser {
  let words: LineWords
  /// Whether Markdown marks count.
  let markup: Bool

  /// The role of a line.
  ///
  /// - Parameters:
  ///   - raw: the raw text.
  ///   - range: the line in it, without blanks at its ends.
  ///   - runsOn: whether the line before plainly goes on in this one, so that only markup and
  ///     chapter words make a heading of it.
  /// - Returns: the role, and the stretch of the line that is text.
  func recognise(_ raw: [Unicode.Scalar], _ range: Range<Int>, runsOn: Bool) -> RecognisedLine {
    if markup, let found = recogniseMarkup(raw, range) { return found }
    var start = LineMarks.afterDebris(raw, range, markup: markup)
    guard start < range.upperBound else {
      return RecognisedLine(role: .decoration, content: range)
    }
    var content = start..<range.upperBound
    if !runsOn, LineMarks.isLoneMark(raw, content) {
      return RecognisedLine(role: .itemMark, content: content)
    }
    var isItem = false
    if !runsOn, let text = LineMarks.listItemText(raw, content) {
      isItem = true
      start = LineMarks.afterDebris(raw, text..<range.upperBound, markup: markup)
      guard start < range.upperBound else {
        return RecognisedLine(role: .decoration, content: range)
      }
      content = start..<range.upperBound
    }
    if endsInLeader(raw, content) { return RecognisedLine(role: .listItem, content: content) }
    if let found = recogniseWords(raw, content, runsOn: runsOn, isItem: isItem) { return found }
    if isItem { return RecognisedLine(role: .listItem, content: content) }
    if !runsOn {
      if let level = numberedHeadingLevel(raw, content) {
        return RecognisedLine(role: .heading(level: level, source: .numbered), content: content)
      }
      if isCapitals(raw, content) {
        return RecognisedLine(role: .heading(level: 2, source: .capitals), content: content)
      }
    }
    if markup, !runsOn, isBold(raw, range) {
      return RecognisedLine(role: .heading(level: 3, source: .bold), content: content)
    }
    return RecognisedLine(role: .plain, content: content)
  }

  // MARK: Markdown

  /// Longest line in bold type, in characters, that is a heading.
  private static let longestBold = 120

  /// Whether a whole line is in bold type and reads like a heading.
  private func isBold(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.count > 6, range.count <= Self.longestBold, raw[range.lowerBound] == "*",
      raw[range].prefix(2).allSatisfy({ $0 == "*" }), raw[range].suffix(2).allSatisfy({ $0 == "*" })
    else { return false }
    let inside = range.lowerBound + 2..<range.upperBound - 2
    let last = raw[inside.upperBound - 1]
    return !raw[inside].contains("*")
      && (raw[inside.lowerBound].isUpper || raw[inside.lowerBound].isDigit)
      && raw[inside].contains(where: \.isLetter) && last != "." && last != "," && last != ";"
  }

  private func recogniseMarkup(_ raw: [Unicode.Scalar], _ range: Range<Int>) -> RecognisedLine? {
    let start = range.lowerBound
    switch raw[start] {
    case "#":
      var index = start
      while index < range.upperBound, raw[index] == "#" { index += 1 }
      let level = index - start
      guard index < range.upperBound else {
        return RecognisedLine(role: .decoration, content: range)
      }
      guard level <= 6, raw[index].isBlank else { return nil }
      var end = range.upperBound
      while end > index, raw[end - 1] == "#" || raw[end - 1].isBlank { end -= 1 }
      index = LineMarks.afterDebris(raw, index..<end, markup: true)
      guard index < end else { return RecognisedLine(role: .decoration, content: range) }
      let content = index..<end
      if let found = recogniseWords(raw, content, runsOn: false, isItem: false),
        case .heading(_, let source) = found.role
      {
        let kept: LineRole.HeadingSource = source == .chapterNumber ? .chapterNumber : .markup
        return RecognisedLine(
          role: .heading(level: level, source: kept), content: content,
          startsBibliography: found.startsBibliography)
      }
      return RecognisedLine(role: .heading(level: level, source: .markup), content: content)
    case ">":
      var index = start
      while index < range.upperBound, raw[index] == ">" || raw[index].isBlank { index += 1 }
      return RecognisedLine(
        role: index < range.upperBound ? .quotation : .decoration, content: index..<range.upperBound
      )
    case "|":
      let isRule = raw[range].allSatisfy { $0 == "|" || $0 == "-" || $0 == ":" || $0.isBlank }
      return RecognisedLine(role: isRule ? .decoration : .tableRow, content: range)
    case "`", "~":
      return range.count >= 3 && raw[start + 1] == raw[start] && raw[start + 2] == raw[start]
        ? RecognisedLine(role: .decoration, content: range) : nil
    case "-", "*", "_", "=":
      let mark = raw[start]
      var count = 0
      for scalar in raw[range] {
        if scalar == mark { count += 1 } else if !scalar.isBlank { return nil }
      }
      return count >= 3 ? RecognisedLine(role: .decoration, content: range) : nil
    case "[":
      guard range.count > 4, raw[start + 1] == "^" else { return nil }
      guard let close = raw[range].prefix(40).firstIndex(of: "]"), close + 1 < range.upperBound,
        raw[close + 1] == ":"
      else { return nil }
      let text = LineMarks.afterDebris(raw, close + 2..<range.upperBound, markup: true)
      return text < range.upperBound
        ? RecognisedLine(role: .note, content: text..<range.upperBound) : nil
    default:
      return nil
    }
  }
}
