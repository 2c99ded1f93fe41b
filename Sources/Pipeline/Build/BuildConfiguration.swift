public import Diagnostics
public import Mapping
public import PropertyGraph

/// What a build is to do.
public struct BuildConfiguration: Hashable, Sendable {
  /// Files and folders; folders are searched to the bottom, `-` is the standard input.
  public var inputs: [String]
  /// Whether the inputs are claims, as ``ClaimLines`` writes them, and not documents.
  public var areClaims = false
  /// The folder that the exports are put into; made if it is missing.
  public var output = "exports"
  /// What to write.
  public var formats = OutputFormat.usual
  /// The folder of the domain pack.
  public var pack: String
  /// The mapping file of all tables; nil to look beside each table.
  public var mapping: String?
  /// Absolute IRI under which things get theirs; ends with `/` or `#`.
  public var base = "https://w3id.org/simpul/id/"
  /// Documents read at the same time, at least 1.
  public var jobs = 1
  /// The folder in which the build keeps what later ones need not do again; nil for none.
  public var cache: String?
  /// Whether a document that cannot be read ends the build.
  public var isStrict = false
  /// The language of messages, captions and the report.
  public var language = MessageLanguage.english
  /// Which terms of other vocabularies stand beside those of the pack.
  public var alignments = GraphMapper.Alignments.eli
  /// How claims tell their statements.
  public var profile = GraphMapper.Profile.rdf11
  /// What of the graph stands in the formats for viewers; RDF and the report hold all of it.
  public var filter = GraphFilter()
  /// The file with the decisions of people; nil for none.
  public var decisions: String?
  /// What stands in no output.
  public var privacy = Privacy()
  /// What people say of the graph: its name, its licence, who made it.
  public var publication = Publication()

  /// A build of these inputs with a pack, everything else as usual.
  public init(inputs: [String], pack: String) {
    self.inputs = inputs
    self.pack = pack
  }
}
