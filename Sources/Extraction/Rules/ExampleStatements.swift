import Claims

/// What a rule says of an example, in the notation in which examples expect it.
///
/// `subject predicate object; name=value` is a claim that this rule makes, where things stand by any
/// of their names, concepts as `:MoU`, and values as they are; `name a Class` is a thing that the
/// text mentions.
struct ExampleStatements {
  private struct Statement {
    /// The names of the subject, the best first.
    var subjects: [String]
    var predicate: String
    var objects: [String]
    var qualifiers: [String: String]
  }

  private var statements: [Statement] = []

  /// The statements of one rule in a document that was read.
  init(_ outcome: ExtractionOutcome, rule: String) {
    let entities = outcome.reading.entities.entities
    for draft in outcome.drafts where draft.claim.rule == rule {
      let claim = draft.claim
      let objects =
        switch claim.object {
        case .entity(let entity): Self.names(of: entities[entity])
        case .concept(let concept): [":\(concept)"]
        case .value(let value, _): [value]
        }
      var qualifiers = claim.qualifiers
      qualifiers["status"] = claim.status?.rawValue
      qualifiers["modality"] = claim.modality
      qualifiers["period"] = claim.period
      qualifiers["within"] = claim.within.map { entities[$0].label }
      statements.append(
        Statement(
          subjects: Self.names(of: entities[claim.subject]), predicate: claim.predicate.rawValue,
          objects: objects, qualifiers: qualifiers))
    }
    var seen: Set<Int> = []
    for mention in outcome.reading.sentences.flatMap(\.mentions) where mention.standing != .dropped
    {
      for entity in mention.entities where seen.insert(entity).inserted {
        statements.append(
          Statement(
            subjects: Self.names(of: entities[entity]), predicate: "a",
            objects: [entities[entity].entityClass.rawValue], qualifiers: [:]))
      }
    }
  }

  private static func names(of entity: LocalEntity) -> [String] {
    [entity.label] + entity.aliases + (entity.attributes["short"] ?? [])
  }

  /// Whether what an example expects is among the statements.
  func contains(_ expected: String) -> Bool {
    let parts = expected.split(separator: ";").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard let wanted = parts.first else { return false }
    return statements.contains { statement in
      Self.isSame(wanted, statement) && parts.dropFirst().allSatisfy { Self.has($0, statement) }
    }
  }

  private static func has(_ qualifier: String, _ statement: Statement) -> Bool {
    let pair = qualifier.split(separator: "=", maxSplits: 1).map(String.init)
    return pair.count == 2 && statement.qualifiers[pair[0]] == pair[1]
  }

  /// The predicate divides subject and object; names may have any number of words.
  private static func isSame(_ wanted: String, _ statement: Statement) -> Bool {
    let words = wanted.split(separator: " ")
    return words.indices.contains { place in
      guard words[place] == statement.predicate else { return false }
      let subject = words[..<place].joined(separator: " ")
      let object = words[(place + 1)...].joined(separator: " ")
      return statement.subjects.contains { isSameName($0, subject) }
        && statement.objects.contains { isSameName($0, object) }
    }
  }

  private static func isSameName(_ name: String, _ wanted: String) -> Bool {
    name == wanted
      || EntityTable.foldedLabel(name) == EntityTable.foldedLabel(wanted)
        && !EntityTable.foldedLabel(name).isEmpty && name.hasPrefix(":") == wanted.hasPrefix(":")
  }

  /// All statements, for a message that tells what was found instead.
  func rendered() -> String {
    let all = statements.map { statement in
      let qualifiers = statement.qualifiers.sorted { $0.key < $1.key }.map {
        "; \($0.key)=\($0.value)"
      }
      return "\(statement.subjects.first ?? "") \(statement.predicate) "
        + "\(statement.objects.first ?? "")\(qualifiers.joined())"
    }
    return all.isEmpty ? "–" : all.joined(separator: " · ")
  }
}
