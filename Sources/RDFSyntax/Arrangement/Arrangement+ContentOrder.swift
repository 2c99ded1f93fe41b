/// Puts nodes without a label in order of what they say, since a label that nobody reads must not
/// decide where a node stands.
extension Arrangement {
  /// The runs of a graph in the order of their blocks, without those that stand inside others:
  /// the first subjects, IRIs, then blank nodes with labels, then those without in order of their
  /// content.
  func subjects(of graph: Graph) -> [Int] {
    var subjects: [Int] = []
    var unlabelled: [Int] = []
    for run in graph.runs {
      guard let node = blankNode(ofRun: run) else {
        subjects.append(run)
        continue
      }
      if needsLabel(node) {
        subjects.append(run)
      } else if !nesting.nodes[node].isNested {
        unlabelled.append(node)
      }
    }
    unlabelled.sort { compareContent($0, $1) < 0 }
    return firstSubjectsBefore(subjects) + unlabelled.map { Int(nesting.nodes[$0].run) }
  }

  /// The runs with those of the first subjects in front.
  private func firstSubjectsBefore(_ runs: [Int]) -> [Int] {
    guard !firstSubjects.isEmpty else { return runs }
    let places = Dictionary(
      zip(firstSubjects, firstSubjects.indices), uniquingKeysWith: { first, _ in first })
    var first: [(place: Int, run: Int)] = []
    var others: [Int] = []
    for run in runs {
      if let place = places[statements[self.runs[run].statements.lowerBound].subject] {
        first.append((place, run))
      } else {
        others.append(run)
      }
    }
    first.sort { $0.place < $1.place }
    return first.map(\.run) + others
  }

  /// Orders the blank nodes among the objects of each predicate: those with labels first, then by
  /// content.
  mutating func orderByContent() {
    // Inner nodes first: comparing two nodes needs the order of what stands inside them.
    for node in nesting.nested.reversed() where !nesting.nodes[node].isCell {
      if nesting.nodes[node].run >= 0 { orderObjects(of: Int(nesting.nodes[node].run)) }
    }
    for run in runs.indices {
      if let node = blankNode(ofRun: run), nesting.nodes[node].isNested { continue }
      orderObjects(of: run)
    }
  }

  private mutating func orderObjects(of run: Int) {
    let range = runs[run].statements
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      guard ranking.isBlankNode(statements[start].object) else {
        start = end
        continue
      }
      while end < range.upperBound, statements[end].predicate == statements[start].predicate,
        ranking.isBlankNode(statements[end].object)
      {
        end += 1
      }
      if end - start > 1 {
        let sorted = statements[start..<end].map(\.object)
          .sorted { compareObjects($0, $1) < 0 }
        for (offset, object) in sorted.enumerated() { statements[start + offset].object = object }
      }
      start = end
    }
  }

  /// Less than zero, zero or more than zero as the left object stands before, at or after the right.
  private func compareObjects(_ left: Rank, _ right: Rank) -> Int {
    if left == right { return 0 }
    let difference = left < right ? -1 : 1
    guard let leftNode = blankNode(left), let rightNode = blankNode(right) else {
      return difference
    }
    switch (nesting.nodes[leftNode].isNested, nesting.nodes[rightNode].isNested) {
    case (false, false): return difference
    case (false, true): return -1
    case (true, false): return 1
    case (true, true): return compareContent(leftNode, rightNode)
    }
  }

  /// Compares what is written for two nodes without a label; zero if it is the same.
  ///
  /// Calls itself no deeper than nodes stand in each other.
  private func compareContent(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while nesting.nodes[left].isCell, nesting.nodes[right].isCell,
      let one = cell(left), let other = cell(right)
    {
      let difference = compareObjects(one.item, other.item)
      if difference != 0 { return difference }
      switch (blankNode(one.rest), blankNode(other.rest)) {
      case (let next?, let otherNext?): (left, right) = (next, otherNext)
      case (nil, .some): return -1
      case (.some, nil): return 1
      case (nil, nil): return 0
      }
    }
    if nesting.nodes[left].isCell != nesting.nodes[right].isCell {
      return nesting.nodes[left].isCell ? 1 : -1
    }
    let (one, other) = (statementRange(of: left), statementRange(of: right))
    for (one, other) in zip(one, other) {
      let (one, other) = (statements[one], statements[other])
      if one.predicate != other.predicate { return one.predicate < other.predicate ? -1 : 1 }
      let difference = compareObjects(one.object, other.object)
      if difference != 0 { return difference }
    }
    return one.count - other.count
  }

  private func statementRange(of node: Int) -> Range<Int> {
    let run = nesting.nodes[node].run
    return run < 0 ? 0..<0 : runs[Int(run)].statements
  }
}
