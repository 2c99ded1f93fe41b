internal import RDF

/// Terms of the [Vocabulary of Interlinked Datasets](https://www.w3.org/TR/void/).
enum VoID {
  static let namespace = "http://rdfs.org/ns/void#"
  static let dataset = NamedNode(unchecked: namespace + "Dataset")
  static let triples = NamedNode(unchecked: namespace + "triples")
  static let entities = NamedNode(unchecked: namespace + "entities")
  static let distinctSubjects = NamedNode(unchecked: namespace + "distinctSubjects")
  static let properties = NamedNode(unchecked: namespace + "properties")
  static let classes = NamedNode(unchecked: namespace + "classes")
  static let classPartition = NamedNode(unchecked: namespace + "classPartition")
  static let `class` = NamedNode(unchecked: namespace + "class")
  static let subset = NamedNode(unchecked: namespace + "subset")
  static let uriSpace = NamedNode(unchecked: namespace + "uriSpace")
  static let vocabulary = NamedNode(unchecked: namespace + "vocabulary")
  static let dataDump = NamedNode(unchecked: namespace + "dataDump")
}

/// Terms of the [Data Catalog Vocabulary](https://www.w3.org/TR/vocab-dcat-3/).
enum DCAT {
  static let namespace = "http://www.w3.org/ns/dcat#"
  static let dataset = NamedNode(unchecked: namespace + "Dataset")
  static let distribution = NamedNode(unchecked: namespace + "distribution")
  static let distributionClass = NamedNode(unchecked: namespace + "Distribution")
  static let accessURL = NamedNode(unchecked: namespace + "accessURL")
  static let downloadURL = NamedNode(unchecked: namespace + "downloadURL")
  static let mediaType = NamedNode(unchecked: namespace + "mediaType")
}

/// Terms of [SPDX](https://spdx.org/rdf/terms/), by which DCAT tells checksums.
enum SPDX {
  static let namespace = "http://spdx.org/rdf/terms#"
  static let checksum = NamedNode(unchecked: namespace + "checksum")
  static let checksumClass = NamedNode(unchecked: namespace + "Checksum")
  static let algorithm = NamedNode(unchecked: namespace + "algorithm")
  static let checksumValue = NamedNode(unchecked: namespace + "checksumValue")
  static let sha256 = NamedNode(unchecked: namespace + "checksumAlgorithm_sha256")
  /// The datatype of checksums.
  static let hexBinary = NamedNode(unchecked: XSD.namespace + "hexBinary")
}

/// Terms of [FOAF](http://xmlns.com/foaf/spec/).
enum FOAF {
  static let namespace = "http://xmlns.com/foaf/0.1/"
  static let agent = NamedNode(unchecked: namespace + "Agent")
  static let name = NamedNode(unchecked: namespace + "name")
}

/// Terms of [schema.org](https://schema.org).
enum SchemaOrg {
  static let softwareVersion = NamedNode(unchecked: "https://schema.org/softwareVersion")
}
