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
  /// By hash, in open addressing with steps of one: the number of a term, and above it the low half
  /// of its hash, so that neither a search nor growing reads other terms; 0 where nothing is.
  ///
  /// At most two thirds are taken.
  private var slots: [UInt64]
  /// By the low bits of a predicate's number, the predicate that followed it last; 0 where none did.
  private var followers = [ID](repeating: 0, count: Self.followerCount)
  private static let followerCount = 64
  /// Differs from process to process, so that nobody can craft terms that collide.
  ///
  /// No order of anything depends on it.
  private let seed: UInt64
  /// What every second word is mixed with, no less random.
  private let key: UInt64

  /// A dictionary with room for so many terms before it grows.
  public init(minimumCapacity: Int = 0) {
    var capacity = 1 << 8
    while capacity * 2 / 3 < minimumCapacity { capacity <<= 1 }
    slots = [UInt64](repeating: 0, count: capacity)
    seed = UInt64.random(in: .min ... .max)
    key = UInt64.random(in: .min ... .max)
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
    return intern(term, hash: hash(of: term))
  }

  /// The number of a term that is not empty, a new one if it has none yet.
  private mutating func intern(_ term: Span<UInt8>, hash: UInt64) -> ID {
    let check = hash << 32
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      let id = ID(truncatingIfNeeded: slots[slot])
      if (slots[slot] ^ check) >> 32 == 0, has(term, as: id) { return id }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    let id = ID(truncatingIfNeeded: ends.count)
    precondition(ends.count < Int(ID.max), "a dictionary holds less than 2³² terms")
    bytes.append(copying: term)
    ends.append(bytes.count)
    slots[slot] = check | UInt64(id)
    if ends.count * 3 > slots.count * 2 { grow() }
    return id
  }

  @inline(__always)
  private func has(_ term: Span<UInt8>, as id: ID) -> Bool {
    bytes.span.extracting(range(of: id)).hasSameBytes(as: term)
  }

  /// The number of a term; nil if it has none.
  package func id(of term: Span<UInt8>) -> ID? {
    guard term.count > 0 else { return 0 }
    let hash = hash(of: term)
    let check = hash << 32
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      let id = ID(truncatingIfNeeded: slots[slot])
      if (slots[slot] ^ check) >> 32 == 0, has(term, as: id) { return id }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// Numbers the terms of all statements of a block, and appends the statements.
  ///
  /// The array grows as it likes: making room for just one block each time would copy it each time.
  public mutating func intern(_ block: borrowing QuadBlock, into statements: inout [Statement]) {
    let bytes = block.bytes.span
    if self.bytes.count >= LargePages.size / 4 { self.bytes.makeLargeRoom(for: bytes.count) }
    // Empty runs have number 0, as the absence of a term does.
    var lastRuns = QuadBlock.Statement(.none, .none, .none, in: .none)
    var last = Statement(0, 0, 0)
    let sought = SoughtTerms(statements: Self.batch)
    defer { sought.deallocate() }
    for start in stride(from: 0, to: block.statements.count, by: Self.batch) {
      let end = min(start + Self.batch, block.statements.count)
      find(block.statements[start..<end], after: lastRuns.subject, in: bytes, sought)
      for place in start..<end {
        let runs = block.statements[place]
        let subject = sought.subjects[place - start]
        let subjectID =
          subject.isRepeated ? last.subject : number(of: runs.subject, subject, in: bytes)
        let predicate =
          runs.predicate == lastRuns.predicate
          ? last.predicate : number(ofPredicate: runs.predicate, after: last.predicate, in: bytes)
        let object = number(of: runs.object, sought.objects[place - start], in: bytes)
        let graphName = intern(runs.graphName, after: lastRuns.graphName, last.graphName, in: bytes)
        (lastRuns, last) = (runs, Statement(subjectID, predicate, object, in: graphName))
        statements.append(last)
      }
    }
  }

  /// How many statements' terms are sought at a time.
  private static let batch = 32

  /// A term that is sought.
  private struct Sought {
    var hash: UInt64 = 0
    /// What the first slot of the hash holds.
    var entry: UInt64 = 0
    /// The number; 0 if the term was not found in its first slot.
    var id: ID = 0
    /// Whether the term is that of the statement before.
    var isRepeated = false
    /// Where the term of the slot lies, if the slot is one of the hash.
    var range = 0..<0
    /// Something that stands there.
    var byte: UInt8 = 0
  }

  /// The subjects and objects of some statements that are sought together.
  ///
  /// Memory without an owner, for arrays would be asked before each change whether they are shared.
  private struct SoughtTerms {
    let subjects: UnsafeMutableBufferPointer<Sought>
    let objects: UnsafeMutableBufferPointer<Sought>

    init(statements: Int) {
      subjects = .allocate(capacity: statements)
      objects = .allocate(capacity: statements)
      subjects.initialize(repeating: Sought())
      objects.initialize(repeating: Sought())
    }

    func deallocate() {
      subjects.deallocate()
      objects.deallocate()
    }
  }

  /// Seeks the subjects and objects of some statements in steps, each for all of them: the terms are
  /// scattered over the memory, and the processor waits for many of them at once this way.
  private func find(
    _ statements: ArraySlice<QuadBlock.Statement>, after lastSubject: QuadBlock.Run,
    in bytes: Span<UInt8>, _ sought: SoughtTerms
  ) {
    let start = statements.startIndex
    var before = lastSubject
    for place in statements.indices {
      let runs = statements[place]
      // Statements of one thing stand together. Readers that group hand out the very same run
      // again, others the same bytes.
      if runs.subject == before
        || bytes.extracting(runs.subject.range).hasSameBytes(as: bytes.extracting(before.range))
      {
        sought.subjects[place - start] = Sought(isRepeated: true)
      } else {
        sought.subjects[place - start] = Sought(
          hash: hash(of: bytes.extracting(runs.subject.range)))
      }
      sought.objects[place - start] = Sought(hash: hash(of: bytes.extracting(runs.object.range)))
      before = runs.subject
    }
    // Nothing else is done between these, so that many of them are waited for at once.
    for index in 0..<statements.count {
      if !sought.subjects[index].isRepeated { seek(&sought.subjects[index]) }
      seek(&sought.objects[index])
    }
    for index in 0..<statements.count {
      locate(&sought.subjects[index])
      locate(&sought.objects[index])
    }
    for place in statements.indices {
      let runs = statements[place]
      compare(&sought.subjects[place - start], with: runs.subject, in: bytes)
      compare(&sought.objects[place - start], with: runs.object, in: bytes)
    }
  }

  /// Looks into the first slot of a hash.
  @inline(__always)
  private func seek(_ sought: inout Sought) {
    sought.entry = slots[Int(truncatingIfNeeded: sought.hash) & (slots.count &- 1)]
  }

  /// Looks where the term of the slot lies, if the slot is one of the hash, and asks for its bytes.
  @inline(__always)
  private func locate(_ sought: inout Sought) {
    guard !sought.isRepeated, sought.entry != 0,
      (sought.entry ^ sought.hash << 32) >> 32 == 0
    else { return }
    sought.range = range(of: ID(truncatingIfNeeded: sought.entry))
    sought.byte = bytes[sought.range.lowerBound]
  }

  /// Gives a term its number if it is that of the slot.
  @inline(__always)
  private func compare(_ sought: inout Sought, with run: QuadBlock.Run, in bytes: Span<UInt8>) {
    guard sought.range.count == run.count, run.count > 0, sought.byte == bytes[Int(run.start)],
      self.bytes.span.extracting(sought.range).hasSameBytes(as: bytes.extracting(run.range))
    else { return }
    sought.id = ID(truncatingIfNeeded: sought.entry)
  }

  /// The number of a term that was sought, a new one if it has none yet; 0 for no bytes.
  @inline(__always)
  private mutating func number(
    of run: QuadBlock.Run, _ sought: Sought, in bytes: Span<UInt8>
  ) -> ID {
    if sought.id != 0 || run.count == 0 { return sought.id }
    return intern(bytes.extracting(run.range), hash: sought.hash)
  }

  /// The number of a predicate behind another one.
  ///
  /// Things are mostly described in the same order: so what followed the other one last is compared
  /// before anything is looked up.
  private mutating func number(
    ofPredicate run: QuadBlock.Run, after last: ID, in bytes: Span<UInt8>
  ) -> ID {
    let term = bytes.extracting(run.range)
    let place = Int(truncatingIfNeeded: last) & (Self.followerCount - 1)
    let likely = followers[place]
    if likely != 0, has(term, as: likely) { return likely }
    let id = intern(term)
    followers[place] = id
    return id
  }

  /// The number of a term that is likely to be the one before.
  private mutating func intern(
    _ run: QuadBlock.Run, after lastRun: QuadBlock.Run, _ last: ID, in bytes: Span<UInt8>
  ) -> ID {
    if run == lastRun { return last }
    let term = bytes.extracting(run.range)
    if term.hasSameBytes(as: bytes.extracting(lastRun.range)) { return last }
    return intern(term)
  }

  private mutating func grow() {
    var larger = [UInt64](unsafeUninitializedCapacity: slots.count * 2) { memory, count in
      LargePages.advise(UnsafeRawBufferPointer(memory))
      memory.initialize(repeating: 0)
      count = memory.count
    }
    let mask = larger.count - 1
    for entry in slots where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot &+ 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }

  /// A hash in the manner of wyhash: sixteen bytes at a time, folded by a product of full width; the
  /// last ones overlap those before.
  private func hash(of term: Span<UInt8>) -> UInt64 {
    let raw = term.bytes
    func word(_ offset: Int) -> UInt64 {
      raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
    }
    var state = seed ^ UInt64(truncatingIfNeeded: term.count)
    guard term.count >= 8 else {
      var tail: UInt64 = 0
      for offset in 0..<term.count { tail = tail << 8 | UInt64(term[offset]) }
      return Self.fold(state ^ tail, Self.lastSecret)
    }
    var offset = 0
    while offset &+ 16 < term.count {
      state = Self.fold(word(offset) ^ key, word(offset &+ 8) ^ state)
      offset &+= 16
    }
    if offset &+ 8 < term.count { state = Self.fold(word(offset) ^ state, key | 1) }
    return Self.fold(word(term.count &- 8) ^ state, Self.lastSecret)
  }

  private static var lastSecret: UInt64 { 0xE703_7ED1_A0B4_28DB }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
