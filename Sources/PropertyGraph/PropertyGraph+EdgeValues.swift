package import RDF

extension PropertyGraph {
  /// Gives edges a value of a property that no statement of RDF says of them, such as a date.
  ///
  /// - Parameters:
  ///   - predicate: the IRI of the property.
  ///   - value: the value of the edge at a place; nil for none.
  ///   - literal: how a value is written; asked once for each of them.
  /// - Precondition: nothing is said of any edge yet.
  /// - Complexity: O(edges).
  package mutating func setEdgeValues<Value: Hashable>(
    predicate: String, _ value: (Int) -> Value?, literal: (Value) -> Literal
  ) {
    precondition(edgeAttributes.keys.isEmpty, "edges have values of their own")
    var columns = AttributeColumns()
    columns.keys = [AttributeColumns.Key(predicate: predicate)]
    var known: [Value: TermDictionary.ID] = [:]
    for edge in edges.indices {
      if let value = value(edge) {
        columns.keyIndices.append(0)
        if let term = known[value] {
          columns.values.append(term)
        } else {
          var bytes: [UInt8] = []
          CanonicalTerm.append(literal(value), to: &bytes)
          let term = terms.intern(bytes.span)
          known[value] = term
          columns.values.append(term)
        }
      }
      columns.rows.endRow(at: columns.values.count)
    }
    edgeAttributes = columns
  }
}
