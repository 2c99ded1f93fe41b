import Compression
import Diagnostics

/// The bytes of a file from the first to the last, unpacked if they are gzip data.
struct ContentStream {
  private let source: any RandomAccessBytes
  private let unpacker: GzipUnpacker?
  private var position = 0
  private var isFinished = false

  /// Bytes read from the file at a time; packed ones may become a thousand times as many.
  private var chunk: Int { unpacker == nil ? 1 << 18 : 1 << 14 }

  /// How much of the file was read, between 0 and 1.
  var progress: Double { source.count == 0 ? 1 : Double(position) / Double(source.count) }

  /// The content of a file; with `isPacked` what its gzip data hold, at most `maximumBytes`.
  init(_ source: any RandomAccessBytes, isPacked: Bool, maximumBytes: Int) throws(GzipError) {
    self.source = source
    unpacker = isPacked ? try GzipUnpacker(maximumBytes: maximumBytes) : nil
  }

  /// Appends the next bytes.
  ///
  /// - Returns: false at the end, when there was nothing to append.
  /// - Throws: the reason why the content cannot be read on.
  mutating func read(into content: inout [UInt8]) throws(StreamFailure) -> Bool {
    let start = content.count
    while content.count == start {
      guard position < source.count else {
        guard !isFinished else { return false }
        isFinished = true
        do throws(GzipError) {
          try unpacker?.finish()
        } catch {
          throw StreamFailure(error.message)
        }
        return false
      }
      let end = min(position + chunk, source.count)
      let piece: [UInt8]
      do throws(ByteReadError) {
        piece = try source.read(position..<end)
      } catch {
        throw StreamFailure(error.message)
      }
      position = end
      if let unpacker {
        do throws(GzipError) {
          try unpacker.unpack(piece, into: &content)
        } catch {
          throw StreamFailure(error.message)
        }
      } else {
        content += piece
      }
    }
    return true
  }
}

/// Why the content of a file cannot be read on.
struct StreamFailure: Error {
  var message: Message

  init(_ message: Message) { self.message = message }
}
