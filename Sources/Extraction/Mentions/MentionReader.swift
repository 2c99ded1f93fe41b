import Claims
import DomainPack

/// Applies the layers of rules that find mentions, each on what the earlier ones found.
struct MentionReader {
  static let layers: [RuleLayer] = [.place, .name, .thing]

  /// How often a layer is applied again to what it has just found.
  private static let rounds = 3

  /// A layer and this document's copy of its matcher.
  private struct Stage {
    var layer: RuleLayer
    var compiled: CompiledLayer
    var matcher: RuleMatcher
  }

  /// A match that may become a mention.
  private struct Candidate {
    var match: RuleMatch
    /// The items that the mention would cover.
    var items: Range<Int>
    var priority: Int
    /// How many tokens they are.
    var length: Int

    /// Higher priority first, then the longer, then the earlier, then in the order of the rules.
    func isBetter(than other: Candidate) -> Bool {
      if priority != other.priority { return priority > other.priority }
      if length != other.length { return length > other.length }
      return (items.lowerBound, match.rule) < (other.items.lowerBound, other.match.rule)
    }
  }

  private var stages: [Stage] = []
  /// The items of the sentence by the tests that they pass.
  private var rows: ItemRows

  init(pack: CompiledPack) {
    rows = ItemRows(pack.rows)
    for layer in Self.layers {
      guard let compiled = pack.layers[layer] else { continue }
      stages.append(Stage(layer: layer, compiled: compiled, matcher: compiled.matcher))
    }
  }

  /// Adds the mentions that rules find in a sentence, innermost kept beside them.
  mutating func read(sentence number: Int, of reading: inout DocumentReading) {
    guard reading.sentences[number].context != .bibliography else { return }
    let isKnown = !reading.sentences[number].found.isEmpty
    var application = 0
    var isFilled = false
    for stage in stages.indices {
      for _ in 0..<Self.rounds {
        if !isKnown {
          if !isFilled { rows.fill(reading.sentences[number].items) }
          isFilled = true
          match(stage, number, &reading)
        }
        application += 1
        if !apply(stage, application - 1, to: number, of: &reading) { break }
        isFilled = false
      }
      if stages[stage].layer == .place, dropUnconfirmed(number, of: &reading) { isFilled = false }
    }
  }

  /// True if there was anything to drop.
  private func dropUnconfirmed(_ number: Int, of reading: inout DocumentReading) -> Bool {
    var isChanged = false
    for index in reading.sentences[number].mentions.indices
    where reading.sentences[number].mentions[index].isUnconfirmed {
      reading.sentences[number].mentions[index].standing = .dropped
      isChanged = true
    }
    if isChanged { reading.rebuildItems(ofSentence: number) }
    return isChanged
  }

  /// Finds the matches of a layer in a sentence as it is now.
  private mutating func match(_ stage: Int, _ number: Int, _ reading: inout DocumentReading) {
    let allowed = stages[stage].compiled.rulesAllowed(in: reading.sentences[number].context)
    let found = stages[stage].matcher.matches(in: rows) { allowed[$0] }
    reading.sentences[number].found.append(found)
  }

  /// Makes mentions of the matches of an application; true if the layer found anything new.
  private func apply(
    _ stage: Int, _ application: Int, to number: Int, of reading: inout DocumentReading
  ) -> Bool {
    let found = reading.sentences[number].found[application]
    guard !found.isEmpty else { return false }
    let sentence = reading.sentences[number]
    let (layer, compiled) = (stages[stage].layer, stages[stage].compiled)
    let candidates = found.map { candidate($0, compiled, sentence.items) }
      .sorted { $0.isBetter(than: $1) }
    var chosen: [Candidate] = []
    var taken = TakenPlaces(sentence.items.indices)
    for candidate in candidates
    where !candidate.items.isEmpty && !isKnown(candidate, compiled, sentence)
      && taken.take(candidate.items)
    {
      chosen.append(candidate)
    }
    guard !chosen.isEmpty else { return false }
    for candidate in chosen.sorted(by: { $0.items.lowerBound < $1.items.lowerBound }) {
      make(candidate.match, candidate.items, layer, compiled, number, &reading)
    }
    reading.rebuildTopItems(ofSentence: number)
    return true
  }

  /// A match with the items that its mention covers: all of them, or one capture of it.
  private func candidate(
    _ match: RuleMatch, _ compiled: CompiledLayer, _ items: [Item]
  ) -> Candidate {
    var span = match.items
    if let slot = compiled.spans[match.rule] {
      span = match.captures.first { $0.slot == slot }?.items ?? match.items
    }
    return Candidate(
      match: match, items: span, priority: compiled.rules[match.rule].priority,
      length: items[span].reduce(0) { $0 + $1.tokens.count })
  }

  /// A single item that already is a mention of the class that the rule would make.
  private func isKnown(
    _ candidate: Candidate, _ compiled: CompiledLayer, _ sentence: SentenceReading
  ) -> Bool {
    let item = sentence.items[candidate.items.lowerBound]
    guard candidate.items.count == 1, item.mention >= 0 else { return false }
    let mention = sentence.mentions[item.mention]
    guard !mention.isUnconfirmed else { return false }
    return compiled.rules[candidate.match.rule].extends != nil || mention.origin != nil
  }

  private func make(
    _ match: RuleMatch, _ items: Range<Int>, _ layer: RuleLayer, _ compiled: CompiledLayer,
    _ number: Int, _ reading: inout DocumentReading
  ) {
    let rule = compiled.rules[match.rule]
    let sentence = reading.sentences[number]
    let tokens =
      sentence.items[items.lowerBound].tokens
      .lowerBound..<sentence.items[items.upperBound - 1].tokens.upperBound
    let environment = RuleEnvironment(
      match, sentence: number, names: compiled.name(ofSlot:), in: reading)
    let surface = RuleEnvironment.trimmed(reading.text(tokens, inBlock: sentence.block))
    if let name = rule.extends {
      guard let index = environment.captures[name]?.first?.mention else { return }
      reading.firedRules.insert(rule.name)
      var mention = sentence.mentions[index]
      mention.tokens = tokens
      if !rule.claims.isEmpty {
        mention.origin = MentionOrigin(
          layer: layer, rule: match.rule, captures: environment.captures)
      }
      mention.isUnconfirmed = false
      for entity in mention.entities { reading.entities.addAlias(surface, to: entity) }
      // The inner name is confirmed with the outer one, which takes its place.
      reading.sentences[number].mentions[index].isUnconfirmed = false
      reading.sentences[number].mentions.append(mention)
      return
    }
    guard let template = rule.entity, let entityClass = reading.pack.classes[template.entityClass]
    else { return }
    var mention = SentenceMention(tokens: tokens, entityClass: entityClass, entities: [])
    mention.origin = MentionOrigin(
      layer: layer, rule: match.rule, captures: environment.captures)
    mention.tag = template.tag.flatMap { reading.pack.classes[$0] } ?? -1
    if let reference = template.reference {
      mention.reference = reference
    } else {
      guard
        let entity = EntityMaker.make(template, environment, fallbackLabel: surface, in: reading)
      else { return }
      mention.entities = [reading.entities.intern(entity, surface: surface)]
    }
    reading.firedRules.insert(rule.name)
    if reading.pack.opaqueClasses.contains(entityClass) { dropInner(of: tokens, number, &reading) }
    reading.sentences[number].mentions.append(mention)
  }

  /// The parts of some names are no names: a surname that is also a city names no city.
  private func dropInner(of tokens: Range<Int>, _ number: Int, _ reading: inout DocumentReading) {
    for index in reading.sentences[number].mentions.indices {
      let inner = reading.sentences[number].mentions[index].tokens
      if tokens.lowerBound <= inner.lowerBound, inner.upperBound <= tokens.upperBound,
        inner != tokens
      {
        reading.sentences[number].mentions[index].standing = .dropped
      }
    }
  }
}

extension Rule {
  /// Whether the rule may fire in such a place of a document.
  func applies(in context: SentenceContext) -> Bool {
    if !blocks.isEmpty { return blocks.contains(context.rawValue) }
    switch layer {
    case .relation:
      switch context {
      case .question, .aim, .suggestion, .outline, .bibliography, .heading, .considering,
        .legalBasis:
        return false
      default: return true
      }
    case .title, .place, .name, .thing: return context != .bibliography
    }
  }
}

extension DocumentReading {
  /// Makes the items anew; of mentions that overlap, the longest stands, the later one among equals.
  mutating func rebuildTopItems(ofSentence number: Int) {
    let all = sentences[number].mentions
    let order = all.indices.filter { all[$0].standing != .dropped }.sorted {
      all[$0].tokens.count != all[$1].tokens.count
        ? all[$0].tokens.count > all[$1].tokens.count : $0 > $1
    }
    var taken = TakenPlaces(sentences[number].tokens)
    for index in order {
      sentences[number].mentions[index].standing = taken.take(all[index].tokens) ? .top : .inner
    }
    rebuildItems(ofSentence: number)
  }
}
