extension String {
  /// Whether both are the same code points.
  ///
  /// `==` of strings is canonical equivalence, and would take two RDF terms for one.
  func hasSameCodePoints(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    // Byte by byte through the view of a string takes several times as long.
    return utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { own.elementsEqual($0) }
    }.flatMap { $0 } ?? utf8.elementsEqual(other.utf8)
  }
}
