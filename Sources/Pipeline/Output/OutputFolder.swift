#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts the files of a build in their folder, all of them or none.
///
/// Every file is first written into a new folder beside the output. A folder that is not there yet
/// appears by one renaming. In one that is, the files are renamed over the earlier ones, one right
/// after the other with interruptions from the terminal held off; if the system refuses one, the
/// earlier files are put back. Files of other names are left alone.
struct OutputFolder {
  let path: String

  /// The folder at a path, which need not exist.
  init(_ path: String) { self.path = FileSystem.trimmed(path) }

  /// Writes the files.
  ///
  /// - Parameter files: names without folders, and contents.
  /// - Throws: ``PipelineError`` if the system refuses; the folder is then as before.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(PipelineError) {
    do throws(FileFailure) {
      try refuseFile()
      try FileSystem.makeFolder(FileSystem.parent(of: path))
      let staging = StagingFolder(beside: path)
      defer { staging.discard(files.map(\.name)) }
      try staging.make(for: files.map(\.name))
      for file in files { try FileSystem.write(file.bytes, to: staging.new(file.name)) }
      try HeldSignals.during { () throws(FileFailure) in
        try commit(files.map(\.name), from: staging)
      }
    } catch {
      throw PipelineError(path, reason: error)
    }
  }

  private func refuseFile() throws(FileFailure) {
    do throws(FileFailure) {
      guard try FileSystem.kind(of: path) == .folder else { throw FileFailure(code: ENOTDIR) }
    } catch {
      if !error.isMissing { throw error }
    }
  }

  private func commit(_ names: [String], from staging: StagingFolder) throws(FileFailure) {
    do throws(FileFailure) {
      guard try FileSystem.kind(of: path) == .folder else { throw FileFailure(code: ENOTDIR) }
    } catch {
      guard error.isMissing else { throw error }
      try FileSystem.move(staging.newFolder, to: path)
      return
    }
    var touched: [(name: String, hadEarlier: Bool)] = []
    do throws(FileFailure) {
      for name in names {
        touched.append((name, try setAside(name, in: staging)))
        try FileSystem.move(staging.new(name), to: "\(path)/\(name)")
      }
    } catch {
      for (name, hadEarlier) in touched.reversed() {
        if hadEarlier {
          try FileSystem.move(staging.old(name), to: "\(path)/\(name)")
        } else {
          try removeIfThere("\(path)/\(name)")
        }
      }
      throw error
    }
    for (name, hadEarlier) in touched where hadEarlier { try removeIfThere(staging.old(name)) }
  }

  /// Keeps an earlier file in reach by a second name, so that its place is never empty.
  private func setAside(_ name: String, in staging: StagingFolder) throws(FileFailure) -> Bool {
    guard link("\(path)/\(name)", staging.old(name)) != 0 else { return true }
    let failure = FileFailure.last
    if failure.isMissing { return false }
    // A disk without hard links, or a link at that name.
    guard [EPERM, EOPNOTSUPP, ENOTSUP, EMLINK, EXDEV, EACCES].contains(failure.code) else {
      throw failure
    }
    try FileSystem.move("\(path)/\(name)", to: staging.old(name))
    return true
  }

  private func removeIfThere(_ path: String) throws(FileFailure) {
    do throws(FileFailure) {
      try FileSystem.removeFile(path)
    } catch {
      if !error.isMissing { throw error }
    }
  }
}

/// The hidden folder in which files wait for all to be written: `new` holds them, `old` the
/// earlier ones until all are in place.
private struct StagingFolder {
  let path: String

  init(beside output: String) {
    path = "\(FileSystem.parent(of: output))/.\(FileSystem.name(of: output)).simpul-\(getpid())"
  }

  var newFolder: String { "\(path)/new" }
  func new(_ name: String) -> String { "\(path)/new/\(name)" }
  func old(_ name: String) -> String { "\(path)/old/\(name)" }

  /// Makes the folders; an interruption removes them with the files of these names.
  func make(for names: [String]) throws(FileFailure) {
    for path in [path, newFolder, "\(path)/old"] + names.map(new) { Leftovers.add(path) }
    try FileSystem.makeFolder(newFolder)
    try FileSystem.makeFolder("\(path)/old")
  }

  /// Removes what is left, except earlier files that could not be put back.
  ///
  /// What resists is a hidden folder too many and no reason to fail.
  func discard(_ names: [String]) {
    for name in names { _ = unlink(new(name)) }
    _ = rmdir("\(path)/new")
    _ = rmdir("\(path)/old")
    _ = rmdir(path)
    for path in [path, newFolder, "\(path)/old"] + names.map(new) { Leftovers.remove(path) }
  }
}
