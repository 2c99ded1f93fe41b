import DomainPack

extension RelationReader {
  /// Applies the rules for titles to those of the regulations that a sentence cites: *Peraturan
  /// Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah*.
  mutating func readTitles(
    _ number: Int, _ allowed: [Bool], _ reading: inout DocumentReading
  ) {
    let sentence = reading.sentences[number]
    for (place, mention) in sentence.mentions.enumerated() where mention.standing != .dropped {
      guard let title = mention.title else { continue }
      let items = reading.blocks[sentence.block].tokens[title].enumerated().map { offset, token in
        Item(
          tokens: title.lowerBound + offset..<title.lowerBound + offset + 1, mention: -1,
          word: token.word, look: token.look, entityClass: -1, isUnconfirmed: false)
      }
      rows.fill(items)
      let matches = matcher.matches(in: rows) { rule in
        allowed[rule] && compiled.rules[rule].readsTitles
      }
      for match in matches where !match.items.isEmpty {
        var environment = RuleEnvironment(
          match, of: items, sentence: number, names: matcher.name(ofSlot:), in: reading)
        environment.captures["self"] = [CapturedSpan(tokens: mention.tokens, mention: place)]
        emit(compiled.rules[match.rule], environment, mention.tokens, number, &reading)
      }
    }
  }
}
