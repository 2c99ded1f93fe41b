internal import Claims
public import Diagnostics
import Foundation

extension Vocabulary {
  /// The vocabulary of the pack in a folder: `classes.yaml`, `predicates.yaml`,
  /// `agreement-types.yaml` and `statuses.yaml`.
  ///
  /// - Throws: ``SyntaxError`` with file, line and column of the first mistake: a file that cannot
  ///   be read, a key that is missing, unknown or given twice, a class that no line describes.
  public static func load(folder: String) throws(SyntaxError) -> Vocabulary {
    try load { name throws(SyntaxError) in
      let path = "\(folder)/\(name)"
      do {
        return try PackNode.parse(String(contentsOfFile: path, encoding: .utf8), file: path)
      } catch let error as SyntaxError {
        throw error
      } catch {
        throw SyntaxError(
          Message(
            en: "cannot be read: \(error.localizedDescription)",
            id: "tidak dapat dibaca: \(error.localizedDescription)"),
          at: .start ..< .start, file: path)
      }
    }
  }

  /// The vocabulary of four parsed files, asked for by name.
  package static func load(
    file: (String) throws(SyntaxError) -> PackNode
  ) throws(SyntaxError) -> Vocabulary {
    let classes = try readClasses(try file("classes.yaml"))
    let predicateFile = try file("predicates.yaml")
    let predicates = try readPredicates(predicateFile, classes: Set(classes.map(\.name)))
    return Vocabulary(
      classes: classes, predicates: predicates,
      agreementTypes: try readAgreementTypes(try file("agreement-types.yaml")),
      statuses: try readStatuses(try file("statuses.yaml")),
      partialQualifiers: try texts(try predicateFile.optional("partial")))
  }

  private static func readClasses(_ file: PackNode) throws(SyntaxError) -> [ClassDescription] {
    try file.allowOnly(["classes"])
    var classes: [ClassDescription] = []
    for (key, node) in try uniqueEntries(of: try file.required("classes")) {
      try node.allowOnly(["folder", "label", "plural", "identity", "alignments"])
      var folder: String?
      if let folderNode = try node.optional("folder") {
        let text = try folderNode.text()
        guard Slug.of(text) == text else {
          throw folderNode.error(
            Message(
              en: "“\(text)” cannot stand in an IRI; expected “\(Slug.of(text))”",
              id: "“\(text)” tidak dapat dipakai dalam IRI; diharapkan “\(Slug.of(text))”"))
        }
        folder = text
      }
      classes.append(
        ClassDescription(
          name: EntityClass(rawValue: try name(key)), folder: folder,
          label: try caption(try node.required("label")),
          plural: try optionalCaption(try node.optional("plural")),
          identity: try choice(try node.optional("identity")) ?? .name,
          alignments: try iris(try node.optional("alignments"))))
    }
    return classes
  }

  private static func readPredicates(
    _ file: PackNode, classes: Set<EntityClass>
  ) throws(SyntaxError) -> [PredicateDescription] {
    try file.allowOnly(["predicates", "partial"])
    var predicates: [PredicateDescription] = []
    for (key, node) in try uniqueEntries(of: try file.required("predicates")) {
      try node.allowOnly([
        "kind", "object", "symmetric", "functional", "effect", "label", "inverseLabel", "domain",
        "range", "alignments",
      ])
      predicates.append(
        PredicateDescription(
          name: Predicate(rawValue: try name(key)),
          kind: try requiredChoice(try node.required("kind")),
          object: try requiredChoice(try node.required("object")),
          isSymmetric: try node.optional("symmetric")?.flag() ?? false,
          isFunctional: try node.optional("functional")?.flag() ?? false,
          effect: try choice(try node.optional("effect")),
          label: try caption(try node.required("label")),
          inverseLabel: try optionalCaption(try node.optional("inverseLabel")),
          domain: try classNames(try node.optional("domain"), known: classes),
          range: try classNames(try node.optional("range"), known: classes),
          alignments: try iris(try node.optional("alignments"))))
    }
    return predicates
  }

  private static func readAgreementTypes(_ file: PackNode) throws(SyntaxError) -> [AgreementType] {
    try file.allowOnly(["types"])
    var types: [AgreementType] = []
    var seen: Set<String> = []
    for node in try file.required("types").items() {
      try node.allowOnly(["id", "notation", "label", "instrument"])
      let id = try node.required("id")
      try refuseRepeat(id, in: &seen)
      types.append(
        AgreementType(
          id: try name(id), notation: try node.required("notation").text(),
          label: try caption(try node.required("label")),
          isInstrument: try node.required("instrument").flag()))
    }
    return types
  }

  private static func readStatuses(_ file: PackNode) throws(SyntaxError) -> [StatusDescription] {
    try file.allowOnly(["statuses"])
    var statuses: [StatusDescription] = []
    var seen: Set<String> = []
    for node in try file.required("statuses").items() {
      try node.allowOnly(["id", "label", "fact"])
      let id = try node.required("id")
      try refuseRepeat(id, in: &seen)
      let status: Status = try requiredChoice(id)
      if let fact = try node.optional("fact"), try fact.flag() != status.hasHappened {
        throw fact.error(
          Message(
            en: "\(status.rawValue) makes \(status.hasHappened ? "a fact" : "no fact")",
            id: "\(status.rawValue) \(status.hasHappened ? "menjadi" : "tidak menjadi") fakta"))
      }
      statuses.append(
        StatusDescription(status: status, label: try caption(try node.required("label"))))
    }
    return statuses
  }
}

// Pieces that several of the files share.
extension Vocabulary {
  private static func uniqueEntries(
    of node: PackNode
  ) throws(SyntaxError) -> [(key: PackNode, value: PackNode)] {
    var seen: Set<String> = []
    let entries = try node.entries()
    for (key, _) in entries { try refuseRepeat(key, in: &seen) }
    return entries
  }

  private static func refuseRepeat(
    _ node: PackNode, in seen: inout Set<String>
  ) throws(SyntaxError) {
    let text = try node.text()
    guard seen.insert(text).inserted else {
      throw node.error(
        Message(en: "“\(text)” is given twice", id: "“\(text)” disebut dua kali"))
    }
  }

  /// A local name of the namespace: ASCII letters and digits, a letter first.
  private static func name(_ node: PackNode) throws(SyntaxError) -> String {
    let text = try node.text()
    let isName = text.utf8.enumerated().allSatisfy { offset, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): offset > 0
      default: false
      }
    }
    guard isName && !text.isEmpty else {
      throw node.error(
        Message(
          en: "“\(text)” is no name of a term; expected letters and digits, a letter first",
          id: "“\(text)” bukan nama istilah; diharapkan huruf dan angka, diawali huruf"))
    }
    return text
  }

  private static func caption(_ node: PackNode) throws(SyntaxError) -> Caption {
    try node.allowOnly(["id", "en"])
    return Caption(id: try node.required("id").text(), en: try node.required("en").text())
  }

  private static func optionalCaption(_ node: PackNode?) throws(SyntaxError) -> Caption? {
    guard let node else { return nil }
    return try caption(node)
  }

  private static func requiredChoice<Choice: RawRepresentable & CaseIterable>(
    _ node: PackNode
  ) throws(SyntaxError) -> Choice where Choice.RawValue == String {
    let text = try node.text()
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw node.error(
        Message(
          en: "unknown value “\(text)”; expected one of: \(known)",
          id: "nilai “\(text)” tidak dikenal; diharapkan salah satu dari: \(known)"))
    }
    return choice
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: PackNode?
  ) throws(SyntaxError) -> Choice? where Choice.RawValue == String {
    guard let node else { return nil }
    return try requiredChoice(node)
  }

  private static func classNames(
    _ node: PackNode?, known: Set<EntityClass>
  ) throws(SyntaxError) -> [EntityClass] {
    guard let node else { return [] }
    var names: [EntityClass] = []
    for item in try node.items() {
      let name = EntityClass(rawValue: try item.text())
      guard known.contains(name) else {
        throw item.error(
          Message(
            en: "“\(name.rawValue)” is no class of classes.yaml",
            id: "“\(name.rawValue)” bukan kelas dalam classes.yaml"))
      }
      names.append(name)
    }
    return names
  }

  private static func texts(_ node: PackNode?) throws(SyntaxError) -> [String] {
    guard let node else { return [] }
    var texts: [String] = []
    for item in try node.items() { texts.append(try item.text()) }
    return texts
  }

  private static func iris(_ node: PackNode?) throws(SyntaxError) -> [String] {
    guard let node else { return [] }
    var iris: [String] = []
    for item in try node.items() {
      let text = try item.text()
      let isAbsolute = text.contains("://") && text.utf8.allSatisfy { 0x20 < $0 && $0 < 0x7F }
      guard isAbsolute, !text.contains(where: { "<>\"{}|\\^`".contains($0) }) else {
        throw item.error(
          Message(
            en: "“\(text)” is no absolute IRI", id: "“\(text)” bukan IRI mutlak"))
      }
      iris.append(text)
    }
    return iris
  }
}
