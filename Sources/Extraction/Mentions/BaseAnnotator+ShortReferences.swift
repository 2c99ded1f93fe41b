import Citations

extension BaseAnnotator {
  /// The short references to acts whose words are tokens of a sentence, not yet bound.
  func shortReferences(_ number: Int, in reading: DocumentReading) -> [SentenceMention] {
    let sentence = reading.sentences[number]
    let tokens = reading.blocks[sentence.block].tokens
    var index = sentence.tokens.lowerBound
    return shortCitations[sentence.block].compactMap { short in
      while index < sentence.tokens.upperBound,
        tokens[index].range.lowerBound < short.byteRange.lowerBound
      {
        index += 1
      }
      var end = index
      while end < sentence.tokens.upperBound,
        tokens[end].range.upperBound <= short.byteRange.upperBound
      {
        end += 1
      }
      guard end > index, tokens[index].range.lowerBound == short.byteRange.lowerBound else {
        return nil
      }
      var mention = SentenceMention(
        tokens: index..<end, entityClass: reading.pack.classes["Regulation"] ?? 0, entities: [],
        reference: "regulation")
      mention.short = short
      mention.citation = [:]
      return mention
    }
  }
}
