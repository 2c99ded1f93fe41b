import Diagnostics
import Documents
import DomainPack

/// Reads the files that tell what the columns of tables mean (``MappingName``).
enum MappingFile {
  /// The mapping beside a table; nil if there is no file for it.
  ///
  /// - Throws: ``PipelineError`` for a mapping that cannot be read or has a mistake.
  static func find(
    for table: DocumentMember, vocabulary: Vocabulary
  ) throws(PipelineError) -> TableMapping? {
    // What is a part of another file has nothing beside it but what that file holds.
    guard table.keyPath == nil else {
      guard let file = table.mapping else { return nil }
      return try parse(file.bytes, file.path, vocabulary: vocabulary)
    }
    for path in MappingName.names(for: table.path) {
      do throws(FileFailure) {
        guard try FileSystem.kind(of: path) == .file else { continue }
      } catch {
        if error.isMissing { continue }
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
    return try parse(bytes, path, vocabulary: vocabulary)
  }

  private static func parse(
    _ bytes: [UInt8], _ path: String, vocabulary: Vocabulary
  ) throws(PipelineError) -> TableMapping {
    do throws(SyntaxError) {
      let root = try PackNode.parse(String(decoding: bytes, as: UTF8.self), file: path)
      return try TableMapping.load(root, vocabulary: vocabulary)
    } catch {
      throw PipelineError(error)
    }
  }
}
