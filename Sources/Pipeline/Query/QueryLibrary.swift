import Claims
import Diagnostics

/// The named queries of a folder, each a file with the ending `.rq`.
public struct QueryLibrary: Sendable {
  /// The environment variable that names the folder.
  public static let variable = "SIMPUL_QUERIES"

  /// The folder.
  public let folder: String
  /// The queries, in order of their names.
  public let queries: [NamedQuery]

  /// The queries of a folder.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read or does not tell what it answers.
  public init(folder: String) throws(PipelineError) {
    self.folder = folder
    let names: [String]
    do throws(FileFailure) {
      names = try FileSystem.names(in: folder)
    } catch {
      throw PipelineError(folder, reason: error)
    }
    var queries: [NamedQuery] = []
    for name in names.sorted() where name.hasSuffix(Self.ending) {
      queries.append(
        try Self.query("\(folder)/\(name)", name: String(name.dropLast(Self.ending.count))))
    }
    self.queries = queries
  }

  /// The query of a name.
  ///
  /// - Throws: ``PipelineError`` with the nearest names if there is none of it.
  public func query(named name: String) throws(PipelineError) -> NamedQuery {
    if let query = queries.first(where: { $0.name == name }) { return query }
    let nearest = EditDistance.nearest(toName: name, among: queries.map(\.name), count: 3)
    let known = (nearest.isEmpty ? queries.map(\.name) : nearest).joined(separator: ", ")
    throw PipelineError(
      .arguments,
      Message(
        en: "\(folder): no query “\(name)”; "
          + (nearest.isEmpty ? "there are \(known)" : "did you mean \(known)?"),
        id: "\(folder): tidak ada kueri “\(name)”; "
          + (nearest.isEmpty ? "yang ada: \(known)" : "maksud Anda \(known)?")))
  }

  /// The folder of the library: the one named, else `$SIMPUL_QUERIES`, else `../share/simpul/queries`
  /// beside the executable, else `./Examples/queries`.
  ///
  /// - Parameters:
  ///   - named: the folder that the user asks for.
  ///   - environment: the variables of the process.
  ///   - executable: the path of the running program; nil if unknown.
  /// - Returns: the first folder of these that is there.
  /// - Throws: ``PipelineError`` if none is.
  public static func find(
    named: String?, environment: [String: String], executable: String?
  ) throws(PipelineError) -> String {
    if let named { return named }
    if let folder = environment[variable], !folder.isEmpty { return folder }
    var candidates: [String] = []
    if let executable {
      candidates.append("\(PackLocation.sharedFolder(of: executable))/queries")
    }
    candidates.append("Examples/queries")
    if let found = candidates.first(where: isFolder) { return found }
    throw PipelineError(
      .arguments,
      Message(
        en: "no named queries found (looked in \(candidates.joined(separator: ", "))); "
          + "name their folder with --queries or $\(variable)",
        id: "kueri bernama tidak ditemukan (dicari di \(candidates.joined(separator: ", "))); "
          + "sebutkan foldernya dengan --queries atau $\(variable)"))
  }

  private static let ending = ".rq"

  private static func query(_ path: String, name: String) throws(PipelineError) -> NamedQuery {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      throw PipelineError(path, reason: error)
    }
    do throws(SyntaxError) {
      return try NamedQuery(name: name, path: path, text: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw PipelineError(error)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    do throws(FileFailure) {
      return try FileSystem.kind(of: path) == .folder
    } catch {
      return false
    }
  }
}
