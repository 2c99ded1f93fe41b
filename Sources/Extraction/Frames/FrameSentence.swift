import DomainPack

/// A sentence as frames see it: its items, what governs each mention, and which mentions are listed
/// together.
struct FrameSentence {
  /// A word that tells of a frame's doing.
  struct Found {
    /// Number of the frame.
    var frame: Int
    var voice: FrameVoice
    /// The items that tell of it.
    var items: Range<Int>
  }

  let items: [Item]
  let frames: CompiledFrames
  /// For each item the preposition that governs it as a mention; -1 for none.
  private(set) var governors: [Int32]
  /// For each item the first one of the list that it stands in as a mention; -1 for what is no mention.
  private(set) var lists: [Int]
  /// The members of the list that begins at an item, in order; empty for items at which none begins.
  private var members: [[Int]]
  /// Whether a verb of a frame stands there.
  private var isVerb: [Bool]
  private(set) var found: [Found] = []

  /// How many items are looked back over between a name and its preposition.
  private static let reach = 4
  /// How many items lie at most between a party and the words that tell of the doing.
  private static let distance = 18

  /// Reads a sentence; `tokens` are those of its block.
  init(_ sentence: SentenceReading, tokens: [Token], frames: CompiledFrames) {
    items = sentence.items
    self.frames = frames
    governors = [Int32](repeating: -1, count: items.count)
    lists = [Int](repeating: -1, count: items.count)
    members = [[Int]](repeating: [], count: items.count)
    isVerb = [Bool](repeating: false, count: items.count)
    findTriggers(sentence, tokens)
    guard !found.isEmpty else { return }
    findLists()
  }

  // MARK: - Triggers

  private mutating func findTriggers(_ sentence: SentenceReading, _ tokens: [Token]) {
    for start in items.indices where items[start].mention < 0 {
      let token = items[start].tokens.lowerBound
      var longest: [Int: Found] = [:]
      frames.triggers.forEachMatch(
        from: token, upTo: sentence.tokens.upperBound, word: { tokens[$0].word }
      ) { length, payloads in
        // Every bare item is one token, so as many items as tokens are free of mentions.
        let end = start + length
        guard end <= items.count, items[start..<end].allSatisfy({ $0.mention < 0 }) else { return }
        for payload in payloads {
          let record = frames.records[Int(payload)]
          let voice = record.voice == .participle ? self.voice(of: start..<end) : record.voice
          longest[record.frame] = Found(frame: record.frame, voice: voice, items: start..<end)
        }
      }
      for (_, trigger) in longest.sorted(by: { $0.key < $1.key }) {
        found.append(trigger)
        if trigger.voice != .noun { isVerb[start] = true }
      }
    }
  }

  /// The voice of a participle: passive beside a form of *to be* or before *by*.
  private func voice(of participle: Range<Int>) -> FrameVoice {
    let before = items[max(0, participle.lowerBound - 3)..<participle.lowerBound]
    if before.contains(where: { frames.auxiliaries.contains($0.word) }) { return .passive }
    guard participle.upperBound < items.count else { return .active }
    return frames.agents.contains(items[participle.upperBound].word) ? .passive : .active
  }

  // MARK: - Lists and what governs them

  private enum Link { case none, direct, comma, and }

  private mutating func findLists() {
    let mentions = items.indices.filter { items[$0].mention >= 0 }
    var links = zip(mentions, mentions.dropFirst()).map { link($0, $1) }
    links.append(.none)
    // A comma lists only where an “and” closes the list; else it sets a clause or an apposition off.
    var isClosed = false
    for index in links.indices.reversed() {
      switch links[index] {
      case .and: isClosed = true
      case .comma, .direct:
        let isApposition = isOfficeHolder(mentions[index], mentions[index + 1])
        if !(isClosed && links[index] == .comma), !isApposition { links[index] = .none }
      case .none: isClosed = false
      }
      if links[index] == .none { isClosed = false }
    }
    for (index, mention) in mentions.enumerated() {
      if index > 0, links[index - 1] != .none {
        lists[mention] = lists[mentions[index - 1]]
        governors[mention] = governors[mentions[index - 1]]
      } else {
        lists[mention] = mention
        let isSetOff = index > 0 && isArea(mention, setOffFrom: mentions[index - 1])
        governors[mention] = isSetOff ? frames.comma : governor(of: mention)
      }
      members[lists[mention]].append(mention)
    }
  }

  /// Whether of two mentions one is a person and the other an office.
  private func isOfficeHolder(_ first: Int, _ second: Int) -> Bool {
    let (first, second) = (items[first].entityClass, items[second].entityClass)
    return frames.people.contains(first) && frames.offices.contains(second)
      || frames.offices.contains(first) && frames.people.contains(second)
  }

  /// Whether a mention only says where the city before it lies: *Lahti, Finland*.
  private func isArea(_ mention: Int, setOffFrom city: Int) -> Bool {
    mention == city + 2 && items[city + 1].word == frames.comma
      && frames.places.contains(items[city].entityClass)
      && frames.areas.contains(items[mention].entityClass)
  }

  private func link(_ first: Int, _ second: Int) -> Link {
    var link = Link.direct
    var index = first + 1
    while index < second {
      let word = items[index].word
      if word == frames.opening {
        while index < second, items[index].word != frames.closing { index += 1 }
      } else if frames.conjunctions.contains(word) {
        link = .and
      } else if word == frames.comma {
        if link != .and { link = .comma }
      } else if !frames.transparent.contains(word) && !items[index].look.contains(.number) {
        return .none
      }
      index += 1
    }
    return link
  }

  private func governor(of mention: Int) -> Int32 {
    var index = mention - 1
    while index >= max(0, mention - Self.reach) {
      let item = items[index]
      guard item.mention < 0 else { return -1 }
      if frames.governors.contains(item.word) { return item.word }
      guard frames.transparent.contains(item.word) || item.look.contains(.number) else { return -1 }
      index -= 1
    }
    return -1
  }

  // MARK: - Parties

  /// What fills a role of a doing that some items tell of; items or, for words, a range of items.
  func fillers(of role: CompiledFrames.Role, _ trigger: Found) -> [Range<Int>] {
    for place in role.role.places[trigger.voice] ?? [] {
      if case .words(let shape) = role.role.filler {
        if let words = words(shape, place, trigger.items) { return [words] }
        continue
      }
      guard let first = mention(place, trigger, role.classes) else { continue }
      return (role.role.takesLists ? listed(with: first, role.classes) : [first])
        .filter { isWhole($0, trigger.items) }.map { $0..<$0 + 1 }
    }
    return []
  }

  private func fits(_ index: Int, _ classes: Set<Int32>) -> Bool {
    let item = items[index]
    guard item.mention >= 0, !classes.contains(item.tag) else { return item.mention >= 0 }
    // A scheme is none of the things that it goes by.
    return classes.contains(item.entityClass) && !frames.schemes.contains(item.tag)
  }

  /// Whether a mention is all of its phrase: the field *food safety* is not in *street food safety*.
  private func isWhole(_ index: Int, _ trigger: Range<Int>) -> Bool {
    guard frames.shapes.isSoft(items[index]) else { return true }
    return ![index - 1, index + 1].contains { neighbour in
      guard items.indices.contains(neighbour), !trigger.contains(neighbour) else { return false }
      let item = items[neighbour]
      return item.mention < 0 && !item.look.contains(.mark) && !frames.governors.contains(item.word)
        && !frames.transparent.contains(item.word) && frames.shapes.has(.phrase, item)
    }
  }

  /// The mentions of one list that fit; of a person and the office beside it the person.
  private func listed(with first: Int, _ classes: Set<Int32>) -> [Int] {
    let members = lists[first] < 0 ? [] : self.members[lists[first]]
    let fitting = members.filter { fits($0, classes) }
    guard !classes.isDisjoint(with: frames.people), !classes.isDisjoint(with: frames.offices) else {
      return fitting
    }
    return fitting.filter { index in
      guard frames.offices.contains(items[index].entityClass) else { return true }
      let place = members.firstIndex(of: index) ?? 0
      let beside = members[max(0, place - 1)..<min(members.count, place + 2)]
      return !beside.contains { other in
        frames.people.contains(items[other].entityClass)
          && !items[min(index, other)..<max(index, other)].contains {
            frames.conjunctions.contains($0.word)
          }
      }
    }
  }

  /// The nearest item that ends the clause before a place.
  private func clauseStart(before index: Int) -> Int {
    let first = max(0, index - Self.distance)
    return items[first..<index].lastIndex { isBorder($0) }.map { $0 + 1 } ?? first
  }

  private func clauseEnd(from index: Int) -> Int {
    let end = min(items.count, index + Self.distance)
    return items[index..<end].firstIndex { isBorder($0) } ?? end
  }

  private func isBorder(_ item: Item) -> Bool {
    item.mention < 0 && frames.borders.contains(item.word)
  }

  private func mention(_ place: FramePlace, _ found: Found, _ classes: Set<Int32>) -> Int? {
    let trigger = found.items
    let start = max(clauseStart(before: trigger.lowerBound), trigger.lowerBound - Self.distance)
    let end = min(clauseEnd(from: trigger.upperBound), trigger.upperBound + Self.distance)
    let (before, behind) = (start..<trigger.lowerBound, trigger.upperBound..<end)
    switch place {
    case .before:
      if let (antecedent, isRelative) = antecedent(of: found) {
        let member = listed(with: antecedent, classes).last
        if member != nil || isRelative { return member }
      }
      // A verb between them has most likely a subject of its own, and a nearer one that could be a
      // subject is the subject, even if this frame has no use for it.
      let subjects = found.voice == .active ? frames.subjects : []
      let nearest = before.filter {
        governors[$0] < 0 && (fits($0, classes) || fits($0, subjects))
      }.min { cost($0, trigger) < cost($1, trigger) }
      return nearest.flatMap { fits($0, classes) ? $0 : nil }
    case .after:
      if let beside = adjacent(from: trigger.upperBound, by: 1, classes) { return beside }
      let limit = isVerb[behind].firstIndex(of: true) ?? behind.upperBound
      return (behind.lowerBound..<limit).first { fits($0, classes) && governors[$0] < 0 }
    case .left: return adjacent(from: trigger.lowerBound - 1, by: -1, classes)
    case .right: return adjacent(from: trigger.upperBound, by: 1, classes)
    case .near:
      let all = (Array(before) + Array(behind)).filter { fits($0, classes) }
      return all.min { (distance($0, trigger), -$0) < (distance($1, trigger), -$1) }
    case .governed(let name):
      guard let prepositions = frames.prepositions[name] else { return nil }
      func isGoverned(_ index: Int) -> Bool {
        guard fits(index, classes), prepositions.contains(governors[index]) else { return false }
        return !frames.agents.contains(governors[index]) || isAgent(index, of: found)
      }
      return behind.first(where: isGoverned) ?? before.last(where: isGoverned)
    }
  }

  /// Whether a mention behind *by* is by whom this is done, and not what another verb tells of:
  /// *hibah lima ambulans diterima oleh Kota Surabaya*.
  private func isAgent(_ mention: Int, of found: Found) -> Bool {
    let trigger = found.items
    guard mention >= trigger.upperBound else {
      return !isVerb[mention..<trigger.lowerBound].contains(true)
    }
    let between = trigger.upperBound..<mention
    guard !isVerb[between].contains(true) else { return false }
    guard found.voice == .noun,
      let by = between.last(where: { frames.agents.contains(items[$0].word) }),
      by > between.lowerBound
    else { return true }
    // Before *by* stands what is given; any other word is most likely a verb.
    return items[by - 1].mention >= 0 || items[by - 1].word == frames.closing
  }

  /// The mention that a clause is set to, whatever governs it, and whether a relative says so.
  ///
  /// *The MoU that was signed*, *MoU yang diteken*, *the MoU signed by*; nil if it is set to none.
  private func antecedent(of found: Found) -> (mention: Int, isRelative: Bool)? {
    var index = found.items.lowerBound - 1
    while index >= 0, frames.adverbs.contains(items[index].word) { index -= 1 }
    guard index > 0 else { return nil }
    let isRelative = frames.relatives.contains(items[index].word)
    if isRelative { index -= 1 }
    if isRelative, items[index].word == frames.comma { index -= 1 }
    if index > 0, items[index].word == frames.closing {
      while index > 0, items[index].word != frames.opening { index -= 1 }
      index -= 1
    }
    guard index >= 0, items[index].mention >= 0, isRelative || found.voice == .passive else {
      return nil
    }
    return (index, isRelative)
  }

  private func distance(_ index: Int, _ trigger: Range<Int>) -> Int {
    index < trigger.lowerBound ? trigger.lowerBound - index : index - trigger.upperBound + 1
  }

  /// How unlikely a mention before a verb is its subject: distance, and the verbs between.
  private func cost(_ index: Int, _ trigger: Range<Int>) -> Int {
    trigger.lowerBound - index
      + 8 * isVerb[index..<trigger.lowerBound].count { $0 }
  }

  /// The mention beside a place, over articles, quotation marks and what stands in brackets.
  private func adjacent(from place: Int, by step: Int, _ classes: Set<Int32>) -> Int? {
    var index = place
    let (open, close) =
      step > 0 ? (frames.opening, frames.closing) : (frames.closing, frames.opening)
    while items.indices.contains(index) {
      if items[index].mention >= 0 { return fits(index, classes) ? index : nil }
      if items[index].word == open {
        repeat { index += step } while items.indices.contains(index) && items[index].word != close
      } else if !frames.transparent.contains(items[index].word) {
        return nil
      }
      index += step
    }
    return nil
  }

  /// How many items words that fill a role are at most and at least.
  private static let length = 2...14

  private func words(_ shape: ItemShape, _ place: FramePlace, _ trigger: Range<Int>) -> Range<Int>?
  {
    var range = trigger.upperBound..<trigger.upperBound
    switch place {
    case .after, .right:
      while range.upperBound < items.count, range.count < Self.length.upperBound,
        frames.shapes.has(shape, items[range.upperBound])
      {
        range = range.lowerBound..<range.upperBound + 1
      }
    case .before, .left:
      range = trigger.lowerBound..<trigger.lowerBound
      while range.lowerBound > 0, range.count < Self.length.upperBound,
        frames.shapes.has(shape, items[range.lowerBound - 1])
      {
        range = range.lowerBound - 1..<range.upperBound
      }
    case .near, .governed: return nil
    }
    return Self.length.contains(range.count) ? range : nil
  }
}
