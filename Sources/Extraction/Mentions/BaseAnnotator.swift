import Citations
import Claims
import Documents
import DomainPack

/// Finds what needs no rule: names of the pack and of the document, citations, expressions of time.
struct BaseAnnotator {
  private struct Candidate {
    var tokens: Range<Int>
    var mention: SentenceMention
    /// Among equally long ones the higher wins.
    var rank: Int
  }

  /// A phrase of the gazetteer and the names that it is.
  private struct NamedPhrase {
    var tokens: Range<Int>
    var payloads: [Int32]
  }

  /// What is found in a sentence whatever else the document says, in the order of the text.
  private struct Findings {
    /// Phrases of the gazetteer.
    var names: [NamedPhrase] = []
    /// Expressions of time.
    var times: [SentenceMention] = []
  }

  /// What was found in each sentence.
  private var findings: [Findings] = []
  /// The citations in each block.
  private var citations: [[Citation]] = []
  /// The short references to acts in each block.
  private(set) var shortCitations: [[ShortCitation]] = []
  private var countries: [Int: Set<String>] = [:]
  private var documentCountries: [String: Int] = [:]
  /// Places that can issue local regulations, by how often the document names them.
  private var issuers: [String: Int] = [:]
  private var sentenceIssuers: [Int: String] = [:]

  /// Finds what does not depend on the names that the document gives to its own things.
  init(_ reading: DocumentReading) {
    findings.reserveCapacity(reading.sentences.count)
    for number in reading.sentences.indices { find(number, in: reading) }
    let times = RelativeTimes.added(to: findings.map(\.times), in: reading)
    for number in findings.indices { findings[number].times = times[number] }
    citations = reading.blocks.map { read in
      read.tokens.isEmpty ? [] : reading.pack.citations.citations(in: read.block.text.bytes)
    }
    shortCitations = reading.blocks.map { read in
      read.tokens.isEmpty ? [] : reading.pack.citations.shortCitations(in: read.block.text.bytes)
    }
  }

  /// Fills the sentences' mentions and items.
  func annotate(_ reading: inout DocumentReading) {
    for number in reading.sentences.indices {
      let candidates = candidates(number, in: &reading)
      let chosen = choose(candidates, in: reading.sentences[number])
      reading.sentences[number].mentions = chosen.map(\.mention)
      reading.rebuildItems(ofSentence: number)
    }
  }

  /// Finds names of the gazetteer and times, and which countries the sentence names: they tell apart
  /// cities of one name.
  private mutating func find(_ number: Int, in reading: DocumentReading) {
    let pack = reading.pack
    let sentence = reading.sentences[number]
    let (words, tokens) = (reading.words, reading.blocks[sentence.block].tokens)
    var found = Findings()
    for index in sentence.tokens {
      pack.names.forEachMatch(
        from: index, upTo: sentence.tokens.upperBound, word: { tokens[$0].word }
      ) { length, payloads in
        found.names.append(NamedPhrase(tokens: index..<index + length, payloads: payloads))
      }
      if pack.temporal.canBegin(with: tokens[index]),
        let time = pack.temporal.finding(
          at: index, in: tokens, upTo: sentence.tokens.upperBound,
          numberAt: { words.number(tokens[$0]) })
      {
        found.times.append(
          SentenceMention(
            tokens: index..<index + time.length, entityClass: pack.classes[time.kind] ?? 0,
            entities: [], value: time.value))
      }
    }
    for payload in found.names.lazy.flatMap(\.payloads) {
      let record = pack.records[Int(payload)]
      if let issuer = record.issuer {
        issuers[issuer, default: 0] += 1
        if sentenceIssuers[number] == nil { sentenceIssuers[number] = issuer }
      }
      guard record.isCountry else { continue }
      let key = pack.pack.gazetteer.entries[record.entry].key
      countries[number, default: []].insert(key)
      documentCountries[key, default: 0] += 1
    }
    findings.append(found)
  }

  private func candidates(_ number: Int, in reading: inout DocumentReading) -> [Candidate] {
    let sentence = reading.sentences[number]
    let tokens = reading.blocks[sentence.block].tokens
    let pack = reading.pack
    var names = findings[number].names[...]
    var times = findings[number].times[...]
    var candidates: [Candidate] = []
    for index in sentence.tokens {
      while let phrase = names.first, phrase.tokens.lowerBound == index {
        names.removeFirst()
        if let mention = mention(of: phrase, number, in: &reading) {
          candidates.append(
            Candidate(tokens: phrase.tokens, mention: mention, rank: mention.isUnconfirmed ? 0 : 2))
        }
      }
      if reading.ownNames.canBegin(with: tokens[index].word) {
        addOwnNames(at: index, number, to: &candidates, in: &reading)
      }
      if let time = times.first, time.tokens.lowerBound == index {
        times.removeFirst()
        candidates.append(Candidate(tokens: time.tokens, mention: time, rank: 1))
      }
    }
    for citation in citations[sentence.block] {
      // Article and title belong to the naming: no other names are looked for in them.
      let start = min(
        citation.byteRange.lowerBound, citation.articles.map(\.byteRange.lowerBound).min() ?? .max)
      let end = max(citation.byteRange.upperBound, citation.about?.byteRange.upperBound ?? 0)
      guard let first = sentence.tokens.first(where: { tokens[$0].range.lowerBound >= start }),
        tokens[first].range.lowerBound < end,
        tokens[first].range.lowerBound <= citation.byteRange.lowerBound
      else { continue }
      var last = first
      while last + 1 < sentence.tokens.upperBound, tokens[last + 1].range.lowerBound < end {
        last += 1
      }
      let range = first..<last + 1
      let place =
        sentenceIssuers[number] ?? issuers.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      guard let regulation = reading.regulation(citation, place: place, inBlock: sentence.block)
      else { continue }
      let entity = reading.entities.intern(regulation.entity, surface: regulation.surface)
      var mention = SentenceMention(
        tokens: range, entityClass: pack.classes["Regulation"] ?? 0, entities: [entity])
      mention.citation = citation.details
      if let about = citation.about?.byteRange,
        let begin = range.first(where: { tokens[$0].range.lowerBound >= about.lowerBound })
      {
        let end = range[begin...].first { tokens[$0].range.lowerBound >= about.upperBound }
        mention.title = begin..<(end ?? range.upperBound)
        link(entity, toNamesIn: begin..<(end ?? range.upperBound), number, &reading)
      }
      candidates.append(Candidate(tokens: range, mention: mention, rank: 9))
    }
    for mention in shortReferences(number, in: reading) {
      candidates.append(Candidate(tokens: mention.tokens, mention: mention, rank: 3))
    }
    return candidates
  }

  /// Links an act to the things of the gazetteer that its title names, as its subjects.
  private func link(
    _ act: Int, toNamesIn title: Range<Int>, _ number: Int, _ reading: inout DocumentReading
  ) {
    var next = title.lowerBound
    var subjects = reading.entities.entities[act].links["subject"] ?? []
    // Of phrases that begin together the longest comes last.
    let phrases = findings[number].names.filter {
      title.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= title.upperBound
    }
    .sorted { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
    for phrase in phrases where phrase.tokens.lowerBound >= next {
      guard let named = mention(of: phrase, number, in: &reading), !named.isUnconfirmed,
        reading.pack.titleClasses.contains(named.entityClass)
      else { continue }
      next = phrase.tokens.upperBound
      for subject in named.entities where !subjects.contains(subject) { subjects.append(subject) }
    }
    guard !subjects.isEmpty else { return }
    reading.entities.update(act) { $0.links["subject"] = subjects }
  }

  /// The gazetteer's thing that a phrase names here, if its capitals allow and the context decides.
  private func mention(
    of phrase: NamedPhrase, _ number: Int, in reading: inout DocumentReading
  ) -> SentenceMention? {
    let pack = reading.pack
    let range = phrase.tokens
    let block = reading.sentences[number].block
    let surface = reading.text(range, inBlock: block)
    let isCapital = reading.blocks[block].tokens[range.lowerBound].look.contains(.capital)
    var best: (score: Int, entry: Int, unconfirmed: Bool)?
    for payload in phrase.payloads {
      let record = pack.records[Int(payload)]
      let entry = pack.pack.gazetteer.entries[record.entry]
      if record.use == .exactCase, !surface.utf8.elementsEqual(record.text) { continue }
      // Proper names are written with a capital; fields of cooperation and their like are not.
      if !isCapital, record.text.first.map({ $0 >= 0x41 && $0 <= 0x5A }) ?? false,
        record.use != .exactCase,
        entry.entityClass.rawValue != "Sector", entry.attributes["scope"] != "municipal"
      {
        continue
      }
      let score = score(record, number)
      let isConfirmed = reading.confirmedEntries.contains(record.entry)
      let isUnconfirmed = record.use == .needsContext && !isConfirmed
      // A name that stands for itself goes before one that still needs its context.
      if let known = best, known.unconfirmed == isUnconfirmed ? score <= known.score : isUnconfirmed
      {
        continue
      }
      best = (score, record.entry, isUnconfirmed)
    }
    guard let best else { return nil }
    let entry = pack.pack.gazetteer.entries[best.entry]
    // The rules saw no name there before.
    if reading.confirmedEntries.contains(best.entry) { reading.sentences[number].found = [] }
    let position = reading.intern(entry, number: best.entry, surface: surface)
    return SentenceMention(
      tokens: range, entityClass: pack.classes[entry.entityClass.rawValue] ?? 0,
      entities: [position],
      isUnconfirmed: best.unconfirmed)
  }

  /// Higher for places whose country the sentence, else the document, names; then by population.
  private func score(_ record: CompiledPack.NameRecord, _ number: Int) -> Int {
    guard let country = record.country else { return record.weight }
    return record.weight + (countries[number]?.contains(country) ?? false ? 2_000_000 : 0)
      + min(documentCountries[country] ?? 0, 20) * 20_000
  }

  private func addOwnNames(
    at index: Int, _ number: Int, to candidates: inout [Candidate],
    in reading: inout DocumentReading
  ) {
    let sentence = reading.sentences[number]
    let tokens = reading.blocks[sentence.block].tokens
    let matches = reading.ownNames.matches(
      from: index, in: tokens, upTo: sentence.tokens.upperBound)
    guard !matches.isEmpty else { return }
    // What the rules found before may not be all that they find beside such a name.
    reading.sentences[number].found = []
    for match in matches {
      let range = index..<index + match.length
      // What a rule finds in this place by itself is left to the rule, with the claims it makes of it.
      if sentence.ruleSpans.contains(where: {
        $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
      }) {
        continue
      }
      guard let mention = ownName(match.payloads, range, sentence.block, in: reading) else {
        continue
      }
      candidates.append(Candidate(tokens: range, mention: mention, rank: 3))
    }
  }

  private func ownName(
    _ payloads: [Int32], _ range: Range<Int>, _ block: Int, in reading: DocumentReading
  ) -> SentenceMention? {
    for payload in payloads {
      let record = reading.ownRecords[Int(payload)]
      if record.exactCase, !reading.text(range, inBlock: block).utf8.elementsEqual(record.text) {
        continue
      }
      let entity = reading.entities.entities[record.entity]
      guard let entityClass = reading.pack.classes[entity.entityClass.rawValue] else { continue }
      return SentenceMention(tokens: range, entityClass: entityClass, entities: [record.entity])
    }
    return nil
  }

  /// The longest first, then the higher rank, then the earlier; none overlaps another.
  private func choose(_ candidates: [Candidate], in sentence: SentenceReading) -> [Candidate] {
    guard candidates.count > 1 else { return candidates }
    let ordered = candidates.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      if left.rank == 9 || right.rank == 9, left.rank != right.rank {
        return left.rank > right.rank
      }
      if left.tokens.count != right.tokens.count { return left.tokens.count > right.tokens.count }
      return left.rank != right.rank ? left.rank > right.rank : $0.offset < $1.offset
    }
    var taken = TakenPlaces(sentence.tokens)
    var chosen: [Candidate] = []
    for (_, candidate) in ordered where taken.take(candidate.tokens) { chosen.append(candidate) }
    return chosen.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}

extension DocumentReading {
  /// The position of a gazetteer's thing, an entry and its number there, among this document's things.
  mutating func intern(_ entry: GazetteerEntry, number: Int, surface: String) -> Int {
    if let known = entities.position(ofEntry: number) {
      entities.addAlias(surface, to: known)
      return known
    }
    var entity = LocalEntity(
      entityClass: entry.entityClass, key: entry.key,
      label: entry.label(in: language ?? "id"), language: language)
    for (name, value) in entry.attributes where name != "population" {
      entity.attributes[name] = [value]
    }
    let labels = [entry.englishLabel, entry.indonesianLabel]
    if let short = labels.min(by: { $0.count < $1.count }) { entity.attributes["short"] = [short] }
    if entry.attributes["scope"] == "municipal" {
      // Every city has one: whose it is, the text must say.
      entity.key = nil
      entity.attributes["kind"] = [entry.key]
      entity.aliases = entry.names.map(\.text)
    }
    return entities.intern(entity, ofEntry: number, surface: surface)
  }

  /// Makes the items of a sentence anew from its tokens and mentions.
  mutating func rebuildItems(ofSentence number: Int) {
    let mentions = sentences[number].mentions
    sentences[number].items = items(
      ofSentence: number, mentions.indices.filter { mentions[$0].standing == .top })
  }

  /// The items with the innermost mentions standing: the cities in the name of an agreement.
  func innerItems(ofSentence number: Int) -> [Item] {
    let mentions = sentences[number].mentions
    let order = mentions.indices.filter {
      mentions[$0].standing != .dropped && !mentions[$0].tokens.isEmpty
    }
    .sorted { (mentions[$0].tokens.count, $0) < (mentions[$1].tokens.count, $1) }
    var taken = TakenPlaces(sentences[number].tokens)
    let chosen = order.filter { taken.take(mentions[$0].tokens) }
    return items(ofSentence: number, chosen)
  }

  /// The word that an item of several tokens counts as: their phrase, if the pack knows it as one.
  private func word(of tokens: ArraySlice<Token>) -> Int32 {
    guard let first = tokens.first, tokens.count > 1 else { return tokens.first?.word ?? -1 }
    var phrase = Array(words.word(first.word))
    for token in tokens.dropFirst() {
      phrase.append(UInt8(ascii: " "))
      phrase += words.word(token.word)
    }
    return words.id(of: phrase[...]) ?? -1
  }

  private func items(ofSentence number: Int, _ chosen: [Int]) -> [Item] {
    let sentence = sentences[number]
    let tokens = blocks[sentence.block].tokens
    var items: [Item] = []
    items.reserveCapacity(sentence.tokens.count)
    var index = sentence.tokens.lowerBound
    var next = 0
    let order = chosen.sorted {
      sentence.mentions[$0].tokens.lowerBound < sentence.mentions[$1].tokens.lowerBound
    }
    while index < sentence.tokens.upperBound {
      while next < order.count, sentence.mentions[order[next]].tokens.lowerBound < index {
        next += 1
      }
      if next < order.count, sentence.mentions[order[next]].tokens.lowerBound == index {
        let mention = sentence.mentions[order[next]]
        let first = tokens[index]
        items.append(
          Item(
            tokens: mention.tokens, mention: order[next], word: word(of: tokens[mention.tokens]),
            look: mention.tokens.count == 1 ? first.look : first.look.subtracting(.year),
            entityClass: mention.entityClass, tag: mention.tag,
            isUnconfirmed: mention.isUnconfirmed))
        index = mention.tokens.upperBound
        next += 1
      } else {
        items.append(
          Item(
            tokens: index..<index + 1, mention: -1, word: tokens[index].word,
            look: tokens[index].look,
            entityClass: -1, isUnconfirmed: false))
        index += 1
      }
    }
    return items
  }
}

extension Citation {
  /// What it says besides the act.
  fileprivate var details: [String: String] {
    var details: [String: String] = [:]
    if !articles.isEmpty { details["article"] = articles.map(\.text).joined(separator: ", ") }
    if let repair { details["repair"] = "\(repair)" }
    return details
  }
}
