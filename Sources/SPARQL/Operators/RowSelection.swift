import QuadStore
import RDF

/// Which rows of a batch an expression is true for.
struct RowSelection {
  /// What is asked first.
  private enum Way {
    case rowByRow
    /// The notes of the terms in a column.
    case look(column: Int, FilterProgram.Look)
    /// The bytes of the terms in a column; answers may be remembered.
    case test(column: Int, FilterProgram.Test, AnswerMemory?)
  }

  private let context: ExecutionContext
  private let way: Way
  /// The answer for a row, where the way does not tell.
  private let answer: FilterProgram.Answer

  /// A selection that asks row by row.
  init(_ context: ExecutionContext, _ answer: @escaping FilterProgram.Answer) {
    self.context = context
    self.answer = answer
    way = .rowByRow
  }

  /// A selection by the notes of the terms in a column.
  init(
    _ context: ExecutionContext, column: Int, look: @escaping FilterProgram.Look,
    otherwise answer: @escaping FilterProgram.Answer
  ) {
    self.context = context
    self.answer = answer
    way = .look(column: column, look)
  }

  /// A selection by the bytes of the terms in a column; what no statement has is asked row by row.
  init(
    _ context: ExecutionContext, column: Int, memory: AnswerMemory?,
    test: @escaping FilterProgram.Test, otherwise answer: @escaping FilterProgram.Answer
  ) {
    self.context = context
    self.answer = answer
    way = .test(column: column, test, memory)
  }

  /// The rows for which it is true.
  ///
  /// - Throws: what ends the query.
  func rows(of batch: Batch) throws -> [Int32] {
    switch way {
    case .rowByRow: try rowByRow(batch)
    case .look(let column, let look): try rows(of: batch, column, look)
    case .test(let column, let test, let memory): try rows(of: batch, column, test, memory)
    }
  }

  private func rows(
    of batch: Batch, _ column: Int, _ look: FilterProgram.Look
  ) throws -> [Int32] {
    let terms = batch.columns[column]
    var kept: [Int32] = []
    for row in 0..<batch.count {
      let id = terms[row]
      let holds: Bool?
      if id == 0 {
        holds = try answer(batch, row)
      } else {
        switch look(try context.note(of: id)) {
        case .answer(let found): holds = found
        case .unclear: holds = try answer(batch, row)
        }
      }
      if holds == true { kept.append(Int32(truncatingIfNeeded: row)) }
    }
    return kept
  }

  private func rows(
    of batch: Batch, _ column: Int, _ test: FilterProgram.Test, _ memory: AnswerMemory?
  ) throws -> [Int32] {
    let terms = batch.columns[column]
    let stored = context.storedTermCount
    return try context.terms.withReader { reader in
      var kept: [Int32] = []
      for row in 0..<batch.count {
        // Texts lie far from each other, each on a page of its own.
        if row &+ TermReader.endsAhead < batch.count {
          reader.fetchEnds(of: terms[row &+ TermReader.endsAhead])
        }
        if row &+ TermReader.bytesAhead < batch.count {
          reader.fetchBytes(of: terms[row &+ TermReader.bytesAhead])
        }
        let id = terms[row]
        let holds: Bool?
        if id == 0 || Int(id) > stored {
          holds = try answer(batch, row)
        } else if let known = memory?.answer(Int(id)) {
          holds = known
        } else {
          switch try test(reader.bytes(of: id).span) {
          case .answer(let found): holds = found
          case .unclear: holds = try answer(batch, row)
          }
          memory?.note(holds, Int(id))
        }
        if holds == true { kept.append(Int32(truncatingIfNeeded: row)) }
      }
      return kept
    }
  }

  private func rowByRow(_ batch: Batch) throws -> [Int32] {
    var kept: [Int32] = []
    for row in 0..<batch.count where try answer(batch, row) == true {
      kept.append(Int32(truncatingIfNeeded: row))
    }
    return kept
  }
}
