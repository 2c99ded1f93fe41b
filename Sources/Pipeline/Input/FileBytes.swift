import Compression
import Diagnostics

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
  /// - Returns: its bytes; those of a pipe, a device, or a file that the system says to be empty, which
  ///   it also says of files that it makes up, are read at once.
  static func open(_ path: String) throws(FileFailure) -> any RandomAccessBytes {
    guard try FileSystem.kind(of: path) == .file else { return try FileSystem.read(path) }
    let file = try FileBytes(path)
    return file.count == 0 ? try FileSystem.read(path) : file
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
    var failure: Message?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let read = pread(
          file, buffer.baseAddress.map { $0 + filled }, range.count - filled,
          off_t(range.lowerBound + filled))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else {
          failure = read < 0 ? FileFailure.last.message : Self.gotShorter
          return
        }
        filled += read
      }
    }
    if let failure { throw ByteReadError(failure) }
    return bytes
  }

  /// What is told of a file that ends before the length it had when it was opened.
  private static let gotShorter = Message(
    en: "the file became shorter while it was read", id: "berkas memendek selagi dibaca")
}

private func openForReading(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
