import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A call of the system that failed.
struct SystemFailure: Error {
  /// Which call, and on what.
  var call: String
  /// The system's number of the failure.
  var code: Int32

  /// The failure in the system's words.
  var description: String { "\(call): \(String(cString: strerror(code)))" }
}

/// Bytes in a file without a name, which another program can open as its standard input.
///
/// The name is taken away before a byte is written: whatever ends this process, nothing stays.
struct PrivateFile: ~Copyable {
  /// The open file; closed at the end of this value's life.
  let descriptor: Int32

  /// A file that holds some bytes, in the folder of the environment's `TMPDIR`, or `/tmp`.
  ///
  /// - Throws: ``SystemFailure`` if it cannot be made or written.
  init(_ bytes: [UInt8]) throws(SystemFailure) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let pattern = "\(folder.isEmpty ? "/tmp" : folder)/simpul-XXXXXX"
    let opened = try Self.make(pattern)
    do throws(SystemFailure) {
      try Self.fill(opened, with: bytes)
    } catch {
      close(opened)
      throw error
    }
    descriptor = opened
  }

  /// A new file that has lost its name.
  private static func make(_ pattern: String) throws(SystemFailure) -> Int32 {
    var name = Array(pattern.utf8CString)
    let (descriptor, failure) = SpawnLock.shared.withLock { _ -> (Int32, Int32) in
      let descriptor = mkstemp(&name)
      guard descriptor >= 0 else { return (descriptor, errno) }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return (descriptor, 0)
    }
    guard descriptor >= 0 else { throw SystemFailure(call: "mkstemp \(pattern)", code: failure) }
    guard unlink(&name) == 0 else {
      let code = errno
      close(descriptor)
      throw SystemFailure(call: "unlink \(pattern)", code: code)
    }
    return descriptor
  }

  private static func fill(_ descriptor: Int32, with bytes: [UInt8]) throws(SystemFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemFailure(call: "write a temporary file", code: errno) }
      written += count
    }
  }

  deinit { close(descriptor) }
}
