import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps a second build out of a folder while the first one works.
///
/// A hidden file beside the folder is locked by `flock(2)`: a build that is killed leaves the file, and
/// no lock.
final class FolderLock {
  // A class since the lock ends with its last use.
  private let path: String
  private let file: Int32

  /// Locks the place of a folder, which need not exist.
  ///
  /// - Throws: ``PipelineError`` if another build holds it, or the system refuses.
  init(_ folder: String) throws(PipelineError) {
    let folder = FileSystem.trimmed(folder)
    let parent = FileSystem.parent(of: folder)
    path = "\(parent)/.\(FileSystem.name(of: folder)).simpul-lock"
    do throws(FileFailure) {
      try FileSystem.makeFolder(parent)
      file = try Self.lock(path)
    } catch {
      guard error.code == EWOULDBLOCK else { throw PipelineError(folder, reason: error) }
      throw PipelineError(
        .inputOutput,
        Message(
          en:
            "\(folder): another build is at work here; wait for it, or name another folder with -o",
          id:
            "\(folder): build lain sedang bekerja di sini; tunggu, atau sebutkan folder lain dengan -o"
        ))
    }
    Leftovers.add(path)
  }

  deinit {
    // First the name, then the lock: whoever opens the file in between sees that it is gone.
    _ = unlink(path)
    _ = close(file)
    Leftovers.remove(path)
  }

  private static func lock(_ path: String) throws(FileFailure) -> Int32 {
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard file >= 0 else { throw .last }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let failure = FileFailure.last
        close(file)
        throw failure
      }
      var (own, named) = (stat(), stat())
      if fstat(file, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino { return file }
      // The one before took the file away between opening and locking.
      close(file)
    }
  }
}
