import Claims

/// Adds expressions of time that are counted from what a document tells of its own day and from the
/// year that it spoke of last.
enum RelativeTimes {
  /// The times of each sentence with those added; in the order of the text, each token in one at most.
  static func added(to times: [[SentenceMention]], in reading: DocumentReading)
    -> [[SentenceMention]]
  {
    var anchors = RelativeTimeReader.Anchors(told: day(toldIn: times, reading))
    let words = reading.words
    return times.indices.map { number in
      let sentence = reading.sentences[number]
      guard sentence.context != .bibliography else { return times[number] }
      let tokens = reading.blocks[sentence.block].tokens
      var known = times[number][...]
      var all: [SentenceMention] = []
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        while let time = known.first, time.tokens.lowerBound < index { known.removeFirst() }
        let own = known.first.flatMap { $0.tokens.lowerBound == index ? $0 : nil }
        let found = reading.pack.relativeTimes.finding(
          at: index, in: tokens, upTo: sentence.tokens.upperBound, anchors: anchors,
          numberAt: { words.number(tokens[$0]) })
        if let found, found.length > own?.tokens.count ?? 0 {
          all.append(
            SentenceMention(
              tokens: index..<index + found.length,
              entityClass: reading.pack.classes[found.kind] ?? 0, entities: [], value: found.value))
          anchors.spoken = Int(found.value.prefix(4)) ?? anchors.spoken
          index += found.length
        } else if let own {
          all.append(own)
          if let year = year(of: own, reading) { anchors.spoken = year }
          index = own.tokens.upperBound
        } else {
          index += 1
        }
      }
      return all
    }
  }

  /// The first whole date that a document tells; of a work about something else it is none of its own.
  private static func day(toldIn times: [[SentenceMention]], _ reading: DocumentReading)
    -> (year: Int, month: Int, day: Int)?
  {
    for number in times.indices where reading.sentences[number].context != .bibliography {
      for time in times[number] where time.entityClass == reading.pack.classes["Date"] {
        let parts = (time.value ?? "").split(separator: "-").compactMap { Int($0) }
        if parts.count == 3 { return (parts[0], parts[1], parts[2]) }
      }
    }
    return nil
  }

  private static func year(of time: SentenceMention, _ reading: DocumentReading) -> Int? {
    guard time.entityClass == reading.pack.classes["Date"] else { return nil }
    return Int((time.value ?? "").prefix(4))
  }
}
