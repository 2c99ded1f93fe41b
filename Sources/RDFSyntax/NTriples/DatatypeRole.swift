import RDF

/// What the datatype of a literal means for how it is written.
enum DatatypeRole {
  /// `xsd:string`: the canonical form leaves it out.
  case string
  /// `rdf:langString` or `rdf:dirLangString`: only with a language, never named.
  case languageString
  /// Any other.
  case other

  /// The role of the IRI that stands in a range, `<` and `>` included.
  @inline(__always)
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    // The lengths of the three: what is asked first must not cost a look at a global array.
    switch range.count {
    case 41 where Self.isSame(text, range, Self.stringIRI): self = .string
    case 55 where Self.isSame(text, range, Self.langStringIRI): self = .languageString
    case 58 where Self.isSame(text, range, Self.dirLangStringIRI): self = .languageString
    default: self = .other
    }
  }

  private static func isSame(_ text: Span<UInt8>, _ range: Range<Int>, _ iri: [UInt8]) -> Bool {
    text.extracting(range).hasSameBytes(as: iri.span)
  }

  private static let stringIRI = Array("<\(XSD.string.iri)>".utf8)
  private static let langStringIRI = Array("<\(RDFVocabulary.langString.iri)>".utf8)
  private static let dirLangStringIRI = Array("<\(RDFVocabulary.dirLangString.iri)>".utf8)
}
