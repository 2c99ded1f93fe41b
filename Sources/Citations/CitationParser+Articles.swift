import DomainPack

extension CitationParser {
  /// Articles named one after another.
  struct ArticleGroup {
    var articles: [CitedArticle]
    var end: Int
  }

  /// The articles whose first word begins at the offset: `Pasal 89, 90 ayat (2), 113 dan 114`.
  func articles(_ text: Span<UInt8>, at start: Int) -> ArticleGroup? {
    guard let word = grammar.article.end(text, at: start),
      let first = articleNumber(text, at: text.skippingSpace(word, and: "."))
    else { return nil }
    var number = text.string(first)
    var end = first.upperBound
    var detail = articleDetail(text, at: end)
    var articles: [CitedArticle] = []
    var begin = start
    while true {
      end = detail?.end ?? end
      articles.append(
        CitedArticle(text: articleText(number, detail?.text), byteRange: begin..<end))
      guard articles.count < 16, let next = separator(text, at: end) else { break }
      detail = articleDetail(text, at: next)
      begin = next
      if let found = detail {
        end = found.end
      } else {
        let word = grammar.article.end(text, at: next)
        let place = word.map { text.skippingSpace($0, and: ".") } ?? next
        guard let range = articleNumber(text, at: place) else { break }
        number = text.string(range)
        end = range.upperBound
        detail = articleDetail(text, at: end)
      }
    }
    return ArticleGroup(articles: articles, end: articles[articles.count - 1].byteRange.upperBound)
  }

  private func articleText(_ number: String, _ detail: String?) -> String {
    let word = grammar.kinds.words.article.first ?? ""
    return word.prefix(1).uppercased() + word.dropFirst() + " " + number + (detail ?? "")
  }

  /// `363`, `27A` or a Roman numeral.
  private func articleNumber(_ text: Span<UInt8>, at start: Int) -> Range<Int>? {
    var end = text.endOfDigits(start)
    if end == start {
      while isRoman(text.byte(end)) { end += 1 }
      return end > start && end - start <= 5 && !text.isAlphanumeric(end) ? start..<end : nil
    }
    guard end - start <= 4 else { return nil }
    if text.isCapital(end), !text.isLetter(end + 1) { end += 1 }
    return start..<end
  }

  /// Whether the byte is a capital of a Roman numeral.
  func isRoman(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"),
      UInt8(ascii: "C"):
      true
    default: false
    }
  }

  /// Paragraph, letter and item at the offset, each with a space before it: ` ayat (1) huruf a`.
  private func articleDetail(_ text: Span<UInt8>, at start: Int) -> (text: String, end: Int)? {
    var result = ""
    var end = start
    let words = grammar.kinds.words
    for _ in 0..<3 {
      let offset = text.skippingSpace(end)
      if let word = grammar.paragraph.end(text, at: offset),
        let number = bracketed(text, at: text.skippingSpace(word))
      {
        result += " \(words.paragraph.first ?? "") (\(number.text))"
        end = number.end
      } else if let word = grammar.letter.end(text, at: offset) {
        let mark = text.skippingSpace(word)
        guard text.isLetter(mark), !text.isAlphanumeric(mark + 1) else { break }
        result += " \(words.letter.first ?? "") \(text.string(mark..<mark + 1))"
        end = mark + 1
      } else if let word = grammar.item.end(text, at: offset) {
        let digits = text.skippingSpace(word)
        let digitsEnd = text.endOfDigits(digits)
        guard digitsEnd > digits else { break }
        result += " \(words.item.first ?? "") \(text.string(digits..<digitsEnd))"
        end = digitsEnd
      } else {
        break
      }
    }
    return end == start ? nil : (result, end)
  }

  /// Digits with or without brackets around them.
  private func bracketed(_ text: Span<UInt8>, at start: Int) -> (text: String, end: Int)? {
    let isOpen = text.byte(start) == UInt8(ascii: "(")
    let digits = isOpen ? text.skippingSpace(start + 1) : start
    var end = text.endOfDigits(digits)
    guard end > digits, end - digits <= 3 else { return nil }
    if isOpen, text.isAlphanumeric(end) { end += 1 }
    let written = text.string(digits..<end)
    guard isOpen else { return (written, end) }
    let close = text.skippingSpace(end)
    return text.byte(close) == UInt8(ascii: ")") ? (written, close + 1) : nil
  }

  /// The offset behind a comma, a word such as *dan*, or both.
  func separator(_ text: Span<UInt8>, at start: Int) -> Int? {
    var offset = text.skippingSpace(start)
    let begin = offset
    if text.byte(offset) == UInt8(ascii: ",") { offset = text.skippingSpace(offset + 1) }
    if let word = grammar.and.end(text, at: offset) { offset = text.skippingSpace(word, and: ".") }
    return offset > begin ? offset : nil
  }
}
