/// Verifies the blocks of one section of a snapshot.
struct SectionCheck: BlockPreparation {
  /// What the elements of a section have to be, beside unchanged.
  enum Rule {
    /// Anything.
    case none
    /// Numbers of four bytes from 1 to this.
    case numbers(UInt32)
    /// Numbers of four bytes that never descend, and are not larger than this.
    case rows(UInt32)
    /// Numbers of eight bytes that never descend, and are not larger than this.
    case ends(UInt64)
  }

  private let file: MappedFile
  private let name: String
  private let range: Range<Int>
  private let checksums: Int
  private let rule: Rule

  /// A check of the section that lies in a range of the file, and whose checksums begin at an offset.
  init(_ file: MappedFile, name: String, range: Range<Int>, checksums: Int, rule: Rule) {
    self.file = file
    self.name = name
    self.range = range
    self.checksums = checksums
    self.rule = rule
  }

  func prepare(block: Int) throws(SnapshotError) {
    let start = range.lowerBound + block * SnapshotFormat.blockSize
    let end = min(start + SnapshotFormat.blockSize, range.upperBound)
    let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[start..<end])
    let expected = file.load(checksums + block * 8, as: UInt64.self)
    guard SnapshotFormat.checksum(bytes) == expected, holdsRule(bytes, before: start) else {
      throw SnapshotError(.damaged(section: name, block: block), file: file.name)
    }
  }

  /// Whether the elements are what they should be; a file can be well-formed and still lie.
  private func holdsRule(_ bytes: UnsafeRawBufferPointer, before start: Int) -> Bool {
    switch rule {
    case .none: true
    case .numbers(let most):
      bytes.assumingMemoryBound(to: UInt32.self).allSatisfy { $0 &- 1 < most }
    case .rows(let most): ascends(bytes, most, before: start)
    case .ends(let most): ascends(bytes, most, before: start)
    }
  }

  private func ascends<Number: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ most: Number, before start: Int
  ) -> Bool {
    let size = MemoryLayout<Number>.size
    // The element before stands in a block of its own right, which may not be verified yet: either
    // this comparison holds or one of the two blocks is not what was written.
    var last = start > range.lowerBound ? file.load(start - size, as: Number.self) : 0
    for number in bytes.assumingMemoryBound(to: Number.self) {
      guard number >= last else { return false }
      last = number
    }
    return last <= most
  }
}
