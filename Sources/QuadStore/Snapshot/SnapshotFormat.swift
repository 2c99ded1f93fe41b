/// The layout of a snapshot file.
///
/// A header of ``headerSize`` bytes, the table of sections, the checksums of all blocks, and then the
/// sections, each at a multiple of ``alignment``. All numbers are of the machine that wrote them; a
/// mark in the header tells the byte order. The header holds a checksum of itself and one of table
/// and checksums, both looked at on opening; the block of a section is looked at when it is first
/// touched.
@usableFromInline
enum SnapshotFormat {
  /// `SIMPULQS` as the eight bytes stand in the file.
  static let magic: UInt64 = 0x5351_4C55_504D_4953
  /// The version that this program writes, and the only one that it reads.
  static let version = 1
  /// Reads differently on a machine with the other byte order.
  static let byteOrderMark: UInt32 = 0x0102_0304
  static let headerSize = 64
  static let entrySize = 24
  /// How many bytes have one checksum.
  @inlinable static var blockSize: Int { 1 << 16 }
  /// What the place of every section is a multiple of: a page of memory on all machines of today.
  static let alignment = 1 << 14

  /// The parts of a file, in their order.
  enum Section: Int, CaseIterable {
    case counts, statistics, graphNames, termBytes, termEnds, termOrder
    case spoOffsets, spoSecond, spoThird, psoOffsets, psoSecond, psoThird
    case posOffsets, posSecond, posThird, opsOffsets, opsSecond, opsThird
    case gspoOffsets, gspoSecond, gspoThird, gspoFourth
    case gposOffsets, gposSecond, gposThird, gposFourth
    case gopsOffsets, gopsSecond, gopsThird, gopsFourth
    case spogOffsets, spogSecond, spogThird, spogFourth
    case posgOffsets, posgSecond, posgThird, posgFourth
    case opsgOffsets, opsgSecond, opsgThird, opsgFourth
  }

  /// The first sections of the permutations, those of the default graph first.
  static let triplePermutations: [Section] = [.spoOffsets, .psoOffsets, .posOffsets, .opsOffsets]
  /// The first sections of the permutations of the named graphs.
  static let quadPermutations: [Section] = [
    .gspoOffsets, .gposOffsets, .gopsOffsets, .spogOffsets, .posgOffsets, .opsgOffsets,
  ]

  static func blockCount(ofBytes count: Int) -> Int { (count + blockSize - 1) / blockSize }

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) & ~(alignment - 1) }

  /// A checksum that tells every change within one word of eight bytes, and nearly every other.
  ///
  /// Four lanes of xxHash's kind: each step maps a lane one to one.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = (
      UInt64(0x9E37_79B1_85EB_CA87), UInt64(0xC2B2_AE3D_27D4_EB4F), UInt64(0x1656_67B1_9E37_79F9),
      UInt64(0x85EB_CA77_C2B2_AE63)
    )
    var offset = 0
    func word(_ place: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
    while offset &+ 32 <= bytes.count {
      lanes.0 = mix(lanes.0, word(offset))
      lanes.1 = mix(lanes.1, word(offset &+ 8))
      lanes.2 = mix(lanes.2, word(offset &+ 16))
      lanes.3 = mix(lanes.3, word(offset &+ 24))
      offset &+= 32
    }
    while offset < bytes.count {
      var tail: UInt64 = 0
      for place in offset..<min(offset + 8, bytes.count) { tail = tail << 8 | UInt64(bytes[place]) }
      lanes.0 = mix(lanes.0, tail)
      offset += 8
    }
    var sum = mix(UInt64(bytes.count), lanes.0)
    sum = mix(sum, lanes.1)
    sum = mix(sum, lanes.2)
    sum = mix(sum, lanes.3)
    return sum ^ (sum >> 29)
  }

  @inline(__always)
  private static func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let sum = lane &+ word &* 0xC2B2_AE3D_27D4_EB4F
    return (sum << 31 | sum >> 33) &* 0x9E37_79B1_85EB_CA87
  }
}
