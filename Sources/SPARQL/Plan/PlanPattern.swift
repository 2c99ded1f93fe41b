/// A place of a pattern in a plan.
enum PlanTerm: Hashable {
  /// This term.
  case constant(TermID)
  /// What the variable is bound to, or will be.
  case variable(Slot)

  /// The variable; nil for a constant.
  var slot: Slot? {
    guard case .variable(let slot) = self else { return nil }
    return slot
  }
}

/// The graph that a pattern is about.
enum PlanGraph: Hashable {
  /// The default graph.
  case defaultGraph
  /// A named graph, or any, whose name the variable is bound to.
  case named(PlanTerm)
  /// The named graph that is gone through at the moment.
  case current
}

/// A triple pattern in a plan.
struct PlanPattern: Hashable {
  var subject: PlanTerm
  var predicate: PlanTerm
  var object: PlanTerm
  var graph: PlanGraph

  /// The variables, each once.
  var slots: SlotSet {
    var slots = SlotSet([subject, predicate, object].compactMap(\.slot))
    if case .named(.variable(let slot)) = graph { slots.insert(slot) }
    return slots
  }
}

/// A triple term with variables that the term of another variable has to match.
struct PlanTripleTerm: Hashable {
  /// Places that are triple terms themselves stand as variables, which have their own pattern.
  var subject: PlanTerm
  var predicate: PlanTerm
  var object: PlanTerm
  /// The variable whose term is taken apart.
  var whole: Slot
}

/// A way through the graph whose steps know the numbers of their properties.
indirect enum PlanPath: Hashable {
  /// A step along a property, or against it.
  case property(TermID, isReversed: Bool)
  case sequence(PlanPath, PlanPath)
  case alternative(PlanPath, PlanPath)
  case zeroOrOne(PlanPath)
  case zeroOrMore(PlanPath)
  case oneOrMore(PlanPath)
  /// Steps along any property but these; nil for no steps in that direction.
  case negated(forward: [TermID]?, backward: [TermID]?)

  /// The way back.
  var reversed: PlanPath {
    switch self {
    case .property(let id, let isReversed): .property(id, isReversed: !isReversed)
    case .sequence(let first, let second): .sequence(second.reversed, first.reversed)
    case .alternative(let one, let other): .alternative(one.reversed, other.reversed)
    case .zeroOrOne(let path): .zeroOrOne(path.reversed)
    case .zeroOrMore(let path): .zeroOrMore(path.reversed)
    case .oneOrMore(let path): .oneOrMore(path.reversed)
    case .negated(let forward, let backward): .negated(forward: backward, backward: forward)
    }
  }

  /// Whether the way can be no step at all.
  var isNullable: Bool {
    switch self {
    case .property, .negated: false
    case .sequence(let first, let second): first.isNullable && second.isNullable
    case .alternative(let one, let other): one.isNullable || other.isNullable
    case .zeroOrOne, .zeroOrMore: true
    case .oneOrMore(let path): path.isNullable
    }
  }
}

/// Both ends of a way, in a plan.
struct PlanPathPattern: Hashable {
  var subject: PlanTerm
  var path: PlanPath
  var object: PlanTerm
  /// Never a variable that is not bound.
  var graph: PlanGraph

  /// The variables at the ends.
  var slots: SlotSet { SlotSet([subject, object].compactMap(\.slot)) }
}
