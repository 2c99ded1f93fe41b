import Compression
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of one input in chunks, unpacked if they are gzip data.
final class ConversionInput {
  // A class since it closes its file when it goes.
  /// The input as it is called in messages.
  let name: String
  /// Bytes read from the file so far.
  private(set) var bytesRead = 0
  private let file: Int32
  private let closesFile: Bool
  private var unpacker: GzipUnpacker?
  private var isAtEnd = false

  private static let chunkSize = 1 << 18
  /// Small, since gzip data unpack to up to a thousand times their size.
  private static let packedChunkSize = 1 << 14

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

  /// The next bytes; nil at the end.
  ///
  /// - Throws: ``PipelineError`` if the system refuses or the gzip data are damaged.
  func next() throws(PipelineError) -> [UInt8]? {
    while !isAtEnd {
      let isFirst = bytesRead == 0
      let chunk = try readChunk()
      bytesRead += chunk.count
      isAtEnd = chunk.isEmpty
      do throws(GzipError) {
        if isFirst, GzipUnpacker.recognises(chunk) { unpacker = try GzipUnpacker() }
        guard let unpacker else { return chunk.isEmpty ? nil : chunk }
        var content: [UInt8] = []
        try isAtEnd ? unpacker.finish() : unpacker.unpack(chunk, into: &content)
        if !content.isEmpty { return content }
      } catch {
        let message = error.message
        throw PipelineError(
          .badInput,
          Message(en: "\(name): \(message.english)", id: "\(name): \(message.indonesian)"))
      }
    }
    return nil
  }

  /// An error for something that is read as a whole and is too large for that.
  func tooLarge(limit: Int) -> PipelineError {
    PipelineError(
      .badInput,
      Message(
        en: """
          \(name): more than \(limit >> 20) MiB that have to be held at once; N-Triples and N-Quads \
          are read line by line
          """,
        id: """
          \(name): lebih dari \(limit >> 20) MiB yang harus dimuat sekaligus; N-Triples dan \
          N-Quads dibaca baris demi baris
          """))
  }

  /// The first chunk is never shorter than two bytes unless the file is, so that gzip is told.
  private func readChunk() throws(PipelineError) -> [UInt8] {
    var chunk = try readOnce()
    while bytesRead == 0, chunk.count == 1 {
      let more = try readOnce()
      if more.isEmpty { break }
      chunk += more
    }
    return chunk
  }

  private func readOnce() throws(PipelineError) -> [UInt8] {
    // Until the first bytes are seen, they may be gzip data.
    let isSmall = unpacker != nil || bytesRead == 0
    while true {
      var count = 0
      let chunk = [UInt8](
        unsafeUninitializedCapacity: isSmall ? Self.packedChunkSize : Self.chunkSize
      ) { buffer, filled in
        count = read(file, buffer.baseAddress, buffer.count)
        filled = max(count, 0)
      }
      if count >= 0 { return chunk }
      let failure = FileFailure.last
      if failure.code != EINTR { throw PipelineError(name, reason: failure) }
    }
  }
}
