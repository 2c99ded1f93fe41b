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
/// one that the pattern prefers. Time is linear in items × instructions of the patterns concerned.
package struct RuleMatcher {
  private struct Thread {
    var place: Int
    var start: Int
    /// Position in `events`; -1: nothing captured.
    var event: Int
  }

  private struct Event {
    var slot: Int
    var item: Int
    var isOpen: Bool
    var previous: Int
  }

  private let program: RuleProgram
  private let shapes: ShapeWords
  /// Entries that a word or a class can set off, and those that nothing need set off.
  private var byWord: [Int32: [Int]] = [:]
  private var byClass: [Int32: [Int]] = [:]
  private var always: [Int] = []

  private var events: [Event] = []
  private var marks: [Int]
  private var generation = 0
  private var stack: [(place: Int, event: Int)] = []

  /// A matcher of compiled patterns.
  package init(program: RuleProgram, shapes: ShapeWords) {
    self.program = program
    self.shapes = shapes
    marks = [Int](repeating: 0, count: program.instructions.count + 1)
    for (number, entry) in program.entries.enumerated() {
      guard let anchor = entry.anchor else {
        always.append(number)
        continue
      }
      for word in anchor.words { byWord[word, default: []].append(number) }
      for entityClass in anchor.classes { byClass[entityClass, default: []].append(number) }
    }
  }

  /// Name of a capture slot.
  package func name(ofSlot slot: Int) -> String { program.slots[slot] }

  /// All matches in a sentence, in the order of the rules; `rules` tells which rules may fire here.
  package mutating func matches(
    in items: [Item], years: [Int?], allowing rules: (Int) -> Bool
  ) -> [RuleMatch] {
    var active = Set(always)
    for item in items {
      if item.word >= 0, let entries = byWord[item.word] { active.formUnion(entries) }
      if item.entityClass >= 0, let entries = byClass[item.entityClass] {
        active.formUnion(entries)
      }
      if item.tag >= 0, let entries = byClass[item.tag] { active.formUnion(entries) }
    }
    var matches: [RuleMatch] = []
    var barred: Set<Int> = []
    for number in active.sorted() {
      let entry = program.entries[number]
      guard rules(entry.rule), !barred.contains(entry.rule) else { continue }
      let found = run(entry, items, years)
      if entry.isException {
        if !found.isEmpty {
          barred.insert(entry.rule)
          matches.removeAll { $0.rule == entry.rule }
        }
      } else {
        matches += found
      }
    }
    return matches
  }

  private mutating func run(_ entry: RuleProgram.Entry, _ items: [Item], _ years: [Int?])
    -> [RuleMatch]
  {
    var matches: [RuleMatch] = []
    var start = 0
    while start < items.count, let match = firstMatch(entry, items, years, from: start) {
      matches.append(match)
      start = max(match.items.upperBound, match.items.lowerBound + 1)
    }
    return matches
  }

  private mutating func firstMatch(
    _ entry: RuleProgram.Entry, _ items: [Item], _ years: [Int?], from start: Int
  ) -> RuleMatch? {
    events.removeAll(keepingCapacity: true)
    var current: [Thread] = []
    var next: [Thread] = []
    var best: (start: Int, end: Int, event: Int)?
    var position = start
    while true {
      generation += 1
      // Threads that began earlier come first: the leftmost match wins.
      var seeds: [Thread] = []
      for thread in current {
        if add(thread, at: position, items.count, into: &seeds, best: &best) { break }
      }
      if best == nil {
        let seed = Thread(place: entry.start, start: position, event: -1)
        _ = add(seed, at: position, items.count, into: &seeds, best: &best)
      }
      if seeds.isEmpty && best != nil || position >= items.count { break }
      next.removeAll(keepingCapacity: true)
      for thread in seeds {
        guard case .test(let test) = program.instructions[thread.place] else { continue }
        if program.tests[test].passes(items[position], year: years[position], shapes: shapes) {
          next.append(Thread(place: thread.place + 1, start: thread.start, event: thread.event))
        }
      }
      swap(&current, &next)
      position += 1
    }
    return best.map { match in
      RuleMatch(
        rule: entry.rule, items: match.start..<match.end, captures: captures(from: match.event))
    }
  }

  /// Follows a thread to its tests; true if it reached the end, so that later threads are not wanted.
  private mutating func add(
    _ thread: Thread, at position: Int, _ count: Int, into threads: inout [Thread],
    best: inout (start: Int, end: Int, event: Int)?
  ) -> Bool {
    stack.removeAll(keepingCapacity: true)
    stack.append((thread.place, thread.event))
    while let (place, event) = stack.popLast() {
      guard marks[place] != generation else { continue }
      marks[place] = generation
      switch program.instructions[place] {
      case .test:
        threads.append(Thread(place: place, start: thread.start, event: event))
      case .split(let first, let second):
        stack.append((second, event))
        stack.append((first, event))
      case .jump(let target):
        stack.append((target, event))
      case .open(let slot), .close(let slot):
        var isOpen = false
        if case .open = program.instructions[place] { isOpen = true }
        events.append(Event(slot: slot, item: position, isOpen: isOpen, previous: event))
        stack.append((place + 1, events.count - 1))
      case .sentenceStart:
        if position == 0 { stack.append((place + 1, event)) }
      case .sentenceEnd:
        if position == count { stack.append((place + 1, event)) }
      case .match:
        best = (thread.start, position, event)
        return true
      }
    }
    return false
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
