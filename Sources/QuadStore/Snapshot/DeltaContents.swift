import RDF

/// What the file of changes beside a snapshot comes to.
struct DeltaContents: Sendable {
  /// Statements that are not in the snapshot, and statements of it that are gone; in no order, and
  /// right once ``finish()`` was called.
  private(set) var changes = StatementChanges()
  /// Terms that are not in the snapshot; their numbers go on behind those of its terms.
  private(set) var terms = TermDictionary()
  /// The names of the named graphs.
  private(set) var graphs: Set<UInt32>
  /// What is known about the statements of the default graph, and about those of named graphs.
  private(set) var statistics: (triples: IndexStatistics, quads: IndexStatistics)
  /// How many updates there were.
  private(set) var updateCount = 0
  /// The end of the last whole record, in bytes; 0 where there is no header yet.
  var byteCount = 0
  /// The checksum of the header of the last record, or of the file.
  var seal: UInt64 = 0
  /// Whether the file is there.
  var isThere = false
  /// Whether everything in it is in the snapshot already.
  var isLeftOver = false

  /// The changes from the second update on, until all are there.
  private var tables: Tables?
  /// How many terms the snapshot has.
  private let snapshotTermCount: Int

  /// No changes of a snapshot.
  init(of snapshot: QuadStore) {
    snapshotTermCount = snapshot.termCount
    graphs = Set(snapshot.namedGraphs.names)
    statistics = (snapshot.defaultGraph.known, snapshot.namedGraphs.known)
  }

  /// Works an update in.
  ///
  /// - Parameters:
  ///   - counts: how many terms, added and removed statements, and created and dropped graphs.
  ///   - body: of the record.
  ///   - file: where it was read, for errors.
  /// - Returns: whether the update can be one of this snapshot.
  mutating func take(_ counts: [UInt64], _ body: UnsafeRawBufferPointer, file: String) -> Bool {
    let counts = [
      counts[0] & 0xFFFF_FFFF, counts[1], counts[2], counts[3] & 0xFFFF_FFFF, counts[3] >> 32,
      counts[0] >> 32,
    ].map { Int(clamping: $0) }
    // No count can be larger than the body, so that nothing overflows.
    guard counts.allSatisfy({ $0 <= body.count }) else { return false }
    let (termCount, addedCount, removedCount) = (counts[0], counts[1], counts[2])
    let statementStart = (termCount + counts[3] + counts[4]) * 4
    let rowStart = statementStart + (addedCount + removedCount) * 16
    let rowSize = DeltaFormat.rowsPerStatement * 4
    let knownStart = rowStart + (addedCount + removedCount) * rowSize
    let bytesStart = knownStart + counts[5] * DeltaFormat.numbersPerPredicate * 4
    guard bytesStart <= body.count, takeTerms(termCount, body, bytesStart) else { return false }
    for place in 0..<counts[3] + counts[4] {
      let graph = body.loadUnaligned(fromByteOffset: (termCount + place) * 4, as: UInt32.self)
      guard isKnown(graph) else { return false }
      let hasChanged =
        place < counts[3] ? graphs.insert(graph).inserted : graphs.remove(graph) != nil
      guard hasChanged else { return false }
    }
    var update = StatementChanges(file: file)
    update.added.reserveCapacity(addedCount)
    update.addedRows.reserveCapacity(addedCount)
    update.removed.reserveCapacity(removedCount)
    update.removedRows.reserveCapacity(removedCount)
    for place in 0..<addedCount + removedCount {
      let numbers = body.loadUnaligned(
        fromByteOffset: statementStart + place * 16, as: SIMD4<UInt32>.self)
      guard isKnown(numbers.x), isKnown(numbers.y), isKnown(numbers.z),
        numbers.w == 0 || graphs.contains(numbers.w) || place >= addedCount
      else { return false }
      let statement = TermDictionary.Statement(numbers.x, numbers.y, numbers.z, in: numbers.w)
      var rows = StatementRows()
      for order in 0..<DeltaFormat.rowsPerStatement {
        rows[order] = body.loadUnaligned(
          fromByteOffset: rowStart + place * rowSize + order * 4, as: UInt32.self)
      }
      if place < addedCount {
        update.added.append(statement)
        update.addedRows.append(rows)
      } else {
        update.removed.append(statement)
        update.removedRows.append(rows)
      }
    }
    guard takeStatistics(counts[5], body, knownStart) else { return false }
    updateCount += 1
    guard Self.ascend(update.added), Self.ascend(update.removed) else { return false }
    return take(update)
  }

  private func isKnown(_ id: UInt32) -> Bool {
    id > 0 && Int(id) <= snapshotTermCount + terms.count
  }

  private mutating func takeTerms(
    _ count: Int, _ body: UnsafeRawBufferPointer, _ start: Int
  ) -> Bool {
    if terms.count == 0 { terms = TermDictionary(minimumCapacity: count) }
    var last = start
    for place in 0..<count {
      let end = start + Int(body.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self))
      guard end > last, end <= body.count else { return false }
      let before = terms.count
      let term = UnsafeRawBufferPointer(rebasing: body[last..<end])
      _ = terms.intern(term.bindMemory(to: UInt8.self).span)
      guard terms.count == before + 1 else { return false }
      last = end
    }
    return true
  }

  /// Takes what is known about predicates in the place of what was.
  private mutating func takeStatistics(
    _ count: Int, _ body: UnsafeRawBufferPointer, _ start: Int
  ) -> Bool {
    var known = [statistics.triples, statistics.quads].map {
      IndexStatistics(predicates: [], subjects: $0.subjects, objects: $0.objects)
    }
    for place in 0..<count {
      let numbers = (0..<DeltaFormat.numbersPerPredicate).map {
        body.loadUnaligned(
          fromByteOffset: start + (place * DeltaFormat.numbersPerPredicate + $0) * 4,
          as: UInt32.self)
      }
      guard numbers[0] < 2, numbers[1] == 0 || isKnown(numbers[1]) else { return false }
      let part = Int(numbers[0])
      if numbers[1] == 0 {
        (known[part].subjects, known[part].objects) = (Int(numbers[3]), Int(numbers[4]))
      } else {
        known[part].predicates.append(
          PredicateStatistics(
            predicate: numbers[1], count: Int(numbers[2]), subjects: Int(numbers[3]),
            objects: Int(numbers[4])))
      }
    }
    statistics = (
      statistics.triples.replaced(by: known[0]), statistics.quads.replaced(by: known[1])
    )
    return true
  }

  private static func ascend(_ statements: [TermDictionary.Statement]) -> Bool {
    zip(statements, statements.dropFirst()).allSatisfy {
      TermDictionary.Statement.ascend($0, $1)
    }
  }

  /// Works statements in, each of which is there once.
  private mutating func take(_ update: StatementChanges) -> Bool {
    guard updateCount > 1 else {
      changes = update
      return true
    }
    var tables = tables ?? Tables(changes)
    // Held once, so that what is changed is not copied first.
    self.tables = nil
    defer { self.tables = tables }
    for (statement, rows) in zip(update.removed, update.removedRows)
    where tables.added.removeValue(forKey: statement) == nil {
      guard tables.removed.updateValue(rows, forKey: statement) == nil else { return false }
    }
    for (statement, rows) in zip(update.added, update.addedRows)
    where tables.removed.removeValue(forKey: statement) == nil {
      guard tables.added.updateValue(rows, forKey: statement) == nil else { return false }
    }
    return true
  }

  /// Has ``changes`` say what all updates come to.
  mutating func finish() {
    guard let tables else { return }
    (changes.added, changes.addedRows) = (Array(tables.added.keys), Array(tables.added.values))
    (changes.removed, changes.removedRows) = (
      Array(tables.removed.keys), Array(tables.removed.values)
    )
    self.tables = nil
  }

  /// Changes to be found by statement.
  private struct Tables {
    var added: [TermDictionary.Statement: StatementRows]
    var removed: [TermDictionary.Statement: StatementRows]

    init(_ changes: StatementChanges) {
      added = Dictionary(
        zip(changes.added, changes.addedRows), uniquingKeysWith: { first, _ in first })
      removed = Dictionary(
        zip(changes.removed, changes.removedRows), uniquingKeysWith: { first, _ in first })
    }
  }
}
