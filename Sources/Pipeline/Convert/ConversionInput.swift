import Compression
import Diagnostics
import RDFSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of one input, unpacked if they are gzip data.
final class ConversionInput: ByteSource {
  /// The input as it is called in messages.
  let name: String
  /// Bytes read from the file so far.
  private(set) var bytesRead = 0
  private let file: Int32
  private let closesFile: Bool
  private var unpacker: GzipUnpacker?
  /// Unpacked bytes that nobody has taken yet.
  private var unpacked: [UInt8] = []
  private var taken = 0
  private var isAtEnd = false

  /// Small, since gzip data unpack to up to a thousand times their size.
  private static let packedChunkSize = 1 << 12

  /// Opens an input; `-` is standard input.
  init(_ path: String) throws(PipelineError) {
    if path == "-" {
      (name, file, closesFile) = ("<stdin>", STDIN_FILENO, false)
      return
    }
    (name, closesFile) = (path, true)
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw PipelineError(path, reason: .last) }
  }

  deinit { if closesFile { close(file) } }

  /// Puts the next bytes of the content at the start of a buffer.
  ///
  /// - Throws: ``PipelineError`` if the system refuses or the gzip data are damaged.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if bytesRead == 0, !isAtEnd { return try readFirst(into: buffer) }
    return unpacker == nil ? try readFile(into: buffer) : try readUnpacked(into: buffer)
  }

  /// Little for packed data, which grow to up to a thousand times their size.
  var longestToken: Int { unpacker == nil ? 256 << 20 : 4 << 20 }

  /// 512 MiB, and 64 MiB of packed data.
  var longestText: Int { unpacker == nil ? 512 << 20 : 64 << 20 }

  /// The first bytes, which tell whether they are gzip data; few, as those are unpacked at once.
  private func readFirst(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let few = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Self.packedChunkSize))
    var count = try readFile(into: few)
    if count == 1, few.count > 1 {
      count += try readFile(into: UnsafeMutableRawBufferPointer(rebasing: few[1...]))
    }
    let start = Array(few[..<count])
    guard GzipUnpacker.recognises(start) else { return count }
    try unpacking { () throws(GzipError) in
      let unpacker = try GzipUnpacker()
      self.unpacker = unpacker
      try unpacker.unpack(start, into: &unpacked)
    }
    return try readUnpacked(into: buffer)
  }

  private func readUnpacked(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while taken == unpacked.count {
      guard !isAtEnd else { return 0 }
      unpacked.removeAll(keepingCapacity: true)
      taken = 0
      var packed = [UInt8](repeating: 0, count: Self.packedChunkSize)
      let count = try packed.withUnsafeMutableBytes { try readFile(into: $0) }
      packed.removeLast(packed.count - count)
      try unpacking { () throws(GzipError) in
        guard let unpacker else { return }
        try isAtEnd ? unpacker.finish() : unpacker.unpack(packed, into: &unpacked)
      }
    }
    let count = min(buffer.count, unpacked.count - taken)
    unpacked.withUnsafeBytes { bytes in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[taken..<taken + count]))
    }
    taken += count
    return count
  }

  private func unpacking(_ body: () throws(GzipError) -> Void) throws(PipelineError) {
    do throws(GzipError) {
      try body()
    } catch {
      let message = error.message
      throw PipelineError(
        .badInput,
        Message(en: "\(name): \(message.english)", id: "\(name): \(message.indonesian)"))
    }
  }

  /// Bytes as they lie in the file.
  private func readFile(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(PipelineError) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(file, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 {
        bytesRead += count
        isAtEnd = count == 0
        return count
      }
      let failure = FileFailure.last
      if failure.code != EINTR { throw PipelineError(name, reason: failure) }
    }
  }
}
