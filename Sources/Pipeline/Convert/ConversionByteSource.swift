import RDFSyntax

/// An input as readers take it.
final class ConversionByteSource: ByteSource {
  // A class since readers ask for one.
  private let input: ConversionInput
  private var chunk: [UInt8] = []
  private var position = 0

  init(_ input: ConversionInput) { self.input = input }

  /// Copies the next bytes.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if position == chunk.count {
      guard let next = try input.next() else { return 0 }
      chunk = next
      position = 0
    }
    let count = min(buffer.count, chunk.count - position)
    chunk.withUnsafeBytes { bytes in
      buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
    }
    position += count
    return count
  }
}
