/// The answer to a question about an act.
public struct LineageAnswer: Hashable, Sendable {
  /// What was asked.
  public var question: LineageQuestion
  /// When the act is in force, and why.
  public var validity: Validity
  /// What it is on the day asked about.
  public var version: LineageVersion
  /// The acts in the directions asked about, in the order of the question.
  public var traces: [Trace]
  /// What hangs on it; nothing where nobody asked for what comes after it.
  public var hanging: HangingThings
}

extension LineageTracer {
  /// Answers a question.
  ///
  /// - Complexity: in proportion to the answer.
  public mutating func answer(_ question: LineageQuestion) -> LineageAnswer {
    var traces: [Trace] = []
    for direction in question.directions {
      traces.append(trace(from: question.node, direction, depth: question.depth))
    }
    return LineageAnswer(
      question: question, validity: graph.validity(of: question.node),
      version: graph.version(of: question.node, on: question.day), traces: traces,
      hanging: question.directions.contains(.down)
        ? hanging(on: question.node, depth: question.depth) : HangingThings())
  }
}
