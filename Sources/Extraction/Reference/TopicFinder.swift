import Claims

/// The two places that a document is mainly about, by how often and where they are named together.
struct TopicFinder {
  /// Points for a pair that one agreement joins, in a heading or title, and in one sentence.
  private enum Weight {
    static let joined = 4
    static let heading = 6
    static let sentence = 1
  }

  /// Pairs of places (positions in the entities, in the order of their first naming), best first.
  static func pairs(in reading: DocumentReading) -> [[Int]] {
    var scores: [[Int]: Int] = [:]
    var order: [[Int]: Int] = [:]
    for (number, sentence) in reading.sentences.enumerated() where sentence.context != .bibliography
    {
      func score(_ places: [Int], _ points: Int) {
        let pair = places.sorted()
        scores[pair, default: 0] += points
        if order[pair] == nil { order[pair] = number }
      }
      let bonus = sentence.context == .heading || sentence.context == .title ? Weight.heading : 0
      for mention in sentence.mentions where mention.standing != .dropped {
        for entity in mention.entities {
          let places = reading.parties(of: entity).flatMap {
            reading.entities.follow("place", from: $0)
          }
          if reading.entities.entities[entity].entityClass == .agreement, Set(places).count == 2 {
            score(Array(Set(places)), Weight.joined + bonus)
          }
        }
      }
      let cities = reading.cities(inSentence: number)
      let places = cities.isEmpty ? reading.partyPlaces(inSentence: number) : cities
      if places.count == 2, reading.country(of: places[0]) != reading.country(of: places[1]) {
        score(places, Weight.sentence + bonus)
      }
    }
    // A pair of two places abroad is nobody's cooperation where another pair has a place at home.
    let atHome = scores.keys.filter { pair in
      pair.contains { reading.country(of: $0) == reading.homeCountry }
    }
    return (atHome.isEmpty ? Array(scores.keys) : atHome).sorted {
      let (left, right) = (scores[$0] ?? 0, scores[$1] ?? 0)
      if left != right { return left > right }
      let (first, second) = (order[$0] ?? 0, order[$1] ?? 0)
      // Of two that one sentence names first the one whose places were named first.
      return first != second ? first < second : $0.lexicographicallyPrecedes($1)
    }
  }
}

extension DocumentReading {
  /// The parties that an agreement was named with.
  func parties(of entity: Int) -> [Int] { entities.entities[entity].links["party"] ?? [] }

  /// Key of the country that a place lies in, from its own key.
  func country(of place: Int) -> Substring? {
    guard let parts = entities.entities[place].key?.split(separator: "/"), parts.count > 1 else {
      return nil
    }
    return parts[1]
  }

  /// The different cities that a sentence names or whose governments it names, in order.
  func cities(inSentence number: Int) -> [Int] { places(ofClass: "City", inSentence: number) }

  /// The different places of a class that a sentence names or whose governments it names, in order.
  private func places(ofClass name: String, inSentence number: Int) -> [Int] {
    var places: [Int] = []
    for mention in sentences[number].mentions.sorted(by: {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    })
    where mention.standing != .dropped && mention.reference == nil {
      for entity in mention.entities {
        guard
          ["City", "Government", "Province"].contains(
            entities.entities[entity].entityClass.rawValue)
        else { continue }
        for place in entities.follow("place", from: entity)
        where !places.contains(place) && entities.entities[place].entityClass.rawValue == name {
          places.append(place)
        }
      }
    }
    return places
  }

  /// The cities of a sentence without those that only say where something is done: *signed in Seoul*;
  /// of a sentence without cities its provinces.
  func partyPlaces(inSentence number: Int) -> [Int] {
    let cities = places(ofClass: "City", inSentence: number, notBehind: ["frame-in"])
    return cities.isEmpty
      ? places(ofClass: "Province", inSentence: number, notBehind: ["frame-in"]) : cities
  }

  /// The place at home that the text named last, in a sentence or the few before it, as one that does
  /// something; nil if there is none.
  func placeAtHome(nearBefore number: Int) -> Int? {
    for site in stride(from: number, through: max(0, number - Self.nearness), by: -1) {
      let home = partyPlaces(inSentence: site).last { country(of: $0) == homeCountry }
      if let home { return home }
    }
    return nil
  }

  /// Sentences over which a place stays the one spoken of.
  private static var nearness: Int { 2 }

  /// The places of a class in a sentence that also stand elsewhere than right behind a preposition of
  /// some word classes, and than within longer mentions of some classes.
  private func places(
    ofClass name: String, inSentence number: Int, notBehind classes: [String],
    notWithin wholes: [String] = []
  ) -> [Int] {
    let prepositions = classes.compactMap { pack.frames.prepositions[$0] }
    let sentence = sentences[number]
    let tokens = blocks[sentence.block].tokens
    let mentions = sentence.mentions.filter { $0.standing != .dropped }
    let outer = Set(wholes.compactMap { pack.classes[$0] })
    let ranges = mentions.filter { outer.contains($0.entityClass) }.map(\.tokens)
    var others: Set<Int> = []
    for mention in mentions {
      let before = mention.tokens.lowerBound - 1
      let isBehind =
        before >= sentence.tokens.lowerBound
        && prepositions.contains { $0.contains(tokens[before].word) }
      let isWithin = ranges.contains { $0.clamped(to: mention.tokens) == mention.tokens }
      guard !isBehind, !isWithin else { continue }
      for entity in mention.entities { others.formUnion(entities.follow("place", from: entity)) }
    }
    return places(ofClass: name, inSentence: number).filter { others.contains($0) }
  }

  /// The city of the home country that most sentences name; the first named among equals.
  func mainCityAtHome() -> Int? {
    var counts: [Int: (count: Int, first: Int)] = [:]
    for number in sentences.indices where sentences[number].context != .bibliography {
      for city in cities(inSentence: number) where country(of: city) == homeCountry {
        counts[city, default: (0, number)].count += 1
      }
    }
    return counts.max {
      ($0.value.count, -$0.value.first, -$0.key) < ($1.value.count, -$1.value.first, -$1.key)
    }?.key
  }

  /// The city that an office named without one belongs to: the last that the sentence names otherwise
  /// than as the place or the aim of what is done or within another office, else the city at home that the document is about,
  /// else the last that the sentence names.
  func place(ofSentence number: Int, topic: [Int]) -> Int? {
    places(
      ofClass: "City", inSentence: number, notBehind: ["frame-in", "frame-to"],
      notWithin: ["Role", "Person"]
    ).last
      ?? topic.first { country(of: $0) == homeCountry } ?? mainCityAtHome()
      ?? cities(inSentence: number).last
  }

  /// Most sentences below a heading that are still told by it; it keeps long texts linear.
  private static var longestSection: Int { 400 }

  /// The cities abroad that the heading above a sentence names: what its section is about.
  func partners(inHeadingAbove number: Int) -> [Int] {
    let heading = sentences[max(0, number - Self.longestSection)..<number].lastIndex {
      $0.context == .heading || $0.context == .title
    }
    guard let heading else { return [] }
    let partners = cities(inSentence: heading).filter { country(of: $0) != homeCountry }
    return partners.count == 1 ? partners : []
  }
}
