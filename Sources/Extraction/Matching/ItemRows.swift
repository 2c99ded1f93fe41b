import DomainPack

/// For each test of a layer the items of a sentence that pass it, as bits of a row.
///
/// Item `p` is bit `p & 63` of piece `p >> 6`. The phrases of one length that an instruction knows
/// have a row too: the items where one begins. Filling the rows takes time for the tests that the
/// sentence's words and mentions pass, however many others there are.
struct ItemRows {
  /// A way of an instruction: a row, and how many items it leads over.
  struct Way: Hashable {
    var row: Int
    var length: Int
  }

  private var numbers: [ItemTest: Int] = [:]
  private var shapes: [(shape: ItemShape, row: Int)] = []
  /// In the order in which they can be made.
  private var combinations: [Combination] = []
  private let teller: ShapeTeller
  private var phrases = PhraseTrie()
  private var phraseWays: [Way] = []

  private var rowsOfWord = NumberLists()
  private var rowsOfClass = NumberLists()
  /// Rows that names which need a context do not stand in.
  private var confirmedRowsOfClass = NumberLists()

  /// How many rows there are.
  private(set) var count = 0
  /// Row `r` of piece `i` stands at `i * count + r`.
  private(set) var bits: [UInt64] = []
  private var touched: [Int] = []

  init(shapes: ShapeWords) { teller = ShapeTeller(shapes) }

  /// A row that is made of others.
  private struct Combination {
    var row: Int
    /// The rows, each with no bit where it counts as it is and all bits where it is turned around.
    var parts: [(row: Int, turn: UInt64)]
    /// Whether items must stand in all of them, not just in one.
    var isAll: Bool
  }

  /// The row of a test.
  mutating func row(of test: ItemTest) -> Int {
    if let known = numbers[test] { return known }
    switch test {
    case .all(let tests): return combination(of: tests, isAll: true, for: test)
    case .any(let tests): return combination(of: tests, isAll: false, for: test)
    case .not: return combination(of: [test], isAll: true, for: test)
    case .words, .mention, .shape: break
    }
    numbers[test] = count
    if case .shape(let shape) = test { shapes.append((shape, count)) }
    count += 1
    return count - 1
  }

  private mutating func combination(
    of tests: [ItemTest], isAll: Bool, for test: ItemTest
  ) -> Int {
    let parts: [(row: Int, turn: UInt64)] = tests.map { test in
      if case .not(let inner) = test { return (row(of: inner), .max) }
      return (row(of: test), 0)
    }
    numbers[test] = count
    combinations.append(Combination(row: count, parts: parts, isAll: isAll))
    count += 1
    return count - 1
  }

  /// The rows of some phrases, longest first.
  mutating func ways(of phrases: [[Int32]]) -> [Way] {
    Dictionary(grouping: phrases, by: \.count).sorted { $0.key > $1.key }.map { length, phrases in
      guard length > 1 else { return Way(row: row(of: .words(Set(phrases.joined()))), length: 1) }
      let way = Way(row: count, length: length)
      count += 1
      for phrase in phrases { self.phrases.insert(phrase, payload: Int32(phraseWays.count)) }
      phraseWays.append(way)
      return way
    }
  }

  /// Whether an item stands in a row.
  func has(_ row: Int, at position: Int) -> Bool {
    bits[(position >> 6) * count + row] >> UInt64(position & 63) & 1 == 1
  }

  /// Makes ready for ``fill(_:years:)``, once all rows are known.
  mutating func finish() {
    var (words, classes, confirmed): ([(Int32, Int)], [(Int32, Int)], [(Int32, Int)]) = ([], [], [])
    for (test, row) in numbers {
      switch test {
      case .words(let set): words += set.map { ($0, row) }
      case .mention(let set, let unconfirmed):
        let pairs = set.map { ($0, row) }
        if unconfirmed { classes += pairs } else { confirmed += pairs }
      case .shape, .not, .all, .any: break
      }
    }
    rowsOfWord = NumberLists(words)
    rowsOfClass = NumberLists(classes)
    confirmedRowsOfClass = NumberLists(confirmed)
  }

  private mutating func set(_ index: Int, _ bit: UInt64) {
    if bits[index] == 0 { touched.append(index) }
    bits[index] |= bit
  }

  /// Sets the bits of a sentence; `years` are the values of items that are numbers.
  mutating func fill(_ items: [Item], years: [Int?]) {
    let (phrases, phraseWays) = (phrases, phraseWays)
    for index in touched { bits[index] = 0 }
    touched.removeAll(keepingCapacity: true)
    let needed = (items.count >> 6 + 1) * count
    if bits.count < needed { bits += [UInt64](repeating: 0, count: needed - bits.count) }
    for (position, item) in items.enumerated() {
      let base = (position >> 6) * count
      let bit: UInt64 = 1 << UInt64(position & 63)
      for row in rowsOfWord[item.word] { set(base + Int(row), bit) }
      if item.word >= 0 {
        phrases.forEachMatch(from: position, upTo: items.count, word: { items[$0].word }) {
          _, ways in
          for way in ways { set(base + phraseWays[Int(way)].row, bit) }
        }
      }
      if item.mention >= 0 {
        for entityClass in [item.entityClass, item.tag] {
          for row in rowsOfClass[entityClass] { set(base + Int(row), bit) }
          guard !item.isUnconfirmed else { continue }
          for row in confirmedRowsOfClass[entityClass] { set(base + Int(row), bit) }
        }
      }
      for (shape, row) in shapes where teller.has(shape, item, year: years[position]) {
        set(base + row, bit)
      }
    }
    for piece in 0...items.count >> 6 { combine(base: piece * count) }
  }

  /// Makes the rows of a piece that are made of others.
  private mutating func combine(base: Int) {
    for combination in combinations {
      var result: UInt64 = combination.isAll ? .max : 0
      for (row, turn) in combination.parts {
        let part = bits[base + row] ^ turn
        result = combination.isAll ? result & part : result | part
      }
      if result != 0 { set(base + combination.row, result) }
    }
  }
}
