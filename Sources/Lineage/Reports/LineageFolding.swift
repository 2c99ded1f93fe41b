/// How much of an answer is drawn, so that it stays readable.
public struct LineageFolding: Hashable, Sendable {
  /// The most acts drawn next to one in one direction; the others become one line or node.
  ///
  /// Nil for all.
  public var mostSiblings: Int?
  /// The most steps drawn; nil for all.
  public var mostSteps: Int?
  /// The most acts drawn in all, the nearest first; nil for all.
  public var mostActs: Int?

  /// The usual bounds.
  public static let usual = LineageFolding(mostSiblings: 12, mostSteps: 16, mostActs: 200)
  /// No bounds.
  public static let none = LineageFolding()

  /// How many of so many like things are drawn: one more than the most, if only one were left over,
  /// since a line that stands for one says less than that one.
  func siblings(of count: Int) -> Int {
    guard let most = mostSiblings else { return count }
    return count == most + 1 ? count : min(most, count)
  }

  /// The bounds of each of several trees that share the most acts drawn.
  func shared(among trees: Int) -> LineageFolding {
    var folding = self
    folding.mostActs = mostActs.map { max(8, $0 / max(trees, 1)) }
    return folding
  }
}

/// A trace with what is to be drawn of it.
struct FoldedTrace {
  /// What is drawn.
  let trace: Trace
  /// The steps drawn from each act of the trace; empty for acts that are not drawn.
  private(set) var steps: [[Trace.Step]]
  /// How many steps from each act are folded into one line or node.
  private(set) var hidden: [Int]
  /// The act under which each is drawn with what follows it; −1 for the first, and for acts that are
  /// not drawn.
  private(set) var parents: [Int]
  /// The acts drawn, nearest first.
  private(set) var drawn: [Int] = [0]

  /// - Parameters:
  ///   - trace: what is drawn.
  ///   - folding: how much of it.
  ///   - earlier: the acts that are drawn elsewhere with what follows them.
  init(_ trace: Trace, _ folding: LineageFolding, without earlier: [Int: Int] = [:]) {
    self.trace = trace
    steps = [[Trace.Step]](repeating: [], count: trace.nodes.count)
    hidden = [Int](repeating: 0, count: trace.nodes.count)
    parents = [Int](repeating: -1, count: trace.nodes.count)
    var isDrawn = [Bool](repeating: false, count: trace.nodes.count)
    var levels = [Int](repeating: 0, count: trace.nodes.count)
    isDrawn[0] = true
    var head = 0
    while head < drawn.count {
      let place = drawn[head]
      head += 1
      let isDeep = folding.mostSteps.map { levels[place] >= $0 } ?? false
      hidden[place] = trace.stepsBeyond[place]
      let limit = folding.siblings(of: trace.steps[place].count)
      for step in trace.steps[place] {
        let isNew = !isDrawn[step.place] && earlier[trace.nodes[step.place]] == nil
        let isFull = folding.mostActs.map { drawn.count >= $0 } ?? false
        let isCrowded = steps[place].count >= limit
        guard !isDeep, !isCrowded, !(isNew && isFull) else {
          hidden[place] += 1
          continue
        }
        steps[place].append(step)
        guard isNew else { continue }
        isDrawn[step.place] = true
        parents[step.place] = place
        levels[step.place] = levels[place] + 1
        drawn.append(step.place)
      }
    }
  }
}
