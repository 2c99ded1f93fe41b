import QuadStore
import RDF

/// What stands in the places of a template, solution by solution
/// ([SPARQL 1.1 §16.2](https://www.w3.org/TR/sparql11-query/#construct)).
struct TemplatePlaces {
  /// A place of a template.
  indirect enum Place {
    case constant(TermID)
    case column(Int)
    /// A blank node, a new one for each solution.
    case blank(Int)
    case tripleTerm(Place, Place, Place)
    /// A variable that is never bound.
    case none
  }

  private let context: ExecutionContext
  private let planner: Planner
  private let slots: [Slot]
  private var blanks: [Variable] = []
  /// By blank node of the template, that of the solution; 0 where none was made yet.
  private var made: [TermID] = []
  private var madeCount = 0

  /// Places in templates for solutions with these variables.
  init(_ context: ExecutionContext, _ planner: Planner, slots: [Slot]) {
    self.context = context
    self.planner = planner
    self.slots = slots
  }

  /// What a part of a template stands for.
  mutating func place(_ pattern: TermPattern) throws -> Place {
    switch pattern {
    case .term(let term): return .constant(try context.id(of: term))
    case .variable(let variable):
      if let column = slots.firstIndex(of: planner.slot(variable)) { return .column(column) }
      guard !variable.isVisible else { return .none }
      if let index = blanks.firstIndex(of: variable) { return .blank(index) }
      blanks.append(variable)
      made.append(0)
      return .blank(blanks.count - 1)
    case .tripleTerm(let triple):
      return .tripleTerm(
        try place(triple.subject), try place(triple.predicate), try place(triple.object))
    }
  }

  /// Begins a solution, which has blank nodes of its own.
  mutating func beginSolution() {
    for index in made.indices { made[index] = 0 }
  }

  /// What stands at a place; 0 for nothing.
  mutating func id(_ place: Place, _ batch: Batch, _ row: Int) throws -> TermID {
    switch place {
    case .constant(let id): return id
    case .column(let column): return batch.columns[column][row]
    case .blank(let index):
      if made[index] == 0 { made[index] = try newBlankNode() }
      return made[index]
    case .none: return 0
    case .tripleTerm(let subject, let predicate, let object):
      let ids = [
        try id(subject, batch, row), try id(predicate, batch, row), try id(object, batch, row),
      ]
      guard !ids.contains(0), try context.canBeTriple(ids[0], ids[1]) else { return 0 }
      let node: Subject
      switch try context.term(ids[0]) {
      case .namedNode(let name): node = .namedNode(name)
      case .blankNode(let blank): node = .blankNode(blank)
      case .literal, .tripleTerm: return 0
      }
      guard case .namedNode(let name) = try context.term(ids[1]) else { return 0 }
      return try context.id(of: .tripleTerm(Triple(node, name, try context.term(ids[2]))))
    }
  }

  /// A blank node that nothing else is; no document labels its own with a colon.
  private mutating func newBlankNode() throws -> TermID {
    madeCount += 1
    return try context.id(of: .blankNode(BlankNode(label: "made:\(madeCount)")))
  }
}
