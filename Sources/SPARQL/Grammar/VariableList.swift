/// Variables in the order in which they came, each once; those that nobody sees are left out.
struct VariableList {
  private(set) var variables: [Variable] = []
  private var known: Set<Variable> = []

  init() {}

  /// The variables of a list.
  init(_ variables: [Variable]) { add(variables) }

  func contains(_ variable: Variable) -> Bool { known.contains(variable) }

  mutating func add(_ variable: Variable) {
    guard variable.isVisible, known.insert(variable).inserted else { return }
    variables.append(variable)
  }

  mutating func add(_ more: [Variable]) {
    for variable in more { add(variable) }
  }

  mutating func add(_ pattern: TermPattern) {
    switch pattern {
    case .term: break
    case .variable(let variable): add(variable)
    case .tripleTerm(let triple): add(triple)
    }
  }

  mutating func add(_ triple: TriplePattern) {
    add(triple.subject)
    add(triple.predicate)
    add(triple.object)
  }
}
