import Claims
public import Diagnostics

extension TableMapping {
  /// Reads a mapping and checks it against the vocabulary.
  ///
  /// - Throws: ``SyntaxError`` at the first mistake: an unknown class, predicate, thing or key (with
  ///   the nearest known one), a claim whose subject or object is of a class that its predicate does
  ///   not take. Whether the columns are there is seen when a table is read.
  public static func load(
    _ root: PackNode, vocabulary: Vocabulary
  ) throws(SyntaxError) -> TableMapping {
    try root.allowOnly(["language", "title", "confidence", "rows", "claims", "note"])
    var mapping = TableMapping(file: root.file)
    mapping.language = try root.optional("language")?.text()
    mapping.title = try root.optional("title")?.text()
    mapping.agreementTypes = vocabulary.agreementTypes
    if let node = try root.optional("confidence") { mapping.confidence = try confidence(node) }
    var reader = MappedThingReader(vocabulary: vocabulary)
    mapping.things = try reader.read(try root.required("rows"))
    let claims = try root.optional("claims")
    var statements = MappedClaimReader(
      vocabulary: vocabulary, things: mapping.things, positions: reader.positions)
    for node in try claims?.items() ?? [] { try statements.read(node) }
    mapping.claims = statements.claims
    mapping.findOwners()
    return mapping
  }

  /// A number from 0 to 1.
  static func confidence(_ node: PackNode) throws(SyntaxError) -> Double {
    let value = try node.number()
    guard (0...1).contains(value) else {
      throw node.error(
        Message(en: "expected a number from 0 to 1", id: "diharapkan bilangan 0 sampai 1"))
    }
    return value
  }

  /// Predicates whose object is what the subject belongs to.
  private static let belonging: Set<String> = ["partOf", "programOf", "roleIn"]

  /// Lets things that are told apart by their owner have the one that a claim names, where the
  /// mapping gives no other: things of one name in two rows are then two.
  private mutating func findOwners() {
    for claim in claims where Self.belonging.contains(claim.predicate.rawValue) {
      guard let subject = claim.subject, case .thing(let object?) = claim.object,
        things[subject].owner == nil, object < subject,
        [.owner, .body].contains(things[subject].identity)
      else { continue }
      things[subject].owner = object
    }
  }
}

/// Says which names there are and which of them was probably meant.
struct KnownNames {
  let english: String
  let indonesian: String
  let names: [String]

  /// The message that a name is unknown: with the nearest, else with all if they are few.
  func unknown(_ name: String) -> Message {
    if let near = EditDistance.nearest(to: name, among: names).first {
      return Message(
        en: "unknown \(english) “\(name)”; did you mean “\(near)”?",
        id: "\(indonesian) “\(name)” tidak dikenal; maksud Anda “\(near)”?")
    }
    let known = names.prefix(40).joined(separator: ", ")
    return Message(
      en: "unknown \(english) “\(name)”; expected one of: \(known)",
      id: "\(indonesian) “\(name)” tidak dikenal; diharapkan salah satu dari: \(known)")
  }
}
