/// Phrases over numbered words, matched from a token on: an automaton whose states are prefixes.
package struct PhraseTrie: Sendable {
  /// The words with which phrases begin.
  private var beginnings = WordSet()
  /// A hash table of the automaton's edges: the state and the word of each, ``noEdge`` where a slot
  /// is free, and the state that it leads to.
  private var edges = [UInt64](repeating: noEdge, count: 64)
  private var targets = [Int32](repeating: 0, count: 64)
  private var payloads: [[Int32]] = [[]]

  private static let noEdge = UInt64.max

  /// No phrases.
  package init() {}

  private static func edge(_ state: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// The slot of an edge, or the free one where it would stand.
  private func slot(of edge: UInt64) -> Int {
    let mask = edges.count - 1
    var slot = Int(truncatingIfNeeded: (edge &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while edges[slot] != edge, edges[slot] != Self.noEdge { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let known = zip(edges, targets).filter { $0.0 != Self.noEdge }
    edges = [UInt64](repeating: Self.noEdge, count: edges.count * 2)
    targets = [Int32](repeating: 0, count: edges.count)
    for (edge, target) in known {
      let slot = slot(of: edge)
      edges[slot] = edge
      targets[slot] = target
    }
  }

  /// Adds a phrase with something to be told when it is met.
  package mutating func insert(_ phrase: [Int32], payload: Int32) {
    guard let first = phrase.first else { return }
    beginnings.insert(first)
    var state: Int32 = 0
    for word in phrase {
      let edge = Self.edge(state, word)
      var slot = slot(of: edge)
      if edges[slot] == Self.noEdge {
        // At least half of the slots are free: there are as many edges as states but the first.
        if payloads.count * 2 > edges.count {
          grow()
          slot = self.slot(of: edge)
        }
        edges[slot] = edge
        targets[slot] = Int32(payloads.count)
        payloads.append([])
      }
      state = targets[slot]
    }
    payloads[Int(state)].append(payload)
  }

  /// Every phrase that begins at a token, shortest first: number of tokens and payloads.
  package func matches(from start: Int, in tokens: [Token], upTo end: Int) -> [(
    length: Int, payloads: [Int32]
  )] {
    var found: [(Int, [Int32])] = []
    forEachMatch(from: start, upTo: end, word: { tokens[$0].word }) { found.append(($0, $1)) }
    return found
  }

  /// Every phrase that begins at an item, shortest first: number of items and payloads.
  func matches(from start: Int, in items: [Item]) -> [(length: Int, payloads: [Int32])] {
    var found: [(Int, [Int32])] = []
    forEachMatch(from: start, upTo: items.count, word: { items[$0].word }) {
      found.append(($0, $1))
    }
    return found
  }

  /// Whether a phrase begins with a word.
  @inline(__always)
  func canBegin(with word: Int32) -> Bool { beginnings.contains(word) }

  /// Hands on every phrase that begins at a position, shortest first: its length and payloads.
  ///
  /// `word` gives the number of the word at a position, below 0 for one that no phrase knows.
  @inline(__always)
  func forEachMatch(
    from start: Int, upTo end: Int, word: (Int) -> Int32, _ body: (Int, [Int32]) -> Void
  ) {
    guard canBegin(with: word(start)) else { return }
    var state: Int32 = 0
    var index = start
    while index < end {
      let slot = slot(of: Self.edge(state, word(index)))
      guard edges[slot] != Self.noEdge else { return }
      state = targets[slot]
      index += 1
      if !payloads[Int(state)].isEmpty { body(index - start, payloads[Int(state)]) }
    }
  }
}
