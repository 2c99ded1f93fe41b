/// One match of a pattern: the items covered and what was captured, in order.
package struct RuleMatch {
  /// What one capture holds.
  package struct Capture {
    /// Number of the capture's name.
    package var slot: Int
    /// Positions in the sentence's items.
    package var items: Range<Int>
  }

  /// Position of the rule in its layer.
  package var rule: Int
  package var items: Range<Int>
  package var captures: [Capture]
}

/// Runs the automaton of a layer over the items of a sentence.
///
/// Every pattern gives its leftmost matches that do not overlap; among those that begin together the
/// one that the pattern prefers. The automaton runs backwards and takes 64 items at a time: for each
/// instruction it tells, as bits, the items from which a match can be reached. A match is then read
/// forwards along instructions that are known to lead to its end. Only patterns of which the sentence
/// holds the words run at all.
package struct RuleMatcher: Sendable {
  private struct Event {
    var slot: Int
    var item: Int
    var isOpen: Bool
    var previous: Int
  }

  /// A pattern: its instructions, and what it is.
  private struct Entry {
    var steps: Range<Int>
    /// Numbers of what it needs, each of which the sentence must have.
    var needs: Range<Int32>
    var rule: Int32
    /// Whether it is an exception of the rule.
    var isException: Bool
  }

  /// Names of captures.
  let slots: [String]
  private let entries: [Entry]
  /// The rows of which one must have an item for an entry to match, by the numbers of the needs.
  private let needs: NumberLists
  var steps: [RuleStep] = []
  var ways: [RowTable.Way] = []
  /// Entries that the items of a row set off, and those that nothing need set off.
  private let byRow: NumberLists
  private let always: [Int]

  // Scratch space.
  /// The items from which an instruction leads to a match: instruction `s` of piece `i` of the entry
  /// that begins at `e` and ends before `f` at `i * (f - e) + s - e`.
  var reach: [UInt64] = []
  private var active: [Int] = []
  private var isActive: [Bool]
  private var events: [Event] = []
  private var stack: [(place: Int, event: Int)] = []
  private var marks: [Int]
  private var generation = 0

  /// A matcher of compiled patterns, whose tests are given rows.
  package init(program: RuleProgram, rows: inout RowTable) {
    slots = program.slots
    let ends = program.entries.dropFirst().map(\.start) + [program.instructions.count]
    marks = [Int](repeating: 0, count: zip(program.entries, ends).map { $1 - $0.start }.max() ?? 0)
    isActive = [Bool](repeating: false, count: program.entries.count)
    var always: [Int] = []
    var anchored: [(Int32, Int)] = []
    for (number, entry) in program.entries.enumerated() {
      if let anchor = entry.needs.anchor {
        anchored.append((Int32(rows.row(of: anchor.test)), number))
      } else {
        always.append(number)
      }
    }
    self.always = always
    byRow = NumberLists(anchored)
    var ways: [RowTable.Way] = []
    var phrases: [Range<Int>] = []
    for known in program.phrases {
      let own = rows.ways(of: known)
      phrases.append(ways.count..<ways.count + own.count)
      ways += own
    }
    self.ways = ways
    steps = program.instructions.map { instruction in
      switch instruction {
      case .test(let number):
        if case .not(let inner) = program.tests[number] {
          return .negated(row: rows.row(of: inner))
        }
        return .test(row: rows.row(of: program.tests[number]))
      case .phrase(let number): return .phrase(phrases[number])
      case .split(let first, let second): return .split(first, second)
      case .jump(let target): return .jump(target)
      case .open(let slot): return .open(slot: slot)
      case .close(let slot): return .close(slot: slot)
      case .sentenceStart: return .sentenceStart
      case .sentenceEnd: return .sentenceEnd
      case .match: return .match
      }
    }
    var needed: [(key: Int32, value: Int)] = []
    var count: Int32 = 0
    var entries: [Entry] = []
    for (entry, end) in zip(program.entries, ends) {
      let first = count
      for instruction in entry.needs.instructions {
        switch instruction {
        case .test(let number): needed.append((count, rows.row(of: program.tests[number])))
        case .phrase(let number):
          for way in ways[phrases[number]] { needed.append((count, way.row)) }
        default: continue
        }
        count += 1
      }
      entries.append(
        Entry(
          steps: entry.start..<end, needs: first..<count, rule: Int32(entry.rule),
          isException: entry.isException))
    }
    self.entries = entries
    needs = NumberLists(needed)
  }

  /// Name of a capture slot.
  package func name(ofSlot slot: Int) -> String { slots[slot] }

  /// All matches in the sentence whose rows are filled, in the order of the rules; `rules` tells which
  /// rules may fire here.
  package mutating func matches(
    in rows: ItemRows, allowing rules: (Int) -> Bool
  ) -> [RuleMatch] {
    guard rows.length > 0 else { return [] }
    collectActive(rows)
    var matches: [RuleMatch] = []
    var barred = -1
    for number in active {
      isActive[number] = false
      let entry = entries[number]
      let rule = Int(entry.rule)
      guard rules(rule), rule != barred else { continue }
      // Exceptions come behind the patterns of their rule, and bar nothing where those match nothing.
      guard !entry.isException || matches.last?.rule == rule else { continue }
      guard has(entry.needs, rows), let start = firstStart(entry.steps, rows) else { continue }
      if entry.isException {
        barred = rule
        matches.removeAll { $0.rule == rule }
      } else {
        read(entry.steps, of: rule, from: start, rows, into: &matches)
      }
    }
    return matches
  }

  /// Whether a sentence has what some needs ask for.
  private func has(_ needs: Range<Int32>, _ rows: ItemRows) -> Bool {
    for need in needs {
      var isMet = false
      for place in self.needs.places(of: need)
      where rows.isInhabited(self.needs.value(at: place)) {
        isMet = true
        break
      }
      guard isMet else { return false }
    }
    return true
  }

  /// The entries whose words or classes stand in a sentence, in order.
  private mutating func collectActive(_ rows: ItemRows) {
    active.removeAll(keepingCapacity: true)
    func add(_ number: Int, _ active: inout [Int], _ isActive: inout [Bool]) {
      guard !isActive[number] else { return }
      isActive[number] = true
      active.append(number)
    }
    for number in always { add(number, &active, &isActive) }
    for index in rows.touched {
      for place in byRow.places(of: Int32(rows.row(at: index))) {
        add(byRow.value(at: place), &active, &isActive)
      }
    }
    active.sort()
  }
}

// The way forwards: what a match is.
extension RuleMatcher {
  /// Reads the matches of an entry from the first one on; `reach` is that of the entry.
  private mutating func read(
    _ entry: Range<Int>, of rule: Int, from first: Int, _ rows: ItemRows,
    into matches: inout [RuleMatch]
  ) {
    let count = rows.length
    var start = first
    while start <= count {
      let match = match(entry, of: rule, at: start, rows)
      matches.append(match)
      let next = max(match.items.upperBound, start + 1)
      // An empty match at the end of the sentence is told only if nothing was read up to there.
      guard next < count, let found = nextStart(entry, from: next, count) else { return }
      start = found
    }
  }

  private func nextStart(_ entry: Range<Int>, from start: Int, _ count: Int) -> Int? {
    var mask = UInt64.max << UInt64(start & 63)
    for piece in start >> 6...count >> 6 {
      let starts = reach[piece * entry.count] & mask
      if starts != 0 { return piece << 6 + starts.trailingZeroBitCount }
      mask = .max
    }
    return nil
  }

  private func leads(_ place: Int, at position: Int, of entry: Range<Int>) -> Bool {
    let bits = reach[(position >> 6) * entry.count + place - entry.lowerBound]
    return bits >> UInt64(position & 63) & 1 == 1
  }

  private mutating func match(
    _ entry: Range<Int>, of rule: Int, at start: Int, _ rows: ItemRows
  ) -> RuleMatch {
    events.removeAll(keepingCapacity: true)
    var position = start
    var (place, event) = (entry.lowerBound, -1)
    while true {
      (place, event) = nextTest(from: place, event, at: position, of: entry)
      switch steps[place] {
      case .match:
        return RuleMatch(rule: rule, items: start..<position, captures: captures(from: event))
      case .phrase(let own):
        let way = ways[own].first { way in
          rows.has(way.row, at: position)
            && leads(place + 1, at: position + way.length, of: entry)
        }
        position += way?.length ?? 1
      default: position += 1
      }
      place += 1
    }
  }

  /// The test, or the end of the pattern, to which an instruction leads without going over items:
  /// the first one, in the order of preference, from which a match can be reached.
  private mutating func nextTest(
    from place: Int, _ event: Int, at position: Int, of entry: Range<Int>
  ) -> (place: Int, event: Int) {
    generation += 1
    stack.removeAll(keepingCapacity: true)
    stack.append((place, event))
    while let (place, event) = stack.popLast() {
      guard marks[place - entry.lowerBound] != generation,
        leads(place, at: position, of: entry)
      else { continue }
      marks[place - entry.lowerBound] = generation
      switch steps[place] {
      case .test, .negated, .phrase, .match: return (place, event)
      case .split(let first, let second):
        stack.append((second, event))
        stack.append((first, event))
      case .jump(let target): stack.append((target, event))
      case .open(let slot):
        events.append(Event(slot: slot, item: position, isOpen: true, previous: event))
        stack.append((place + 1, events.count - 1))
      case .close(let slot):
        events.append(Event(slot: slot, item: position, isOpen: false, previous: event))
        stack.append((place + 1, events.count - 1))
      case .sentenceStart, .sentenceEnd: stack.append((place + 1, event))
      }
    }
    preconditionFailure("an instruction that leads to a match leads to a test or an end")
  }

  private func captures(from last: Int) -> [RuleMatch.Capture] {
    var chain: [Event] = []
    var event = last
    while event >= 0 {
      chain.append(events[event])
      event = events[event].previous
    }
    var captures: [RuleMatch.Capture] = []
    // A capture may stand within one of the same name.
    var open: [Int: [Int]] = [:]
    for event in chain.reversed() {
      if event.isOpen {
        open[event.slot, default: []].append(event.item)
      } else if let start = open[event.slot]?.popLast() {
        captures.append(.init(slot: event.slot, items: start..<event.item))
      }
    }
    return captures
  }
}
