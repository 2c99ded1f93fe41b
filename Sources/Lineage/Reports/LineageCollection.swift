import RDF

/// Statements about the things of a graph on their way into a collection.
///
/// A term of the graph is looked at once, and known by its number from then on.
struct LineageCollection: LineageStatementTarget {
  /// The terms of the graph.
  private let source: TermDictionary
  private var terms: TermDictionary
  private var statements: [TermDictionary.Statement] = []
  /// The numbers that terms of the graph have in the collection; 0 for none yet.
  private var numbers: [TermDictionary.ID]
  /// A term in the making.
  private var bytes: [UInt8] = []

  /// A collection of what is said of so many things.
  init(_ graph: LineageGraph, things: Int) {
    source = graph.terms
    // A thing has its name and some texts of its own.
    terms = TermDictionary(minimumCapacity: things * 5)
    numbers = [TermDictionary.ID](repeating: 0, count: graph.terms.count + 1)
  }

  mutating func term(_ id: TermDictionary.ID) -> TermDictionary.ID {
    let place = Int(id)
    if numbers[place] == 0 {
      let bytes = source.bytes
      let number = terms.intern(bytes.span.extracting(source.range(of: id)))
      numbers[place] = number
    }
    return numbers[place]
  }

  mutating func term(_ append: (inout [UInt8]) -> Void) -> TermDictionary.ID {
    bytes.removeAll(keepingCapacity: true)
    append(&bytes)
    let bytes = bytes
    return terms.intern(bytes.span)
  }

  mutating func add(
    _ subject: TermDictionary.ID, _ predicate: TermDictionary.ID, _ object: TermDictionary.ID
  ) {
    statements.append(TermDictionary.Statement(subject, predicate, object))
  }

  /// The statements so far.
  var quads: QuadCollection { QuadCollection(terms: terms, statements: statements) }
}
