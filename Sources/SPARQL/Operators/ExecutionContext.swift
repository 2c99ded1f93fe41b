import QuadStore
import RDF

/// What all operators of one query share: the statements, the terms that the query makes, its bounds.
///
/// A class, for terms are added and bounds are used up as operators work. It belongs to one thread.
final class ExecutionContext {
  let terms: TermTable
  /// The default graph that is asked.
  let defaultGraph: TripleIndex
  /// The named graphs that are asked.
  let namedGraphs: NamedGraphIndex
  /// What functions share.
  let functions: FunctionContext
  /// Whether rows and times are noted.
  let isMeasured: Bool

  private let limits: QueryLimits
  private let deadline: ContinuousClock.Instant?
  private var usedMemory = 0
  /// Terms that are not in the store; their numbers go on where the store's end.
  private var made = TermDictionary()
  private let firstMade: Int
  private var decoder = CanonicalTermDecoder()
  private var decoded: [TermID: Term] = [:]
  private static let mostDecoded = 1 << 16
  private var scratch: [UInt8] = []
  /// The numbers of integers that were asked for, since counts are mostly small.
  private var counts: [Int: TermID] = [:]
  private static let mostCounts = 1 << 10
  private static let integerTail = Array("\"^^<\(XSD.integer.iri)>".utf8)

  init(
    _ store: QuadStore, functions: FunctionContext, limits: QueryLimits, isMeasured: Bool
  ) {
    terms = store.terms
    defaultGraph = store.defaultGraph
    namedGraphs = store.namedGraphs
    self.functions = functions
    self.limits = limits
    self.isMeasured = isMeasured
    deadline = limits.timeout.map { limits.now() + $0 }
    firstMade = store.termCount
  }

  /// The largest number of a term of the store.
  var storedTermCount: Int { firstMade }

  /// The number of a term, a new one if it has none.
  func id(of term: Term) throws -> TermID {
    var bytes = scratch
    scratch = []
    bytes.removeAll(keepingCapacity: true)
    CanonicalTerm.append(term, to: &bytes)
    let id = try id(ofBytes: bytes.span)
    scratch = bytes
    return id
  }

  /// The number of an integer, a new one if it has none.
  func id(of count: Int) throws -> TermID {
    if let id = counts[count] { return id }
    var bytes = scratch
    scratch = []
    bytes.removeAll(keepingCapacity: true)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: String(count).utf8)
    bytes.append(contentsOf: Self.integerTail)
    let id = try id(ofBytes: bytes.span)
    scratch = bytes
    if counts.count < Self.mostCounts { counts[count] = id }
    return id
  }

  /// The number of a term in canonical form, a new one if it has none.
  func id(ofBytes bytes: Span<UInt8>) throws -> TermID {
    if let id = try terms.id(of: bytes) { return id }
    let count = made.count
    let id = made.intern(bytes)
    if made.count > count { try use(memory: bytes.count + 24) }
    return TermID(truncatingIfNeeded: firstMade) + id
  }

  /// Whether terms may stand as subject and predicate of a triple.
  func canBeTriple(_ subject: TermID, _ predicate: TermID) throws -> Bool {
    guard subject != 0, predicate != 0 else { return false }
    switch try withBytes(of: subject, { CanonicalTerm.kind(of: $0) }) {
    case .iri, .blankNode: break
    case .literal, .tripleTerm: return false
    }
    return try withBytes(of: predicate) { CanonicalTerm.kind(of: $0) } == .iri
  }

  /// The term of a number that is not 0.
  func term(_ id: TermID) throws -> Term {
    if let term = decoded[id] { return term }
    let term = try withBytes(of: id) { decoder.term($0) }
    if decoded.count >= Self.mostDecoded { decoded.removeAll(keepingCapacity: true) }
    decoded[id] = term
    return term
  }

  /// Hands out the bytes of a term, in canonical form, whose number is not 0.
  func withBytes<Result>(
    of id: TermID, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    guard Int(id) > firstMade else { return try terms.withBytes(of: id, body) }
    let range = made.range(of: id - TermID(truncatingIfNeeded: firstMade))
    let bytes = made.bytes
    return try body(bytes.span.extracting(range))
  }

  /// Makes sure that the terms of solutions can be read from now on.
  ///
  /// - Throws: `SnapshotError` if the part of a file that one stands in is damaged.
  func verifyTerms(of solutions: Batch) throws {
    guard terms.isMapped else { return }
    for column in solutions.columns {
      var last: TermID = 0
      for id in column where id != last {
        if id != 0, Int(id) <= firstMade { try terms.verify(id) }
        last = id
      }
    }
  }

  /// Notes that so many bytes are held from now on.
  ///
  /// - Throws: ``QueryError`` if that is too much.
  func use(memory bytes: Int) throws {
    usedMemory += bytes
    if let most = limits.maximumMemory, usedMemory > most { throw QueryError.tooMuchMemory(most) }
  }

  /// Notes that so many bytes are no longer held.
  func release(memory bytes: Int) { usedMemory -= bytes }

  /// Has to be called now and then by whatever takes long.
  ///
  /// - Throws: ``QueryError`` if the query has to end.
  func checkTime() throws {
    if Task.isCancelled { throw QueryError.cancelled }
    if let deadline, let timeout = limits.timeout, limits.now() > deadline {
      throw QueryError.timeout(timeout)
    }
  }

  /// Calls `body` with parts of a range of rows, one after the other, and looks at the clock between.
  ///
  /// - Throws: ``QueryError`` if the query has to end.
  func forEachPart(of rows: Range<Int>, _ body: (Range<Int>) -> Void) throws {
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowsPerPart) {
      body(start..<min(start + Self.rowsPerPart, rows.upperBound))
      try checkTime()
    }
  }

  private static let rowsPerPart = 1 << 16

  /// Has to be called with the number of rows of an answer as it grows.
  ///
  /// - Throws: ``QueryError`` if these are too many.
  func check(rows count: Int) throws {
    if let most = limits.maximumRows, count > most { throw QueryError.tooManyRows(most) }
  }
}
