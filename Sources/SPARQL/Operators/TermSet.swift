/// A set of terms: while they are few a hash set, then a mark for each of the store's and a hash set of
/// those that the query made.
struct TermSet {
  private let count: Int
  private var marks: [Bool] = []
  private var others: Set<TermID> = []

  /// How many terms of the store there are for each that makes marks worth while.
  private static let sparsity = 256

  /// An empty set in a store of so many terms.
  init(storedTermCount count: Int) { self.count = count }

  /// How many bytes are held, about.
  var memory: Int { marks.count + others.capacity * 8 }

  @inline(__always)
  func contains(_ id: TermID) -> Bool {
    Int(id) < marks.count ? marks[Int(id)] : others.contains(id)
  }

  @inline(__always)
  mutating func insert(_ id: TermID) {
    if Int(id) < marks.count {
      marks[Int(id)] = true
    } else {
      insertOther(id)
    }
  }

  private mutating func insertOther(_ id: TermID) {
    others.insert(id)
    guard marks.isEmpty, others.count * Self.sparsity > count else { return }
    marks = [Bool](repeating: false, count: count + 1)
    for id in others where Int(id) < marks.count { marks[Int(id)] = true }
    others = others.filter { Int($0) >= marks.count }
  }

  /// The terms in ascending order.
  var sorted: [TermID] {
    var all: [TermID] = []
    for index in marks.indices where marks[index] { all.append(TermID(truncatingIfNeeded: index)) }
    return all + others.sorted()
  }
}
