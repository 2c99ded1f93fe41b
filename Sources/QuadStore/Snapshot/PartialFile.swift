#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written beside the one whose place it takes, under a name that is always the same.
///
/// The writer holds a lock on it, which the system ends with the process. So what a killed writer
/// left behind is known by not being locked, and the next writer begins it anew; where two write at
/// once, the second waits for the first.
struct PartialFile: ~Copyable {
  /// The name of the file that it becomes.
  let path: String
  let name: String
  let descriptor: Int32

  /// Opens an empty file beside a path.
  ///
  /// - Throws: ``SnapshotError`` if the system refuses.
  init(beside path: String) throws(SnapshotError) {
    let name = "\(path).partial"
    self.path = path
    self.name = name
    while true {
      // No link is followed: what it points to is nobody's to write.
      let opened = open(name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
      guard opened >= 0 else { throw SnapshotError(.system(errno), file: name) }
      guard Self.lock(opened), Self.empty(opened, name) else {
        let number = errno
        _ = close(opened)
        throw SnapshotError(.system(number), file: name)
      }
      // The writer before may have finished while this one waited: then the name means nothing, or
      // the file of a third one.
      if Self.isNamed(opened, name) {
        descriptor = opened
        return
      }
      _ = close(opened)
    }
  }

  deinit { _ = close(descriptor) }

  private static func lock(_ descriptor: Int32) -> Bool {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  /// Whether what a killed writer wrote is gone, or was never there; a file that has got another name
  /// by now is left as it is.
  private static func empty(_ descriptor: Int32, _ name: String) -> Bool {
    !isNamed(descriptor, name) || ftruncate(descriptor, 0) == 0
  }

  /// Whether a name means an open file.
  private static func isNamed(_ descriptor: Int32, _ name: String) -> Bool {
    guard let own = FileIdentity(descriptor) else { return false }
    return own == FileIdentity(link: name)
  }

  /// Takes the place of the file that it was opened beside; on the disk, too.
  ///
  /// - Throws: ``SnapshotError`` if the system refuses; the file is gone then.
  consuming func replace() throws(SnapshotError) {
    guard rename(name, path) == 0 else {
      let number = errno
      unlink(name)
      throw SnapshotError(.system(number), file: path)
    }
    try FileIdentity.synchronizeFolder(of: path)
  }

  /// Removes the file.
  consuming func discard() { unlink(name) }
}
