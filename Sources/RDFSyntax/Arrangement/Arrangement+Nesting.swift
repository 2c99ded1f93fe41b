import RDF

/// Finds the blank nodes that can stand inside the statement that they are the object of.
///
/// Such a node is the object of exactly one statement, is a subject in the same graph or in none,
/// names no graph and stands in no triple term. Of those that form a ring one is taken out, and so
/// is every one that would stand too deep.
extension Arrangement {
  /// The place of a blank node among the blank nodes; nil for every other term.
  func blankNode(_ rank: Rank) -> Int? {
    ranking.isBlankNode(rank) ? Int(rank - ranking.blankNodes.lowerBound) : nil
  }

  /// The subject of a run as a place among the blank nodes; nil for an IRI.
  func blankNode(ofRun run: Int) -> Int? {
    blankNode(statements[runs[run].statements.lowerBound].subject)
  }

  /// Decides for every blank node where it stands.
  mutating func nest() {
    guard !ranking.blankNodes.isEmpty else { return }
    nesting.nodes = [Nesting.Node](repeating: Nesting.Node(), count: ranking.blankNodes.count)
    countUses()
    findLists()
    placeFromRoots()
    breakRings()
    orderByContent()
    numberLabels()
  }

  private mutating func countUses() {
    for (run, content) in runs.enumerated() {
      if let node = blankNode(ofRun: run) {
        nesting.nodes[node].isInSeveralGraphs = nesting.nodes[node].run >= 0
        nesting.nodes[node].run = Int32(run)
      }
      for statement in content.statements {
        guard let node = blankNode(statements[statement].object) else { continue }
        nesting.nodes[node].uses = min(nesting.nodes[node].uses + 1, 2)
        nesting.nodes[node].userRun = Int32(run)
        nesting.nodes[node].userStatement = Int32(statement)
      }
    }
    let inTripleTerms = ranking.parts.flatMap { [$0.subject, $0.object] }
    for rank in graphs.map(\.name) + inTripleTerms {
      if let node = blankNode(rank) { nesting.nodes[node].isPinned = true }
    }
  }

  /// Whether a node may stand inside the statement that it is the object of.
  private func isCandidate(_ node: Int) -> Bool {
    let node = nesting.nodes[node]
    return node.uses == 1 && !node.isPinned && !node.isInSeveralGraphs
      && (node.run < 0 || runs[Int(node.run)].graph == runs[Int(node.userRun)].graph)
  }

  /// The item and the rest of a node with one `rdf:first`, one `rdf:rest` and no other statement.
  func cell(_ node: Int) -> (item: Rank, rest: Rank)? {
    let run = nesting.nodes[node].run
    guard run >= 0, let first, let rest else { return nil }
    let range = runs[Int(run)].statements
    guard range.count == 2 else { return nil }
    let (one, other) = (statements[range.lowerBound], statements[range.lowerBound + 1])
    if one.predicate == first, other.predicate == rest { return (one.object, other.object) }
    if one.predicate == rest, other.predicate == first { return (other.object, one.object) }
    return nil
  }

  /// The node whose `rdf:rest` the node is, if that can be a cell too.
  private func cellBefore(_ node: Int) -> Int? {
    let user = statements[Int(nesting.nodes[node].userStatement)]
    guard user.predicate == rest, let before = blankNode(user.subject), isCandidate(before),
      cell(before) != nil
    else { return nil }
    return before
  }

  /// Goes from every end of a list towards its head.
  private mutating func findLists() {
    guard first != nil, rest != nil, emptyList != 0 else { return }
    for end in nesting.nodes.indices {
      guard isCandidate(end), let last = cell(end), last.rest == emptyList else { continue }
      var cells = [end]
      while let before = cellBefore(cells[cells.count - 1]) { cells.append(before) }
      let isWritable =
        options.listsHoldLiterals
        || cells.allSatisfy { node in
          cell(node).map { ranking.isIRI($0.item) || ranking.isBlankNode($0.item) } ?? false
        }
      guard isWritable else { continue }
      for node in cells { nesting.nodes[node].isCell = true }
    }
  }

  /// A node to be placed, and how deep it would stand.
  private typealias Place = (node: Int, depth: Int)

  private mutating func placeFromRoots() {
    var open: [Place] = []
    for run in runs.indices {
      if let node = blankNode(ofRun: run) {
        if isCandidate(node) { continue }
        nesting.nodes[node].isPlaced = true
      }
      addObjects(of: run, depth: 0, to: &open)
      place(&open)
    }
  }

  /// Appends the blank nodes among the objects of a run.
  private func addObjects(of run: Int, depth: Int, to open: inout [Place]) {
    for statement in runs[run].statements {
      if let node = blankNode(statements[statement].object) { open.append((node, depth + 1)) }
    }
  }

  /// Places the nodes, and all that stands inside them.
  private mutating func place(_ open: inout [Place]) {
    while let (node, depth) = open.popLast() {
      guard isCandidate(node), !nesting.nodes[node].isPlaced else { continue }
      nesting.nodes[node].isPlaced = true
      let run = Int(nesting.nodes[node].run)
      guard depth <= options.maximumDepth else {
        nesting.nodes[node].isCell = false
        if run >= 0 { addObjects(of: run, depth: 0, to: &open) }
        continue
      }
      nesting.nodes[node].isNested = true
      nesting.nested.append(node)
      guard nesting.nodes[node].isCell else {
        if run >= 0 { addObjects(of: run, depth: depth, to: &open) }
        continue
      }
      var next = node
      while let (item, rest) = cell(next) {
        if let item = blankNode(item) { open.append((item, depth + 1)) }
        guard let cell = blankNode(rest) else { break }
        nesting.nodes[cell].isPlaced = true
        nesting.nodes[cell].isNested = true
        next = cell
      }
    }
  }

  /// What no root leads to is a ring, or hangs from one: one node of each ring gets a label.
  private mutating func breakRings() {
    var lastVisit = [UInt32](repeating: 0, count: nesting.nodes.count)
    for start in nesting.nodes.indices {
      guard isCandidate(start), !nesting.nodes[start].isPlaced else { continue }
      let visit = UInt32(start) + 1
      var node = start
      while lastVisit[node] != visit {
        lastVisit[node] = visit
        node = user(of: node)
      }
      var best = node
      var next = user(of: node)
      while next != node {
        if isBetterBreak(next, than: best) { best = next }
        next = user(of: next)
      }
      breakList(at: best)
      nesting.nodes[best].isPlaced = true
      var open: [Place] = []
      addObjects(of: Int(nesting.nodes[best].run), depth: 0, to: &open)
      place(&open)
    }
  }

  /// The subject of the statement that a node of a ring, or of what hangs from one, is the object of.
  private func user(of node: Int) -> Int {
    let user = statements[Int(nesting.nodes[node].userStatement)].subject
    return Int(user - ranking.blankNodes.lowerBound)
  }

  /// Lists stay whole where they can, and of the others labels that somebody chose come first, so
  /// that what was written and read breaks in the same place.
  private func isBetterBreak(_ left: Int, than right: Int) -> Bool {
    func key(_ node: Int) -> (Int, Int, Int) {
      (nesting.nodes[node].isCell ? 1 : 0, ranking.areGenerated[node] ? 1 : 0, node)
    }
    return key(left) < key(right)
  }

  /// The cell and those before it are written as other nodes are.
  private mutating func breakList(at node: Int) {
    var next = node
    while nesting.nodes[next].isCell {
      nesting.nodes[next].isCell = false
      guard let before = cellBefore(next) else { break }
      next = before
    }
  }

  /// Whether a node needs a label: it is mentioned, and not only by standing inside a statement.
  func needsLabel(_ node: Int) -> Bool {
    let node = nesting.nodes[node]
    return !node.isNested && (node.uses > 0 || node.isPinned || node.isInSeveralGraphs)
  }

  private mutating func numberLabels() {
    nesting.labelNumbers = [UInt32](repeating: 0, count: nesting.nodes.count)
    var number: UInt32 = 0
    for node in nesting.nodes.indices where ranking.areGenerated[node] && needsLabel(node) {
      number += 1
      nesting.labelNumbers[node] = number
    }
  }
}

extension Arrangement {
  /// What a blank node is the subject of; nil if it is none.
  func run(of node: Int) -> Int? {
    let run = nesting.nodes[node].run
    return run < 0 ? nil : Int(run)
  }

  /// Appends the label of a blank node in the letters of N-Triples, with its `_:`.
  func appendLabel(of node: Int, to bytes: inout [UInt8]) {
    let number = nesting.labelNumbers[node]
    guard number > 0 else {
      let rank = ranking.blankNodes.lowerBound + Rank(node)
      bytes.append(copying: ranking.terms.bytes.span.extracting(ranking.range(of: rank)))
      return
    }
    CanonicalTerm.append("_:", to: &bytes)
    bytes.append(contentsOf: ranking.stem)
    CanonicalTerm.append(String(number), to: &bytes)
  }
}
