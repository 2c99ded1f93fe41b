public import Claims
public import RDF

/// The namespace of the vocabulary of the pack, prefix `smp:`.
public enum SMP {
  /// What the local names of its terms stand behind.
  public static let namespace = "https://w3id.org/simpul/ns#"
  /// The class of passages, which are things of the graphs of documents only.
  package static let passage = term("Passage")
  package static let claim = term("Claim")
  package static let conflict = term("Conflict")
  package static let document = term("Document")
  package static let mentions = term("mentions")
  package static let fileName = term("fileName")
  package static let author = term("author")
  package static let regulationKey = term("regulationKey")
  package static let fromPassage = term("fromPassage")
  package static let quote = term("quote")
  package static let page = term("page")
  package static let part = term("part")
  package static let rule = term("rule")
  package static let confidence = term("confidence")
  package static let status = term("status")
  package static let modality = term("modality")
  /// `name=value`: what narrows a claim and has no property of its own.
  package static let qualifier = term("qualifier")
  package static let within = term("within")
  package static let period = term("period")
  package static let conflictClaim = term("conflictClaim")
  package static let chosenClaim = term("chosenClaim")
  package static let locatedIn = term("locatedIn")
  package static let partOf = term("partOf")
  package static let governs = term("governs")

  /// The term with this local name, which must be ASCII letters and digits.
  package static func term(_ name: String) -> NamedNode { NamedNode(unchecked: namespace + name) }

  /// The class as a node.
  public static func node(_ name: EntityClass) -> NamedNode { term(name.rawValue) }

  /// The predicate as a node.
  public static func node(_ name: Predicate) -> NamedNode { term(name.rawValue) }
}

/// Terms of [SKOS](https://www.w3.org/TR/skos-reference/).
enum SKOS {
  static let namespace = "http://www.w3.org/2004/02/skos/core#"
  static let concept = NamedNode(unchecked: namespace + "Concept")
  static let altLabel = NamedNode(unchecked: namespace + "altLabel")
  static let notation = NamedNode(unchecked: namespace + "notation")
  static let exactMatch = NamedNode(unchecked: namespace + "exactMatch")
  static let broader = NamedNode(unchecked: namespace + "broader")
}

/// Terms of the [DCMI Metadata Terms](https://www.dublincore.org/specifications/dublin-core/dcmi-terms/).
enum DCTerms {
  static let namespace = "http://purl.org/dc/terms/"
  static let title = NamedNode(unchecked: namespace + "title")
  static let language = NamedNode(unchecked: namespace + "language")
  static let isPartOf = NamedNode(unchecked: namespace + "isPartOf")
  static let description = NamedNode(unchecked: namespace + "description")
  static let license = NamedNode(unchecked: namespace + "license")
  static let creator = NamedNode(unchecked: namespace + "creator")
}

/// Terms of [PROV-O](https://www.w3.org/TR/prov-o/).
enum PROV {
  static let namespace = "http://www.w3.org/ns/prov#"
  static let wasDerivedFrom = NamedNode(unchecked: namespace + "wasDerivedFrom")
  static let wasAttributedTo = NamedNode(unchecked: namespace + "wasAttributedTo")
  static let softwareAgent = NamedNode(unchecked: namespace + "SoftwareAgent")
}

/// Terms of [Basic Geo](https://www.w3.org/2003/01/geo/).
enum Geo {
  static let namespace = "http://www.w3.org/2003/01/geo/wgs84_pos#"
  static let latitude = NamedNode(unchecked: namespace + "lat")
  static let longitude = NamedNode(unchecked: namespace + "long")
}

/// Terms of [NIF 2.0 Core](https://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core/nif-core.html).
enum NIF {
  static let namespace = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
  static let beginIndex = NamedNode(unchecked: namespace + "beginIndex")
  static let endIndex = NamedNode(unchecked: namespace + "endIndex")
}

/// Terms of the [European Legislation Identifier](https://op.europa.eu/en/web/eu-vocabularies/eli).
enum ELI {
  static let namespace = "http://data.europa.eu/eli/ontology#"
  static let number = NamedNode(unchecked: namespace + "number")
  static let dateDocument = NamedNode(unchecked: namespace + "date_document")
}
