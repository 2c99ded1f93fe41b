import QuadStore

/// Looks up a pattern of the default graph whose predicate is constant and one of whose other ends is
/// bound by the input: many rows at a time.
///
/// Where the bound terms ascend, as they do behind a scan, they are merged with the statements of the
/// predicate; where they do not, or are few among these, each is looked up by itself.
struct PatternProbe {
  /// Where the term of a position comes from.
  enum Source {
    case constant(TermID)
    case column(Int)
    case free
  }

  /// The order that begins with the bound term and the predicate.
  private let byTerm: Permutation
  /// The order that begins with the predicate and the bound term.
  private let byPredicate: Permutation
  private let predicate: TermID
  /// The column of the input that holds the bound term.
  private let column: Int
  /// The column that holds the last term; nil where that is what is looked for.
  private let lastColumn: Int?
  /// Columns of the output that the last term and the bound one are written to; nil for none.
  private let lastTarget: Int?
  private let boundTarget: Int?
  private let onlyFirst: Bool

  /// The statements of the predicate, in ``byPredicate``; nil until they are needed.
  private var all: Range<Int>?
  /// The statements that the rest of a batch is merged with; nil where its rows are looked up.
  private var merged: Range<Int>?
  /// The first row of the batch whose statements were not read ahead.
  private var asked = 0
  /// What was read ahead; it is kept so that reading it is something that happens.
  private var seen: TermID = 0

  /// Up to how many statements of a term are looked through one by one.
  private static let mostLookedThrough = 64
  /// Up to how many statements for each row are gone through rather than rows being looked up.
  private static let mostSkipped = 8

  /// The probe of a pattern by its sources; nil where it is not as simple.
  ///
  /// `targets` are the columns of the output by position, negative for none.
  init?(_ sources: [Source], _ targets: [Int], _ index: TripleIndex, onlyFirst: Bool) {
    guard sources.count == 3, case .constant(let predicate) = sources[1] else { return nil }
    let bound: Int
    switch (sources[0], sources[2]) {
    case (.column(let subject), .free): (bound, column, lastColumn) = (0, subject, nil)
    case (.free, .column(let object)): (bound, column, lastColumn) = (2, object, nil)
    case (.column(let subject), .column(let object)):
      (bound, column, lastColumn) = (0, subject, object)
    default: return nil
    }
    self.predicate = predicate
    self.onlyFirst = onlyFirst
    byTerm = bound == 0 ? index.spo : index.ops
    byPredicate = bound == 0 ? index.pso : index.pos
    boundTarget = targets[bound] < 0 ? nil : bound
    lastTarget = targets[2 - bound] < 0 ? nil : 2 - bound
  }

  /// Looks rows up until a batch is full, or a row comes that is not as simple.
  ///
  /// - Parameters:
  ///   - batch: the solutions.
  ///   - row: the first that is looked up; a batch is begun with its first one.
  ///   - rows: is added to: for each match the row that it belongs to.
  ///   - output: is added to: what the positions hold.
  /// - Returns: the first row that was not looked up.
  /// - Throws: `SnapshotError` for a damaged store.
  mutating func run(
    _ batch: Batch, from row: Int, _ rows: inout [Int32], _ output: inout [[TermID]]
  ) throws -> Int {
    let terms = batch.columns[column]
    if row == 0 {
      asked = 0
      merged = try rangeToMerge(terms)
    }
    let wanted = lastColumn.map { batch.columns[$0] }
    var sink = Sink(rows: rows, last: [], bound: [])
    rows = []
    if let lastTarget { swap(&sink.last, &output[lastTarget]) }
    if let boundTarget { swap(&sink.bound, &output[boundTarget]) }
    defer {
      rows = sink.rows
      if let lastTarget { swap(&sink.last, &output[lastTarget]) }
      if let boundTarget { swap(&sink.bound, &output[boundTarget]) }
    }
    if let range = merged {
      return merge(terms, wanted, with: range, from: row, &sink)
    }
    return try lookUp(terms, wanted, from: row, &sink)
  }

  /// What is found.
  private struct Sink {
    var rows: [Int32]
    var last: [TermID]
    var bound: [TermID]
  }

  @inline(__always)
  private func add(_ row: Int, _ bound: TermID, _ last: TermID, _ sink: inout Sink) {
    sink.rows.append(Int32(truncatingIfNeeded: row))
    if lastTarget != nil { sink.last.append(last) }
    if boundTarget != nil { sink.bound.append(bound) }
  }

  /// The statements from the first bound term to the last, if the terms ascend and these are few
  /// enough to be gone through; nil otherwise.
  private mutating func rangeToMerge(_ terms: [TermID]) throws -> Range<Int>? {
    guard terms.count > 1, let first = terms.first, let last = terms.last, first > 0 else {
      return nil
    }
    var before = first
    for term in terms {
      if term < before { return nil }
      before = term
    }
    let all = try all ?? byPredicate.rows(predicate)
    self.all = all
    let column = byPredicate.second
    let start = try column.lowerBound(of: first, in: all)
    let end = try column.lowerBound(of: last &+ 1, in: start..<all.upperBound)
    guard end - start <= terms.count * Self.mostSkipped else { return nil }
    try column.verify(start..<end)
    try byPredicate.third.verify(start..<end)
    precondition(
      end <= column.count && end <= byPredicate.third.count, "rows lie within their columns")
    return start..<end
  }

  private mutating func merge(
    _ terms: [TermID], _ wanted: [TermID]?, with range: Range<Int>, from first: Int,
    _ sink: inout Sink
  ) -> Int {
    let (bound, last) = (byPredicate.second.base, byPredicate.third.base)
    var (row, cursor) = (first, range.lowerBound)
    let end = range.upperBound
    while row < terms.count, sink.rows.count < Batch.usualCount {
      let term = terms[row]
      while cursor < end, bound[cursor] < term { cursor &+= 1 }
      // A term with many statements may make more than a batch.
      let far = cursor &+ Self.mostLookedThrough
      if far < end, bound[far] == term { break }
      if let wanted {
        if wanted[row] == 0 { break }
        find(wanted[row], of: term, from: cursor, to: end, row, &sink)
      } else {
        var index = cursor
        while index < end, bound[index] == term {
          add(row, term, last[index], &sink)
          if onlyFirst { break }
          index &+= 1
        }
      }
      row &+= 1
    }
    merged = cursor..<end
    return row
  }

  private func find(
    _ wanted: TermID, of term: TermID, from start: Int, to end: Int, _ row: Int, _ sink: inout Sink
  ) {
    let (bound, last) = (byPredicate.second.base, byPredicate.third.base)
    var index = start
    while index < end, bound[index] == term {
      if last[index] == wanted { return add(row, term, wanted, &sink) }
      index &+= 1
    }
  }

  private mutating func lookUp(
    _ terms: [TermID], _ wanted: [TermID]?, from first: Int, _ sink: inout Sink
  ) throws -> Int {
    let (offsets, predicates, lasts) = (byTerm.offsets, byTerm.second, byTerm.third)
    let isVerified = offsets.check == nil
    var row = first
    while row < terms.count, sink.rows.count < Batch.usualCount {
      if row >= asked, isVerified { ask(terms, from: row) }
      let term = terms[row]
      guard term != 0 else { break }
      guard Int(term) &+ 1 < offsets.count else {
        row &+= 1
        continue
      }
      if !isVerified { try offsets.verify(Int(term)..<Int(term) &+ 2) }
      let (start, end) = (Int(offsets.base[Int(term)]), Int(offsets.base[Int(term) &+ 1]))
      guard end &- start <= Self.mostLookedThrough, end <= lasts.count else { break }
      let last = wanted?[row] ?? 0
      if wanted != nil, last == 0 { break }
      if !isVerified {
        try predicates.verify(start..<end)
        try lasts.verify(start..<end)
      }
      var index = start
      while index < end, predicates.base[index] < predicate { index &+= 1 }
      while index < end, predicates.base[index] == predicate {
        if last == 0 || lasts.base[index] == last {
          add(row, term, lasts.base[index], &sink)
          if onlyFirst { break }
        }
        index &+= 1
      }
      row &+= 1
    }
    return row
  }

  /// Reads the first statement of some terms, which lie all over the memory: the processor waits for
  /// many of them at once this way, and has them when they are looked through.
  private mutating func ask(_ terms: [TermID], from row: Int) {
    let offsets = byTerm.offsets
    let count = min(byTerm.second.count, byTerm.third.count)
    let (seconds, thirds) = (byTerm.second.base, byTerm.third.base)
    let end = min(row + Self.askedAtOnce, terms.count)
    var seen: TermID = 0
    for index in row..<end {
      let term = Int(terms[index])
      guard term &+ 1 < offsets.count else { continue }
      let start = Int(offsets.base[term])
      if start < count { seen &+= seconds[start] &+ thirds[start] }
    }
    self.seen = seen
    asked = end
  }

  private static let askedAtOnce = 32
}
