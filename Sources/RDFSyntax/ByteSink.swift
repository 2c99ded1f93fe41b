/// Takes the bytes that a serializer has finished.
///
/// An array of bytes is one that never fails.
public protocol ByteSink<Failure> {
  /// What `write` throws; `Never` if it cannot fail.
  associatedtype Failure: Error = Never

  /// Takes the next bytes of the output.
  ///
  /// Chunks come in order; their borders have no meaning and may lie within a character.
  mutating func write(_ chunk: [UInt8]) throws(Failure)
}

extension [UInt8]: ByteSink {
  /// Appends the bytes.
  public mutating func write(_ chunk: [UInt8]) { append(contentsOf: chunk) }
}

/// Gathers small pieces of output and hands them on in chunks.
struct ChunkedOutput {
  /// What waits to be handed on; writers append here and call ``handOnIfFull(to:)`` between pieces.
  var pending: [UInt8] = []

  private static let chunkSize = 1 << 16

  init() { pending.reserveCapacity(Self.chunkSize + 4096) }

  mutating func handOnIfFull<Sink: ByteSink>(to sink: inout Sink) throws(Sink.Failure) {
    if pending.count >= Self.chunkSize { try handOn(to: &sink) }
  }

  mutating func handOn<Sink: ByteSink>(to sink: inout Sink) throws(Sink.Failure) {
    guard !pending.isEmpty else { return }
    try sink.write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}
