import Diagnostics

/// The annotation files of a folder, or one file.
struct GoldFolder {
  /// A file of annotations.
  struct File: Sendable {
    /// As the user would name it.
    var path: String
    /// Without folders and ending: that of its document.
    var name: String
    var annotations: Annotations
  }

  /// In the order of their names.
  let files: [File]

  /// Reads all of them.
  ///
  /// - Throws: ``PipelineError`` for what cannot be read, a folder without annotations and the first
  ///   mistake in them.
  init(_ path: String, reader: AnnotationReader) throws(PipelineError) {
    let path = FileSystem.trimmed(path)
    var paths = [path]
    do throws(FileFailure) {
      if try FileSystem.kind(of: path) == .folder {
        paths = try FileSystem.names(in: path)
          .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
          .map { path == "/" ? "/\($0)" : "\(path)/\($0)" }
      }
    } catch {
      throw PipelineError(path, reason: error)
    }
    guard !paths.isEmpty else {
      throw PipelineError(
        .badInput,
        Message(
          en: "\(path): no annotations; expected files that end with .json",
          id: "\(path): tidak ada anotasi; diharapkan berkas berakhiran .json"))
    }
    var files: [File] = []
    for path in paths {
      let bytes: [UInt8]
      do throws(FileFailure) {
        bytes = try FileSystem.read(path)
      } catch {
        throw PipelineError(path, reason: error)
      }
      files.append(
        File(
          path: path, name: Self.stem(of: FileSystem.name(of: path)),
          annotations: try reader.read(bytes, file: path)))
    }
    self.files = files
  }

  /// A file name without its ending: what stands before the last dot that is not the first character.
  static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
