import Claims
import DomainPack

/// Makes claims of sentences: of what the mentions say by themselves, and by the relation rules.
struct RelationReader {
  /// The thing at position 0 of every document.
  static let documentEntity = 0

  var matcher: RuleMatcher
  private var introductions: RuleMatcher
  let compiled: CompiledLayer
  /// The items of a sentence by the tests that they pass.
  var rows: ItemRows
  private let layers: [RuleLayer: CompiledLayer]
  /// The pair that the document is mainly about; empty if it is about none.
  let topic: [Int]
  /// What the document names first under each tag, by the tag in small letters.
  private(set) var tagged: [String: [Int]] = [:]
  /// The sentences that introduced the last list or table, and what was captured there.
  private var introduced: (sentences: [Int], things: [Int: [String: [Int]]])?
  /// The sentence for which evidence was last wanted, and the evidence.
  private var known: (sentence: Int, evidence: Evidence)?
  private(set) var drafts: [DraftClaim] = []

  /// A reader of the relations of a document whose mentions are found.
  init?(_ reading: DocumentReading, topic: [Int]) {
    let pack = reading.pack
    guard let layer = pack.layers[.relation] else { return nil }
    compiled = layer
    matcher = layer.matcher
    introductions = layer.introductions
    self.topic = topic
    layers = pack.layers
    rows = ItemRows(pack.rows)
    for mention in reading.sentences.lazy.flatMap(\.mentions)
    where mention.tag >= 0 && mention.standing != .dropped && !mention.entities.isEmpty {
      let tag = pack.classNames[Int(mention.tag)].lowercased()
      if tagged[tag] == nil { tagged[tag] = mention.entities }
    }
  }

  /// Adds the claims of one sentence.
  mutating func read(sentence number: Int, of reading: inout DocumentReading) {
    let sentence = reading.sentences[number]
    let allowed = compiled.rulesAllowed(in: sentence.context)
    guard sentence.context != .bibliography || allowed.contains(true) else { return }
    for mention in sentence.mentions where mention.standing != .dropped {
      guard let origin = mention.origin, let rule = layers[origin.layer]?.rules[origin.rule],
        !rule.claims.isEmpty, sentence.context != .question
      else { continue }
      var environment = RuleEnvironment(captures: origin.captures, sentence: number)
      environment.made["self"] = mention.entities
      emit(rule, environment, mention.tokens, number, &reading)
    }
    let introduced = introduction(of: sentence, in: reading)
    rows.fill(sentence.items)
    let matches = matcher.matches(in: rows) { rule in
      allowed[rule] && !compiled.rules[rule].readsTitles
        && (compiled.rules[rule].introductions.isEmpty || introduced[rule] != nil)
    }
    readInside(number, allowed, &reading)
    readTitles(number, allowed, &reading)
    for match in matches where !match.items.isEmpty {
      var environment = RuleEnvironment(
        match, sentence: number, names: matcher.name(ofSlot:), in: reading)
      environment.made.merge(introduced[match.rule] ?? [:]) { own, _ in own }
      let span =
        sentence.items[match.items.lowerBound].tokens
        .lowerBound..<sentence.items[match.items.upperBound - 1].tokens.upperBound
      emit(compiled.rules[match.rule], environment, span, number, &reading)
    }
  }

  /// Applies the rules that look inside longer mentions.
  private mutating func readInside(
    _ number: Int, _ allowed: [Bool], _ reading: inout DocumentReading
  ) {
    let sentence = reading.sentences[number]
    guard sentence.mentions.contains(where: { $0.standing == .inner }) else { return }
    let items = reading.innerItems(ofSentence: number)
    rows.fill(items)
    let matches = matcher.matches(in: rows) { rule in
      allowed[rule] && compiled.rules[rule].looksInside
    }
    for match in matches where !match.items.isEmpty {
      let environment = RuleEnvironment(
        match, of: items, sentence: number, names: matcher.name(ofSlot:), in: reading)
      let span =
        items[match.items.lowerBound].tokens
        .lowerBound..<items[match.items.upperBound - 1].tokens.upperBound
      emit(compiled.rules[match.rule], environment, span, number, &reading)
    }
  }

  /// For each rule whose introduction matches a sentence before a list or table, the things captured
  /// there.
  private mutating func introduction(of sentence: SentenceReading, in reading: DocumentReading)
    -> [Int: [String: [Int]]]
  {
    guard !sentence.introductions.isEmpty else { return [:] }
    if let known = introduced, known.sentences == sentence.introductions { return known.things }
    var found: [Int: [String: [Int]]] = [:]
    for number in sentence.introductions {
      rows.fill(reading.sentences[number].items)
      for match in introductions.matches(in: rows, allowing: { _ in true }) {
        let environment = RuleEnvironment(
          match, sentence: number, names: introductions.name(ofSlot:), in: reading)
        var things: [String: [Int]] = [:]
        for name in environment.captures.keys {
          things[name] = environment.entities(name, in: reading)
        }
        found[match.rule] = things.filter { !$0.value.isEmpty }
      }
    }
    introduced = (sentence.introductions, found)
    return found
  }

  /// Makes the things and claims of a rule whose captures are bound; `span` is where it matched.
  mutating func emit(
    _ rule: Rule, _ bound: RuleEnvironment, _ span: Range<Int>, _ number: Int,
    _ reading: inout DocumentReading
  ) {
    let sentence = reading.sentences[number]
    reading.firedRules.insert(rule.name)
    let cueFree = reading.pack.cueFreeClasses
    let names = sentence.mentions.filter {
      $0.standing != .dropped && cueFree.contains($0.entityClass)
    }
    let modality = reading.pack.cues.reading(
      of: span, in: reading.blocks[sentence.block].tokens, sentence: sentence.tokens,
      names: names.map(\.tokens))
    // What is only asked or wished for makes no agreement.
    if modality == .unstated,
      rule.entities.contains(where: { $0.entity.entityClass == EntityClass.agreement.rawValue })
    {
      return
    }
    var environment = bound
    for (name, template) in rule.entities {
      environment.made[name] = make(template, environment, number, &reading)
    }
    let evidence = evidence(ofSentence: number, reading)
    for claim in rule.claims {
      // References are found only when a claim asks for one: each asks the document's state.
      let subjects = resolve(claim.subject, environment, number, &reading)
      guard !subjects.isEmpty else { continue }
      let objects = self.objects(claim.object, environment, number, &reading)
      let within = claim.within.flatMap { resolve($0, environment, number, &reading).first }
      for subject in subjects {
        for object in objects {
          if case .entity(subject) = object { continue }
          guard isAbroad(claim, subject, object, environment, reading) else { continue }
          guard
            let draft = draft(
              rule, claim, subject, object, modality, environment, evidence, within, reading)
          else { continue }
          drafts.append(
            DraftClaim(
              claim: draft, sentence: number, isDefault: claim.qualifiers["default"] != nil))
          if let plan = plan(of: claim, draft, environment, reading) {
            drafts.append(DraftClaim(claim: plan, sentence: number, isDefault: true))
          }
        }
      }
    }
  }

  /// Drops those of the last drafts, from a position on, that are not wanted.
  mutating func keep(from start: Int, where isWanted: (DraftClaim) -> Bool) {
    let last = drafts[start...].filter(isWanted)
    drafts.removeSubrange(start...)
    drafts += last
  }

  private mutating func evidence(
    ofSentence number: Int, _ reading: DocumentReading
  ) -> Evidence {
    if let known, known.sentence == number { return known.evidence }
    let evidence = reading.evidence(reading.sentences[number])
    known = (number, evidence)
    return evidence
  }

  private func draft(
    _ rule: Rule, _ claim: RuleClaim, _ subject: Int, _ object: ClaimObject,
    _ modality: ModalityCues.Reading,
    _ environment: RuleEnvironment, _ evidence: Evidence, _ within: Int?, _ reading: DocumentReading
  ) -> Claim? {
    var draft = Claim(
      subject: subject, predicate: Predicate(rawValue: claim.predicate), object: object,
      within: within,
      confidence: rule.confidence, rule: rule.name, evidence: evidence)
    var hasOwnStatus = false
    var planned: String?
    for (name, template) in claim.qualifiers {
      guard let value = environment.text(template, in: reading), !value.isEmpty else { continue }
      switch name {
      case "status":
        hasOwnStatus = true
        draft.status = Status(rawValue: value)
      case "modality": draft.modality = value
      case "period": draft.period = value
      case "planned": planned = value
      case "abroad", "abroadFrom", "default", "plans": break
      case "cues": hasOwnStatus = value == "off"
      default: draft.qualifiers[name] = value
      }
    }
    guard !hasOwnStatus else { return draft }
    switch modality {
    case .plain: break
    case .unstated: return nil
    case .status(let status):
      draft.status = status
      if !status.hasHappened, let planned { draft.predicate = Predicate(rawValue: planned) }
    }
    return draft
  }

  /// The status of the thing that a claim plans, if what it says has not happened.
  private func plan(
    of claim: RuleClaim, _ draft: Claim, _ environment: RuleEnvironment, _ reading: DocumentReading
  ) -> Claim? {
    guard let status = draft.status, !status.hasHappened,
      let name = claim.qualifiers["plans"].flatMap({ environment.text($0, in: reading) }),
      let thing = environment.entities(name, in: reading).first
    else { return nil }
    var plan = draft
    plan.subject = thing
    plan.predicate = Predicate(rawValue: "status")
    plan.object = .concept(status.rawValue)
    plan.qualifiers = [:]
    plan.period = nil
    return plan
  }

  /// The things of one description: one for each value of a capture that stands several times.
  private func make(
    _ template: RuleEntity, _ environment: RuleEnvironment, _ number: Int,
    _ reading: inout DocumentReading
  ) -> [Int] {
    let names = (template.label?.captures ?? []).filter {
      (environment.captures[$0]?.count ?? 0) > 1
    }
    let count = names.map { environment.captures[$0]?.count ?? 1 }.max() ?? 1
    var made: [Int] = []
    var environment = environment
    for name in template.references where environment.made[name] == nil {
      environment.made[name] = reference(String(name.dropFirst()), number, &reading)
    }
    for index in 0..<count {
      let pick = Dictionary(uniqueKeysWithValues: Set(names).map { ($0, index) })
      // A value that already is a thing of the class wanted stands for itself.
      if template.label?.pieces.count == 1, let name = template.label?.captures.first,
        let span = environment.captures[name].flatMap({ index < $0.count ? $0[index] : nil }),
        let mention = span.mention
      {
        let known = reading.sentences[number].mentions[mention]
        if reading.pack.classNames[Int(known.entityClass)] == template.entityClass {
          made += known.entities
          continue
        }
      }
      var referenced: [(String, [Int])] = []
      for link in template.links.values.joined() {
        for choice in link.choices where choice.root.hasPrefix("$") {
          let name = String(choice.root.dropFirst())
          referenced.append((name, reference(name, number, &reading)))
        }
      }
      let read = reading
      guard
        let entity = EntityMaker.make(
          template, environment, pick: pick, fallbackLabel: template.entityClass, in: read,
          reference: { name in referenced.first { $0.0 == name }?.1 ?? [] })
      else { continue }
      let position = reading.entities.intern(entity, surface: nil)
      if entity.entityClass == .agreement { reading.descriptorSites[position] = number }
      made.append(position)
      if let name = template.label?.captures.first,
        let span = environment.captures[name].flatMap({ index < $0.count ? $0[index] : nil })
      {
        reading.sentences[number].mentions.append(
          SentenceMention(
            tokens: span.tokens, entityClass: reading.pack.classes[template.entityClass] ?? 0,
            entities: [position], standing: .inner))
      }
    }
    return made
  }

  private func objects(
    _ object: RuleClaim.Object, _ environment: RuleEnvironment, _ number: Int,
    _ reading: inout DocumentReading
  ) -> [ClaimObject] {
    switch object {
    case .argument(let argument):
      return resolve(argument, environment, number, &reading).map { .entity($0) }
    case .concept(let concept): return [.concept(concept)]
    case .text(let template):
      let spans = template.captures.first.flatMap { environment.captures[$0]?.count } ?? 1
      return (0..<spans).compactMap { index in
        let pick = template.captures.first.map { [$0: index] } ?? [:]
        return environment.text(template, pick: pick, in: reading).map {
          .value($0, Self.type(of: $0))
        }
      }
    }
  }

  /// The type of a value by its form.
  static func type(of value: String) -> ValueType {
    let bytes = Array(value.utf8)
    func isDigits(_ range: Range<Int>) -> Bool {
      bytes[range].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    if bytes.contains(UInt8(ascii: "/")) { return .period }
    if bytes.first == UInt8(ascii: "P"), bytes.count > 2, isDigits(1..<bytes.count - 1) {
      return .duration
    }
    switch bytes.count {
    case 4 where isDigits(0..<4): return .year
    case 7 where isDigits(0..<4) && bytes[4] == 0x2D && isDigits(5..<7): return .yearMonth
    case 10
    where isDigits(0..<4) && bytes[4] == 0x2D && isDigits(5..<7) && bytes[7] == 0x2D
      && isDigits(8..<10):
      return .date
    default: return .string
    }
  }

  /// Whether what a claim asks to lie in different countries does: subject and object with
  /// `abroad`, a capture and the object with `abroadFrom`.
  private func isAbroad(
    _ claim: RuleClaim, _ subject: Int, _ object: ClaimObject, _ environment: RuleEnvironment,
    _ reading: DocumentReading
  ) -> Bool {
    guard case .entity(let other) = object else { return true }
    func country(_ entity: Int) -> Substring? {
      reading.country(of: reading.entities.follow("place", from: entity).first ?? entity)
    }
    if claim.qualifiers["abroad"] != nil {
      return reading.country(of: subject) != reading.country(of: other)
    }
    guard let template = claim.qualifiers["abroadFrom"],
      let name = environment.text(template, in: reading),
      let giver = environment.entities(name, in: reading).first
    else { return true }
    return country(giver) != country(other)
  }

  private func resolve(
    _ argument: RuleArgument, _ environment: RuleEnvironment, _ number: Int,
    _ reading: inout DocumentReading
  ) -> [Int] {
    for choice in argument.choices {
      var entities =
        choice.root.hasPrefix("$")
        ? reference(String(choice.root.dropFirst()), number, &reading)
        : environment.entities(choice.root, in: reading)
      for link in choice.links {
        entities = entities.flatMap { reading.entities.follow(link, from: $0) }
      }
      var distinct: [Int] = []
      for entity in entities where !distinct.contains(entity) { distinct.append(entity) }
      if !distinct.isEmpty { return distinct }
    }
    return []
  }
}
