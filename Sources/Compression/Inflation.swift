internal import CZlib

/// Raw deflate data and checksums through zlib.
enum Inflation {
  /// The unpacked bytes of a range; nil if it is no deflate data of exactly that size.
  static func inflate(_ bytes: [UInt8], _ range: Range<Int>, size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard simpul_inflate_init(&stream, -15) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var isComplete = false
    // One byte more than promised tells content that goes on from content that ends.
    let content = [UInt8](unsafeUninitializedCapacity: size + 1) { target, count in
      bytes.withUnsafeBufferPointer { source in
        guard let input = source.baseAddress, let output = target.baseAddress else { return }
        // zlib does not write through next_in; its type lacks the const.
        stream.next_in = UnsafeMutablePointer(mutating: input + range.lowerBound)
        stream.avail_in = UInt32(clamping: range.count)
        stream.next_out = output
        stream.avail_out = UInt32(clamping: size + 1)
        let status = CZlib.inflate(&stream, Z_FINISH)
        count = min(Int(stream.total_out), size + 1)
        isComplete = status == Z_STREAM_END && count == size
      }
    }
    return isComplete ? content : nil
  }

  /// CRC-32 of bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}
