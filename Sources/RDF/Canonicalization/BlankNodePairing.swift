/// Finds the blank nodes of a new dataset that are those of an old one.
///
/// Nodes are paired when nothing else on either side stands in the same statements; that pairs tell
/// more of their neighbours apart. Where that leads no further, the first two that are alike are
/// taken for each other, and at last those that have most statements in common.
struct BlankNodePairing {
  /// Nodes of both sides that stand in the same statements, as far as names are known.
  private struct Likes {
    var old: Set<Int> = []
    var new: Set<Int> = []
  }

  private let sides: [CanonicalDataset]
  /// By side and node, the node's place among those of its side in order of their names.
  private let ranks: [[Int]]
  /// By side and node, the name of its pair; nil where it has none.
  private var names: [[Int?]]
  /// By side and node, the statements that it stands in, as far as names are known.
  private var signatures: [[[UInt8]]]
  private var classes: [[UInt8]: Likes] = [:]
  /// The nodes whose neighbours have got names, by side.
  private var unsettled: [Set<Int>] = [[], []]
  /// How often two nodes are taken for each other one by one before all are at once.
  private static let mostChoices = 256
  /// How often nodes with statements in common are sought.
  private static let mostRounds = 64

  init(_ old: CanonicalDataset, _ new: CanonicalDataset) {
    sides = [old, new]
    ranks = sides.map { side in side.places.nodes.indices.map { side.number(of: $0) } }
    names = sides.map { [Int?](repeating: nil, count: $0.places.nodes.count) }
    signatures = sides.map(\.firstDegree)
    for side in 0...1 {
      for node in names[side].indices { enter(node, side) }
    }
  }

  /// By node of either side, the number of its name: the canonical one of the old dataset for pairs
  /// and for what is gone, others for what is new.
  mutating func run() -> (old: [Int], new: [Int]) {
    pairUnlike(Array(classes.keys))
    var choices = 0
    while let key = nextChoice() {
      choices += 1
      if choices > Self.mostChoices { break }
      pair(key, count: 1)
      settle()
    }
    for key in classes.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      pair(key, count: .max)
    }
    for _ in 0..<Self.mostRounds where !pairSimilar() { break }
    var next = names[0].count
    var new = names[1]
    for node in new.indices.sorted(by: { ranks[1][$0] < ranks[1][$1] }) where new[node] == nil {
      new[node] = next
      next += 1
    }
    return (ranks[0], new.compactMap(\.self))
  }

  /// The alike nodes that are taken for each other next; nil if there are none.
  private func nextChoice() -> [UInt8]? {
    classes.lazy.filter { !$1.old.isEmpty && $1.old.count == $1.new.count }.map(\.key)
      .min { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func pairUnlike(_ keys: [[UInt8]]) {
    for key in keys {
      guard let likes = classes[key], likes.old.count == 1, likes.new.count == 1 else { continue }
      pair(key, count: 1)
    }
    settle()
  }

  /// Pairs the first nodes of a class, in order of their names.
  private mutating func pair(_ key: [UInt8], count: Int) {
    guard let likes = classes[key] else { return }
    let old = likes.old.sorted { ranks[0][$0] < ranks[0][$1] }
    let new = likes.new.sorted { ranks[1][$0] < ranks[1][$1] }
    for (left, right) in zip(old, new).prefix(count) {
      pair(left, right)
    }
  }

  private mutating func pair(_ old: Int, _ new: Int) {
    leave(old, 0)
    leave(new, 1)
    names[0][old] = ranks[0][old]
    names[1][new] = ranks[0][old]
    note(neighboursOf: old, 0)
    note(neighboursOf: new, 1)
  }

  /// Two nodes that may be one.
  private struct Pair: Hashable {
    var old: Int
    var new: Int
  }

  /// Pairs nodes that are the only ones in some statements, those with most of these first; false if
  /// there are none.
  private mutating func pairSimilar() -> Bool {
    var nodes: [[UInt8]: Likes] = [:]
    for side in 0...1 {
      for node in names[side].indices where names[side][node] == nil {
        for line in lines(of: node, side) where line.isKnown {
          if side == 0 {
            nodes[line.bytes, default: Likes()].old.insert(node)
          } else {
            nodes[line.bytes, default: Likes()].new.insert(node)
          }
        }
      }
    }
    var votes: [Pair: Int] = [:]
    for likes in nodes.values where likes.old.count == 1 && likes.new.count == 1 {
      guard let old = likes.old.first, let new = likes.new.first else { continue }
      votes[Pair(old: old, new: new), default: 0] += 1
    }
    let sorted = votes.sorted { left, right in
      (right.value, ranks[0][left.key.old], ranks[1][left.key.new])
        < (left.value, ranks[0][right.key.old], ranks[1][right.key.new])
    }
    for (candidate, _) in sorted
    where names[0][candidate.old] == nil && names[1][candidate.new] == nil {
      pair(candidate.old, candidate.new)
    }
    settle()
    return !sorted.isEmpty
  }

  /// Looks again at the nodes whose neighbours have got names, until that gives no more names.
  private mutating func settle() {
    while !unsettled[0].isEmpty || !unsettled[1].isEmpty {
      var touched: Set<[UInt8]> = []
      for side in 0...1 {
        let nodes = unsettled[side]
        unsettled[side] = []
        for node in nodes where names[side][node] == nil {
          leave(node, side)
          signatures[side][node] = signature(of: node, side)
          enter(node, side)
          touched.insert(signatures[side][node])
        }
      }
      for key in touched.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        guard let likes = classes[key], likes.old.count == 1, likes.new.count == 1 else { continue }
        pair(key, count: 1)
      }
    }
  }

  private mutating func note(neighboursOf node: Int, _ side: Int) {
    let places = sides[side].places
    for index in places.occurrences[node] {
      for place in places.places(in: places.statements[index])
      where place.node != node && names[side][place.node] == nil {
        unsettled[side].insert(place.node)
      }
    }
  }

  private func signature(of node: Int, _ side: Int) -> [UInt8] {
    let lines = lines(of: node, side).map(\.bytes)
      .sorted { $0.lexicographicallyPrecedes($1) }
    return DigestAlgorithm.sha256.hexadecimal(of: Array(lines.joined()))
  }

  /// The statements that a node stands in, and whether all other nodes there have names.
  private func lines(of node: Int, _ side: Int) -> [(bytes: [UInt8], isKnown: Bool)] {
    let places = sides[side].places
    let terms = places.terms
    let source = terms.bytes.span
    return places.occurrences[node].map { index in
      var line: [UInt8] = []
      var isKnown = true
      places.appendLine(places.statements[index], to: &line, copying: source) { other, bytes in
        if other == node {
          CanonicalTerm.append("_:a", to: &bytes)
        } else if let name = names[side][other] {
          BlankNodeName.appendCanonical(name, to: &bytes)
        } else {
          CanonicalTerm.append("_:z", to: &bytes)
          isKnown = false
        }
      }
      return (line, isKnown)
    }
  }

  private mutating func enter(_ node: Int, _ side: Int) {
    let key = signatures[side][node]
    if side == 0 {
      classes[key, default: Likes()].old.insert(node)
    } else {
      classes[key, default: Likes()].new.insert(node)
    }
  }

  private mutating func leave(_ node: Int, _ side: Int) {
    let key = signatures[side][node]
    if side == 0 {
      classes[key]?.old.remove(node)
    } else {
      classes[key]?.new.remove(node)
    }
  }
}
