/// Reads terms one after the other, for loops: how they are held is not asked for each.
///
/// It may be used within the call that hands it out, and no longer.
package struct TermReader {
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  /// Where the terms end, behind a zero.
  @usableFromInline let ends: UnsafeBufferPointer<Int>
  @usableFromInline let checks: Checks?
  /// The terms behind these; nil if there are none.
  @usableFromInline var added: Added?

  /// Terms that came later, whose numbers go on.
  @usableFromInline
  struct Added {
    let bytes: UnsafeBufferPointer<UInt8>
    let ends: UnsafeBufferPointer<Int>
  }

  /// What verifies the parts of a file.
  @usableFromInline
  struct Checks {
    @usableFromInline let bytes: BlockCheck
    @usableFromInline let ends: BlockCheck

    init(bytes: BlockCheck, ends: BlockCheck) {
      self.bytes = bytes
      self.ends = ends
    }
  }

  init(bytes: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<Int>, checks: Checks?) {
    self.bytes = bytes
    self.ends = ends
    self.checks = checks
  }

  /// The bytes of a term in canonical form.
  ///
  /// - Precondition: the table gave this number, and it is not 0.
  /// - Throws: ``SnapshotError`` if the part of a file that they stand in is damaged.
  @inlinable @inline(__always)
  package func bytes(of id: UInt32) throws(SnapshotError) -> UnsafeBufferPointer<UInt8> {
    let index = Int(id)
    guard index >= 1 && index < ends.count else { return addedBytes(of: index) }
    if let checks { try checks.ends.verify(elements: index &- 1..<index &+ 1) }
    let range = Range(uncheckedBounds: (ends[index &- 1], ends[index]))
    if let checks { try checks.bytes.verify(elements: range) }
    return UnsafeBufferPointer(rebasing: bytes[range])
  }
  /// The bytes of a term behind those that the reader began with.
  @usableFromInline
  func addedBytes(of index: Int) -> UnsafeBufferPointer<UInt8> {
    let own = index - (ends.count - 1)
    guard let added, own >= 1, own < added.ends.count else {
      preconditionFailure("a term has a number that the table gave")
    }
    return UnsafeBufferPointer(rebasing: added.bytes[added.ends[own - 1]..<added.ends[own]])
  }
}
