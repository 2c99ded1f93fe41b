/// The XML Schema datatypes ([XSD 1.1 Part 2](https://www.w3.org/TR/xmlschema11-2/)).
public enum XSD {
  /// What every IRI of this vocabulary begins with.
  public static let namespace = "http://www.w3.org/2001/XMLSchema#"
  /// The term `xsd:string`.
  public static let string = NamedNode(unchecked: namespace + "string")
  /// The term `xsd:boolean`.
  public static let boolean = NamedNode(unchecked: namespace + "boolean")
  /// The term `xsd:integer`.
  public static let integer = NamedNode(unchecked: namespace + "integer")
  /// The term `xsd:decimal`.
  public static let decimal = NamedNode(unchecked: namespace + "decimal")
  /// The term `xsd:double`.
  public static let double = NamedNode(unchecked: namespace + "double")
  /// The term `xsd:date`.
  public static let date = NamedNode(unchecked: namespace + "date")
  /// The term `xsd:dateTime`.
  public static let dateTime = NamedNode(unchecked: namespace + "dateTime")
  /// The term `xsd:gYear`.
  public static let gYear = NamedNode(unchecked: namespace + "gYear")
  /// The term `xsd:gYearMonth`.
  public static let gYearMonth = NamedNode(unchecked: namespace + "gYearMonth")
  /// The term `xsd:duration`.
  public static let duration = NamedNode(unchecked: namespace + "duration")
  /// The term `xsd:nonNegativeInteger`.
  public static let nonNegativeInteger = NamedNode(unchecked: namespace + "nonNegativeInteger")
}

/// The terms of RDF itself.
public enum RDFVocabulary {
  /// What every IRI of this vocabulary begins with.
  public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  /// The term `rdf:type`.
  public static let type = NamedNode(unchecked: namespace + "type")
  /// The term `rdf:langString`.
  public static let langString = NamedNode(unchecked: namespace + "langString")
  /// The term `rdf:dirLangString`.
  public static let dirLangString = NamedNode(unchecked: namespace + "dirLangString")
  /// The term `rdf:first`.
  public static let first = NamedNode(unchecked: namespace + "first")
  /// The term `rdf:rest`.
  public static let rest = NamedNode(unchecked: namespace + "rest")
  /// The term `rdf:nil`.
  public static let `nil` = NamedNode(unchecked: namespace + "nil")
  /// The term `rdf:subject`.
  public static let subject = NamedNode(unchecked: namespace + "subject")
  /// The term `rdf:predicate`.
  public static let predicate = NamedNode(unchecked: namespace + "predicate")
  /// The term `rdf:object`.
  public static let object = NamedNode(unchecked: namespace + "object")
  /// The term `rdf:Statement`.
  public static let statement = NamedNode(unchecked: namespace + "Statement")
  /// The term `rdf:XMLLiteral`.
  public static let xmlLiteral = NamedNode(unchecked: namespace + "XMLLiteral")
}

/// The terms of RDF Schema.
public enum RDFS {
  /// What every IRI of this vocabulary begins with.
  public static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
  /// The term `rdfs:label`.
  public static let label = NamedNode(unchecked: namespace + "label")
}
