/// Finds statements that occur twice, by the numbers of their terms.
///
/// A table of our own: what `Set` asks of every element costs more than the rest of the look-up.
struct StatementSet {
  /// The statements, each once, in the order in which they came first.
  private var statements: [TermDictionary.Statement] = []
  /// By hash, one more than a statement's place, and 0 where none is.
  ///
  /// At most half is taken.
  private var slots: [UInt32]
  private let mask: Int
  /// Nobody knows it, so that nobody can make statements that all meet in one slot.
  private let seed = UInt64.random(in: .min ... .max)

  /// The statements of an array, each once, in the order in which they came first.
  ///
  /// - Complexity: O(n) on average.
  static func withoutDuplicates(
    _ statements: [TermDictionary.Statement]
  ) -> [TermDictionary.Statement] {
    var set = StatementSet(capacity: statements.count)
    for statement in statements { set.insert(statement) }
    return set.statements
  }

  private init(capacity: Int) {
    var count = 16
    while count < capacity * 2 { count *= 2 }
    slots = [UInt32](repeating: 0, count: count)
    mask = count - 1
    statements.reserveCapacity(capacity)
  }

  private mutating func insert(_ statement: TermDictionary.Statement) {
    var slot = Int(truncatingIfNeeded: hash(statement)) & mask
    while slots[slot] != 0 {
      if statements[Int(slots[slot]) - 1] == statement { return }
      slot = (slot + 1) & mask
    }
    statements.append(statement)
    slots[slot] = UInt32(statements.count)
  }

  private func hash(_ statement: TermDictionary.Statement) -> UInt64 {
    let first = UInt64(statement.subject) << 32 | UInt64(statement.predicate)
    let second = UInt64(statement.object) << 32 | UInt64(statement.graphName)
    return fold(fold(seed, first), second)
  }

  private func fold(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low ^ seed
  }
}
