import GraphAlgorithms

/// The whole lineage as trees: from the acts that rest on none to those that rest on them.
public struct LineageForest: Sendable {
  /// The acts that begin a tree, those with the most acts that rest on them directly first, equals in
  /// order; each part of the graph that hangs together has one.
  public var roots: [Int]
  /// The acts without any relation, in order.
  public var alone: [Int]
  /// How many acts there are in all.
  public var actCount: Int
  /// How many relations of descent there are between them.
  public var relationCount: Int
}

extension LineageGraph {
  /// The whole as trees.
  ///
  /// Where acts go in a circle and none of them rests on an act outside, the first of them begins a
  /// tree.
  ///
  /// - Complexity: O(acts + relations), and sorting of the roots.
  public func forest() -> LineageForest {
    let acts = drawnActs()
    var forest = LineageForest(roots: [], alone: [], actCount: acts.count, relationCount: 0)
    var isReached = [Bool](repeating: false, count: count)
    for act in acts {
      let (out, in_) = (degree(act, \.outgoing), degree(act, \.incoming))
      forest.relationCount += out
      if out == 0, in_ == 0 {
        forest.alone.append(act)
        isReached[act] = true
      } else if out == 0 {
        forest.roots.append(act)
        reach(from: act, &isReached)
      }
    }
    for act in acts where !isReached[act] {
      forest.roots.append(act)
      reach(from: act, &isReached)
    }
    let keyed = forest.roots.map { (act: $0, count: degree($0, \.incoming)) }
    forest.roots = keyed.sorted { ($1.count, $0.act) < ($0.count, $1.act) }.map(\.act)
    return forest
  }

  private func degree(_ act: Int, _ rows: KeyPath<DirectedGraph, Adjacency>) -> Int {
    LineageRelation.ofDescent.reduce(0) {
      $0 + edges($1)[keyPath: rows].neighbourCount(of: act)
    }
  }

  /// Marks the acts from which relations lead to an act.
  private func reach(from act: Int, _ isReached: inout [Bool]) {
    guard !isReached[act] else { return }
    isReached[act] = true
    var pending = [act]
    while let act = pending.popLast() {
      for relation in LineageRelation.ofDescent {
        for other in edges(relation).incoming.neighbours(of: act) where !isReached[other] {
          isReached[other] = true
          pending.append(other)
        }
      }
    }
  }
}
