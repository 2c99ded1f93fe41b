import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Held while a program is started, and while a new file or pipe is not yet marked as ours alone: a
/// program started meanwhile would inherit it, and a pipe would then not end with its own program.
enum SpawnLock {
  /// The lock of the process.
  static let shared = Mutex<Void>(())
}

/// A pipe whose ends no other program inherits; both are closed at the end of its life.
struct Pipe: ~Copyable {
  /// Where it is read.
  let readEnd: Int32
  /// Where it is written; negative once closed.
  private(set) var writeEnd: Int32

  /// A new pipe.
  ///
  /// - Throws: ``SystemFailure`` if the system gives none.
  init() throws(SystemFailure) {
    var ends: [Int32] = [-1, -1]
    let failure = SpawnLock.shared.withLock { _ -> Int32 in
      guard pipe(&ends) == 0 else { return errno }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return 0
    }
    guard failure == 0 else { throw SystemFailure(call: "pipe", code: failure) }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  /// Closes the end for writing, so that reading finds the end when the other program is done.
  mutating func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }

  deinit {
    close(readEnd)
    if writeEnd >= 0 { close(writeEnd) }
  }
}
