/// The base direction of a literal's text ([RDF 1.2 Concepts §3.4](https://www.w3.org/TR/rdf12-concepts/#section-text-direction)).
public enum BaseDirection: String, Sendable, Hashable {
  /// `ltr`.
  case leftToRight = "ltr"
  /// `rtl`.
  case rightToLeft = "rtl"
}

/// A value as it is written ([RDF 1.1 Concepts §3.3](https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal)).
///
/// The lexical form is kept as written; nothing is normalised on the way in or out.
public struct Literal: Hashable, Sendable {
  /// The text of the value, without quotes or escapes.
  public let lexicalForm: String
  /// `rdf:langString` or `rdf:dirLangString` where there is a language.
  public let datatype: NamedNode
  /// BCP 47 tag as written; nil if there is none.
  public let language: String?
  /// The direction the text runs in, where it is given; nil without a language.
  public let direction: BaseDirection?

  /// A value of a datatype; `xsd:string` if none is given.
  public init(_ lexicalForm: String, datatype: NamedNode = XSD.string) {
    self.lexicalForm = lexicalForm
    self.datatype = datatype
    language = nil
    direction = nil
  }

  /// A text in a language, perhaps with a base direction.
  ///
  /// - Precondition: ``LanguageTag/isWellFormed(_:)``. Ask it first about a tag that comes from
  ///   outside.
  public init(_ lexicalForm: String, language: String, direction: BaseDirection? = nil) {
    precondition(LanguageTag.isWellFormed(language), "a literal's language is a language tag")
    self.lexicalForm = lexicalForm
    self.language = language
    self.direction = direction
    datatype = direction == nil ? RDFVocabulary.langString : RDFVocabulary.dirLangString
  }

  /// Whether all parts are the same code points, as RDF asks.
  ///
  /// Neither values nor canonically equivalent spellings are compared, and language tags are
  /// compared as written.
  public static func == (left: Literal, right: Literal) -> Bool {
    left.lexicalForm.hasSameCodePoints(as: right.lexicalForm)
      && left.datatype == right.datatype
      && left.language == right.language
      && left.direction == right.direction
  }
}
