#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to change a file, which one process has at a time.
///
/// The lock is on the file itself and ends with the process at the latest. A file that takes the place
/// of a locked one is another file: who has waited for the one before waits for the new one then.
///
/// A class, because it owns the open file and closes it.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Waits until nobody else has the right; nil if there is no such file.
  ///
  /// - Throws: ``SnapshotError`` if the system refuses.
  package init?(_ path: String) throws(SnapshotError) {
    while true {
      let opened = open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else {
        if errno == ENOENT { return nil }
        throw SnapshotError(.system(errno), file: path)
      }
      while flock(opened, LOCK_EX) != 0 {
        let number = errno
        if number == EINTR { continue }
        _ = close(opened)
        throw SnapshotError(.system(number), file: path)
      }
      if FileIdentity(opened) == FileIdentity(path: path) {
        descriptor = opened
        return
      }
      _ = close(opened)
    }
  }

  deinit { _ = close(descriptor) }
}
