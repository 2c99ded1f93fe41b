import Diagnostics
import GraphFormats
import RDF

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of a format that has a folder of its own, on their way to the disk.
///
/// They appear all or not at all. Into a folder that people write into too, a list of the files
/// written goes along: what stands at the name of a file and is not in the list, or is not as it was
/// written, belongs to somebody else and stays. A file of the list that is wanted no more goes, if it
/// is as it was written.
struct FolderExport {
  /// The list: a line for each file as `sha256sum` writes it, so that `sha256sum -c` checks it.
  static let manifestName = ".simpul.sha256"

  private let format: FolderFormat
  private let files: [FolderFormat.File]

  init(_ format: FolderFormat, files: [FolderFormat.File]) {
    self.format = format
    self.files = files
  }

  /// Writes the files.
  ///
  /// - Returns: A warning where files of somebody else stay.
  /// - Throws: ``PipelineError`` if the system refuses; the folder is then as before.
  func write(to path: String) throws(PipelineError) -> [Diagnostic] {
    let folder = FileSystem.trimmed(path)
    guard format.isShared else {
      try put(files.map { ($0.name, $0.bytes) }, into: folder)
      return []
    }
    var foreign: [String] = []
    var stale: [String] = []
    var written: [FolderFormat.File] = []
    do throws(FileFailure) {
      let known = try manifest(in: folder)
      for file in files {
        if try isForeign(file, in: folder, known) {
          foreign.append(file.name)
        } else {
          written.append(file)
        }
      }
      let wanted = Set(files.map(\.name))
      for (name, hash) in known where !wanted.contains(name) {
        if try self.hash(ofFileAt: "\(folder)/\(name)") == hash { stale.append(name) }
      }
    } catch {
      throw PipelineError(path, reason: error)
    }
    let lines = written.map { "\(Self.hash(of: $0.bytes))  \($0.name)\n" }.joined()
    try put(
      written.map { ($0.name, $0.bytes) } + [(Self.manifestName, Array(lines.utf8))], into: folder)
    do throws(FileFailure) {
      for name in stale { try FileSystem.removeFile("\(folder)/\(name)") }
    } catch {
      throw PipelineError(path, reason: error)
    }
    return foreign.isEmpty ? [] : [Self.warning(foreign, in: path)]
  }

  private func put(
    _ files: [(name: String, bytes: [UInt8])], into folder: String
  ) throws(PipelineError) {
    OutputFolder(folder).recover()
    try OutputFolder(folder).write(files)
    for file in self.files where file.isExecutable {
      guard chmod("\(folder)/\(file.name)", 0o755) == 0 else {
        throw PipelineError(folder, reason: FileFailure.last)
      }
    }
  }

  /// Whether what stands at the place of a file was not written by Simpul, or was changed since.
  private func isForeign(
    _ file: FolderFormat.File, in folder: String, _ known: [String: String]
  ) throws(FileFailure) -> Bool {
    guard let found = try hash(ofFileAt: "\(folder)/\(file.name)") else { return false }
    return found != known[file.name] && found != Self.hash(of: file.bytes)
  }

  /// The files that were written last, with their hashes; none where nothing was.
  private func manifest(in folder: String) throws(FileFailure) -> [String: String] {
    do throws(FileFailure) {
      let text = try FileSystem.read("\(folder)/\(Self.manifestName)")
      var known: [String: String] = [:]
      for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
        let parts = line.split(separator: "  ", maxSplits: 1)
        // A name that leads elsewhere is none of ours.
        guard parts.count == 2, !parts[1].contains("/") else { continue }
        known[String(parts[1])] = String(parts[0])
      }
      return known
    } catch {
      guard error.isMissing else { throw error }
      return [:]
    }
  }

  /// The hash of what stands at a path; nil if nothing does.
  private func hash(ofFileAt path: String) throws(FileFailure) -> String? {
    do throws(FileFailure) {
      guard try FileSystem.kind(of: path) == .file else { return "" }
      return Self.hash(of: try FileSystem.read(path))
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
  }

  private static func hash(of bytes: [UInt8]) -> String {
    String(decoding: DigestAlgorithm.sha256.hexadecimal(of: bytes), as: UTF8.self)
  }

  private static func warning(_ names: [String], in path: String) -> Diagnostic {
    let count = names.count
    return Diagnostic(
      id: "folder.foreign", severity: .warning,
      message: Message(
        en: "\(count) \(count == 1 ? "file was" : "files were") not written by Simpul or changed "
          + "since, and \(count == 1 ? "stays" : "stay"): \(names[0])",
        id: "\(count) berkas bukan tulisan Simpul atau telah diubah, jadi dibiarkan: \(names[0])"),
      file: path)
  }
}
