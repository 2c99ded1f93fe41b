public import PropertyGraph

/// A format that is several files in a folder of their own.
public enum FolderFormat: String, CaseIterable, Hashable, Sendable {
  /// Tables for `neo4j-admin database import`, a script that calls it, and one for `LOAD CSV`.
  case neo4j
  /// Tables for the [import of Kumu](https://docs.kumu.io/guides/import).
  case kumu
  /// Tables for the network graphs of [Flourish](https://flourish.studio).
  case flourish
  /// Tables for Gephi's Import Spreadsheet.
  case gephi
  /// Notes for an [Obsidian](https://obsidian.md) vault, one for each node.
  case obsidian

  /// A file of a folder.
  public struct File: Hashable, Sendable {
    /// The name, without folders.
    public var name: String
    /// The content.
    public var bytes: [UInt8]
    /// Whether it is a script that people call.
    public var isExecutable = false

    init(_ name: String, _ bytes: [UInt8], isExecutable: Bool = false) {
      self.name = name
      self.bytes = bytes
      self.isExecutable = isExecutable
    }
  }

  /// The name by which it is chosen, and of the folder that a build writes.
  public var name: String { rawValue }

  /// The media type of most of its files.
  public var mediaType: String { self == .obsidian ? "text/markdown" : "text/csv" }

  /// Whether people write into the folder too, so that what is not Simpul's has to stay as it is.
  public var isShared: Bool { self == .obsidian }

  /// Whether the places that a layout gives the nodes are seen in it.
  public var showsPlaces: Bool { self == .gephi }

  /// The files, in order of their names.
  public func files(of graph: PropertyGraph) -> [File] {
    let files =
      switch self {
      case .neo4j: Neo4jTables(graph).files
      case .kumu: KumuTables(graph).files
      case .flourish: FlourishTables(graph).files
      case .gephi: GephiTables(graph).files
      case .obsidian: ObsidianVault(graph).files
      }
    return files.sorted { $0.name < $1.name }
  }
}
