/// Numbers terms, each different term once, in order of their first appearance.
///
/// Terms are given and kept as bytes in canonical form (``QuadBlock``), one behind the other in one
/// buffer. Number 0 is the absence of a term: the name of the default graph.
public struct TermDictionary: Sendable {
  /// The number of a term: its index in order of first appearance, from 1.
  public typealias ID = UInt32

  /// A statement as the numbers of its terms.
  public struct Statement: Hashable, Sendable {
    /// The subject.
    public var subject: ID
    /// The predicate.
    public var predicate: ID
    /// The object.
    public var object: ID
    /// The name of the graph; 0 for the default graph.
    public var graphName: ID

    /// A statement of numbered terms.
    @inlinable public init(_ subject: ID, _ predicate: ID, _ object: ID, in graphName: ID = 0) {
      self.subject = subject
      self.predicate = predicate
      self.object = object
      self.graphName = graphName
    }
  }

  /// The bytes of all terms, in order of their numbers.
  package private(set) var bytes: [UInt8] = []
  /// Where the terms end; term `id` lies from `ends[id - 1]` to `ends[id]`.
  @usableFromInline package private(set) var ends: [Int] = [0]
  /// The low half of the hash of each term, so that growing the table reads no term again.
  private var hashes: [UInt32] = [0]
  /// Numbers by hash, in open addressing with steps of one; 0 where nothing is.
  ///
  /// At most two thirds are taken.
  private var slots: [ID]
  /// Differs from process to process, so that nobody can craft terms that collide.
  ///
  /// No order of anything depends on it.
  private let seed: UInt64

  /// A dictionary with room for so many terms before it grows.
  public init(minimumCapacity: Int = 0) {
    var capacity = 1 << 8
    while capacity * 2 / 3 < minimumCapacity { capacity <<= 1 }
    slots = [ID](repeating: 0, count: capacity)
    seed = UInt64.random(in: .min ... .max)
  }

  /// How many terms are numbered.
  public var count: Int { ends.count - 1 }

  /// Where the bytes of a term lie in ``bytes``; empty for number 0.
  ///
  /// - Precondition: the dictionary gave this number.
  @inlinable package func range(of id: ID) -> Range<Int> {
    id == 0 ? 0..<0 : ends[Int(id) - 1]..<ends[Int(id)]
  }

  /// What a term is.
  ///
  /// - Precondition: the dictionary gave this number, and it is not 0.
  package func kind(of id: ID) -> CanonicalTerm.Kind {
    CanonicalTerm.kind(of: bytes.span.extracting(range(of: id)))
  }

  /// The number of a term, a new one if it has none yet; 0 for no bytes.
  ///
  /// - Complexity: O(length of the term) on average.
  package mutating func intern(_ term: Span<UInt8>) -> ID {
    guard term.count > 0 else { return 0 }
    let hash = hash(of: term)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    let check = UInt32(truncatingIfNeeded: hash)
    while true {
      let id = slots[slot]
      if id == 0 { break }
      if hashes[Int(id)] == check,
        bytes.span.extracting(range(of: id)).hasSameBytes(as: term)
      {
        return id
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    let id = ID(truncatingIfNeeded: ends.count)
    precondition(ends.count < Int(ID.max), "a dictionary holds less than 2³² terms")
    bytes.append(copying: term)
    ends.append(bytes.count)
    hashes.append(check)
    slots[slot] = id
    if ends.count * 3 > slots.count * 2 { grow() }
    return id
  }

  /// The number of a term; nil if it has none.
  package func id(of term: Span<UInt8>) -> ID? {
    guard term.count > 0 else { return 0 }
    let hash = hash(of: term)
    let check = UInt32(truncatingIfNeeded: hash)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      let id = slots[slot]
      if hashes[Int(id)] == check, bytes.span.extracting(range(of: id)).hasSameBytes(as: term) {
        return id
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// Numbers the terms of all statements of a block, and appends the statements.
  ///
  /// The array grows as it likes: making room for just one block each time would copy it each time.
  public mutating func intern(_ block: borrowing QuadBlock, into statements: inout [Statement]) {
    let bytes = block.bytes.span
    var (lastRuns, last) = (QuadBlock.Statement?.none, Statement(0, 0, 0))
    for runs in block.statements {
      // Readers that group hand out the very same run again.
      let subject =
        runs.subject == lastRuns?.subject
        ? last.subject : intern(bytes.extracting(runs.subject.range))
      let predicate =
        runs.predicate == lastRuns?.predicate
        ? last.predicate : intern(bytes.extracting(runs.predicate.range))
      let object = intern(bytes.extracting(runs.object.range))
      let graphName =
        runs.graphName == lastRuns?.graphName
        ? last.graphName : intern(bytes.extracting(runs.graphName.range))
      (lastRuns, last) = (runs, Statement(subject, predicate, object, in: graphName))
      statements.append(last)
    }
  }

  private mutating func grow() {
    var larger = [ID](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for id in 1..<ends.count {
      var slot = Int(hashes[id]) & mask
      while larger[slot] != 0 { slot = (slot &+ 1) & mask }
      larger[slot] = ID(id)
    }
    slots = larger
  }

  /// A hash in the manner of wyhash: eight bytes at a time, folded by a product of full width.
  private func hash(of term: Span<UInt8>) -> UInt64 {
    let raw = term.bytes
    var state = seed ^ UInt64(truncatingIfNeeded: term.count)
    var offset = 0
    while offset &+ 8 <= term.count {
      let word = raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      state = Self.fold(state ^ word, 0xA076_1D64_78BD_642F)
      offset &+= 8
    }
    var tail: UInt64 = 0
    while offset < term.count {
      tail = tail << 8 | UInt64(term[offset])
      offset &+= 1
    }
    return Self.fold(state ^ tail, 0xE703_7ED1_A0B4_28DB)
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
