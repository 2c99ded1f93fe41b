import Claims
import DomainPack
import Resolution

extension Report {
  /// Programs and trainings with what they belong to.
  mutating func writePrograms() {
    let all = things(["Program", "Training"])
    section("Programs and trainings", "Program dan pelatihan", isEmpty: all.isEmpty)
    let programs = all.filter { !index.claims(about: $0).isEmpty }
    defer {
      let others = all.filter { index.claims(about: $0).isEmpty }
      if !others.isEmpty {
        let named = others.map { "\(name($0)) \(sources(naming($0)))" }.joined(separator: "; ")
        out.paragraph("\(say("Only named", "Hanya disebut")): \(named).")
      }
    }
    guard !programs.isEmpty else { return }
    let rows = programs.map { program in
      let own = index.facts(of: program)
      let runners = index.facts(to: program, "runsProgram", "providesTraining")
      let members = index.facts(to: program, "participatesIn", "supports")
      func told(_ predicate: String) -> String {
        objects(own.filter { $0.predicate.rawValue == predicate })
      }
      return [
        name(program), told("programOf"), names(runners.map(\.subject)),
        names(members.map(\.subject)), told("covers"), told("period"), told("status"),
        sources(naming(program)), quotation(about: program),
      ]
    }
    out.table(
      [
        say("Name", "Nama"), say("Part of", "Bagian dari"), say("Run by", "Pelaksana"),
        say("With", "Bersama"), say("Fields", "Bidang"), say("Period", "Masa"),
        say("Status", "Status"), say("Source", "Sumber"), say("Passage", "Kutipan"),
      ], rows)
  }

  /// Regulations, how they relate, and what rests on them.
  ///
  /// The documents that cite one stand under where it is named, not among what rests on it.
  mutating func writeRegulations() {
    let regulations = index.entities(of: .regulation)
    section("Regulations", "Peraturan", isEmpty: regulations.isEmpty)
    guard !regulations.isEmpty else { return }
    let rows = regulations.map { regulation in
      let own = index.facts(of: regulation)
      let citing = index.facts(to: regulation).filter {
        graph.entities[$0.subject].entityClass != .document
      }
      let relations = own.filter { $0.predicate.rawValue != "status" }
        .map { "\(predicate($0.predicate)) \(object($0.object))" }
      let citers = citing.map { told($0.predicate, by: $0.subject) }
      return [
        MarkdownText.escaped(graph.entities[regulation].key ?? "–"), name(regulation),
        joined(relations), joined(citers), sources(naming(regulation)),
      ]
    }
    out.table(
      [
        say("Key", "Kunci"), say("Name", "Nama"), say("What it does", "Hubungannya"),
        say("What rests on it or changes it", "Yang bersandar padanya atau mengubahnya"),
        say("Named in", "Disebut dalam"),
      ], rows)
  }

  /// People with their roles.
  mutating func writePeople() {
    let people = things(["Person"])
    section("People and roles", "Orang dan jabatan", isEmpty: people.isEmpty)
    guard !people.isEmpty else { return }
    let rows = people.map { person in
      let roles = index.facts(of: person, "holdsRole")
      let bodies = (roles.compactMap(entity) + [person]).flatMap { index.facts(of: $0, "roleIn") }
      let deeds = index.facts(of: person).filter {
        $0.predicate.rawValue != "holdsRole" && $0.predicate.rawValue != "roleIn"
      }
      return [
        name(person), objects(roles), objects(bodies),
        joined(deeds.map { "\(predicate($0.predicate)) \(object($0.object))" }),
        sources(naming(person)), quotation(about: person),
      ]
    }
    out.table(
      [
        say("Person", "Orang"), say("Role", "Jabatan"), say("In", "Di"),
        say("Took part in", "Ikut serta dalam"), say("Source", "Sumber"),
        say("Passage", "Kutipan"),
      ], rows)
  }

  /// What hindered, and what came of it.
  mutating func writeEffects() {
    for (name, english, indonesian) in [
      ("Obstacle", "Obstacles", "Hambatan"), ("Outcome", "Outcomes", "Hasil"),
    ] {
      let found = things([name])
      section(english, indonesian, isEmpty: found.isEmpty)
      guard !found.isEmpty else { continue }
      let rows = found.map { thing in
        let relations = index.claims(about: thing).map { told($0, of: thing) }
        return [
          self.name(thing), joined(relations), sources(naming(thing)), quotation(about: thing),
        ]
      }
      out.table(
        [
          say("What", "Apa"), say("Concerning", "Menyangkut"), say("Source", "Sumber"),
          say("Passage", "Kutipan"),
        ], rows)
    }
  }

  /// A claim about a thing, with how far it holds where that is not plainly so.
  private func told(_ claim: ResolvedClaim, of thing: Int) -> String {
    let verb = predicate(claim.claim.predicate)
    let statement =
      claim.subject == thing
      ? "\(verb) \(object(claim.object))" : told(claim.claim.predicate, by: claim.subject)
    var limits: [String] = []
    if let status = claim.claim.status, !status.hasHappened { limits.append(self.status(status)) }
    switch claim.claim.modality {
    case "intended": limits.append(say("intended", "dimaksudkan"))
    case "expected": limits.append(say("expected", "diharapkan"))
    case "target": limits.append(say("target", "sasaran"))
    case let other: limits += [other].compactMap { $0 }.map { MarkdownText.escaped($0) }
    }
    return limits.isEmpty ? statement : "\(statement) (\(limits.joined(separator: ", ")))"
  }

  /// A statement read from its object: `repealed by …`, or the other way round without such words.
  private func told(_ predicate: Predicate, by subject: Int) -> String {
    guard let inverse = vocabulary.description(of: predicate)?.inverseLabel else {
      return "\(name(subject)): \(self.predicate(predicate))"
    }
    return "\(MarkdownText.escaped(caption(inverse))) \(name(subject))"
  }

  /// The things of some classes, in order of their paths.
  private func things(_ classes: [String]) -> [Int] {
    classes.flatMap { index.entities(of: EntityClass(rawValue: $0)) }.sorted()
  }
}
