internal import Claims
package import Diagnostics
package import DomainPack

extension Measure {
  /// The name of the pack's file.
  static let fileName = "evaluation.yaml"

  /// The measure of a pack.
  ///
  /// - Throws: ``PipelineError`` if the pack has none, or for the first mistake in its file.
  package init(pack folder: String) throws(PipelineError) {
    let path = "\(folder)/\(Self.fileName)"
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      throw PipelineError(path, reason: error)
    }
    do throws(SyntaxError) {
      try self.init(
        PackNode.parse(String(decoding: bytes, as: UTF8.self), file: path),
        vocabulary: Vocabulary.load(folder: folder))
    } catch {
      throw PipelineError(error)
    }
  }

  /// The measure that a file tells.
  package init(_ file: PackNode, vocabulary: Vocabulary) throws(SyntaxError) {
    self.init()
    try file.allowOnly([
      "classes", "sameClasses", "spellings", "names", "longNames", "contained", "predicates",
      "statuses", "lenientStatuses", "durations", "regulationKinds",
    ])
    let terms = TermReader(vocabulary: vocabulary)
    classes = try terms.classes(try file.required("classes"))
    for (key, value) in try entries(of: try file.optional("sameClasses")) {
      sameClasses[try key.text()] = try terms.entityClass(value)
    }
    for (key, value) in try entries(of: try file.optional("spellings")) {
      spellings.append(Spelling(words: Self.words(try key.text()), form: try value.text()))
    }
    for (key, value) in try entries(of: try file.optional("names")) {
      nameForms[try terms.entityClass(key)] = try Self.nameForm(value)
    }
    if let node = try file.optional("longNames") {
      try node.allowOnly(["share", "classes"])
      longNames = try terms.classes(try node.required("classes"))
      let share = try node.required("share")
      longNameShare = try share.number()
      guard longNameShare > 0, longNameShare <= 1 else {
        throw share.error(
          Message(
            en: "expected a number above 0 and up to 1",
            id: "diharapkan bilangan di atas 0 hingga 1"
          ))
      }
    }
    if let node = try file.optional("contained") {
      try node.allowOnly(["words", "classes"])
      contained = try terms.classes(try node.required("classes"))
      let words = try node.required("words")
      guard let count = Int(try words.text()), count > 0 else {
        throw words.error(
          Message(en: "expected a whole number above 0", id: "diharapkan bilangan bulat di atas 0"))
      }
      containedWords = count
    }
    if let node = try file.optional("predicates") { try readPredicates(node, terms) }
    symmetric = Set(vocabulary.predicates.lazy.filter(\.isSymmetric).map(\.name))
    for (key, value) in try entries(of: try file.optional("statuses")) {
      statusWords[try terms.status(key)] = try value.text()
    }
    for node in try file.optional("lenientStatuses")?.items() ?? [] {
      lenientStatuses.insert(try terms.status(node))
    }
    for (key, value) in try entries(of: try file.optional("durations")) {
      durations[try key.text()] = try value.text()
    }
    for (key, value) in try entries(of: try file.optional("regulationKinds")) {
      regulationKinds[try key.text()] = try value.text()
    }
  }

  private mutating func readPredicates(
    _ node: PackNode, _ terms: TermReader
  ) throws(SyntaxError) {
    try node.allowOnly(["inverses", "same", "lenient", "lenientTurned", "solid"])
    // The inverses are names that annotators use and the vocabulary need not have.
    for (key, value) in try entries(of: try node.optional("inverses")) {
      inverses[Predicate(rawValue: try key.text())] = try terms.predicate(value)
    }
    samePredicates = try terms.predicates(try node.optional("same"))
    lenientPredicates = try terms.predicates(try node.optional("lenient"))
    turnedPredicates = try terms.predicates(try node.optional("lenientTurned"))
    for item in try node.optional("solid")?.items() ?? [] {
      solid.insert(try terms.predicate(item))
    }
  }

  private static func nameForm(_ node: PackNode) throws(SyntaxError) -> NameForm {
    try node.allowOnly(["dropFirst", "dropLast", "first"])
    var form = NameForm()
    form.dropFirst = try node.optional("dropFirst")?.texts().map(words) ?? []
    form.dropLast = try node.optional("dropLast")?.texts().map(words) ?? []
    for (key, value) in try node.optional("first")?.entries() ?? [] {
      let become = try key.text()
      form.first += try value.texts().map { Spelling(words: words($0), form: become) }
    }
    return form
  }
}

/// The entries of a map that may be missing.
private func entries(
  of node: PackNode?
) throws(SyntaxError) -> [(key: PackNode, value: PackNode)] {
  guard let node else { return [] }
  return try node.entries()
}

/// Reads names of terms and refuses those that the vocabulary does not have.
private struct TermReader {
  let vocabulary: Vocabulary

  func entityClass(_ node: PackNode) throws(SyntaxError) -> EntityClass {
    let name = EntityClass(rawValue: try node.text())
    guard vocabulary.description(of: name) != nil else {
      throw node.error(
        Message(
          en: "“\(name.rawValue)” is no class of classes.yaml",
          id: "“\(name.rawValue)” bukan kelas dalam classes.yaml"))
    }
    return name
  }

  func classes(_ node: PackNode) throws(SyntaxError) -> Set<EntityClass> {
    var classes: Set<EntityClass> = []
    for item in try node.items() { classes.insert(try entityClass(item)) }
    return classes
  }

  func predicate(_ node: PackNode) throws(SyntaxError) -> Predicate {
    let name = Predicate(rawValue: try node.text())
    guard vocabulary.description(of: name) != nil else {
      throw node.error(
        Message(
          en: "“\(name.rawValue)” is no predicate of predicates.yaml",
          id: "“\(name.rawValue)” bukan predikat dalam predicates.yaml"))
    }
    return name
  }

  func predicates(_ node: PackNode?) throws(SyntaxError) -> [Predicate: Predicate] {
    var predicates: [Predicate: Predicate] = [:]
    for (key, value) in try entries(of: node) {
      predicates[try predicate(key)] = try predicate(value)
    }
    return predicates
  }

  func status(_ node: PackNode) throws(SyntaxError) -> Status {
    guard let status = Status(rawValue: try node.text()) else {
      let known = Status.allCases.map(\.rawValue).joined(separator: ", ")
      throw node.error(
        Message(
          en: "unknown status; expected one of: \(known)",
          id: "status tidak dikenal; diharapkan salah satu dari: \(known)"))
    }
    return status
  }
}
