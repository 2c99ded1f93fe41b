/// A batch of statements whose terms are runs of bytes.
///
/// This is how statements travel between readers, stores and writers: nothing is allocated for a
/// term or a statement. Every run is the term's canonical N-Triples form
/// ([RDF 1.2 N-Triples §3](https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples)), so that two
/// terms are the same if, and only if, their bytes are. Language tags stand as they were written.
///
/// ```swift
/// var block = QuadBlock()
/// block.append(quad)
/// for quad in block.quads { … }
/// ```
public struct QuadBlock: Sendable {
  /// A term: a run of the block's bytes.
  ///
  /// Empty for the default graph.
  package struct Run: Hashable, Sendable {
    /// The offset of the first byte.
    package var start: UInt32
    /// How many bytes there are.
    package var count: UInt32

    /// A run; the block's bounds are the caller's to keep.
    @inlinable @inline(__always) package init(start: Int, count: Int) {
      self.start = UInt32(truncatingIfNeeded: start)
      self.count = UInt32(truncatingIfNeeded: count)
    }

    /// The run of the default graph.
    @inlinable @inline(__always) package static var none: Run { Run(start: 0, count: 0) }

    /// The offsets of the bytes.
    @inlinable @inline(__always) package var range: Range<Int> {
      Range(uncheckedBounds: (Int(start), Int(start) &+ Int(count)))
    }

    /// The offset behind the last byte.
    @inlinable @inline(__always) package var end: Int { Int(start) &+ Int(count) }
  }

  /// A statement as four runs.
  package struct Statement: Hashable, Sendable {
    /// The subject.
    package var subject: Run
    /// The predicate.
    package var predicate: Run
    /// The object.
    package var object: Run
    /// The name of the graph; empty for the default graph.
    package var graphName: Run

    /// A statement of terms that stand in the block.
    @inlinable package init(_ subject: Run, _ predicate: Run, _ object: Run, in graphName: Run) {
      self.subject = subject
      self.predicate = predicate
      self.object = object
      self.graphName = graphName
    }
  }

  /// What the terms are runs of, in no particular order; other bytes may stand between.
  ///
  /// Its size stays below 4 GiB: readers end a block long before.
  package var bytes: [UInt8] = []
  /// The statements, in the order of the text that they come from, duplicates kept.
  package var statements: [Statement] = []

  /// A block without statements.
  public init() {}

  /// How many statements there are.
  public var count: Int { statements.count }

  /// Whether there is no statement.
  public var isEmpty: Bool { statements.isEmpty }

  /// Removes all statements and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    statements.removeAll(keepingCapacity: true)
  }

  /// The first name of a graph that is not the default graph, in canonical form; nil if there is
  /// none.
  public var firstGraphName: String? {
    guard let named = statements.first(where: { $0.graphName.count > 0 }) else { return nil }
    return String(copying: bytes.span.extracting(named.graphName.range))
  }
}
