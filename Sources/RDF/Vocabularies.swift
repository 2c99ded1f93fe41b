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
  /// The term `xsd:float`.
  public static let float = NamedNode(unchecked: namespace + "float")
  /// The term `xsd:date`.
  public static let date = NamedNode(unchecked: namespace + "date")
  /// The term `xsd:dateTime`.
  public static let dateTime = NamedNode(unchecked: namespace + "dateTime")
  /// The term `xsd:dateTimeStamp`.
  public static let dateTimeStamp = NamedNode(unchecked: namespace + "dateTimeStamp")
  /// The term `xsd:time`.
  public static let time = NamedNode(unchecked: namespace + "time")
  /// The term `xsd:gYear`.
  public static let gYear = NamedNode(unchecked: namespace + "gYear")
  /// The term `xsd:gYearMonth`.
  public static let gYearMonth = NamedNode(unchecked: namespace + "gYearMonth")
  /// The term `xsd:gMonth`.
  public static let gMonth = NamedNode(unchecked: namespace + "gMonth")
  /// The term `xsd:gMonthDay`.
  public static let gMonthDay = NamedNode(unchecked: namespace + "gMonthDay")
  /// The term `xsd:gDay`.
  public static let gDay = NamedNode(unchecked: namespace + "gDay")
  /// The term `xsd:duration`.
  public static let duration = NamedNode(unchecked: namespace + "duration")
  /// The term `xsd:yearMonthDuration`.
  public static let yearMonthDuration = NamedNode(unchecked: namespace + "yearMonthDuration")
  /// The term `xsd:dayTimeDuration`.
  public static let dayTimeDuration = NamedNode(unchecked: namespace + "dayTimeDuration")
  /// The term `xsd:nonPositiveInteger`.
  public static let nonPositiveInteger = NamedNode(unchecked: namespace + "nonPositiveInteger")
  /// The term `xsd:negativeInteger`.
  public static let negativeInteger = NamedNode(unchecked: namespace + "negativeInteger")
  /// The term `xsd:nonNegativeInteger`.
  public static let nonNegativeInteger = NamedNode(unchecked: namespace + "nonNegativeInteger")
  /// The term `xsd:positiveInteger`.
  public static let positiveInteger = NamedNode(unchecked: namespace + "positiveInteger")
  /// The term `xsd:long`.
  public static let long = NamedNode(unchecked: namespace + "long")
  /// The term `xsd:int`.
  public static let int = NamedNode(unchecked: namespace + "int")
  /// The term `xsd:short`.
  public static let short = NamedNode(unchecked: namespace + "short")
  /// The term `xsd:byte`.
  public static let byte = NamedNode(unchecked: namespace + "byte")
  /// The term `xsd:unsignedLong`.
  public static let unsignedLong = NamedNode(unchecked: namespace + "unsignedLong")
  /// The term `xsd:unsignedInt`.
  public static let unsignedInt = NamedNode(unchecked: namespace + "unsignedInt")
  /// The term `xsd:unsignedShort`.
  public static let unsignedShort = NamedNode(unchecked: namespace + "unsignedShort")
  /// The term `xsd:unsignedByte`.
  public static let unsignedByte = NamedNode(unchecked: namespace + "unsignedByte")
  /// The term `xsd:hexBinary`.
  public static let hexBinary = NamedNode(unchecked: namespace + "hexBinary")
  /// The term `xsd:base64Binary`.
  public static let base64Binary = NamedNode(unchecked: namespace + "base64Binary")
  /// The term `xsd:anyURI`.
  public static let anyURI = NamedNode(unchecked: namespace + "anyURI")
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
  /// The term `rdf:JSON`.
  public static let json = NamedNode(unchecked: namespace + "JSON")
  /// The term `rdf:value`.
  public static let value = NamedNode(unchecked: namespace + "value")
  /// The term `rdf:language`.
  public static let language = NamedNode(unchecked: namespace + "language")
  /// The term `rdf:direction`.
  public static let direction = NamedNode(unchecked: namespace + "direction")
  /// `rdf:reifies`: what a reifier has to do with the triple term it stands for
  /// ([RDF 1.2 Concepts §1.5](https://www.w3.org/TR/rdf12-concepts/#reifiers)).
  public static let reifies = NamedNode(unchecked: namespace + "reifies")
}

/// The terms of RDF Schema.
public enum RDFS {
  /// What every IRI of this vocabulary begins with.
  public static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
  /// The term `rdfs:label`.
  public static let label = NamedNode(unchecked: namespace + "label")
}
