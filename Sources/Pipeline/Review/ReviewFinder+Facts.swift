import Claims
import Diagnostics
import DomainPack
import Resolution

extension ReviewFinder {
  /// Facts that rest on claims of little confidence.
  func uncertainFacts() -> [ReviewItem] {
    graph.facts.compactMap { fact in
      guard Self.isUncertain(fact, in: graph) else { return nil }
      let claims = fact.claims.map { graph.claims[$0] }
      let statement =
        "\(name(fact.subject)) – \(caption(fact.predicate).english) – \(name(fact.object))"
      let indonesian =
        "\(name(fact.subject)) – \(caption(fact.predicate).indonesian) – \(name(fact.object))"
      let things = [fact.subject] + entity(fact.object)
      return item(
        .lowConfidence, identity(of: fact), urgency: 1 - fact.confidence,
        Message(en: "Is it so: \(statement)?", id: "Benarkah: \(indonesian)?"), things: things,
        claims: claims, yes: .confirm(claims.map(selector)), no: .reject(claims.map(selector)))
    }
  }

  /// Whether a fact rests on claims of so little confidence that a person should look.
  static func isUncertain(_ fact: Fact, in graph: KnowledgeGraph) -> Bool {
    // A donation is made of claims that have facts of their own.
    fact.confidence < leastConfidence
      && graph.entities[fact.subject].entityClass.rawValue != "Donation"
  }

  private func identity(of fact: Fact) -> [String] {
    let object =
      switch fact.object {
      case .entity(let position): graph.entities[position].path
      case .concept(let concept): concept
      case .value(let value, _): value
      }
    return [graph.entities[fact.subject].path, fact.predicate.rawValue, object]
  }

  private func entity(_ object: GraphObject) -> [Int] {
    if case .entity(let position) = object { return [position] }
    return []
  }

  /// Gifts only planned beside gifts given of the same thing, or of one much like it, between the
  /// same: perhaps the plan was carried out.
  func plannedGifts() -> [ReviewItem] {
    let gifts = graph.entities.indices.filter {
      graph.entities[$0].entityClass.rawValue == "Donation"
    }.map(gift)
    let alike = Set(
      NearDuplicates(graph, vocabulary: vocabulary).pairs(except: decided.distinct).map {
        $0.things.sorted()
      })
    var items: [ReviewItem] = []
    for plan in gifts where !plan.isGiven {
      for done in gifts where done.isGiven {
        let sharesEnd =
          !plan.givers.isDisjoint(with: done.givers)
          || !plan.recipients.isDisjoint(with: done.recipients)
        let tools = [plan.tool, done.tool]
        guard sharesEnd, plan.tool == done.tool || alike.contains(tools.sorted()),
          !plan.claims.contains(where: { graph.claims[$0].isDecided })
        else { continue }
        let planned = plan.claims.map { graph.claims[$0] }
        let isOneTool = plan.tool == done.tool
        let paths = [done.tool, plan.tool].map { graph.entities[$0].path }
        items.append(
          item(
            .plannedGift, [graph.entities[plan.position].path, graph.entities[done.position].path],
            urgency: 0.6,
            Message(
              en:
                "Is the planned gift “\(name(plan.position))” the one given as “\(name(done.position))”?",
              id:
                "Apakah hibah yang direncanakan “\(name(plan.position))” sama dengan yang diberikan “\(name(done.position))”?"
            ), things: [done.position, plan.position],
            claims: planned.prefix(2) + done.claims.prefix(2).map { graph.claims[$0] },
            yes: isOneTool ? .reject(planned.map(selector)) : .merge(paths),
            no: isOneTool ? .confirm(planned.map(selector)) : .distinct(paths)))
      }
    }
    return items
  }

  private struct Gift {
    var position: Int
    var tool: Int
    var givers: Set<Int>
    var recipients: Set<Int>
    var isGiven: Bool
    var claims: [Int]
  }

  private func gift(_ position: Int) -> Gift {
    let facts = index.facts(of: position)
    func ends(_ predicate: String) -> [Int] {
      facts.filter { $0.predicate.rawValue == predicate }.flatMap { entity($0.object) }
    }
    let isGiven = facts.contains { fact in
      guard fact.predicate.rawValue == "status", case .concept(let word) = fact.object else {
        return false
      }
      return Status(rawValue: word)?.hasHappened == true
    }
    return Gift(
      position: position, tool: ends("gift").first ?? position, givers: Set(ends("giver")),
      recipients: Set(ends("recipient")), isGiven: isGiven,
      claims: Set(facts.flatMap(\.claims)).sorted())
  }
}
