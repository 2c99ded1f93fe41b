#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of an output on their way: they wait in a hidden folder beside it until all are whole.
///
/// `new` holds what is being written; it is called `ready` from the moment that nothing is missing, and
/// the files go from there to their places. `old` holds the earlier ones until all are there.
final class StagedFiles {
  // A class since what is not put in place is removed with the last use of it.
  static let new = "new"
  static let ready = "ready"
  static let old = "old"

  private let output: String
  private let staging: String
  private var names: [String] = []

  /// Makes the hidden folder; an interruption removes it.
  ///
  /// - Throws: ``PipelineError`` if the system refuses, or a file stands where the folder is to be.
  init(for folder: OutputFolder) throws(PipelineError) {
    output = folder.path
    let parent = FileSystem.parent(of: output)
    staging = "\(parent)/\(OutputFolder.stagingName(of: output))\(getpid())"
    do throws(FileFailure) {
      try Self.refuseFile(output)
      try FileSystem.makeFolder(parent)
      for path in folders { Leftovers.add(path) }
      for path in folders { try FileSystem.makeFolder(path) }
    } catch {
      discard()
      throw PipelineError(output, reason: error)
    }
  }

  deinit { discard() }

  private var folders: [String] { [staging, place(Self.new), place(Self.old)] }

  private func place(_ folder: String, _ name: String? = nil) -> String {
    "\(staging)/\(folder)" + (name.map { "/\($0)" } ?? "")
  }

  /// Writes a file, whose name leads into no folder, and hands it to the disk.
  ///
  /// - Parameters:
  ///   - name: the name of the file.
  ///   - body: hands the bytes to the sink, in pieces of any size.
  /// - Throws: ``PipelineError`` that names the file if the system refuses.
  func write(_ name: String, _ body: (inout FileSink) -> Void) throws(PipelineError) {
    let path = place(Self.new, name)
    names.append(name)
    Leftovers.add(path)
    do throws(FileFailure) {
      var sink = try FileSink(path)
      body(&sink)
      try sink.close(isDurable: true)
    } catch {
      throw PipelineError("\(output)/\(name)", reason: error)
    }
  }

  /// Puts all files in place.
  ///
  /// - Throws: ``PipelineError`` if the system refuses; the folder is then as before.
  func commit() throws(PipelineError) {
    do throws(FileFailure) {
      try HeldSignals.during { () throws(FileFailure) in try putInPlace() }
    } catch {
      throw PipelineError(output, reason: error)
    }
  }

  private func putInPlace() throws(FileFailure) {
    guard try FileSystem.isFolder(output) else {
      try FileSystem.move(place(Self.new), to: output)
      return
    }
    try FileSystem.move(place(Self.new), to: place(Self.ready))
    try replace()
  }

  private func replace() throws(FileFailure) {
    var touched: [(name: String, hadEarlier: Bool)] = []
    do throws(FileFailure) {
      for name in names {
        touched.append((name, try setAside(name)))
        try FileSystem.move(place(Self.ready, name), to: "\(output)/\(name)")
      }
    } catch {
      for (name, hadEarlier) in touched.reversed() {
        if hadEarlier {
          try FileSystem.move(place(Self.old, name), to: "\(output)/\(name)")
        } else {
          try Self.removeIfThere("\(output)/\(name)")
        }
      }
      throw error
    }
    for (name, hadEarlier) in touched where hadEarlier {
      try Self.removeIfThere(place(Self.old, name))
    }
  }

  /// Keeps an earlier file in reach by a second name, so that its place is never empty.
  private func setAside(_ name: String) throws(FileFailure) -> Bool {
    guard link("\(output)/\(name)", place(Self.old, name)) != 0 else { return true }
    let failure = FileFailure.last
    if failure.isMissing { return false }
    // A disk without hard links, or a link at that name.
    guard [EPERM, EOPNOTSUPP, ENOTSUP, EMLINK, EXDEV, EACCES].contains(failure.code) else {
      throw failure
    }
    try FileSystem.move("\(output)/\(name)", to: place(Self.old, name))
    return true
  }

  private static func refuseFile(_ path: String) throws(FileFailure) {
    do throws(FileFailure) {
      guard try FileSystem.kind(of: path) == .folder else { throw FileFailure(code: ENOTDIR) }
    } catch {
      if !error.isMissing { throw error }
    }
  }

  private static func removeIfThere(_ path: String) throws(FileFailure) {
    do throws(FileFailure) {
      try FileSystem.removeFile(path)
    } catch {
      if !error.isMissing { throw error }
    }
  }

  /// Removes what is left, except earlier files that could not be put back.
  ///
  /// What resists is a hidden folder too many and no reason to fail.
  private func discard() {
    for part in [Self.new, Self.ready] {
      for name in names { _ = unlink(place(part, name)) }
      _ = rmdir(place(part))
    }
    _ = rmdir(place(Self.old))
    _ = rmdir(staging)
    for path in folders + names.map({ place(Self.new, $0) }) { Leftovers.remove(path) }
  }
}
