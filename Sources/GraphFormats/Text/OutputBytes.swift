import RDF

/// The bytes of a file in the making, whatever its format.
struct OutputBytes {
  /// The bytes so far, and behind them room whose content means nothing: an array that grows with
  /// every piece would ask for its capacity twice as often.
  private var buffer: [UInt8] = []
  /// How many bytes there are so far.
  private(set) var count = 0

  /// The bytes so far.
  var bytes: [UInt8] { Array(buffer[..<count]) }

  /// The last byte of those that are not handed over; nil if there is none.
  var last: UInt8? { count == 0 ? nil : buffer[count - 1] }

  @inline(__always)
  mutating func markup(_ text: StaticString) {
    text.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
  }

  @inline(__always)
  mutating func raw(_ part: [UInt8]) { part.withUnsafeBytes { append($0) } }

  @inline(__always)
  mutating func raw(_ part: Span<UInt8>) { part.withUnsafeBytes { append($0) } }

  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    if count == buffer.count { makeRoom(for: 1) }
    buffer[count] = byte
    count &+= 1
  }

  mutating func ascii(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  @inline(__always)
  private mutating func append(_ part: UnsafeRawBufferPointer) {
    if buffer.count &- count < part.count { makeRoom(for: part.count) }
    let start = count
    buffer.withUnsafeMutableBytes { room in
      UnsafeMutableRawBufferPointer(rebasing: room[start...]).copyMemory(from: part)
    }
    count &+= part.count
  }

  @inline(never)
  private mutating func makeRoom(for size: Int) {
    let wanted = max(count + size, 2 * buffer.count, 1 << 8)
    buffer.append(contentsOf: repeatElement(0, count: wanted - buffer.count))
  }

  /// A number in decimal digits.
  mutating func integer(_ value: Int) {
    if value < 0 { byte(UInt8(ascii: "-")) }
    var rest = value.magnitude
    if rest < 10 { return byte(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)) }
    var place = 24
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { buffer in
      while rest > 0 {
        place &-= 1
        buffer[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      append(UnsafeRawBufferPointer(rebasing: buffer[place...]))
    }
  }

  /// A number with two decimals at most and no needless zero; never an exponent.
  mutating func number(_ value: Double) {
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { byte(UInt8(ascii: "-")) }
    let size = hundredths.magnitude
    integer(Int(size / 100))
    let rest = UInt8(size % 100)
    guard rest > 0 else { return }
    byte(UInt8(ascii: "."))
    byte(UInt8(ascii: "0") + rest / 10)
    if rest % 10 > 0 { byte(UInt8(ascii: "0") + rest % 10) }
  }

  /// Hands over what is ready once it is more than `limit` bytes.
  mutating func drain<Failure: Error>(
    above limit: Int, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard count > limit else { return }
    try sink(bytes)
    count = 0
  }
}
