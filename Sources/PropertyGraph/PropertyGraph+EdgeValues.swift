package import RDF

extension PropertyGraph {
  /// Gives edges a value of a property that no statement of RDF says of them, such as a date.
  ///
  /// - Parameters:
  ///   - predicate: the IRI of the property.
  ///   - value: the value of the edge at a place; nil for none.
  /// - Precondition: nothing is said of any edge yet.
  /// - Complexity: O(edges).
  package mutating func setEdgeValues(predicate: String, _ value: (Int) -> Literal?) {
    precondition(edgeAttributes.keys.isEmpty, "edges have values of their own")
    var columns = AttributeColumns()
    columns.keys = [AttributeColumns.Key(predicate: predicate)]
    var bytes: [UInt8] = []
    for edge in edges.indices {
      if let value = value(edge) {
        bytes.removeAll(keepingCapacity: true)
        CanonicalTerm.append(value, to: &bytes)
        columns.keyIndices.append(0)
        columns.values.append(terms.intern(bytes.span))
      }
      columns.rows.endRow(at: columns.values.count)
    }
    edgeAttributes = columns
  }
}
