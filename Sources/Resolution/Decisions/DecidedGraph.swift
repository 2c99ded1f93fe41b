public import Diagnostics
public import DomainPack

/// A graph together with what became of the decisions of people.
public struct DecidedGraph: Hashable, Sendable {
  /// The graph, every decision applied.
  public var graph: KnowledgeGraph
  /// One for each decision, in their order.
  public var outcomes: [DecisionOutcome]
  /// Pairs of different things, by decision: positions in ``KnowledgeGraph/entities``, the smaller
  /// first.
  public var distinct: Set<[Int]>
  /// Things that are right as they are, by decision: positions in ``KnowledgeGraph/entities``.
  public var confirmed: Set<Int>
}

/// What became of a decision.
public struct DecisionOutcome: Hashable, Sendable {
  /// The decision.
  public var decision: Decision
  /// What it did.
  public var effect: Effect

  /// What a decision did.
  public enum Effect: Hashable, Sendable {
    /// It holds for so many things or claims, at least one.
    case applied(Int)
    /// Nothing is as it says; why, and the nearest of what there is, best first.
    case none(Message, nearest: [String])
  }

  /// A decision with its effect.
  public init(decision: Decision, effect: Effect) {
    self.decision = decision
    self.effect = effect
  }

  /// Whether it did nothing.
  public var isWithoutEffect: Bool { diagnostic != nil }

  /// What to tell of a decision without effect, with its place; nil for one that was applied.
  public var diagnostic: Diagnostic? {
    guard case .none(let reason, let nearest) = effect else { return nil }
    var message = Message(
      en: "the decision has no effect: \(reason.english)",
      id: "keputusan tidak berpengaruh: \(reason.indonesian)")
    if !nearest.isEmpty {
      let list = nearest.joined(separator: ", ")
      message.english += "; nearest: \(list)"
      message.indonesian += "; yang terdekat: \(list)"
    }
    return Diagnostic(
      id: "decision.without-effect", severity: .warning, message: message, file: decision.file,
      location: decision.position..<decision.position)
  }
}
