import RDF

/// Where to look first for the namespaces of terms: where those of terms like them were found.
///
/// Objects are told apart by their predicates, and these by their last eight bytes, since the objects
/// of a predicate are of one kind as a rule.
struct NamespaceHints {
  var subject = -1
  var graphName = -1
  private var predicates = [Int32](repeating: -1, count: 256)
  private var objects = [Int32](repeating: -1, count: 256)
  private var datatypes = [Int32](repeating: -1, count: 256)
  /// The number of the predicate.
  private var index = 0

  /// Chooses the predicate that ``predicate``, ``object`` and ``datatype`` belong to.
  @inline(__always)
  mutating func select(_ predicate: QuadBlock.Run, in bytes: Span<UInt8>) {
    index = 0
    guard predicate.count > 8 else { return }
    let word = bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: predicate.end &- 9, as: UInt64.self)
    index = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  var predicate: Int {
    get { Int(predicates[index]) }
    set { predicates[index] = Int32(truncatingIfNeeded: newValue) }
  }

  var object: Int {
    get { Int(objects[index]) }
    set { objects[index] = Int32(truncatingIfNeeded: newValue) }
  }

  var datatype: Int {
    get { Int(datatypes[index]) }
    set { datatypes[index] = Int32(truncatingIfNeeded: newValue) }
  }
}
