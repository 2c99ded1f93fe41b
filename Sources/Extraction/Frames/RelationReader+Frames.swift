import Claims
import DomainPack

extension RelationReader {
  /// A statement as frames and rules may both make it.
  private struct Statement: Hashable {
    var subject: Int
    var predicate: Predicate
    var object: ClaimObject
    /// What was only planned at first may have been done later.
    var hasHappened: Bool

    init(_ claim: Claim) {
      subject = claim.subject
      predicate = claim.predicate
      object = claim.object
      hasHappened = claim.status?.hasHappened ?? true
    }
  }

  /// Adds what the frames tell of the sentences and no rule has said.
  mutating func readFrames(of reading: inout DocumentReading) {
    let frames = reading.pack.frames
    guard !frames.frames.isEmpty else { return }
    var said = Set(drafts.map { Statement($0.claim) })
    for number in reading.sentences.indices {
      let sentence = reading.sentences[number]
      let found = FrameSentence(
        sentence, tokens: reading.blocks[sentence.block].tokens, frames: frames)
      for trigger in found.found {
        let frame = frames.frames[trigger.frame]
        guard frame.rule.applies(in: sentence.context),
          let (environment, items) = environment(of: trigger, frame, found, sentence: number)
        else { continue }
        let tokens =
          found.items[items.lowerBound].tokens
          .lowerBound..<found.items[items.upperBound - 1].tokens.upperBound
        add(frame.rule, environment, tokens, &reading) {
          said.insert(Statement($0.claim)).inserted
        }
      }
    }
  }

  /// What is told of things: the predicates of which they are subject or object, and which things are
  /// told of as planned or given up.
  private struct Tellings {
    var predicates: [Int: Set<String>] = [:]
    var unhappened: Set<Int> = []

    init(_ drafts: [DraftClaim]) {
      for claim in drafts.lazy.map(\.claim) {
        var things = [claim.subject]
        if case .entity(let object) = claim.object { things.append(object) }
        for thing in things {
          predicates[thing, default: []].insert(claim.predicate.rawValue)
          if let status = claim.status, !status.hasHappened { unhappened.insert(thing) }
        }
      }
    }

    /// Whether one of some predicates is told of a thing, and the thing is nowhere only planned.
    func hasHappened(_ thing: Int, _ told: Set<String>) -> Bool {
      !unhappened.contains(thing) && !(predicates[thing]?.isDisjoint(with: told) ?? true)
    }
  }

  /// Adds what the frames say of each thing of a class, where it is first named.
  mutating func readEach(of reading: inout DocumentReading) {
    let tellings = Tellings(drafts)
    for frame in reading.pack.frames.frames where !frame.each.isEmpty {
      var seen: Set<Int> = []
      for number in reading.sentences.indices {
        let sentence = reading.sentences[number]
        guard frame.rule.applies(in: sentence.context) else { continue }
        for (index, mention) in sentence.mentions.enumerated()
        where mention.standing != .dropped && mention.reference == nil
          && (frame.each.contains(mention.entityClass) || frame.each.contains(mention.tag))
        {
          guard let entity = mention.entities.first, seen.insert(entity).inserted,
            frame.told.isEmpty || tellings.hasHappened(entity, frame.told)
          else { continue }
          let span = CapturedSpan(tokens: mention.tokens, mention: index)
          add(
            frame.rule, RuleEnvironment(captures: ["self": [span]], sentence: number),
            mention.tokens, &reading
          ) { _ in true }
        }
      }
    }
  }

  /// Makes the claims of a frame and keeps those that are wanted; it has fired if it makes any.
  private mutating func add(
    _ rule: Rule, _ environment: RuleEnvironment, _ tokens: Range<Int>,
    _ reading: inout DocumentReading, where isWanted: (DraftClaim) -> Bool
  ) {
    let count = drafts.count
    let hadFired = reading.firedRules.contains(rule.name)
    emit(rule, environment, tokens, environment.sentence, &reading)
    if drafts.count == count, !hadFired { reading.firedRules.remove(rule.name) }
    keep(from: count, where: isWanted)
  }

  /// The parties of a doing as captures, and the items from the first to the last of them; nil if
  /// they are too few for any claim.
  private func environment(
    of trigger: FrameSentence.Found, _ frame: CompiledFrames.Compiled, _ found: FrameSentence,
    sentence number: Int
  ) -> (RuleEnvironment, Range<Int>)? {
    var captures: [String: [CapturedSpan]] = [:]
    var items = trigger.items
    for role in frame.roles {
      for filler in found.fillers(of: role, trigger) {
        let tokens =
          found.items[filler.lowerBound].tokens
          .lowerBound..<found.items[filler.upperBound - 1].tokens.upperBound
        let mention = found.items[filler.lowerBound].mention
        captures[role.role.name, default: []].append(
          CapturedSpan(tokens: tokens, mention: filler.count == 1 && mention >= 0 ? mention : nil))
        items =
          min(items.lowerBound, filler.lowerBound)..<max(items.upperBound, filler.upperBound)
      }
    }
    let made = frame.rule.entities.filter { _, template in
      (template.label?.captures ?? []).allSatisfy { captures[$0] != nil }
    }.map(\.name)
    func isBound(_ argument: RuleArgument) -> Bool {
      argument.choices.contains {
        $0.root.hasPrefix("$") || captures[$0.root] != nil || made.contains($0.root)
      }
    }
    let canClaim = frame.rule.claims.contains { claim in
      guard isBound(claim.subject) else { return false }
      switch claim.object {
      case .argument(let argument): return isBound(argument)
      case .text(let template): return template.captures.allSatisfy { captures[$0] != nil }
      case .concept: return true
      }
    }
    guard canClaim else { return nil }
    return (RuleEnvironment(captures: captures, sentence: number), items)
  }
}
