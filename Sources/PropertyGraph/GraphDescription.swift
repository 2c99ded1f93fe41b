public import RDF

/// What a file says of the graph as a whole, before any node.
public struct GraphDescription: Sendable, Hashable {
  /// The IRI of the graph.
  public var iri: String
  /// What it is called, in the language of the graph.
  public var title: String
  /// What is in it, in one sentence of the same language.
  public var summary: String
  /// The program that made it, with its version.
  public var generator: String
  /// SHA-256 over the files of the domain pack, in hexadecimal digits.
  public var packDigest: String
  /// The IRI of its licence; nil if there is none.
  public var license: String?
  /// Who made it; nil if nobody said so.
  public var creator: String?
  /// All of it and more as RDF, without blank nodes and triple terms.
  public var statements: [Triple]

  /// A description without licence and creator.
  public init(
    iri: String, title: String, summary: String, generator: String, packDigest: String,
    statements: [Triple] = []
  ) {
    self.iri = iri
    self.title = title
    self.summary = summary
    self.generator = generator
    self.packDigest = packDigest
    self.statements = statements
  }

  /// What is known, by names that are the same in every format, in the order of reading.
  public var entries: [(name: String, value: String)] {
    [
      ("title", title), ("description", summary), ("license", license), ("creator", creator),
      ("generator", generator), ("pack_sha256", packDigest), ("dataset", iri),
    ].compactMap { name, value in value.map { (name, $0) } }
  }
}
