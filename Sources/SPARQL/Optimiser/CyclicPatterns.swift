/// Finds among the things that are joined the triple patterns that run in circles, and makes plans
/// that join these variable by variable (``LeapfrogOperator``).
struct CyclicPatterns {
  /// A triple pattern that can be joined so, with what is known about it.
  private struct Edge {
    let unit: Int
    let pattern: PlanPattern
    let count: Double
    let distinct: [Slot: Double]

    /// The variables at both ends; nil where one of them is a constant.
    var ends: (Slot, Slot)? {
      guard let subject = pattern.subject.slot, let object = pattern.object.slot else { return nil }
      return (subject, object)
    }
  }

  private let units: [JoinUnit]
  private let edges: [Edge]

  init(_ units: [JoinUnit]) {
    self.units = units
    edges = units.enumerated().compactMap { index, unit in
      guard case .pattern(let pattern) = unit.kind, pattern.graph == .defaultGraph,
        pattern.predicate.slot == nil, !unit.slots.isEmpty, pattern.subject != pattern.object
      else { return nil }
      return Edge(unit: index, pattern: pattern, count: unit.count, distinct: unit.distinct)
    }
  }

  /// The units with each group of patterns that run in circles as one; nil if there is none.
  func joined() -> [JoinUnit]? {
    var remaining = core()
    var taken = Set<Int>()
    var made: [JoinUnit] = []
    while let first = remaining.first {
      let group = connected(to: first, among: remaining)
      remaining.removeAll { edge in group.contains { $0.unit == edge.unit } }
      let slots = Self.slots(of: group)
      // Of two variables the second is found by a look-up just as well.
      guard slots.count > 2 else { continue }
      let narrowing = edges.filter { edge in
        edge.ends == nil && !edge.distinct.isEmpty && edge.distinct.keys.allSatisfy(slots.contains)
      }
      let all = group + narrowing
      taken.formUnion(all.map(\.unit))
      made.append(Self.unit(of: all, slots))
    }
    guard !made.isEmpty else { return nil }
    return made + units.indices.filter { !taken.contains($0) }.map { units[$0] }
  }

  /// The patterns that are left when those with an end that no other has are taken away, again and
  /// again.
  private func core() -> [Edge] {
    var left = edges.filter { $0.ends != nil }
    while true {
      var degrees: [Slot: Int] = [:]
      for edge in left {
        guard let (one, other) = edge.ends else { continue }
        degrees[one, default: 0] += 1
        degrees[other, default: 0] += 1
      }
      let kept = left.filter { edge in
        guard let (one, other) = edge.ends else { return false }
        return degrees[one, default: 0] > 1 && degrees[other, default: 0] > 1
      }
      if kept.count == left.count { return left }
      left = kept
    }
  }

  private func connected(to first: Edge, among edges: [Edge]) -> [Edge] {
    var slots = Set(first.distinct.keys)
    var group = [first]
    while true {
      let more = edges.filter { edge in
        !group.contains { $0.unit == edge.unit } && !slots.isDisjoint(with: edge.distinct.keys)
      }
      if more.isEmpty { return group }
      group += more
      for edge in more { slots.formUnion(edge.distinct.keys) }
    }
  }

  private static func slots(of edges: [Edge]) -> Set<Slot> {
    edges.reduce(into: []) { $0.formUnion($1.distinct.keys) }
  }

  /// A plan of some patterns, the variables in the order that seems to cost least: next always the one
  /// of which the fewest terms are expected.
  private static func unit(of edges: [Edge], _ all: Set<Slot>) -> JoinUnit {
    var order: [Slot] = []
    var open = all.sorted()
    var (rows, work) = (1.0, 0.0)
    while !open.isEmpty {
      let known = Set(order)
      let connected = open.filter { slot in
        edges.contains { edge in
          edge.distinct[slot] != nil && !known.isDisjoint(with: edge.distinct.keys)
        }
      }
      let candidates = (connected.isEmpty ? open : connected)
        .map { ($0, terms(of: $0, known, edges)) }
      guard let best = candidates.min(by: { $0.1.sought < $1.1.sought }) else { break }
      work += rows * best.1.sought
      rows *= best.1.found
      order.append(best.0)
      open.removeAll { $0 == best.0 }
    }
    let slots = order.sorted()
    var distinct: [Slot: Double] = [:]
    for slot in slots {
      let most = edges.compactMap { $0.distinct[slot] }.min() ?? rows
      distinct[slot] = max(1, min(most, rows))
    }
    let plan = Plan(
      .leapfrog(edges.map(\.pattern), order: order, work: work * 2 + rows), slots: slots,
      certain: SlotSet(slots), estimate: rows)
    return JoinUnit(kind: .plan(plan), slots: SlotSet(slots), count: rows, distinct: distinct)
  }

  /// How many terms of a variable are gone through for one solution of those known, and how many of
  /// them are in all patterns.
  private static func terms(
    of slot: Slot, _ known: Set<Slot>, _ edges: [Edge]
  ) -> (sought: Double, found: Double) {
    var (sought, found) = (Double.infinity, 1.0)
    var largest = 1.0
    for edge in edges {
      guard let own = edge.distinct[slot] else { continue }
      let other = edge.distinct.keys.first { $0 != slot }
      let isKnown = other.map { known.contains($0) } ?? false
      // With the other end known, as many as it has on average.
      let expected = isKnown ? edge.count / max(edge.distinct[other ?? slot] ?? 1, 1) : own
      sought = min(sought, expected)
      largest = max(largest, own)
      if isKnown || other == nil { found *= expected / max(own, 1) }
    }
    return (max(sought, 1), max(found * largest, 0.001))
  }
}
