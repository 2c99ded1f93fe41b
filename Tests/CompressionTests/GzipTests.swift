import Compression
import Testing

@Suite("Gzip streams")
struct GzipTests {
  /// Text that packs well, then bytes that do not.
  static let content: [UInt8] =
    (0..<20_000).flatMap { Array("kota kembar \($0) ".utf8) }
    + (0..<100_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }

  private func packed(_ content: [UInt8], chunk: Int = 70_000) throws -> [UInt8] {
    let packer = try GzipPacker()
    var packed: [UInt8] = []
    for start in stride(from: 0, to: content.count, by: chunk) {
      packer.pack(Array(content[start..<min(start + chunk, content.count)]), into: &packed)
    }
    packer.finish(into: &packed)
    return packed
  }

  private func unpacked(
    _ bytes: [UInt8], chunk: Int = 16_384, maximumBytes: Int = .max
  ) throws -> [UInt8] {
    let unpacker = try GzipUnpacker(maximumBytes: maximumBytes)
    var content: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      try unpacker.unpack(Array(bytes[start..<min(start + chunk, bytes.count)]), into: &content)
    }
    try unpacker.finish()
    return content
  }

  @Test("come back as they were, in chunks of any size", arguments: [1, 7, 4_096, 1 << 20])
  func roundTrips(chunk: Int) throws {
    let packed = try packed(Self.content)
    #expect(packed.count < Self.content.count)
    #expect(GzipUnpacker.recognises(packed))
    #expect(try unpacked(packed, chunk: chunk) == Self.content)
  }

  @Test("of nothing come back as nothing")
  func empty() throws {
    #expect(try unpacked(try packed([])) == [])
  }

  @Test("do not depend on how the content came")
  func sameBytes() throws {
    #expect(try packed(Self.content, chunk: 1_000) == packed(Self.content, chunk: 300_000))
  }

  @Test("of several members are one content, zeros behind them passed over")
  func members() throws {
    let bytes = try packed([1, 2]) + packed([3]) + [0, 0, 0]
    for chunk in [1, 5, 1_000] { #expect(try unpacked(bytes, chunk: chunk) == [1, 2, 3]) }
  }

  @Test("that end too early are refused, wherever they end")
  func truncated() throws {
    let bytes = try packed(Array("Bandung dan Kawasaki".utf8))
    for length in 0..<bytes.count {
      #expect(throws: GzipError.truncated) { try unpacked(Array(bytes[..<length])) }
    }
  }

  @Test("with a wrong checksum, or something behind them, are refused")
  func damaged() throws {
    var bytes = try packed([1, 2, 3])
    #expect(throws: GzipError.damaged) { try unpacked(bytes + [7, 7, 7]) }
    #expect(throws: GzipError.damaged) { try unpacked(bytes + [0, 7]) }
    bytes[bytes.count - 8] ^= 1
    #expect(throws: GzipError.damaged) { try unpacked(bytes) }
  }

  @Test("that unpack to more than the bound are refused")
  func bomb() throws {
    let bytes = try packed([UInt8](repeating: 0, count: 8 << 20))
    #expect(bytes.count < 20_000)
    #expect(throws: GzipError.tooLarge(limit: 1 << 20)) {
      try unpacked(bytes, maximumBytes: 1 << 20)
    }
    #expect(try unpacked(bytes, maximumBytes: 8 << 20).count == 8 << 20)
  }
}
