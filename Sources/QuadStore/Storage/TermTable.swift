package import RDF

/// Terms by number, as bytes in canonical form (``CanonicalTerm``).
///
/// Numbers count from 1 in the order in which the terms came; 0 is the absence of a term.
package struct TermTable: Sendable {
  private enum Storage: Sendable {
    case built(BuiltTerms)
    case mapped(MappedTerms)
    case extended(ExtendedTerms)
  }

  /// Terms, and more of them whose numbers go on.
  private final class ExtendedTerms: Sendable {
    let base: TermTable
    let added: TermDictionary

    init(_ base: TermTable, _ added: TermDictionary) {
      self.base = base
      self.added = added
    }

    /// The number that a term has among the added ones.
    func own(_ id: UInt32) -> UInt32? {
      Int(id) > base.count ? id - UInt32(base.count) : nil
    }
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

  /// Terms, and more of them, whose numbers go on behind theirs; none of these is among the first.
  init(_ base: TermTable, added: TermDictionary) {
    storage = .extended(ExtendedTerms(base, added))
    count = base.count + added.count
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
    case .extended(let terms):
      // Those that were added are found by hash.
      if term.count > 0, let own = terms.added.id(of: term) {
        own + UInt32(terms.base.count)
      } else {
        try terms.base.id(of: term)
      }
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
    case .extended(let terms):
      guard let own = terms.own(id) else { return try terms.base.withBytes(of: id, body) }
      let bytes = terms.added.bytes
      return try body(bytes.span.extracting(terms.added.range(of: own)))
    }
  }

  /// The terms as they were opened or read, and those that came later, in a dictionary of their own:
  /// its numbers begin behind the others.
  var parts: (base: TermTable, added: TermDictionary) {
    switch storage {
    case .built(let built): (TermTable(TermDictionary()), built.dictionary)
    case .mapped: (self, TermDictionary())
    case .extended(let terms): (terms.base, terms.added)
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
    case .extended(let terms):
      return try terms.base.withReader { reader in
        try terms.added.bytes.withUnsafeBufferPointer { bytes in
          try terms.added.ends.withUnsafeBufferPointer { ends in
            var reader = reader
            reader.added = TermReader.Added(bytes: bytes, ends: ends)
            return try body(reader)
          }
        }
      }
    }
  }

  /// Makes sure that a term can be read from now on.
  ///
  /// - Precondition: the table gave this number, and it is not 0.
  /// - Throws: ``SnapshotError`` if the part of a file that it stands in is damaged.
  package func verify(_ id: UInt32) throws(SnapshotError) {
    switch storage {
    case .built: return
    case .mapped(let terms): try terms.verify(id)
    case .extended(let terms): if terms.own(id) == nil { try terms.base.verify(id) }
    }
  }

  /// Whether terms stand in a file, whose parts are verified when they are first read.
  package var isMapped: Bool {
    switch storage {
    case .built: false
    case .mapped: true
    case .extended(let terms): terms.base.isMapped
    }
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
      return Self.sortedNumbers(built.dictionary)
    case .mapped(let terms): return try terms.sortedNumbers()
    case .extended: return Self.sortedNumbers(try allTerms())
    }
  }

  private static func sortedNumbers(_ dictionary: TermDictionary) -> [UInt32] {
    var numbers = (0..<dictionary.count).map { UInt32(truncatingIfNeeded: $0 + 1) }
    _ = ByteKeySort.sort(&numbers, in: dictionary.bytes.span) { dictionary.range(of: $0) }
    return numbers
  }

  /// All terms in one dictionary, under their numbers.
  private func allTerms() throws -> TermDictionary {
    var dictionary = TermDictionary(minimumCapacity: count)
    guard count > 0 else { return dictionary }
    for id in 1...UInt32(count) {
      let number = try withBytes(of: id) { dictionary.intern($0) }
      // A term that is there twice would get one number.
      guard number == id else { throw SnapshotError(.inconsistent, file: "") }
    }
    return dictionary
  }

  /// Hands out the bytes of all terms, in order of their numbers.
  func withAllBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch storage {
    case .built(let built): try built.dictionary.bytes.withUnsafeBytes(body)
    case .mapped(let terms): try terms.withAllBytes(body)
    case .extended: try allTerms().bytes.withUnsafeBytes(body)
    }
  }

  /// Hands out where the terms end, each as eight bytes, behind a zero.
  func withAllEnds(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch storage {
    case .built(let built): try built.dictionary.ends.withUnsafeBytes(body)
    case .mapped(let terms): try terms.withAllEnds(body)
    case .extended: try allTerms().ends.withUnsafeBytes(body)
    }
  }
}
