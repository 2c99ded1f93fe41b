internal import CZlib

/// Packs bytes that come in chunks as gzip data
/// ([RFC 1952](https://www.rfc-editor.org/rfc/rfc1952)), without name and time: the same content
/// gives the same bytes.
public final class GzipPacker {
  // A class since zlib keeps the address of its stream.
  private let stream: UnsafeMutablePointer<z_stream>

  private static let pieceSize = 1 << 16

  /// A packer.
  ///
  /// - Throws: ``GzipError/outOfMemory``.
  public init() throws(GzipError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for the gzip header.
    guard simpul_deflate_init(stream, Z_DEFAULT_COMPRESSION, 15 + 16) == Z_OK else {
      throw .outOfMemory
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Takes the next bytes and appends what is packed by then.
  public func pack(_ chunk: [UInt8], into packed: inout [UInt8]) {
    var position = 0
    while position < chunk.count {
      position += step(chunk, from: position, flush: Z_NO_FLUSH, into: &packed).used
    }
  }

  /// Appends the rest and the checksum; nothing may follow.
  public func finish(into packed: inout [UInt8]) {
    // One byte that is not taken gives the call an address.
    while step([0], from: 1, flush: Z_FINISH, into: &packed).status != Z_STREAM_END {}
  }

  private func step(
    _ chunk: [UInt8], from start: Int, flush: Int32, into packed: inout [UInt8]
  ) -> (used: Int, status: Int32) {
    var status = Z_OK
    var used = 0
    packed += [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { target, count in
      chunk.withUnsafeBufferPointer { source in
        guard let input = source.baseAddress else { return }
        let offered = UInt32(clamping: chunk.count - start)
        // zlib does not write through next_in; its type lacks the const.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input + start)
        stream.pointee.avail_in = offered
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(Self.pieceSize)
        status = deflate(stream, flush)
        used = Int(offered - stream.pointee.avail_in)
        count = Self.pieceSize - Int(stream.pointee.avail_out)
      }
    }
    precondition(status != Z_STREAM_ERROR, "the state of the gzip stream is inconsistent")
    return (used, status)
  }
}
