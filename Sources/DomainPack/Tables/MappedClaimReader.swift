import Claims
import Diagnostics

/// Reads the key `claims` of a mapping: `subject predicate object; name=value; …`.
struct MappedClaimReader {
  let vocabulary: Vocabulary
  let things: [TableMapping.Thing]
  let positions: [String: Int]
  private(set) var claims: [TableMapping.Statement] = []

  init(vocabulary: Vocabulary, things: [TableMapping.Thing], positions: [String: Int]) {
    self.vocabulary = vocabulary
    self.things = things
    self.positions = positions
  }

  /// Adds the claim of a node: a text, or a map with the text under `claim` and the rest as keys.
  mutating func read(_ node: PackNode) throws(SyntaxError) {
    guard node.isMap else {
      let source = try MappingSource(node)
      let parts = source.split(";")
      var claim = try statement(parts[0].trimmed)
      for part in parts.dropFirst() where !part.trimmed.scalars.isEmpty {
        try qualify(&claim, part.trimmed)
      }
      return add(claim)
    }
    try node.allowOnly([
      "claim", "split", "values", "status", "period", "within", "planned", "confidence",
      "quantity", "article", "scope", "note",
    ])
    var claim = try statement(try MappingSource(node.required("claim")).trimmed)
    for (key, value) in try node.entries() {
      let name = try key.text()
      switch name {
      case "claim", "note", "values": break
      case "confidence": claim.confidence = try TableMapping.confidence(value)
      case "split": try divide(&claim, by: value.text(), at: MappingSource(key))
      default: try qualify(&claim, name, MappingSource(value), at: MappingSource(key))
      }
    }
    // Last, since they may be those of the status.
    if let values = try node.optional("values") {
      for (word, concept) in try values.entries() {
        let source = try MappingSource(concept)
        try addValue(word.text(), source, to: &claim, at: source)
      }
    }
    add(claim)
  }

  private mutating func add(_ claim: TableMapping.Statement) {
    var claim = claim
    let subject = claim.subject.map { things[$0].name } ?? "document"
    let name = "table/\(subject)-\(claim.predicate.rawValue)"
    let like = claims.count { $0.rule == name || $0.rule.hasPrefix("\(name)-") }
    claim.rule = like == 0 ? name : "\(name)-\(like + 1)"
    claims.append(claim)
  }

  // MARK: Subject, predicate, object

  private func statement(_ source: MappingSource) throws(SyntaxError) -> TableMapping.Statement {
    var rest = source
    guard let subject = nextWord(&rest), let predicate = nextWord(&rest),
      !rest.trimmed.scalars.isEmpty
    else {
      throw source.error(
        Message(
          en: "expected a claim: subject predicate object, such as agreement signedOn {Tanggal}",
          id: "diharapkan klaim: subjek predikat objek, misalnya agreement signedOn {Tanggal}"))
    }
    let description = try self.predicate(predicate)
    let thing = try self.thing(subject)
    try check(
      thing, among: description.domain, of: description, "said of", "dikatakan tentang", at: subject
    )
    return TableMapping.Statement(
      rule: "", subject: thing, predicate: description.name,
      object: try object(rest.trimmed, of: description))
  }

  private func nextWord(_ source: inout MappingSource) -> MappingSource? {
    let trimmed = source.trimmed
    let end =
      trimmed.scalars.firstIndex { $0.properties.isWhitespace } ?? trimmed.scalars.endIndex
    guard end > trimmed.scalars.startIndex else { return nil }
    source = trimmed.part(end..<trimmed.scalars.endIndex)
    return trimmed.part(trimmed.scalars.startIndex..<end)
  }

  /// The position of a thing; nil for `$document`.
  private func thing(_ source: MappingSource) throws(SyntaxError) -> Int? {
    if source.string == "$document" { return nil }
    guard let position = positions[source.string] else {
      let names = things.map(\.name) + ["$document"]
      throw source.error(
        KnownNames(english: "thing", indonesian: "hal", names: names).unknown(source.string))
    }
    return position
  }

  private func predicate(_ source: MappingSource) throws(SyntaxError) -> PredicateDescription {
    let usable = vocabulary.predicates.filter { $0.kind != .annotation }
    guard let found = usable.first(where: { $0.name.rawValue == source.string }) else {
      guard vocabulary.description(of: Predicate(rawValue: source.string)) == nil else {
        throw source.error(
          Message(
            en: "“\(source.string)” is written by the program itself",
            id: "“\(source.string)” ditulis oleh program sendiri"))
      }
      let names = usable.map(\.name.rawValue)
      throw source.error(
        KnownNames(english: "predicate", indonesian: "predikat", names: names).unknown(
          source.string))
    }
    return found
  }

  private func check(
    _ thing: Int?, among classes: [EntityClass], of predicate: PredicateDescription,
    _ english: String, _ indonesian: String, at source: MappingSource
  ) throws(SyntaxError) {
    let entityClass = thing.map { things[$0].entityClass } ?? .document
    guard !classes.isEmpty, !classes.contains(entityClass) else { return }
    let names = classes.map(\.rawValue).joined(separator: ", ")
    throw source.error(
      Message(
        en:
          "“\(source.string)” is a \(entityClass.rawValue); \(predicate.name.rawValue) is \(english): \(names)",
        id:
          "“\(source.string)” adalah \(entityClass.rawValue); \(predicate.name.rawValue) \(indonesian): \(names)"
      ))
  }

  private func object(
    _ source: MappingSource, of predicate: PredicateDescription
  ) throws(SyntaxError) -> TableMapping.Object {
    switch predicate.object {
    case .entity:
      guard source.scalars.contains("{") else {
        let thing = try self.thing(source)
        try check(
          thing, among: predicate.range, of: predicate, "related to", "berkaitan dengan", at: source
        )
        return .thing(thing)
      }
      guard !predicate.range.isEmpty else {
        throw source.error(
          Message(
            en: "\(predicate.name.rawValue) takes a thing; name it under “rows” with its class",
            id: "\(predicate.name.rawValue) memerlukan hal; sebutkan di “rows” beserta kelasnya"))
      }
      return .named(try MappedText(source), predicate.range)
    case .concept:
      return .concept(try concepts(of: predicate, at: source).concept(unquoted(source)))
    case .date: return .date(try MappedText(unquoted(source)))
    case .period: return .period(try MappedText(unquoted(source)))
    case .literal: return .literal(try MappedText(unquoted(source)))
    }
  }

  private func concepts(
    of predicate: PredicateDescription, at source: MappingSource
  ) throws(SyntaxError) -> MappedConcepts {
    switch predicate.name.rawValue {
    case "status": return .statuses(vocabulary)
    case "agreementType": return .agreementTypes(vocabulary)
    default:
      throw source.error(
        Message(
          en: "the pack lists no concepts for \(predicate.name.rawValue)",
          id: "paket tidak memuat konsep untuk \(predicate.name.rawValue)"))
    }
  }

  private func unquoted(_ source: MappingSource) -> MappingSource {
    var inner = source.trimmed
    if inner.scalars.count > 1, inner.scalars.first == "\"", inner.scalars.last == "\"" {
      inner.scalars = inner.scalars.dropFirst().dropLast()
    }
    return inner
  }

  // MARK: Qualifiers

  private func qualify(
    _ claim: inout TableMapping.Statement, _ source: MappingSource
  ) throws(SyntaxError) {
    guard let equals = source.scalars.firstIndex(of: "=") else {
      throw source.error(
        Message(
          en: "expected name=value behind the semicolon",
          id: "diharapkan nama=nilai setelah titik koma"))
    }
    let name = source.part(source.scalars.startIndex..<equals).trimmed
    let value = unquoted(source.part(equals + 1..<source.scalars.endIndex))
    switch name.string {
    case "confidence":
      guard let number = Double(value.string), (0...1).contains(number) else {
        throw value.error(
          Message(en: "expected a number from 0 to 1", id: "diharapkan bilangan 0 sampai 1"))
      }
      claim.confidence = number
    case "split": try divide(&claim, by: value.string, at: name)
    case "values":
      var inner = value
      guard inner.scalars.first == "{", inner.scalars.last == "}" else {
        throw value.error(
          Message(
            en: "expected values={word: Concept, …}", id: "diharapkan values={kata: Konsep, …}"))
      }
      inner.scalars = inner.scalars.dropFirst().dropLast()
      for pair in inner.split(",") {
        let sides = pair.split(":")
        guard sides.count == 2 else {
          throw pair.trimmed.error(
            Message(en: "expected word: Concept", id: "diharapkan kata: Konsep"))
        }
        try addValue(unquoted(sides[0]).string, sides[1], to: &claim, at: name)
      }
    default: try qualify(&claim, name.string, value, at: name)
    }
  }

  private func divide(
    _ claim: inout TableMapping.Statement, by text: String, at name: MappingSource
  ) throws(SyntaxError) {
    guard !text.isEmpty, claim.object.text?.onlyColumn != nil else {
      throw name.error(
        Message(
          en: "split needs what divides the cell of one column, such as {Bidang}; split=,",
          id: "split memerlukan pemisah isi sel satu kolom, misalnya {Bidang}; split=,"))
    }
    claim.split = text
  }

  /// Lets a word of the table's mean a concept: that of the object, else the status.
  private func addValue(
    _ word: String, _ source: MappingSource, to claim: inout TableMapping.Statement,
    at name: MappingSource
  ) throws(SyntaxError) {
    let key = Slug.folded(word)
    if case .concept(var concept) = claim.object,
      let predicate = vocabulary.description(of: claim.predicate)
    {
      concept.names[key] = try concepts(of: predicate, at: source).id(of: source)
      claim.object = .concept(concept)
    } else if claim.status != nil {
      claim.status?.names[key] = try MappedConcepts.statuses(vocabulary).id(of: source)
    } else {
      throw name.error(
        Message(
          en: "values are for a status or a type of agreement; a status stands before them",
          id: "values hanya untuk status atau jenis perjanjian; status ditulis sebelumnya"))
    }
  }

  private func qualify(
    _ claim: inout TableMapping.Statement, _ name: String, _ value: MappingSource,
    at place: MappingSource
  ) throws(SyntaxError) {
    switch name {
    case "status": claim.status = try MappedConcepts.statuses(vocabulary).concept(value)
    case "period": claim.period = try MappedText(value)
    case "within": claim.within = try thing(value)
    case "planned": claim.planned = try predicate(value).name
    case "quantity", "article", "scope", "note":
      claim.qualifiers.append(
        TableMapping.Attribute(name: name, value: try MappedText(value)))
    default:
      let names = [
        "split", "values", "status", "period", "within", "planned", "confidence", "quantity",
        "article", "scope", "note",
      ]
      throw place.error(
        KnownNames(english: "qualifier", indonesian: "keterangan", names: names).unknown(name))
    }
  }
}
