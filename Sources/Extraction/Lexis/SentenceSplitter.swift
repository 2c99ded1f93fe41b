/// Finds the ends of sentences among the tokens of a block.
package struct SentenceSplitter: Sendable {
  private let dot: Int32
  private let enders: Set<Int32>
  private let closers: Set<Int32>
  private let abbreviations: Set<Int32>

  /// A splitter for the abbreviations of the pack's languages.
  package init(abbreviations: [String], words: inout WordTable) {
    func id(_ text: String) -> Int32 { words.intern(ArraySlice(Array(text.utf8))) }
    dot = id(".")
    enders = [id("."), id("!"), id("?")]
    closers = [id("\""), id(")"), id("]")]
    self.abbreviations = Set(abbreviations.map { words.intern(ArraySlice(Tokenizer.fold($0))) })
  }

  /// The sentences of a block in order; every token lies in one.
  package func sentences(_ tokens: [Token]) -> [SentenceSpan] {
    var sentences: [SentenceSpan] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      guard enders.contains(tokens[index].word) else { continue }
      if tokens[index].word == dot, !isEnd(tokens, dot: index) { continue }
      var end = index + 1
      while end < tokens.count,
        closers.contains(tokens[end].word) || enders.contains(tokens[end].word),
        tokens[end].look.contains(.glued)
      { end += 1 }
      sentences.append(SentenceSpan(tokens: start..<end))
      start = end
      index = end - 1
    }
    if start < tokens.count { sentences.append(SentenceSpan(tokens: start..<tokens.count)) }
    return sentences
  }

  private func isEnd(_ tokens: [Token], dot index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    if index > 0, tokens[index].look.contains(.glued) {
      let previous = tokens[index - 1]
      if abbreviations.contains(previous.word) { return false }
      if previous.look.contains(.capital), previous.range.count == 1 { return false }
      if previous.look.contains(.number), index == 1 { return false }
    }
    if next.look.contains(.glued) {
      return closers.contains(next.word)
        || (next.look.contains(.capital) && tokens[index].look.contains(.glued) && index > 0
          && !tokens[index - 1].look.contains(.capital) && tokens[index - 1].range.count > 3)
    }
    return next.look.contains(.capital) || next.look.contains(.number) || next.look.contains(.mark)
  }
}
