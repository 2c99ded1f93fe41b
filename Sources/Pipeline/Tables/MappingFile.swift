import Diagnostics
import DomainPack

/// The files that tell what the columns of tables mean: `list.map.yaml` beside `list.csv`, or
/// `map.yaml` for all tables of a folder.
enum MappingFile {
  private static let endings = [".map.yaml", ".map.yml"]
  private static let folderNames = ["map.yaml", "map.yml"]

  /// Whether a file by its name is a mapping and no document.
  static func isMapping(_ path: String) -> Bool {
    let name = FileSystem.name(of: path).lowercased()
    return folderNames.contains(name) || endings.contains { name.hasSuffix($0) }
  }

  /// Where to look for the mapping of a table, the most particular first.
  static func paths(for table: String) -> [String] {
    let parent = FileSystem.parent(of: table)
    let name = FileSystem.name(of: table)
    var stems = [name]
    for _ in 0..<2 {
      // `list.csv.gz` has two endings.
      guard let last = stems.last, let dot = last.lastIndex(of: "."), dot != last.startIndex else {
        break
      }
      stems.append(String(last[..<dot]))
    }
    let names = stems.flatMap { stem in endings.map { stem + $0 } } + folderNames
    // As the user named the table: without a folder where it has none.
    let folder = parent == "." && !table.hasPrefix("./") ? "" : parent == "/" ? "/" : "\(parent)/"
    return names.map { folder + $0 }
  }

  /// The file that a person would write for a table.
  static func usualPath(for table: String) -> String {
    let paths = paths(for: table)
    let bare = paths.count > 4 ? paths[2] : paths[0]
    return bare
  }

  /// The mapping of a table; nil if there is no file for it.
  ///
  /// - Throws: ``PipelineError`` for a mapping that cannot be read or has a mistake.
  static func find(
    for table: String, vocabulary: Vocabulary
  ) throws(PipelineError) -> TableMapping? {
    for path in paths(for: table) {
      do throws(FileFailure) {
        guard try FileSystem.kind(of: path) == .file else { continue }
      } catch {
        // A table in an archive has no folder that could hold one.
        if error.isMissing || error.isBelowFile { continue }
        throw PipelineError(path, reason: error)
      }
      return try load(path, vocabulary: vocabulary)
    }
    return nil
  }

  /// The mapping in a file.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read or has a mistake.
  static func load(_ path: String, vocabulary: Vocabulary) throws(PipelineError) -> TableMapping {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      throw PipelineError(path, reason: error)
    }
    do throws(SyntaxError) {
      let root = try PackNode.parse(String(decoding: bytes, as: UTF8.self), file: path)
      return try TableMapping.load(root, vocabulary: vocabulary)
    } catch {
      throw PipelineError(error)
    }
  }
}
