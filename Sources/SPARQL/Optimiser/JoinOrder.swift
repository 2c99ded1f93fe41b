/// The order in which units are joined, one after the other.
struct JoinOrder {
  let units: [JoinUnit]

  /// Up to how many units every order is weighed.
  private static let mostWeighed = 7

  /// The units' indices in the order that costs least.
  ///
  /// Of few units by dynamic programming over all sets of them; of more by taking what costs least
  /// next.
  func best(after seed: JoinState) -> [Int] {
    units.count <= Self.mostWeighed ? weighed(after: seed) : greedy(after: seed)
  }

  /// What is expected when all units are joined in an order.
  func state(of order: [Int], after seed: JoinState) -> JoinState {
    order.reduce(seed) { $0.joined(with: units[$1]).state }
  }

  private struct Entry {
    var state: JoinState
    var last: Int
  }

  private func weighed(after seed: JoinState) -> [Int] {
    guard units.count > 1 else { return Array(units.indices) }
    var best = [Entry?](repeating: nil, count: 1 << units.count)
    best[0] = Entry(state: seed, last: -1)
    for set in 0..<best.count {
      guard let entry = best[set] else { continue }
      for index in candidates(set, entry.state) {
        let state = entry.state.joined(with: units[index]).state
        let next = set | 1 << index
        if let known = best[next], known.state.work <= state.work { continue }
        best[next] = Entry(state: state, last: index)
      }
    }
    var order: [Int] = []
    var set = best.count - 1
    while set != 0, let entry = best[set] {
      order.append(entry.last)
      set &= ~(1 << entry.last)
    }
    return order.reversed()
  }

  private func candidates(_ set: Int, _ state: JoinState) -> [Int] {
    joinable(units.indices.filter { set >> $0 & 1 == 0 }, state)
  }

  /// Those of some units that can be joined now and share a variable with what is there, or all that
  /// can be joined where none does.
  private func joinable(_ open: [Int], _ state: JoinState) -> [Int] {
    let ready = open.filter { units[$0].isReady(after: state) }
    let connected = ready.filter { !units[$0].slots.isDisjoint(with: state.slots) }
    return connected.isEmpty ? ready : connected
  }

  private func greedy(after seed: JoinState) -> [Int] {
    var open = Array(units.indices)
    var state = seed
    var order: [Int] = []
    while !open.isEmpty {
      var best: (index: Int, state: JoinState)?
      for index in joinable(open, state) {
        let next = state.joined(with: units[index]).state
        // What shrinks the solutions is worth more than what is cheap now.
        if let known = best, known.state.work + known.state.rows <= next.work + next.rows {
          continue
        }
        best = (index, next)
      }
      guard let best else {
        preconditionFailure("what takes a term apart stands beside what binds the term")
      }
      order.append(best.index)
      open.removeAll { $0 == best.index }
      state = best.state
    }
    return order
  }
}
