public import Claims
public import RDF

/// The namespace of the vocabulary of the pack, prefix `smp:`.
public enum SMP {
  public static let namespace = "https://w3id.org/simpul/ns#"
  /// The class of passages, which are things of the graphs of documents only.
  public static let passage = term("Passage")
  public static let claim = term("Claim")
  public static let conflict = term("Conflict")
  public static let mentions = term("mentions")
  public static let fileName = term("fileName")
  public static let regulationKey = term("regulationKey")
  public static let fromPassage = term("fromPassage")
  public static let quote = term("quote")
  public static let page = term("page")
  public static let part = term("part")
  public static let rule = term("rule")
  public static let confidence = term("confidence")
  public static let status = term("status")
  public static let modality = term("modality")
  public static let within = term("within")
  public static let period = term("period")
  public static let conflictClaim = term("conflictClaim")
  public static let chosenClaim = term("chosenClaim")
  static let locatedIn = term("locatedIn")
  static let partOf = term("partOf")
  static let governs = term("governs")

  /// The term with this local name, which must be ASCII letters and digits.
  static func term(_ name: String) -> NamedNode { NamedNode(unchecked: namespace + name) }

  /// The class as a node.
  public static func node(_ name: EntityClass) -> NamedNode { term(name.rawValue) }

  /// The predicate as a node.
  public static func node(_ name: Predicate) -> NamedNode { term(name.rawValue) }
}

/// [SKOS](https://www.w3.org/TR/skos-reference/)
enum SKOS {
  static let namespace = "http://www.w3.org/2004/02/skos/core#"
  static let concept = NamedNode(unchecked: namespace + "Concept")
  static let altLabel = NamedNode(unchecked: namespace + "altLabel")
  static let notation = NamedNode(unchecked: namespace + "notation")
  static let exactMatch = NamedNode(unchecked: namespace + "exactMatch")
  static let broader = NamedNode(unchecked: namespace + "broader")
}

/// [DCMI Metadata Terms](https://www.dublincore.org/specifications/dublin-core/dcmi-terms/)
enum DCTerms {
  static let namespace = "http://purl.org/dc/terms/"
  static let title = NamedNode(unchecked: namespace + "title")
  static let language = NamedNode(unchecked: namespace + "language")
  static let isPartOf = NamedNode(unchecked: namespace + "isPartOf")
}

/// [PROV-O](https://www.w3.org/TR/prov-o/)
enum PROV {
  static let wasDerivedFrom = NamedNode(unchecked: "http://www.w3.org/ns/prov#wasDerivedFrom")
}

/// [Basic Geo](https://www.w3.org/2003/01/geo/)
enum Geo {
  static let namespace = "http://www.w3.org/2003/01/geo/wgs84_pos#"
  static let latitude = NamedNode(unchecked: namespace + "lat")
  static let longitude = NamedNode(unchecked: namespace + "long")
}

/// [NIF 2.0 Core](https://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core/nif-core.html)
enum NIF {
  static let namespace = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
  static let beginIndex = NamedNode(unchecked: namespace + "beginIndex")
  static let endIndex = NamedNode(unchecked: namespace + "endIndex")
}

/// [European Legislation Identifier](https://op.europa.eu/en/web/eu-vocabularies/eli)
enum ELI {
  static let namespace = "http://data.europa.eu/eli/ontology#"
  static let number = NamedNode(unchecked: namespace + "number")
  static let dateDocument = NamedNode(unchecked: namespace + "date_document")
}

extension RDFVocabulary {
  /// [RDF 1.2 Concepts §3](https://www.w3.org/TR/rdf12-concepts/)
  static let reifies = NamedNode(unchecked: namespace + "reifies")
}
