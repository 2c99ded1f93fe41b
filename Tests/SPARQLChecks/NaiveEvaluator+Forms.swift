internal import RDF
internal import SPARQL

/// What is made of solutions ([SPARQL 1.1 §16](https://www.w3.org/TR/sparql11-query/#QueryForms)).
extension NaiveEvaluator {
  /// The triples of a template, each once, with new blank nodes for each solution.
  func construct(_ template: [TriplePattern], _ solutions: [NaiveSolution]) -> [Triple] {
    var result: [Triple] = []
    var known: Set<Triple> = []
    for (number, solution) in solutions.enumerated() {
      var bound = solution
      for variable in template.flatMap(\.variables)
      where !variable.isVisible && bound[variable] == nil {
        bound[variable] = .blankNode(BlankNode(label: "row:\(number):\(variable.name)"))
      }
      for pattern in template {
        if let triple = pattern.triple(in: bound), known.insert(triple).inserted {
          result.append(triple)
        }
      }
    }
    return result
  }

  /// The statements about things in the default graph, and about the blank nodes that they lead to
  /// ([Concise Bounded Description](https://www.w3.org/submissions/CBD/)), without reifications.
  func describe(_ things: [TermPattern], _ solutions: [NaiveSolution]) -> [Triple] {
    var wanted: [Term] = []
    let isOpen = things.contains { !$0.variables.isEmpty }
    for solution in isOpen ? solutions : [NaiveSolution()] {
      wanted += things.compactMap { $0.term(in: solution) }
    }
    var result: [Triple] = []
    var done: Set<Term> = []
    while let next = wanted.popLast() {
      guard done.insert(next).inserted else { continue }
      for triple in dataset.defaultGraph where triple.subject.term == next {
        result.append(triple)
        if case .blankNode = triple.object { wanted.append(triple.object) }
      }
    }
    return result
  }
}
