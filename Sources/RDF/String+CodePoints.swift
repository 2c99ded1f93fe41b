extension String {
  /// Whether both are the same code points.
  ///
  /// `==` of strings is canonical equivalence, and would take two RDF terms for one.
  func hasSameCodePoints(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
