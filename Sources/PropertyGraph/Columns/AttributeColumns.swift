public import RDF

/// Values of nodes or of edges, in order of the key; of one key by datatype, then by lexical form.
public struct AttributeColumns: Sendable {
  /// A kind of value: what one predicate says in one language.
  public struct Key: Sendable, Hashable {
    /// The predicate's IRI.
    public var predicate: String
    /// BCP 47 tag in lower case; nil for values without language.
    public var language: String?

    /// A kind of value.
    public init(predicate: String, language: String? = nil) {
      self.predicate = predicate
      self.language = language
    }
  }

  /// In order of predicate and language.
  public var keys: [Key] = []
  /// The values of each node or edge.
  public var rows = Rows()
  /// The kind of each value: its place in ``keys``.
  public var keyIndices: [Int32] = []
  /// The values: literals, or IRIs and blank nodes that are shown as values.
  public var values: [TermDictionary.ID] = []

  /// No values.
  public init() {}
}
