import RDF

/// The terms by which claims and conflicts are known in RDF, and those that name a thing.
package enum ClaimTerms {
  static let namespace = "https://w3id.org/simpul/ns#"
  static let status = namespace + "status"
  static let conflict = namespace + "Conflict"
  /// The predicate of the file that a document was read from.
  package static let fileName = namespace + "fileName"
  static let concept = "http://www.w3.org/2004/02/skos/core#Concept"
  static let reifies = RDFVocabulary.namespace + "reifies"

  /// Predicates that name a thing, the best one first.
  static let naming = [
    RDFS.label.iri,
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://xmlns.com/foaf/0.1/name",
    "http://purl.org/dc/terms/title",
    "https://schema.org/name",
    "http://schema.org/name",
  ]
}

/// What a statement about a claim, a conflict or a passage tells of it.
enum ClaimField: CaseIterable {
  case subject
  case predicate
  case object
  case reifies
  case quote
  case confidence
  case status
  case period
  case passage
  case page
  case part
  case rule
  case conflictClaim
  case chosenClaim

  /// The predicate that tells it.
  var iri: String {
    switch self {
    case .subject: RDFVocabulary.subject.iri
    case .predicate: RDFVocabulary.predicate.iri
    case .object: RDFVocabulary.object.iri
    case .reifies: ClaimTerms.reifies
    case .quote: ClaimTerms.namespace + "quote"
    case .confidence: ClaimTerms.namespace + "confidence"
    case .status: ClaimTerms.status
    case .period: ClaimTerms.namespace + "period"
    case .passage: ClaimTerms.namespace + "fromPassage"
    case .page: ClaimTerms.namespace + "page"
    case .part: ClaimTerms.namespace + "part"
    case .rule: ClaimTerms.namespace + "rule"
    case .conflictClaim: ClaimTerms.namespace + "conflictClaim"
    case .chosenClaim: ClaimTerms.namespace + "chosenClaim"
    }
  }
}
