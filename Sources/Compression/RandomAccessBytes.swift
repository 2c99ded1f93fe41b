public import Diagnostics

/// Bytes that can be read from any place, such as those of an open file.
public protocol RandomAccessBytes: Sendable {
  /// How many bytes there are.
  var count: Int { get }

  /// The bytes of a range.
  ///
  /// - Precondition: the range lies within `0..<count`.
  /// - Throws: ``ByteReadError`` if they cannot be read any more.
  func read(_ range: Range<Int>) throws(ByteReadError) -> [UInt8]
}

/// Why bytes could not be read from where they lie.
public struct ByteReadError: Error, Hashable, Sendable {
  /// The reason of the system.
  public var message: Message

  /// An error with the reason of the system.
  public init(_ message: Message) { self.message = message }
}

extension [UInt8]: RandomAccessBytes {
  /// The bytes of a range.
  public func read(_ range: Range<Int>) -> [UInt8] { Array(self[range]) }
}
