public import RDF

/// How JSON-LD is read and written ([JSON-LD 1.1 API §9.3](https://www.w3.org/TR/json-ld11-api/#the-jsonldoptions-type)).
public struct JSONLDOptions: Sendable {
  /// Which version of JSON-LD a text is taken for.
  public enum ProcessingMode: String, CaseIterable, Hashable, Sendable {
    /// JSON-LD 1.0: what 1.1 has brought is refused.
    case version10 = "json-ld-1.0"
    /// JSON-LD 1.1.
    case version11 = "json-ld-1.1"
  }

  /// How texts with a base direction become RDF 1.1, which has none.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    /// A datatype that names language and direction.
    case i18nDatatype = "i18n-datatype"
    /// A blank node with text, language and direction.
    case compoundLiteral = "compound-literal"
  }

  /// A JSON text with a context.
  public struct Document: Hashable, Sendable {
    /// The text.
    public var bytes: [UInt8]
    /// Its name in errors.
    public var file: String
    /// The IRI that its own relative references are resolved against; nil if there is none.
    public var iri: String?

    /// A text.
    public init(_ bytes: [UInt8], file: String, iri: String? = nil) {
      self.bytes = bytes
      self.file = file
      self.iri = iri
    }
  }

  /// What relative IRIs are resolved against; nil to have none.
  public var base: NamedNode?
  /// The version.
  public var processingMode: ProcessingMode
  /// What becomes of base directions; nil to leave them out, as JSON-LD has it.
  public var rdfDirection: Direction?
  /// A context that holds before the text begins; nil for none.
  public var expandContext: Document?
  /// Gives the context that an IRI names; nil where it is not at hand.
  ///
  /// Nothing is ever fetched.
  public var loadContext: @Sendable (_ iri: String) throws -> Document?

  /// Options; by default JSON-LD 1.1 without a base and without other contexts.
  public init(
    base: NamedNode? = nil, processingMode: ProcessingMode = .version11,
    rdfDirection: Direction? = nil, expandContext: Document? = nil,
    loadContext: @escaping @Sendable (_ iri: String) throws -> Document? = { _ in nil }
  ) {
    self.base = base
    self.processingMode = processingMode
    self.rdfDirection = rdfDirection
    self.expandContext = expandContext
    self.loadContext = loadContext
  }
}
