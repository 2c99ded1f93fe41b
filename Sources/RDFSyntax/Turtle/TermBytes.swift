import RDF

/// The bytes of a block while terms are written into it.
///
/// The array is as long as the room it gives; what stands behind ``end`` has no meaning. So a term
/// that turns out to be cut off goes by setting `end` back, and a block that is used again costs
/// neither an allocation nor a clearing.
struct TermBytes {
  private(set) var bytes: [UInt8] = []
  /// The offset behind the last byte written.
  var end = 0

  /// How many bytes a copy may touch behind its end, in what it reads and in what it writes.
  static let slack = 16
  /// What is copied sixteen bytes at a time; longer runs go to the system.
  private static let longestShortRun = 128

  /// Takes over the memory of an array.
  mutating func reuse(_ array: inout [UInt8]) {
    swap(&bytes, &array)
    array = []
    end = 0
  }

  /// Gives the memory away.
  mutating func hand(to array: inout [UInt8]) {
    array = bytes
    bytes = []
    end = 0
  }

  /// Makes room for so many bytes and the slack.
  @inline(__always)
  mutating func reserve(_ count: Int) {
    if bytes.count &- end < count &+ Self.slack { grow(by: count) }
  }

  @inline(never)
  private mutating func grow(by count: Int) {
    let target = max(end + count + Self.slack, bytes.count + bytes.count / 2, 4096)
    bytes.reserveCapacity(target)
    bytes.append(contentsOf: repeatElement(0, count: target - bytes.count))
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    bytes[end] = byte
    end &+= 1
  }

  /// Appends a fixed text.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a run of a span whose memory goes on for the slack at least.
  @inline(__always)
  mutating func append(padded source: Span<UInt8>, from start: Int, count: Int) {
    reserve(count)
    guard count <= Self.longestShortRun else {
      source.extracting(unchecked: start..<start &+ count).withUnsafeBytes { copy($0) }
      return
    }
    let end = end
    let raw = source.bytes
    bytes.withUnsafeMutableBytes { buffer in
      var offset = 0
      repeat {
        let piece = raw.unsafeLoadUnaligned(
          fromUncheckedByteOffset: start &+ offset, as: SIMD16<UInt8>.self)
        buffer.storeBytes(of: piece, toByteOffset: end &+ offset, as: SIMD16<UInt8>.self)
        offset &+= 16
      } while offset < count
    }
    self.end = end &+ count
  }

  /// Appends bytes between `<` and `>`.
  @inline(__always)
  mutating func append(iri source: UnsafeRawBufferPointer) {
    reserve(source.count &+ 2)
    let end = end
    bytes.withUnsafeMutableBytes { buffer in
      let target = UnsafeMutableRawBufferPointer(rebasing: buffer[end..<end &+ source.count &+ 2])
      target[0] = UInt8(ascii: "<")
      target[source.count &+ 1] = UInt8(ascii: ">")
      UnsafeMutableRawBufferPointer(rebasing: target.dropFirst()).copyMemory(from: source)
    }
    self.end = end &+ source.count &+ 2
  }

  /// Appends bytes.
  mutating func append(_ source: UnsafeRawBufferPointer) {
    reserve(source.count)
    copy(source)
  }

  /// Appends a run of a span that may end behind it.
  @inline(__always)
  mutating func append(_ source: Span<UInt8>, from start: Int, count: Int) {
    if start &+ count &+ Self.slack <= source.count {
      append(padded: source, from: start, count: count)
    } else {
      source.extracting(start..<start + count).withUnsafeBytes { append($0) }
    }
  }

  /// Appends what stands in a run once more.
  mutating func append(again run: QuadBlock.Run) {
    let count = Int(run.count)
    reserve(count)
    let (start, end) = (Int(run.start), end)
    bytes.withUnsafeMutableBytes { buffer in
      let source = UnsafeRawBufferPointer(rebasing: buffer[start..<start + count])
      UnsafeMutableRawBufferPointer(rebasing: buffer[end...]).copyMemory(from: source)
    }
    self.end = end &+ count
  }

  /// Appends a text.
  mutating func append(text: some StringProtocol) {
    for byte in text.utf8 { append(byte) }
  }

  /// Appends a code point.
  mutating func append(scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
  }

  /// Turns around the order of the bytes from an offset on.
  mutating func reverse(from start: Int) { bytes[start..<end].reverse() }

  /// Copies bytes for which there is room.
  private mutating func copy(_ source: UnsafeRawBufferPointer) {
    let end = end
    bytes.withUnsafeMutableBytes { buffer in
      UnsafeMutableRawBufferPointer(rebasing: buffer[end...]).copyMemory(from: source)
    }
    self.end = end &+ source.count
  }

  /// The bytes of a run as an array, without so many at its ends.
  func copy(_ run: QuadBlock.Run, dropping count: Int) -> [UInt8] {
    Array(bytes[Int(run.start) + count..<run.end - count])
  }

  /// Copies a run behind the bytes of an array, unless it is empty, and makes it one of that array.
  func keep(_ run: inout QuadBlock.Run, in array: inout [UInt8]) {
    guard run.count > 0 else { return }
    let start = array.count
    array.append(copying: bytes.span.extracting(run.range))
    run = QuadBlock.Run(start: start, count: array.count - start)
  }

  /// Whether a run is a fixed text.
  func isSame(_ run: QuadBlock.Run, as text: StaticString) -> Bool {
    guard run.count == text.utf8CodeUnitCount else { return false }
    for (index, offset) in run.range.enumerated() where bytes[offset] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// The first fault of an IRI that stands from an offset to the end.
  func faultOfIRI(from start: Int) -> IRISyntax.Fault? {
    IRISyntax.firstFault(in: bytes.span.extracting(start..<end))
  }

  /// The run from an offset to the end.
  @inline(__always)
  func run(from start: Int) -> QuadBlock.Run { QuadBlock.Run(start: start, count: end &- start) }
}
