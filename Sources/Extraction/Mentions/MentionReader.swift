import Claims
import DomainPack

/// Applies the layers of rules that find mentions, each on what the earlier ones found.
struct MentionReader {
  static let layers: [RuleLayer] = [.place, .name, .thing]

  /// How often a layer is applied again to what it has just found.
  private static let rounds = 3

  private var matchers: [RuleLayer: RuleMatcher] = [:]

  init(pack: CompiledPack) {
    for (layer, compiled) in pack.layers { matchers[layer] = compiled.matcher }
  }

  /// Adds the mentions that rules find in a sentence, innermost kept beside them.
  mutating func read(sentence number: Int, of reading: inout DocumentReading) {
    guard reading.sentences[number].context != .bibliography else { return }
    for layer in Self.layers {
      for _ in 0..<Self.rounds where !apply(layer, to: number, of: &reading) { break }
      if layer == .place { dropUnconfirmed(number, of: &reading) }
    }
  }

  private func dropUnconfirmed(_ number: Int, of reading: inout DocumentReading) {
    var isChanged = false
    for index in reading.sentences[number].mentions.indices
    where reading.sentences[number].mentions[index].isUnconfirmed {
      reading.sentences[number].mentions[index].standing = .dropped
      isChanged = true
    }
    if isChanged { reading.rebuildItems(ofSentence: number) }
  }

  /// True if the layer found anything new.
  private mutating func apply(_ layer: RuleLayer, to number: Int, of reading: inout DocumentReading)
    -> Bool
  {
    guard let compiled = reading.pack.layers[layer], matchers[layer] != nil else { return false }
    let sentence = reading.sentences[number]
    let tokens = reading.blocks[sentence.block].tokens
    let years = reading.years(of: sentence.items, in: tokens)
    let found =
      matchers[layer]?.matches(in: sentence.items, years: years) { rule in
        compiled.rules[rule].applies(in: sentence.context)
      } ?? []
    var chosen: [(match: RuleMatch, items: Range<Int>)] = []
    var taken: Set<Int> = []
    let spans = found.map { match in (match, span(of: match, compiled.rules[match.rule], layer)) }
    for (match, items) in spans.sorted(by: { isBetter($0, $1, compiled.rules, sentence.items) }) {
      guard !items.isEmpty, taken.isDisjoint(with: items),
        !isKnown(items, match, compiled.rules, sentence)
      else { continue }
      taken.formUnion(items)
      chosen.append((match, items))
    }
    guard !chosen.isEmpty else { return false }
    for (match, items) in chosen.sorted(by: { $0.items.lowerBound < $1.items.lowerBound }) {
      make(match, items, layer, compiled.rules[match.rule], number, &reading)
    }
    reading.rebuildTopItems(ofSentence: number)
    return true
  }

  /// The items that the mention covers: the whole match, or one capture of it.
  private func span(of match: RuleMatch, _ rule: Rule, _ layer: RuleLayer) -> Range<Int> {
    guard let name = rule.span, let matcher = matchers[layer] else { return match.items }
    return match.captures.first { matcher.name(ofSlot: $0.slot) == name }?.items ?? match.items
  }

  private func isBetter(
    _ left: (RuleMatch, Range<Int>), _ right: (RuleMatch, Range<Int>), _ rules: [Rule],
    _ items: [Item]
  ) -> Bool {
    let (first, second) = (rules[left.0.rule], rules[right.0.rule])
    if first.priority != second.priority { return first.priority > second.priority }
    let lengths = [left.1, right.1].map { range in range.reduce(0) { $0 + items[$1].tokens.count } }
    if lengths[0] != lengths[1] { return lengths[0] > lengths[1] }
    return (left.1.lowerBound, left.0.rule) < (right.1.lowerBound, right.0.rule)
  }

  /// A single item that already is a mention of the class that the rule would make.
  private func isKnown(
    _ items: Range<Int>, _ match: RuleMatch, _ rules: [Rule], _ sentence: SentenceReading
  ) -> Bool {
    guard items.count == 1, sentence.items[items.lowerBound].mention >= 0 else { return false }
    let mention = sentence.mentions[sentence.items[items.lowerBound].mention]
    guard !mention.isUnconfirmed else { return false }
    return rules[match.rule].extends != nil || mention.origin != nil
  }

  private func make(
    _ match: RuleMatch, _ items: Range<Int>, _ layer: RuleLayer, _ rule: Rule, _ number: Int,
    _ reading: inout DocumentReading
  ) {
    guard let matcher = matchers[layer] else { return }
    let sentence = reading.sentences[number]
    let tokens =
      sentence.items[items.lowerBound].tokens
      .lowerBound..<sentence.items[items.upperBound - 1].tokens.upperBound
    let environment = RuleEnvironment(
      match, sentence: number, names: matcher.name(ofSlot:), in: reading)
    let surface = RuleEnvironment.trimmed(reading.text(tokens, inBlock: sentence.block))
    if let name = rule.extends {
      guard let index = environment.captures[name]?.first?.mention else { return }
      reading.firedRules.insert(rule.name)
      var mention = sentence.mentions[index]
      mention.tokens = tokens
      if !rule.claims.isEmpty {
        mention.origin = MentionOrigin(rule: rule.name, captures: environment.captures)
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
    mention.origin = MentionOrigin(rule: rule.name, captures: environment.captures)
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
    var taken: Set<Int> = []
    for index in order {
      let isTop = taken.isDisjoint(with: all[index].tokens)
      sentences[number].mentions[index].standing = isTop ? .top : .inner
      if isTop { taken.formUnion(all[index].tokens) }
    }
    rebuildItems(ofSentence: number)
  }
}
