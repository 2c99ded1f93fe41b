/// Gives the bytes of a text in pieces, so that a reader never needs the whole.
///
/// A class, for sources own a file or a connection; a reader asks once for some hundred kilobytes.
public protocol ByteSource: AnyObject {
  /// Puts the next bytes at the start of the buffer and tells how many; 0 at the end.
  ///
  /// Fewer bytes than there is room for do not mean the end.
  ///
  /// - Precondition: the buffer is not empty.
  /// - Throws: why no bytes can be had; readers pass it on as it is.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int

  /// How many bytes a single line, token or text may have; asked after each read.
  ///
  /// Readers hold that much at once, and packed data can grow to a thousand times their size.
  var longestToken: Int { get }

  /// How many bytes a text may have that is read as a whole, as JSON-LD is.
  var longestText: Int { get }
}

extension ByteSource {
  /// 256 MiB.
  public var longestToken: Int { 256 << 20 }

  /// As much as ``longestToken``, and no less than 512 MiB.
  public var longestText: Int { Swift.max(longestToken, 512 << 20) }
}

/// The bytes of an array as a source; never fails.
public final class ByteArraySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0
  private let pieceSize: Int

  /// A source of these bytes that gives at most `pieceSize` of them at once.
  public init(_ bytes: [UInt8], pieceSize: Int = .max) {
    self.bytes = bytes
    self.pieceSize = pieceSize
  }

  /// Copies the next bytes.
  public func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position, pieceSize)
    bytes.withUnsafeBytes { all in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
    }
    position += count
    return count
  }
}
