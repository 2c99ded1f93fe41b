import DomainPack

/// The rows of the tests of all rules: one for each test, and for the phrases of one length that one
/// instruction knows.
package struct RowTable: Sendable {
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

  /// Rows of shapes, by what items are by all that shapes ask of them.
  private var rowsOfLook = NumberLists()
  private var rowsOfWord = NumberLists()
  private var rowsOfClass = NumberLists()
  /// Rows that names which need a context do not stand in.
  private var confirmedRowsOfClass = NumberLists()

  /// How many rows there are.
  private(set) var count = 0

  /// Rows of no tests, with the words that tell shapes.
  package init(shapes: ShapeWords) { teller = ShapeTeller(shapes) }

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
    case .words, .mention, .shape, .either: break
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

  /// Makes ready for ``ItemRows``, once all rows are known.
  package mutating func finish() {
    var (words, classes, confirmed): ([(Int32, Int)], [(Int32, Int)], [(Int32, Int)]) = ([], [], [])
    for (test, row) in numbers {
      switch test {
      case .words(let set): words += set.map { ($0, row) }
      case .mention(let set, let unconfirmed):
        let pairs = set.map { ($0, row) }
        if unconfirmed { classes += pairs } else { confirmed += pairs }
      case .either(let set, let mentions):
        words += set.map { ($0, row) }
        classes += mentions.map { ($0, row) }
      case .shape, .not, .all, .any: break
      }
    }
    rowsOfLook = NumberLists(
      (0..<ShapeTeller.looks).flatMap { look in
        shapes.filter { ShapeTeller.has($0.shape, look: look) }.map { (key: look, value: $0.row) }
      })
    rowsOfWord = NumberLists(words)
    rowsOfClass = NumberLists(classes)
    confirmedRowsOfClass = NumberLists(confirmed)
  }

  /// Sets the bits of some items, and tells which numbers were zero before.
  func mark(
    _ items: [Item], _ marks: inout MutableSpan<UInt64>, _ touched: inout [Int]
  ) {
    for position in items.indices { mark(position, of: items, &marks, &touched) }
    for piece in 0..<(items.count + 63) >> 6 { combine(piece, of: items.count, &marks, &touched) }
  }

  /// Marks an item in the rows of the tests that it passes and of the phrases that begin with it.
  private func mark(
    _ position: Int, of items: [Item], _ marks: inout MutableSpan<UInt64>, _ touched: inout [Int]
  ) {
    let item = items[position]
    let base = (position >> 6) * count
    let bit: UInt64 = 1 << UInt64(position & 63)
    func set(_ row: Int, _ marks: inout MutableSpan<UInt64>, _ touched: inout [Int]) {
      let known = marks[base + row]
      if known == 0 { touched.append(base + row) }
      marks[base + row] = known | bit
    }
    func set(
      all lists: NumberLists, of key: Int32, _ marks: inout MutableSpan<UInt64>,
      _ touched: inout [Int]
    ) {
      for place in lists.places(of: key) { set(lists.value(at: place), &marks, &touched) }
    }
    set(all: rowsOfWord, of: item.word, &marks, &touched)
    if item.word >= 0, phrases.canBegin(with: item.word) {
      for (_, numbers) in phrases.matches(from: position, in: items) {
        for number in numbers { set(phraseWays[Int(number)].row, &marks, &touched) }
      }
    }
    if item.mention >= 0 {
      set(all: rowsOfClass, of: item.entityClass, &marks, &touched)
      set(all: rowsOfClass, of: item.tag, &marks, &touched)
      if !item.isUnconfirmed {
        set(all: confirmedRowsOfClass, of: item.entityClass, &marks, &touched)
        set(all: confirmedRowsOfClass, of: item.tag, &marks, &touched)
      }
    }
    set(all: rowsOfLook, of: teller.look(of: item), &marks, &touched)
  }

  /// Makes the rows of a piece that are made of others.
  private func combine(
    _ piece: Int, of length: Int, _ marks: inout MutableSpan<UInt64>, _ touched: inout [Int]
  ) {
    let base = piece * count
    let behind = length - piece * 64
    let items: UInt64 = behind >= 64 ? .max : (1 << UInt64(behind)) - 1
    for combination in combinations {
      var result: UInt64 = combination.isAll ? .max : 0
      for (row, turn) in combination.parts {
        let part = marks[base + row] ^ turn
        result = combination.isAll ? result & part : result | part
      }
      result &= items
      guard result != 0 else { continue }
      touched.append(base + combination.row)
      marks[base + combination.row] = result
    }
  }
}
