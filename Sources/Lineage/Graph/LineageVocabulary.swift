import RDF

/// The terms that a lineage is read from.
enum LineageVocabulary {
  static let namespace = "https://w3id.org/simpul/ns#"
  static let eli = "http://data.europa.eu/eli/ontology#"
  static let dcterms = "http://purl.org/dc/terms/"
  /// A page about a thing ([FOAF](http://xmlns.com/foaf/spec/#term_page)).
  static let page = "http://xmlns.com/foaf/0.1/page"
  /// Terms of [SKOS](https://www.w3.org/TR/skos-reference/).
  static let concept = NamedNode(unchecked: "http://www.w3.org/2004/02/skos/core#Concept")
  static let notation = "http://www.w3.org/2004/02/skos/core#notation"
  static let rdf = RDFVocabulary.namespace
  /// What stands before the key in the IRI of a document.
  static let documents = "/document/"

  /// What a predicate says.
  enum Role: Hashable {
    case relation(LineageRelation)
    case type
    case label
    case title
    case key
    case fileName
    case publicationType
    case date(DateRole)
    case page
    case reifies
    case claimSubject
    case claimPredicate
    case claimObject
    case quote
    case passage
    case period
    case confidence
    case rule
    case qualifier
    case conflictClaim
    case chosenClaim
  }

  /// What a date of an act says.
  enum DateRole: Int, CaseIterable {
    case signed
    case published
    case inForceFrom
    case inForceUntil
    /// The begin of the time of an agreement or a program.
    case period
    /// Its end.
    case periodEnd
  }

  /// The predicates read, by IRI.
  static let roles: [(iri: String, role: Role)] = {
    var roles: [(String, Role)] = [
      (rdf + "type", .type), (RDFS.label.iri, .label), (dcterms + "title", .title),
      (namespace + "regulationKey", .key), (namespace + "fileName", .fileName),
      (namespace + "publicationType", .publicationType), (namespace + "page", .page),
      (namespace + "signedOn", .date(.signed)), (eli + "date_document", .date(.signed)),
      (namespace + "publishedOn", .date(.published)), (namespace + "published", .date(.published)),
      (eli + "date_publication", .date(.published)),
      (namespace + "inForceFrom", .date(.inForceFrom)),
      (eli + "first_date_entry_in_force", .date(.inForceFrom)),
      (namespace + "inForceUntil", .date(.inForceUntil)),
      (eli + "date_no_longer_in_force", .date(.inForceUntil)),
      (rdf + "reifies", .reifies), (rdf + "subject", .claimSubject),
      (rdf + "predicate", .claimPredicate), (rdf + "object", .claimObject),
      (namespace + "quote", .quote), (namespace + "fromPassage", .passage),
      (namespace + "period", .period), (namespace + "confidence", .confidence),
      (namespace + "rule", .rule), (namespace + "qualifier", .qualifier),
      (namespace + "conflictClaim", .conflictClaim), (namespace + "chosenClaim", .chosenClaim),
    ]
    for relation in LineageRelation.allCases {
      roles.append((namespace + relation.name, .relation(relation)))
      // What an act makes law is told apart from what it implements by our own term alone.
      guard relation != .enacts else { continue }
      if let name = relation.eliName { roles.append((eli + name, .relation(relation))) }
    }
    return roles
  }()

  /// The classes told apart, by IRI.
  static let kinds: [(iri: String, kind: LineageNodeKind)] = [
    (namespace + "Regulation", .regulation), (eli + "LegalResource", .regulation),
    (namespace + "Agreement", .agreement), (namespace + "Program", .program),
    (namespace + "Training", .program), (namespace + "Document", .document),
    (namespace + "Government", .government), (namespace + "Agency", .government),
    (namespace + "City", .place), (namespace + "Province", .place), (namespace + "Country", .place),
    (namespace + "Organization", .organization), (namespace + "School", .organization),
  ]
}

/// What a thing of a lineage is.
public enum LineageNodeKind: UInt8, Hashable, Sendable, CaseIterable {
  /// Anything that has no kind of its own here.
  case other
  case regulation
  case agreement
  /// A program or a training.
  case program
  case document
  /// A government or one of its offices.
  case government
  /// A city, a province or a country.
  case place
  /// A company, an association, a school.
  case organization
}
