/// The search for a matching of blank nodes: refine colours, split into independent parts, choose.
struct IsomorphismSearch {
  private let statements: BlankNodeStatements
  private let limit: Int
  private var attempts = 0
  private var partition: ColourPartition
  /// Per node the last traversal that met it, so that no set has to be cleared.
  private var visits: [Int]
  private var traversal = 0

  /// - Precondition: the datasets have the same shapes.
  init(_ statements: BlankNodeStatements, limit: Int) {
    self.statements = statements
    self.limit = limit
    partition = ColourPartition(
      nodeCount: statements.nodes.count, leftNodeCount: statements.leftNodeCount)
    visits = Array(repeating: 0, count: statements.nodes.count)
  }

  /// The matching from left to right; nil if there is none.
  mutating func run() throws(IsomorphismError) -> [BlankNode: BlankNode]? {
    let nodes = statements.nodes
    let left = Array(0..<statements.leftNodeCount)
    let right = Array(statements.leftNodeCount..<nodes.count)
    guard refine(from: left + right), try solve(left, right) else { return nil }
    var mapping: [BlankNode: BlankNode] = [:]
    for node in left { mapping[nodes[node]] = nodes[partition.partner(of: node)] }
    return mapping
  }

  // MARK: Refinement

  /// Splits colours until nodes of one colour have the same surroundings, beginning with the nodes
  /// whose surroundings changed; false if the datasets turn out to differ.
  private mutating func refine(from changed: [Int]) -> Bool {
    var changed = changed
    while !changed.isEmpty {
      var signed = changed.map {
        (colour: partition.colours[$0], signature: signature(of: $0), node: $0)
      }
      signed.sort { ($0.colour, $0.signature, $0.node) < ($1.colour, $1.signature, $1.node) }
      var moved: [Int] = []
      var start = 0
      while start < signed.count {
        let colour = signed[start].colour
        var end = start
        var groups: [[Int]] = []
        while end < signed.count, signed[end].colour == colour {
          let isAlike = end > start && signed[end].signature == signed[end - 1].signature
          if !isAlike { groups.append([]) }
          groups[groups.count - 1].append(signed[end].node)
          end += 1
        }
        guard split(colour, into: groups, changed: end - start, moved: &moved) else { return false }
        start = end
      }
      changed = unsettledNeighbours(of: moved)
    }
    return true
  }

  /// Splits one colour into the groups of its changed nodes and the unchanged rest; the largest
  /// part keeps the colour, so that few nodes have to be looked at again.
  private mutating func split(
    _ colour: Int, into groups: [[Int]], changed: Int, moved: inout [Int]
  ) -> Bool {
    var groups = groups
    let restCount = partition.members[colour].count - changed
    var keeper = 0
    for index in groups.indices where groups[index].count > groups[keeper].count { keeper = index }
    if groups[keeper].count >= restCount {
      groups.remove(at: keeper).forEach { visits[$0] = traversal + 1 }
      groups.forEach { $0.forEach { visits[$0] = traversal + 1 } }
      traversal += 1
      let rest = restCount == 0 ? [] : partition.members[colour].filter { visits[$0] != traversal }
      if !rest.isEmpty { groups.append(rest) }
    }
    for group in groups {
      let target = partition.addColour()
      for node in group { partition.move(node, to: target) }
      guard partition.isBalanced(target) else { return false }
      moved += group
    }
    return partition.isBalanced(colour)
  }

  /// A hash of the statements around a node with the colours of their nodes, whatever their order.
  private func signature(of node: Int) -> UInt64 {
    var sum: UInt64 = 0
    for index in statements.occurrences[node] {
      let statement = statements.statements[index]
      var hash = Self.mix(UInt64(truncatingIfNeeded: statement.shape))
      for other in statement.nodes {
        let mark = other == node ? UInt64.max : UInt64(truncatingIfNeeded: partition.colours[other])
        hash = Self.mix(hash ^ mark)
      }
      sum &+= Self.mix(hash)
    }
    return sum
  }

  /// The finaliser of SplitMix64.
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func unsettledNeighbours(of nodes: [Int]) -> [Int] {
    traversal += 1
    var found: [Int] = []
    for node in nodes {
      for index in statements.occurrences[node] {
        for other in statements.statements[index].nodes
        where other != node && visits[other] != traversal && !partition.isSettled(other) {
          visits[other] = traversal
          found.append(other)
        }
      }
    }
    return found
  }

  // MARK: Matching

  /// Matches nodes whose colours are refined; on success all of them are settled.
  private mutating func solve(_ left: [Int], _ right: [Int]) throws(IsomorphismError) -> Bool {
    guard settledStatementsAgree(left) else { return false }
    let leftParts = parts(of: left)
    let rightParts = parts(of: right)
    guard leftParts.count == rightParts.count else { return false }
    // Being alike is transitive: a part may be given to the first that it fits.
    var candidates: [[Int]: [[Int]]] = [:]
    for part in rightParts { candidates[palette(of: part), default: []].append(part) }
    // Matching one part may rename the colours of the others, so the palettes are taken before.
    let palettes = leftParts.map { palette(of: $0) }
    for (part, palette) in zip(leftParts, palettes) {
      guard var options = candidates.removeValue(forKey: palette) else { return false }
      guard let match = try firstMatch(of: part, in: options) else { return false }
      options.swapAt(match, options.count - 1)
      options.removeLast()
      if !options.isEmpty { candidates[palette] = options }
    }
    return true
  }

  private func palette(of part: [Int]) -> [Int] { part.map { partition.colours[$0] }.sorted() }

  /// The index of a part of the right that a part of the left fits; looked for from the end.
  private mutating func firstMatch(
    of part: [Int], in options: [[Int]]
  ) throws(IsomorphismError) -> Int? {
    for index in options.indices.reversed() where try fit(part, to: options[index]) { return index }
    return nil
  }

  /// Matches one part of the left with one of the right that has the same colours.
  private mutating func fit(_ part: [Int], to option: [Int]) throws(IsomorphismError) -> Bool {
    var sizes: [Int: Int] = [:]
    for node in part { sizes[partition.colours[node], default: 0] += 1 }
    func size(_ node: Int) -> Int { sizes[partition.colours[node]] ?? 0 }
    guard let chosen = part.min(by: { (size($0), $0) < (size($1), $1) }) else { return true }
    let colour = partition.colours[chosen]
    for other in option where partition.colours[other] == colour {
      attempts += 1
      guard attempts <= limit else { throw IsomorphismError(limit: limit) }
      let mark = partition.mark
      let pair = partition.addColour()
      partition.move(chosen, to: pair)
      partition.move(other, to: pair)
      if refine(from: unsettledNeighbours(of: [chosen, other])), try solve(part, option) {
        return true
      }
      partition.undo(to: mark)
    }
    return false
  }

  /// Whether the statements between settled nodes are the same on both sides.
  private func settledStatementsAgree(_ left: [Int]) -> Bool {
    for node in left where partition.isSettled(node) {
      let partner = partition.partner(of: node)
      guard statements.occurrences[node].count == statements.occurrences[partner].count else {
        return false
      }
      for index in statements.occurrences[node] {
        var image = statements.statements[index]
        guard image.nodes.allSatisfy({ partition.isSettled($0) }) else { continue }
        for gap in image.nodes.indices {
          image.nodes[gap] = partition.partner(of: image.nodes[gap])
        }
        guard statements.right.contains(image) else { return false }
      }
    }
    return true
  }

  /// The unsettled ones of the nodes, grouped by what statements tie together.
  private mutating func parts(of nodes: [Int]) -> [[Int]] {
    traversal += 1
    var parts: [[Int]] = []
    for node in nodes where visits[node] != traversal && !partition.isSettled(node) {
      visits[node] = traversal
      var part = [node]
      var next = 0
      while next < part.count {
        for index in statements.occurrences[part[next]] {
          for other in statements.statements[index].nodes
          where visits[other] != traversal && !partition.isSettled(other) {
            visits[other] = traversal
            part.append(other)
          }
        }
        next += 1
      }
      parts.append(part)
    }
    return parts
  }
}
