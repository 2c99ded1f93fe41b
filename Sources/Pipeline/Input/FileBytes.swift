import Compression

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of an open file, read where they are asked for.
final class FileBytes: RandomAccessBytes {
  // A class since the file is closed with the last use of it.
  private let file: Int32
  let count: Int

  /// Opens a file.
  ///
  /// - Returns: its bytes; those of a pipe or a device are read at once.
  static func open(_ path: String) throws(FileFailure) -> any RandomAccessBytes {
    guard try FileSystem.kind(of: path) == .file else { return try FileSystem.read(path) }
    return try FileBytes(path)
  }

  private init(_ path: String) throws(FileFailure) {
    let file = openForReading(path)
    guard file >= 0 else { throw .last }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      let failure = FileFailure.last
      close(file)
      throw failure
    }
    self.file = file
    count = Int(status.st_size)
  }

  deinit { close(file) }

  func read(_ range: Range<Int>) throws(ByteReadError) -> [UInt8] {
    var failure: FileFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let read = pread(
          file, buffer.baseAddress.map { $0 + filled }, range.count - filled,
          off_t(range.lowerBound + filled))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else {
          // A file that got shorter meanwhile ends early.
          failure = read < 0 ? .last : FileFailure(code: EIO)
          return
        }
        filled += read
      }
    }
    if let failure { throw ByteReadError(failure.message) }
    return bytes
  }
}

private func openForReading(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
