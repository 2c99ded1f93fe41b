import RDF

/// The terms of a snapshot.
struct MappedTerms: Sendable {
  /// The bytes of all terms, in order of their numbers.
  private let file: MappedFile
  private let bytes: Range<Int>
  private let bytesCheck: BlockCheck
  private let ends: Int
  private let endsCheck: BlockCheck
  /// The numbers in order of the terms' bytes.
  private let order: Column
  let count: Int

  /// The terms of a file; `ends` is where their ends lie in it: one of eight bytes for each, a zero
  /// before the first.
  init(
    _ file: MappedFile, count: Int, bytes: Range<Int>, bytesCheck: BlockCheck, ends: Int,
    endsCheck: BlockCheck, order: Column
  ) {
    self.file = file
    self.count = count
    self.bytes = bytes
    self.bytesCheck = bytesCheck
    self.ends = ends
    self.endsCheck = endsCheck
    self.order = order
  }

  func withBytes<Result>(
    of id: UInt32, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    try body(
      UnsafeRawBufferPointer(rebasing: file.bytes[range(of: id)]).bindMemory(to: UInt8.self).span)
  }

  func verify(_ id: UInt32) throws(SnapshotError) { _ = try range(of: id) }

  /// What reads many terms, as long as these are held.
  var reader: TermReader {
    let ends = file.bytes[ends..<ends + (count + 1) * 8]
    return TermReader(
      bytes: UnsafeRawBufferPointer(rebasing: file.bytes[bytes]).bindMemory(to: UInt8.self),
      ends: UnsafeRawBufferPointer(rebasing: ends).bindMemory(to: Int.self),
      checks: TermReader.Checks(bytes: bytesCheck, ends: endsCheck))
  }

  /// Where a verified term lies in the file.
  private func range(of id: UInt32) throws(SnapshotError) -> Range<Int> {
    let index = Int(id)
    precondition(index >= 1 && index <= count, "a term has a number that the table gave")
    try endsCheck.verify(elements: index - 1..<index + 1)
    let start = Int(file.load(ends + (index - 1) * 8, as: UInt64.self))
    let end = Int(file.load(ends + index * 8, as: UInt64.self))
    try bytesCheck.verify(elements: start..<end)
    return bytes.lowerBound + start..<bytes.lowerBound + end
  }

  func id(of term: Span<UInt8>) throws(SnapshotError) -> UInt32? {
    guard term.count > 0 else { return 0 }
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      try order.verify(middle..<middle + 1)
      let id = order[middle]
      guard id > 0 else { break }
      let found = UnsafeRawBufferPointer(rebasing: file.bytes[try range(of: id)])
      switch Self.compare(found, term) {
      case 0: return id
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return nil
  }

  /// The numbers in order of the terms' bytes.
  func sortedNumbers() throws(SnapshotError) -> [UInt32] {
    try order.verify(0..<count)
    return (0..<count).map { order[$0] }
  }

  func withAllBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    try bytesCheck.verify(elements: 0..<bytes.count)
    try body(UnsafeRawBufferPointer(rebasing: file.bytes[bytes]))
  }

  func withAllEnds(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    try endsCheck.verify(elements: 0..<count + 1)
    try body(UnsafeRawBufferPointer(rebasing: file.bytes[ends..<ends + (count + 1) * 8]))
  }

  private static func compare(_ left: UnsafeRawBufferPointer, _ right: Span<UInt8>) -> Int {
    let common = min(left.count, right.count)
    for offset in 0..<common where left[offset] != right[offset] {
      return Int(left[offset]) - Int(right[offset])
    }
    return left.count - right.count
  }
}
