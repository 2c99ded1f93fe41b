/// Everything that one document says, and nothing from any other: the value that the extraction of
/// a document gives, that is cached, and that crosses machines.
public struct DocumentClaims: Hashable, Sendable, Codable {
  /// Path below its input without ending, each segment slugged.
  public var documentKey: String
  /// File name without folders.
  public var fileName: String
  /// Title from the metadata or the text; nil if none was found.
  public var title: String?
  /// Main language as a BCP 47 tag.
  public var language: String?
  /// The things spoken of.
  ///
  /// Position 0 is the document itself, class `Document`.
  public var entities: [LocalEntity]
  /// In order of the ranges.
  public var mentions: [Mention]
  /// In order of the passages.
  public var claims: [Claim]

  /// The claims of a document.
  public init(
    documentKey: String, fileName: String, title: String? = nil, language: String? = nil,
    entities: [LocalEntity], mentions: [Mention], claims: [Claim]
  ) {
    self.documentKey = documentKey
    self.fileName = fileName
    self.title = title
    self.language = language
    self.entities = entities
    self.mentions = mentions
    self.claims = claims
  }

  /// The same with every claim's identity computed: SHA-256, first sixteen hexadecimal digits, over
  /// document key, predicate, the first mention range or pack key of subject and of object (or the
  /// literal), sorted qualifiers and passage range.
  ///
  /// Resolution and base IRI play no part. A claim that repeats another's identity is dropped; the
  /// more confident one stays.
  public func sealed() -> DocumentClaims {
    var firstMention: [Int: SourceRange] = [:]
    for mention in mentions {
      if let known = firstMention[mention.entity], known < mention.range { continue }
      firstMention[mention.entity] = mention.range
    }
    func name(of entity: Int) -> String {
      if let key = entities[entity].key { return "key \(key)" }
      if let range = firstMention[entity] { return "range \(range.start) \(range.end)" }
      return "label \(entities[entity].entityClass.rawValue) \(entities[entity].label)"
    }
    var sealed = self
    var positions: [String: Int] = [:]
    sealed.claims = []
    for var claim in claims {
      let object =
        switch claim.object {
        case .entity(let entity): name(of: entity)
        case .concept(let concept): "concept \(concept)"
        case .value(let value, let type): "value \(type.rawValue) \(value)"
        }
      var parts = [documentKey, claim.predicate.rawValue, name(of: claim.subject), object]
      parts.append("\(claim.evidence.passage.start) \(claim.evidence.passage.end)")
      parts += claim.qualifiers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      parts += [claim.status?.rawValue ?? "", claim.modality ?? "", claim.period ?? ""]
      parts.append(claim.within.map(name(of:)) ?? "")
      claim.id = String(SHA256.hexadecimal(of: parts.joined(separator: "\u{1F}")).prefix(16))
      if let position = positions[claim.id] {
        if sealed.claims[position].confidence < claim.confidence { sealed.claims[position] = claim }
      } else {
        positions[claim.id] = sealed.claims.count
        sealed.claims.append(claim)
      }
    }
    return sealed
  }
}
