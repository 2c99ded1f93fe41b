package import RDF

/// Terms by number, as bytes in canonical form (``CanonicalTerm``).
///
/// Numbers count from 1 in the order in which the terms came; 0 is the absence of a term.
package struct TermTable: Sendable {
  private enum Storage: Sendable {
    case built(BuiltTerms)
    case mapped(MappedTerms)
  }

  /// A dictionary that nothing is added to any more.
  ///
  /// A class, so that a look into it holds one reference and not one for each of its arrays.
  private final class BuiltTerms: Sendable {
    let dictionary: TermDictionary

    init(_ dictionary: TermDictionary) { self.dictionary = dictionary }
  }

  private let storage: Storage
  /// How many terms there are.
  package let count: Int
  /// What was seen in terms.
  package let notes: TermNotes

  init(_ dictionary: TermDictionary) {
    storage = .built(BuiltTerms(dictionary))
    count = dictionary.count
    notes = TermNotes(count: count)
  }

  init(_ terms: MappedTerms) {
    storage = .mapped(terms)
    count = terms.count
    notes = TermNotes(count: count)
  }

  /// The number of a term; nil if it has none, 0 for no bytes.
  ///
  /// - Complexity: O(length of the term) on average, O(log n) in a snapshot.
  /// - Throws: ``SnapshotError`` if the part of a file that is looked into is damaged.
  package func id(of term: Span<UInt8>) throws(SnapshotError) -> UInt32? {
    switch storage {
    case .built(let built): built.dictionary.id(of: term)
    case .mapped(let terms): try terms.id(of: term)
    }
  }

  /// Hands out the bytes of a term.
  ///
  /// - Precondition: the table gave this number, and it is not 0.
  /// - Throws: ``SnapshotError`` if the part of a file that they stand in is damaged, and what
  ///   `body` throws.
  package func withBytes<Result>(
    of id: UInt32, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    switch storage {
    case .built(let built):
      let bytes = built.dictionary.bytes
      return try body(bytes.span.extracting(built.dictionary.range(of: id)))
    case .mapped(let terms): return try terms.withBytes(of: id, body)
    }
  }

  /// The terms as a dictionary that more can be added to, under their numbers.
  ///
  /// - Complexity: O(1), but for terms of a file, which are copied.
  /// - Throws: ``SnapshotError`` for a damaged file.
  func dictionary() throws -> TermDictionary {
    switch storage {
    case .built(let built): return built.dictionary
    case .mapped(let terms): return try terms.dictionary()
    }
  }

  /// Hands out what reads many terms.
  ///
  /// - Throws: what `body` throws.
  package func withReader<Result>(_ body: (TermReader) throws -> Result) rethrows -> Result {
    switch storage {
    case .built(let built):
      return try built.dictionary.bytes.withUnsafeBufferPointer { bytes in
        try built.dictionary.ends.withUnsafeBufferPointer { ends in
          try body(TermReader(bytes: bytes, ends: ends, checks: nil))
        }
      }
    case .mapped(let terms): return try body(terms.reader)
    }
  }

  /// Makes sure that a term can be read from now on.
  ///
  /// - Precondition: the table gave this number, and it is not 0.
  /// - Throws: ``SnapshotError`` if the part of a file that it stands in is damaged.
  package func verify(_ id: UInt32) throws(SnapshotError) {
    guard case .mapped(let terms) = storage else { return }
    try terms.verify(id)
  }

  /// Whether terms stand in a file, whose parts are verified when they are first read.
  package var isMapped: Bool {
    guard case .mapped = storage else { return false }
    return true
  }

  /// What a term is.
  ///
  /// - Precondition: the table gave this number, and it is not 0.
  /// - Throws: ``SnapshotError`` if the part of a file that it stands in is damaged.
  package func kind(of id: UInt32) throws -> CanonicalTerm.Kind {
    try withBytes(of: id) { CanonicalTerm.kind(of: $0) }
  }

  /// The numbers in order of the terms' bytes.
  func sortedNumbers() throws -> [UInt32] {
    switch storage {
    case .built(let built):
      let dictionary = built.dictionary
      var numbers = (0..<count).map { UInt32(truncatingIfNeeded: $0 + 1) }
      _ = ByteKeySort.sort(&numbers, in: dictionary.bytes.span) { dictionary.range(of: $0) }
      return numbers
    case .mapped(let terms): return try terms.sortedNumbers()
    }
  }

  /// Hands out the bytes of all terms, in order of their numbers.
  func withAllBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch storage {
    case .built(let built): try built.dictionary.bytes.withUnsafeBytes(body)
    case .mapped(let terms): try terms.withAllBytes(body)
    }
  }

  /// Hands out where the terms end, each as eight bytes, behind a zero.
  func withAllEnds(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch storage {
    case .built(let built): try built.dictionary.ends.withUnsafeBytes(body)
    case .mapped(let terms): try terms.withAllEnds(body)
    }
  }
}
