public import Claims

/// Builds the claims of a document by hand.
///
/// Every claim gets a passage of its own unless told.
public struct DocumentBuilder {
  private var document: DocumentClaims
  private var lastPassage = 0

  /// A document that names nothing yet but itself.
  public init(_ key: String, title: String? = nil, language: String? = "id") {
    document = DocumentClaims(
      documentKey: key, fileName: "\(key).txt", title: title, language: language,
      entities: [
        LocalEntity(entityClass: .document, label: title ?? key, language: language)
      ], mentions: [], claims: [])
  }

  /// Adds a thing and gives its position.
  public mutating func add(
    _ entityClass: String, _ label: String, key: String? = nil, aliases: [String] = [],
    language: String? = nil, attributes: [String: [String]] = [:], links: [String: [Int]] = [:]
  ) -> Int {
    document.entities.append(
      LocalEntity(
        entityClass: EntityClass(rawValue: entityClass), key: key, label: label, language: language,
        aliases: aliases, attributes: attributes, links: links))
    let entity = document.entities.count - 1
    document.mentions.append(
      Mention(
        entity: entity, range: SourceRange(start: 10 * entity, end: 10 * entity + 5),
        surface: label))
    return entity
  }

  /// Adds a claim.
  public mutating func claim(
    _ subject: Int, _ predicate: String, _ object: ClaimObject, status: Status? = nil,
    modality: String? = nil, within: Int? = nil, period: String? = nil,
    qualifiers: [String: String] = [:], confidence: Double = 0.8, passage: Int? = nil
  ) {
    lastPassage += 1
    let start = 1000 * (passage ?? lastPassage)
    document.claims.append(
      Claim(
        subject: subject, predicate: Predicate(rawValue: predicate), object: object,
        status: status, modality: modality, within: within, period: period, qualifiers: qualifiers,
        confidence: confidence, rule: "test/rule",
        evidence: Evidence(
          passage: SourceRange(start: start, end: start + 40), quote: "Kalimat \(start).", page: 3))
    )
  }

  /// The document with the identities of its claims.
  public var claims: DocumentClaims { document.sealed() }
}
