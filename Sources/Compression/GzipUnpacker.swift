internal import CZlib

/// Unpacks gzip data that come in chunks
/// ([RFC 1952](https://www.rfc-editor.org/rfc/rfc1952)).
///
/// Several members one after the other count as one content, and zero bytes behind the last are
/// passed over, as `gzip -d` has it. Checksums are checked.
///
/// ```swift
/// let unpacker = try GzipUnpacker()
/// for chunk in chunks { try unpacker.unpack(chunk, into: &content) }
/// try unpacker.finish()
/// ```
public final class GzipUnpacker {
  // A class since zlib keeps the address of its stream.
  private enum Place {
    /// Nothing read, or between two members.
    case betweenMembers
    case inMember
    /// Behind a zero byte that follows a member.
    case padding
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let maximumBytes: Int
  private var place = Place.inMember
  private var unpackedBytes = 0
  private var failure: GzipError?

  private static let pieceSize = 1 << 16

  /// An unpacker that refuses content of more than `maximumBytes`.
  ///
  /// - Throws: ``GzipError/outOfMemory``.
  public init(maximumBytes: Int = .max) throws(GzipError) {
    self.maximumBytes = maximumBytes
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for the gzip header.
    guard simpul_inflate_init(stream, 15 + 16) == Z_OK else { throw .outOfMemory }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Whether bytes begin as gzip data do.
  public static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// Unpacks the next bytes and appends what they give: at most 1,032 times as many.
  ///
  /// - Throws: ``GzipError``; again on every further call.
  public func unpack(_ chunk: [UInt8], into content: inout [UInt8]) throws(GzipError) {
    if let failure { throw failure }
    do throws(GzipError) {
      var position = 0
      while position < chunk.count {
        switch place {
        case .betweenMembers where chunk[position] != 0:
          guard inflateReset(stream) == Z_OK else { throw .damaged }
          place = .inMember
        case .betweenMembers, .padding:
          guard chunk[position] == 0 else { throw .damaged }
          place = .padding
          position += 1
        case .inMember: try step(chunk, &position, into: &content)
        }
      }
    } catch {
      failure = error
      throw error
    }
  }

  /// Declares the data complete.
  ///
  /// - Throws: ``GzipError/truncated`` within a member.
  public func finish() throws(GzipError) {
    if let failure { throw failure }
    if place == .inMember { throw .truncated }
  }

  /// Unpacks until the chunk or the member ends.
  private func step(
    _ chunk: [UInt8], _ position: inout Int, into content: inout [UInt8]
  ) throws(GzipError) {
    var status = Z_OK
    repeat {
      let start = position
      var used = 0
      var isFull = false
      let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { target, count in
        chunk.withUnsafeBufferPointer { source in
          guard let input = source.baseAddress else { return }
          let offered = UInt32(clamping: chunk.count - start)
          // zlib does not write through next_in; its type lacks the const.
          stream.pointee.next_in = UnsafeMutablePointer(mutating: input + start)
          stream.pointee.avail_in = offered
          stream.pointee.next_out = target.baseAddress
          stream.pointee.avail_out = UInt32(Self.pieceSize)
          status = inflate(stream, Z_NO_FLUSH)
          used = Int(offered - stream.pointee.avail_in)
          count = Self.pieceSize - Int(stream.pointee.avail_out)
          isFull = stream.pointee.avail_out == 0
        }
      }
      position += used
      guard unpackedBytes + piece.count <= maximumBytes else {
        throw .tooLarge(limit: maximumBytes)
      }
      unpackedBytes += piece.count
      content += piece
      switch status {
      case Z_STREAM_END:
        place = .betweenMembers
        return
      case Z_OK where isFull || position < chunk.count: continue
      // Nothing left to do until more comes.
      case Z_OK, Z_BUF_ERROR: return
      case Z_MEM_ERROR: throw .outOfMemory
      default: throw .damaged
      }
    } while true
  }
}
