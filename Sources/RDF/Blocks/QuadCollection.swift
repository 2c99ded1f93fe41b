/// Statements that are held as numbers of their terms, for what needs them all at once.
///
/// A collection is filled from blocks and holds every different term once; nothing is made a string.
/// Duplicates are kept, in the order in which they came.
///
/// ```swift
/// var collection = QuadCollection()
/// while try reader.next(into: &block) { collection.append(block) }
/// let text: [UInt8] = TriGSerializer().serialize(collection)
/// ```
public struct QuadCollection: Sendable {
  /// The terms, numbered in the order in which they came.
  public private(set) var terms = TermDictionary()
  /// The statements, in the order in which they came.
  public private(set) var statements: [TermDictionary.Statement] = []

  /// A collection without statements.
  public init() {}

  /// A collection of these statements.
  public init(_ quads: some Sequence<Quad>) {
    quads.forEachBlock { append($0) }
  }

  /// A collection of statements whose terms are numbered already.
  ///
  /// - Precondition: the dictionary gave the numbers.
  package init(terms: TermDictionary, statements: [TermDictionary.Statement]) {
    self.terms = terms
    self.statements = statements
  }

  /// How many statements there are, duplicates counted.
  public var count: Int { statements.count }

  /// Whether there is no statement.
  public var isEmpty: Bool { statements.isEmpty }

  /// Adds the statements of a block.
  ///
  /// - Complexity: O(bytes of the terms) on average.
  public mutating func append(_ block: borrowing QuadBlock) {
    terms.intern(block, into: &statements)
  }

  /// Numbers a term among those of the collection.
  ///
  /// - Parameter append: appends the term in canonical form.
  /// - Returns: the number of the term, a new one if it had none yet.
  package mutating func number(_ append: (inout [UInt8]) -> Void) -> TermDictionary.ID {
    var bytes: [UInt8] = []
    append(&bytes)
    return terms.intern(bytes.span)
  }

  /// Adds a statement of terms that ``number(_:)`` gave their numbers.
  package mutating func append(_ statement: TermDictionary.Statement) {
    statements.append(statement)
  }

  /// Adds the statements.
  public mutating func append(_ quads: some Sequence<Quad>) {
    quads.forEachBlock { append($0) }
  }

  /// The statements of the default graph; the terms are shared.
  public var ofDefaultGraph: QuadCollection {
    QuadCollection(terms: terms, statements: statements.filter { $0.graphName == 0 })
  }

  /// The statements as values, in the order in which they came.
  public var quads: [Quad] {
    var quads: [Quad] = []
    quads.reserveCapacity(count)
    forEachBlock { quads += $0.quads }
    return quads
  }

  /// Hands the statements on in blocks of some thousand, in the order in which they came.
  ///
  /// The blocks share the bytes of the terms; nothing is copied.
  ///
  /// - Throws: what `body` throws.
  public func forEachBlock<Failure: Error>(
    _ body: (borrowing QuadBlock) throws(Failure) -> Void
  ) throws(Failure) {
    func run(_ id: TermDictionary.ID) -> QuadBlock.Run {
      let range = terms.range(of: id)
      return QuadBlock.Run(start: range.lowerBound, count: range.count)
    }
    var block = QuadBlock()
    block.bytes = terms.bytes
    for start in stride(from: 0, to: statements.count, by: 1 << 12) {
      block.statements.removeAll(keepingCapacity: true)
      for statement in statements[start..<min(start + (1 << 12), statements.count)] {
        block.statements.append(
          QuadBlock.Statement(
            run(statement.subject), run(statement.predicate), run(statement.object),
            in: run(statement.graphName)))
      }
      try body(block)
    }
  }
}
