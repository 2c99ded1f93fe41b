extension Span<UInt8> {
  /// Whether the bytes are the same, one by one.
  package func hasSameBytes(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let (left, right) = (bytes, other.bytes)
    guard count >= 8 else {
      for offset in 0..<count where self[offset] != other[offset] { return false }
      return true
    }
    // The last eight overlap those before.
    let last = count &- 8
    var offset = 0
    while offset < last {
      let isSame =
        left.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
        == right.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      guard isSame else { return false }
      offset &+= 8
    }
    return left.unsafeLoadUnaligned(fromUncheckedByteOffset: last, as: UInt64.self)
      == right.unsafeLoadUnaligned(fromUncheckedByteOffset: last, as: UInt64.self)
  }
}

extension Array<UInt8> {
  /// The bytes of a span.
  package init(copying bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { Array($0) }
  }

  /// Appends the bytes of a span.
  package mutating func append(copying bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension String {
  /// The text that well-formed UTF-8 says.
  package init(copying bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
