/// The base direction of a literal's text ([RDF 1.2 Concepts §3.4](https://www.w3.org/TR/rdf12-concepts/#section-text-direction)).
public enum BaseDirection: String, Sendable, Hashable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
}

/// A value as it is written ([RDF 1.1 Concepts §3.3](https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal)).
///
/// The lexical form is kept as written; nothing is normalised on the way in or out.
public struct Literal: Hashable, Sendable {
  public let lexicalForm: String
  /// `rdf:langString` or `rdf:dirLangString` where there is a language.
  public let datatype: NamedNode
  /// BCP 47 tag as written; nil if there is none.
  public let language: String?
  public let direction: BaseDirection?

  /// A value of a datatype; `xsd:string` if none is given.
  public init(_ lexicalForm: String, datatype: NamedNode = XSD.string) {
    self.lexicalForm = lexicalForm
    self.datatype = datatype
    language = nil
    direction = nil
  }

  /// A text in a language, perhaps with a base direction.
  public init(_ lexicalForm: String, language: String, direction: BaseDirection? = nil) {
    self.lexicalForm = lexicalForm
    self.language = language
    self.direction = direction
    datatype = direction == nil ? RDFVocabulary.langString : RDFVocabulary.dirLangString
  }
}
