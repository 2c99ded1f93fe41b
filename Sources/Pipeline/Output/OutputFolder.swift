#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts the files of a build in their folder, all of them or none.
///
/// Every file is first written into a new folder beside the output (``StagedFiles``). A folder that is
/// not there yet appears by one renaming. In one that is, the files are renamed over the earlier ones,
/// one right after the other with interruptions from the terminal held off; if the system refuses one,
/// the earlier files are put back. Whoever is killed between two of the renamings leaves the others to
/// ``recover()``. Files of other names are left alone.
struct OutputFolder {
  let path: String

  /// The folder at a path, which need not exist.
  init(_ path: String) { self.path = FileSystem.trimmed(path) }

  /// Writes the files.
  ///
  /// - Parameter files: names without folders, and contents.
  /// - Throws: ``PipelineError`` if the system refuses; the folder is then as before.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(PipelineError) {
    let staged = try StagedFiles(for: self)
    for file in files {
      try staged.write(file.name) { $0.write(file.bytes) }
    }
    try staged.commit()
  }

  /// Ends what builds that were killed have begun: files that were all ready are put in place, all
  /// others removed.
  ///
  /// What resists stays for the next time; the build that calls writes all of its files anyway.
  ///
  /// - Precondition: the caller keeps other builds out of the folder (``FolderLock``).
  func recover() {
    let parent = FileSystem.parent(of: path)
    let start = Self.stagingName(of: path)
    do throws(FileFailure) {
      for name in try FileSystem.names(in: parent) where name.hasPrefix(start) {
        guard let process = pid_t(name.dropFirst(start.count)), process > 0,
          kill(process, 0) != 0, errno == ESRCH
        else { continue }
        try recover(from: "\(parent)/\(name)")
      }
    } catch {
      // As said above.
    }
  }

  private func recover(from staging: String) throws(FileFailure) {
    let ready = "\(staging)/\(StagedFiles.ready)"
    let old = "\(staging)/\(StagedFiles.old)"
    // Where nothing is ready, earlier files are left only if they could not be put back.
    let kept = try FileSystem.isFolder(ready) ? ready : old
    if try FileSystem.isFolder(kept), try FileSystem.isFolder(path) {
      for name in try FileSystem.names(in: kept) {
        try FileSystem.move("\(kept)/\(name)", to: "\(path)/\(name)")
      }
    }
    for folder in ["\(staging)/\(StagedFiles.new)", ready, old] {
      guard try FileSystem.isFolder(folder) else { continue }
      for name in try FileSystem.names(in: folder) {
        try FileSystem.removeFile("\(folder)/\(name)")
      }
      try FileSystem.removeFolder(folder)
    }
    try FileSystem.removeFolder(staging)
  }

  /// What the name of a folder in which files of an output wait begins with; the number of the process
  /// follows.
  static func stagingName(of path: String) -> String { ".\(FileSystem.name(of: path)).simpul-" }
}
