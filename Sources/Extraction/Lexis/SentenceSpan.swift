/// A stretch of tokens that is a sentence.
package struct SentenceSpan {
  /// Positions in the block's tokens.
  package var tokens: Range<Int>

  /// The tokens of each sentence of a block; a token belongs to the sentence in which it begins.
  ///
  /// The sentences are byte ranges of the block's text in order.
  package static func spans(of tokens: [Token], in sentences: [Range<Int>]) -> [SentenceSpan] {
    var spans: [SentenceSpan] = []
    var start = 0
    for sentence in sentences where start < tokens.count {
      var end = start
      while end < tokens.count, tokens[end].range.lowerBound < sentence.upperBound { end += 1 }
      if end > start { spans.append(SentenceSpan(tokens: start..<end)) }
      start = end
    }
    if start < tokens.count { spans.append(SentenceSpan(tokens: start..<tokens.count)) }
    return spans
  }
}
