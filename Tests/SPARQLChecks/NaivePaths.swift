internal import RDF
internal import SPARQL

/// Walks along paths ([SPARQL 1.1 §18.4](https://www.w3.org/TR/sparql11-query/#PropertyPathPatterns)).
struct NaivePaths {
  let graph: [Triple]

  /// Both ends of all ways along a path, as often as there are ways where that counts; ends that are
  /// given stay as they are.
  func pairs(_ path: PropertyPath, from start: Term?, to end: Term?) -> [(Term, Term)] {
    if let start {
      return ends(path, from: start, isBackward: false)
        .filter { end == nil || $0 == end }.map { (start, $0) }
    }
    if let end { return ends(path, from: end, isBackward: true).map { ($0, end) } }
    return nodes.flatMap { node in
      ends(path, from: node, isBackward: false).map { (node, $0) }
    }
  }

  /// The subjects and objects of the graph, each once.
  private var nodes: [Term] {
    var known: Set<Term> = []
    return graph.flatMap { [$0.subject.term, $0.object] }.filter { known.insert($0).inserted }
  }

  /// The other ends of all ways along a path that begin at a term, or backwards, end there.
  private func ends(_ path: PropertyPath, from node: Term, isBackward: Bool) -> [Term] {
    switch path {
    case .property(let property):
      return steps(from: node, isBackward: isBackward) { $0 == property }
    case .inverse(let path): return ends(path, from: node, isBackward: !isBackward)
    case .sequence(let first, let second):
      let (near, far) = isBackward ? (second, first) : (first, second)
      return ends(near, from: node, isBackward: isBackward).flatMap {
        ends(far, from: $0, isBackward: isBackward)
      }
    case .alternative(let one, let other):
      return ends(one, from: node, isBackward: isBackward)
        + ends(other, from: node, isBackward: isBackward)
    case .zeroOrOne(let path):
      return unique([node] + ends(path, from: node, isBackward: isBackward))
    case .zeroOrMore(let path):
      return reachable(along: path, from: [node], isBackward: isBackward)
    case .oneOrMore(let path):
      let first = ends(path, from: node, isBackward: isBackward)
      return reachable(along: path, from: first, isBackward: isBackward)
    case .negatedSet(let forward, let backward):
      let along = forward.map { set in
        steps(from: node, isBackward: isBackward) { !set.contains($0) }
      }
      let against = backward.map { set in
        steps(from: node, isBackward: !isBackward) { !set.contains($0) }
      }
      return (along ?? []) + (against ?? [])
    }
  }

  private func steps(
    from node: Term, isBackward: Bool, where fits: (NamedNode) -> Bool
  ) -> [Term] {
    graph.filter { fits($0.predicate) && (isBackward ? $0.object : $0.subject.term) == node }
      .map { isBackward ? $0.subject.term : $0.object }
  }

  /// The nodes themselves and all that is reached from them, each once.
  private func reachable(
    along path: PropertyPath, from start: [Term], isBackward: Bool
  ) -> [Term] {
    var found = unique(start)
    var known = Set(found)
    var index = 0
    while index < found.count {
      for next in ends(path, from: found[index], isBackward: isBackward)
      where known.insert(next).inserted {
        found.append(next)
      }
      index += 1
    }
    return found
  }

  private func unique(_ terms: [Term]) -> [Term] {
    var known: Set<Term> = []
    return terms.filter { known.insert($0).inserted }
  }
}
