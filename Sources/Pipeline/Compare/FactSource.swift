import DomainPack
import Mapping
import RDF
import Resolution

/// What a comparison of facts reads: the folder of a build, the claims of an extraction, or a graph.
enum FactSource {
  /// A graph that a build wrote, as N-Quads or a snapshot.
  case graph(String)
  /// JSON Lines as ``ClaimLines`` writes them.
  case claims(String)

  /// The file of a build's folder that holds everything.
  private static let graphName = "graph.nq"
  private static let claimEndings = [".jsonl", ".ndjson"]

  /// What a path leads to.
  ///
  /// - Throws: ``PipelineError`` for a folder without `graph.nq`.
  init(_ path: String) throws(PipelineError) {
    if Self.holdsClaims(path) {
      self = .claims(path)
      return
    }
    guard try Self.isFolder(path) else {
      self = .graph(path)
      return
    }
    let file = "\(FileSystem.trimmed(path))/\(Self.graphName)"
    do throws(FileFailure) {
      guard try FileSystem.kind(of: file) == .file else { throw FileFailure.notAFile }
    } catch {
      throw PipelineError(file, reason: error)
    }
    self = .graph(file)
  }

  static func holdsClaims(_ path: String) -> Bool { claimEndings.contains { path.hasSuffix($0) } }

  static func isFolder(_ path: String) throws(PipelineError) -> Bool {
    guard path != FileSystem.standardInput else { return false }
    do throws(FileFailure) {
      return try FileSystem.isFolder(path)
    } catch {
      throw PipelineError(path, reason: error)
    }
  }

  /// Reads the graph, or makes it of the claims as a build does.
  ///
  /// - Parameter pack: gives the pack, which only claims need.
  /// - Returns: the graph.
  /// - Throws: ``PipelineError`` for what cannot be read.
  func graph(pack: () throws(PipelineError) -> LoadedPack) throws(PipelineError) -> GraphFile {
    switch self {
    case .graph(let path): return try GraphFile(path: path)
    case .claims(let path):
      let pack = try pack()
      let documents = try ClaimLines.outcomes(ofFiles: [path]).compactMap(\.claims)
      let build = Build(BuildConfiguration(inputs: [], pack: pack.pack.folder))
      let graph = try build.graph(of: documents, pack: pack)
      return GraphFile(build.statements(of: graph, pack: pack, profile: .rdf11).quads)
    }
  }
}
