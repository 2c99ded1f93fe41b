import RDF

/// The lines of collected statements in order of their bytes, each once, without a buffer of lines.
///
/// Two different terms in canonical form differ before the shorter one ends, or the longer one goes on
/// with a byte above the blank that ends a term in a line: a literal with its language or datatype, a
/// label with a further character. So lines stand as their terms do, one after the other, and the
/// default graph, whose lines go on with a full stop, before all names of graphs.
struct SortedLines {
  private let terms: TermDictionary
  /// By place: the number of the term.
  private let ids: [TermDictionary.ID]
  /// The statements as the places of their terms, in order.
  private let lines: [TermDictionary.Statement]

  init(_ collection: QuadCollection) {
    let terms = collection.terms
    var sorted = Array(1..<TermDictionary.ID(terms.count + 1))
    _ = ByteKeySort.sort(&sorted, in: terms.bytes.span) { terms.range(of: $0) }
    var places = [TermDictionary.ID](repeating: 0, count: terms.count + 1)
    for (place, id) in sorted.enumerated() { places[Int(id)] = TermDictionary.ID(place + 1) }
    var lines = collection.statements
    for index in lines.indices {
      let line = lines[index]
      lines[index] = TermDictionary.Statement(
        places[Int(line.subject)], places[Int(line.predicate)], places[Int(line.object)],
        in: places[Int(line.graphName)])
    }
    lines.sort { left, right in
      (left.subject, left.predicate, left.object, left.graphName)
        < (right.subject, right.predicate, right.object, right.graphName)
    }
    self.terms = terms
    self.lines = lines
    ids = [0] + sorted
  }

  func write<Sink: ByteSink>(to sink: inout Sink) throws(Sink.Failure) {
    var output = ChunkedOutput()
    var last: TermDictionary.Statement?
    for line in lines where line != last {
      last = line
      append(line.subject, to: &output.pending)
      append(line.predicate, to: &output.pending)
      append(line.object, to: &output.pending)
      if line.graphName != 0 { append(line.graphName, to: &output.pending) }
      output.pending.append(UInt8(ascii: "."))
      output.pending.append(UInt8(ascii: "\n"))
      try output.handOnIfFull(to: &sink)
    }
    try output.handOn(to: &sink)
  }

  /// Appends the term of a place, and a blank.
  private func append(_ place: TermDictionary.ID, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: terms.bytes[terms.range(of: ids[Int(place)])])
    bytes.append(UInt8(ascii: " "))
  }
}
