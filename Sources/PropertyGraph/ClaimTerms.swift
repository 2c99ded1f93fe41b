import RDF

/// The terms by which claims are known in RDF, and those that name a thing.
enum ClaimTerms {
  static let namespace = "https://w3id.org/simpul/ns#"
  static let quote = namespace + "quote"
  static let confidence = namespace + "confidence"
  static let status = namespace + "status"
  static let period = namespace + "period"
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
