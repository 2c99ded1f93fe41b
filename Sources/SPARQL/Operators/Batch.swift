/// The number of a term: one of the store's, one beyond them for terms that the query made, 0 for
/// nothing.
typealias TermID = UInt32

/// The number of a variable within a query.
typealias Slot = Int

/// Some solutions: a column of term numbers for each variable of an operator, in its order.
struct Batch {
  /// How many solutions there are; columns alone do not tell where there are none.
  var count: Int
  /// The columns, each with ``count`` elements.
  var columns: [[TermID]]

  /// How many solutions an operator gathers before it hands them on, give or take what one of its
  /// input makes of itself.
  static let usualCount = 2_048

  /// The one solution that binds nothing.
  static let unit = Batch(count: 1, columns: [])

  /// The solutions at some rows, in that order.
  func gathered(_ rows: [Int32]) -> Batch {
    Batch(count: rows.count, columns: columns.map { Self.gather($0, rows) })
  }

  /// The elements of a column at some rows.
  static func gather(_ column: [TermID], _ rows: [Int32]) -> [TermID] {
    [TermID](unsafeUninitializedCapacity: rows.count) { buffer, count in
      for index in rows.indices { buffer[index] = column[Int(rows[index])] }
      count = rows.count
    }
  }
}
