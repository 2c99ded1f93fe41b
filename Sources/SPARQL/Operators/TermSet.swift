/// A set of terms: a mark for each of the store's, and a set of those that the query made.
struct TermSet {
  private var marks: [Bool]
  private var others: Set<TermID> = []

  /// An empty set in a store of so many terms.
  init(storedTermCount count: Int) { marks = [Bool](repeating: false, count: count + 1) }

  /// How many bytes are held, about.
  var memory: Int { marks.count }

  @inline(__always)
  func contains(_ id: TermID) -> Bool {
    Int(id) < marks.count ? marks[Int(id)] : others.contains(id)
  }

  @inline(__always)
  mutating func insert(_ id: TermID) {
    if Int(id) < marks.count { marks[Int(id)] = true } else { others.insert(id) }
  }

  /// The terms in ascending order.
  var sorted: [TermID] {
    var all: [TermID] = []
    for index in marks.indices where marks[index] { all.append(TermID(truncatingIfNeeded: index)) }
    return all + others.sorted()
  }
}
