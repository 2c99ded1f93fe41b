public import Diagnostics
public import RDF

/// What the head of every export says of the graph as a whole: what it is called, who made it with
/// what, under which licence, and how much is in it.
///
/// ``quads(describing:)`` tells it in the words of
/// [VoID](https://www.w3.org/TR/void/) and [DCAT 3](https://www.w3.org/TR/vocab-dcat-3/); the other
/// formats take the texts. Nothing in it depends on time or place, so that the same input, pack and
/// version give the same description.
public struct DatasetDescription: Hashable, Sendable {
  /// What a build came to.
  public struct Counts: Hashable, Sendable {
    /// Documents that were read.
    public var documents: Int
    /// Things found in them.
    public var entities: Int
    /// Statements taken as facts.
    public var facts: Int
    /// Statements found, each with its passage.
    public var claims: Int
    /// Contradictions between statements.
    public var conflicts: Int

    /// Counts, none below 0.
    public init(documents: Int, entities: Int, facts: Int, claims: Int, conflicts: Int) {
      self.documents = documents
      self.entities = entities
      self.facts = facts
      self.claims = claims
      self.conflicts = conflicts
    }
  }

  /// An RDF file with the graph, or with its default graph.
  public struct Dump: Hashable, Sendable {
    /// Its name, without folders: `graph.nq`.
    public var fileName: String
    /// Its media type as registered with
    /// [IANA](https://www.iana.org/assignments/media-types/): `application/n-quads`.
    public var mediaType: String
    /// Whether it holds the default graph only.
    public var isDefaultGraphOnly: Bool

    /// A file.
    public init(fileName: String, mediaType: String, isDefaultGraphOnly: Bool) {
      self.fileName = fileName
      self.mediaType = mediaType
      self.isDefaultGraphOnly = isDefaultGraphOnly
    }
  }

  /// Absolute IRI that the things of the graph stand under; ends with `/` or `#`.
  public var base: String
  /// What the graph is called.
  public var title: DatasetTitle
  /// The licence that the graph is given under; nil where nobody said so.
  public var license: NamedNode?
  /// The person or body that made it; nil names the program instead.
  public var creator: String?
  /// The folder in which the files are published, ending with `/`; nil if it is not known, and then
  /// no file is named.
  public var place: NamedNode?
  /// The RDF files of the build.
  public var dumps: [Dump] = []
  /// The version of the program.
  public var softwareVersion: String
  /// SHA-256 over the files of the domain pack, 64 hexadecimal digits.
  public var packDigest: String
  /// How much was found.
  public var counts: Counts

  /// A description without licence, creator and place of publication.
  public init(
    base: String, title: DatasetTitle, softwareVersion: String, packDigest: String, counts: Counts
  ) {
    self.base = base
    self.title = title
    self.softwareVersion = softwareVersion
    self.packDigest = packDigest
    self.counts = counts
  }

  /// The IRI of the graph as a whole; everything else that only describes it stands below, behind a
  /// further `/`.
  public var iri: String { base + "dataset" }

  /// The program and its version, as people write them.
  public var software: String { "Simpul \(softwareVersion)" }

  /// What was found, in one sentence.
  public var summary: Message {
    let (documents, conflicts) = (counts.documents, counts.conflicts)
    return Message(
      en: """
        \(counts.facts) facts from \(counts.claims) claims in \(documents) \
        \(documents == 1 ? "document" : "documents"), about \(counts.entities) things, with \
        \(conflicts) \(conflicts == 1 ? "conflict" : "conflicts").
        """,
      id: """
        \(counts.facts) fakta dari \(counts.claims) klaim dalam \(documents) dokumen, tentang \
        \(counts.entities) entitas, dengan \(conflicts) pertentangan.
        """)
  }
}
