/// The XML Schema datatypes ([XSD 1.1 Part 2](https://www.w3.org/TR/xmlschema11-2/)).
public enum XSD {
  public static let namespace = "http://www.w3.org/2001/XMLSchema#"
  public static let string = NamedNode(unchecked: namespace + "string")
  public static let boolean = NamedNode(unchecked: namespace + "boolean")
  public static let integer = NamedNode(unchecked: namespace + "integer")
  public static let decimal = NamedNode(unchecked: namespace + "decimal")
  public static let double = NamedNode(unchecked: namespace + "double")
  public static let date = NamedNode(unchecked: namespace + "date")
  public static let dateTime = NamedNode(unchecked: namespace + "dateTime")
  public static let gYear = NamedNode(unchecked: namespace + "gYear")
  public static let gYearMonth = NamedNode(unchecked: namespace + "gYearMonth")
  public static let duration = NamedNode(unchecked: namespace + "duration")
  public static let nonNegativeInteger = NamedNode(unchecked: namespace + "nonNegativeInteger")
}

/// The terms of RDF itself.
public enum RDFVocabulary {
  public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  public static let type = NamedNode(unchecked: namespace + "type")
  public static let langString = NamedNode(unchecked: namespace + "langString")
  public static let dirLangString = NamedNode(unchecked: namespace + "dirLangString")
  public static let subject = NamedNode(unchecked: namespace + "subject")
  public static let predicate = NamedNode(unchecked: namespace + "predicate")
  public static let object = NamedNode(unchecked: namespace + "object")
}

/// The terms of RDF Schema.
public enum RDFS {
  public static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
  public static let label = NamedNode(unchecked: namespace + "label")
}
