import RDFSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new file that takes what a serializer writes, as it is written.
///
/// Writing never fails by itself: after the first refusal of the system what comes is dropped, and
/// ``close(isDurable:)`` tells why.
struct FileSink: ByteSink {
  private let file: Int32
  private var failure: FileFailure?

  /// Makes a file, in place of one that is there.
  ///
  /// - Throws: ``FileFailure`` if the system refuses.
  init(_ path: String) throws(FileFailure) {
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .last }
  }

  mutating func write(_ chunk: [UInt8]) {
    guard failure == nil else { return }
    failure = chunk.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = systemWrite(
          file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return .last }
        written += count
      }
      return nil
    }
  }

  /// Ends the file; it must be called once, and last.
  ///
  /// - Parameter isDurable: whether the file is handed to the disk, so that it outlasts a failing
  ///   system.
  /// - Throws: ``FileFailure`` if the system refused anything; a part of the file may then be there.
  mutating func close(isDurable: Bool) throws(FileFailure) {
    // A pipe or a device cannot be handed to a disk.
    if isDurable, failure == nil, fsync(file) != 0, errno != EINVAL { failure = .last }
    if systemClose(file) != 0, failure == nil { failure = .last }
    if let failure { throw failure }
  }
}

// Within `FileSink` the plain names mean its own functions.
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
// Within `FileSink` the plain names mean its own functions.
private func systemClose(_ file: Int32) -> Int32 { close(file) }
