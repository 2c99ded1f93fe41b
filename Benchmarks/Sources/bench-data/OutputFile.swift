#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that gets its name only when it is complete, or standard output.
///
/// What could not be completed stays beside it, with the ending `partial`.
struct OutputFile: ~Copyable {
  private let path: String?
  private let descriptor: Int32

  /// The name of a file that is not complete.
  private static func partial(_ path: String) -> String { "\(path).partial" }

  /// Opens the file, or standard output if `path` is nil.
  init(_ path: String?) throws(CommandError) {
    self.path = path
    guard let path else {
      descriptor = STDOUT_FILENO
      return
    }
    descriptor = open(Self.partial(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  /// Appends bytes.
  func append(_ bytes: [UInt8]) throws(CommandError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.failure(path ?? "standard output") }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the complete file its name.
  consuming func finish() throws(CommandError) {
    guard let path else { return }
    guard close(descriptor) == 0, rename(Self.partial(path), path) == 0 else {
      throw Self.failure(path)
    }
  }

  private static func failure(_ name: String) -> CommandError {
    CommandError(status: 74, message: "\(name): \(String(cString: strerror(errno)))")
  }
}
