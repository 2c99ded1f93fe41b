import Claims
import Diagnostics

/// Reads the key `rows` of a mapping: the things that a row speaks of.
struct MappedThingReader {
  /// Classes whose things the program makes itself.
  private static let ownClasses: Set<String> = ["Passage", "Claim", "Conflict", "Donation"]

  let vocabulary: Vocabulary
  /// Positions of the things by their names.
  private(set) var positions: [String: Int] = [:]
  private var things: [TableMapping.Thing] = []
  private var nodes: [(key: PackNode, value: PackNode)] = []
  private var open: [String] = []

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The things, each behind those that it names.
  mutating func read(_ node: PackNode) throws(SyntaxError) -> [TableMapping.Thing] {
    nodes = try node.entries()
    guard !nodes.isEmpty else {
      throw node.error(
        Message(en: "expected the things of a row", id: "diharapkan hal-hal dalam satu baris"))
    }
    var seen: Set<String> = []
    for (key, _) in nodes {
      let name = try key.text()
      guard !name.isEmpty, !name.hasPrefix("$"), !name.contains(where: { " {};\"".contains($0) })
      else {
        throw key.error(
          Message(
            en: "“\(name)” is no name of a thing; expected one word",
            id: "“\(name)” bukan nama; diharapkan satu kata"))
      }
      guard seen.insert(name).inserted else {
        throw key.error(Message(en: "“\(name)” is given twice", id: "“\(name)” disebut dua kali"))
      }
    }
    for (key, value) in nodes { _ = try add(try key.text(), key, value) }
    return things
  }

  /// The position of a thing, which is read if it has not been.
  private mutating func position(of node: PackNode) throws(SyntaxError) -> Int {
    let name = try node.text()
    if let known = positions[name] { return known }
    for (key, value) in nodes where try key.text() == name {
      guard !open.contains(name) else {
        throw node.error(
          Message(
            en: "“\(name)” names what is named by it", id: "“\(name)” menunjuk kembali pada dirinya"
          ))
      }
      return try add(name, key, value)
    }
    var names: [String] = []
    for (key, _) in nodes { names.append(try key.text()) }
    throw node.error(
      KnownNames(english: "thing", indonesian: "hal", names: names).unknown(name))
  }

  private mutating func add(
    _ name: String, _ key: PackNode, _ node: PackNode
  ) throws(SyntaxError) -> Int {
    if let known = positions[name] { return known }
    open.append(name)
    defer { open.removeLast() }
    try node.allowOnly([
      "class", "column", "label", "split", "country", "type", "parties", "of", "aliases",
      "attributes", "note",
    ])
    var thing = TableMapping.Thing(name: name, class: try description(node.required("class")))
    let identity = thing.identity
    thing.label = try label(node)
    if thing.label == nil, identity != .agreement {
      throw node.error(
        Message(
          en: "“\(name)” has no name; expected “column” or “label”",
          id: "“\(name)” tidak bernama; diharapkan “column” atau “label”"))
    }
    if let split = try node.optional("split") {
      guard thing.label?.onlyColumn != nil else {
        throw split.error(
          Message(
            en: "only the cell of one column can be divided",
            id: "hanya sel dari satu kolom yang dapat dipecah"))
      }
      thing.split = try splitText(split)
    }
    if let country = try node.optional("country") { thing.country = try column(country) }
    if let type = try node.optional("type") {
      try require(identity == .agreement, "type", of: type, "agreements", "perjanjian")
      thing.type = try agreementType(type)
    }
    if let parties = try node.optional("parties") {
      try require(identity == .agreement, "parties", of: parties, "agreements", "perjanjian")
      for party in try parties.items() { thing.parties.append(try self.party(party)) }
    }
    if let owner = try node.optional("of") { thing.owner = try position(of: owner) }
    for (key, value) in try node.optional("attributes")?.entries() ?? [] {
      thing.attributes.append(
        TableMapping.Attribute(name: try key.text(), value: try MappedText(MappingSource(value))))
    }
    if let aliases = try node.optional("aliases") {
      for alias in aliases.isText ? [aliases] : try aliases.items() {
        thing.aliases.append(try MappedText(MappingSource(alias)))
      }
    }
    positions[name] = things.count
    things.append(thing)
    return things.count - 1
  }

  private func description(_ node: PackNode) throws(SyntaxError) -> ClassDescription {
    let name = try node.text()
    let known = vocabulary.classes.filter {
      $0.folder != nil && !Self.ownClasses.contains($0.name.rawValue)
    }
    guard let found = known.first(where: { $0.name.rawValue == name }) else {
      let names = known.map(\.name.rawValue)
      throw node.error(
        KnownNames(english: "class", indonesian: "kelas", names: names).unknown(name))
    }
    return found
  }

  private func label(_ node: PackNode) throws(SyntaxError) -> MappedText? {
    if let name = try node.optional("column") {
      if let label = try node.optional("label") {
        throw label.error(
          Message(
            en: "expected “column” or “label”, not both",
            id: "diharapkan “column” atau “label”, bukan keduanya"))
      }
      return try column(name)
    }
    guard let label = try node.optional("label") else { return nil }
    return try MappedText(MappingSource(label))
  }

  /// The cell of a column that is given by its name, or a text with columns in braces.
  private func column(_ node: PackNode) throws(SyntaxError) -> MappedText {
    let source = try MappingSource(node)
    if source.scalars.contains("{") { return try MappedText(source) }
    return MappedText([.column(source.trimmed.string, source.trimmed.position)])
  }

  private func splitText(_ node: PackNode) throws(SyntaxError) -> String {
    let text = try node.text()
    guard !text.isEmpty else {
      throw node.error(
        Message(
          en: "expected what divides the names, such as \";\"",
          id: "diharapkan pemisah nama, misalnya \";\""))
    }
    return text
  }

  private func require(
    _ holds: Bool, _ key: String, of node: PackNode, _ english: String, _ indonesian: String
  ) throws(SyntaxError) {
    guard !holds else { return }
    throw node.error(
      Message(
        en: "the key “\(key)” is for \(english)", id: "kunci “\(key)” hanya untuk \(indonesian)"))
  }

  private mutating func party(_ node: PackNode) throws(SyntaxError) -> Int {
    let party = try position(of: node)
    let domain = vocabulary.description(of: Predicate(rawValue: "partyTo"))?.domain ?? []
    let entityClass = things[party].entityClass
    guard domain.isEmpty || domain.contains(entityClass) else {
      let names = domain.map(\.rawValue).joined(separator: ", ")
      throw node.error(
        Message(
          en: "“\(things[party].name)” is a \(entityClass.rawValue); parties are: \(names)",
          id: "“\(things[party].name)” adalah \(entityClass.rawValue); pihak dapat berupa: \(names)"
        ))
    }
    return party
  }

  /// A type, a text with columns, or `{column: …, values: {…}}`.
  private func agreementType(_ node: PackNode) throws(SyntaxError) -> TableMapping.Concept {
    let names = MappedConcepts.agreementTypes(vocabulary)
    guard node.isMap else { return try names.concept(MappingSource(node)) }
    try node.allowOnly(["column", "values"])
    var concept = TableMapping.Concept(
      text: try column(node.required("column")), names: names.byWord)
    for (word, value) in try node.optional("values")?.entries() ?? [] {
      concept.names[Slug.folded(try word.text())] = try names.id(of: MappingSource(value))
    }
    return concept
  }
}
