package import QuadStore
package import RDF
package import SPARQL

/// Carries out requests straight from the definitions
/// ([SPARQL 1.1 Update §4](https://www.w3.org/TR/sparql11-update/#formalModel)), over arrays of
/// triples; `LOAD` is not among them.
package struct NaiveUpdates {
  /// The statements as they are now.
  package private(set) var dataset: NaiveDataset
  private var blankCount = 0

  /// What functions of an operation share.
  package typealias Functions = (UpdateOperation.Modification) -> FunctionContext

  /// Changes of a dataset.
  package init(_ dataset: NaiveDataset) { self.dataset = dataset }

  /// Does all of a request.
  ///
  /// - Throws: ``NaiveUpdateFailure`` for what cannot be done; nothing is changed then.
  package mutating func apply(_ update: Update, functions: Functions) throws {
    var changed = self
    for operation in update.operations { try changed.apply(operation, functions: functions) }
    self = changed
  }

  private mutating func apply(_ operation: UpdateOperation, functions: Functions) throws {
    do {
      switch operation {
      case .insertData(let quads):
        var blanks: [Variable: Term] = [:]
        for quad in quads { insert(quad, [:], &blanks) }
      case .deleteData(let quads):
        for quad in quads { remove(quad, [:]) }
      case .modify(let modification):
        try modify(modification, functions(modification))
      case .load: throw NaiveUpdateFailure.cannotBeDone
      case .clear(let graphs, _): try clear(graphs, isDropped: false)
      case .drop(let graphs, _): try clear(graphs, isDropped: true)
      case .create(let name, _):
        guard dataset.graph(.namedNode(name)) == nil else { throw NaiveUpdateFailure.cannotBeDone }
        dataset.namedGraphs.append((.namedNode(name), []))
      case .transfer(let transfer, let source, let target, _):
        try self.transfer(transfer, source, target)
      }
    } catch NaiveUpdateFailure.cannotBeDone where operation.isSilent {
      return
    }
  }

  private mutating func modify(
    _ modification: UpdateOperation.Modification, _ functions: FunctionContext
  ) throws {
    var asked = dataset
    if modification.dataset == nil, let graph = modification.graph {
      asked.defaultGraph = dataset.graph(.namedNode(graph)) ?? []
    }
    let quads = modification.deletions + modification.insertions
    var variables = Set(quads.flatMap { $0.triple.variables })
    for quad in quads {
      if case .variable(let name)? = quad.graph { variables.insert(name) }
    }
    let query = Query(
      form: .select(variables.sorted { $0.name < $1.name }), pattern: modification.pattern,
      dataset: modification.dataset)
    guard
      case .solutions(_, let solutions) = try NaiveEvaluator.answer(
        query, over: asked, functions: functions)
    else { preconditionFailure("SELECT gives solutions") }
    let graph = modification.graph.map { TermPattern.term(.namedNode($0)) }
    for solution in solutions {
      for quad in modification.deletions {
        remove(QuadPattern(quad.triple, in: quad.graph ?? graph), solution)
      }
    }
    for solution in solutions {
      var blanks: [Variable: Term] = [:]
      for quad in modification.insertions {
        insert(QuadPattern(quad.triple, in: quad.graph ?? graph), solution, &blanks)
      }
    }
  }

  private mutating func insert(
    _ quad: QuadPattern, _ solution: NaiveSolution, _ blanks: inout [Variable: Term]
  ) {
    var bound = solution
    for variable in quad.triple.variables where !variable.isVisible {
      if blanks[variable] == nil {
        blankCount += 1
        blanks[variable] = .blankNode(BlankNode(label: "naive\(blankCount)"))
      }
      bound[variable] = blanks[variable]
    }
    guard let triple = quad.triple.triple(in: bound) else { return }
    guard let graph = quad.graph else {
      if !dataset.defaultGraph.contains(triple) { dataset.defaultGraph.append(triple) }
      return
    }
    guard case .namedNode(let name)? = graph.term(in: bound) else { return }
    let place = self.place(of: .namedNode(name))
    if !dataset.namedGraphs[place].triples.contains(triple) {
      dataset.namedGraphs[place].triples.append(triple)
    }
  }

  private mutating func remove(_ quad: QuadPattern, _ solution: NaiveSolution) {
    guard let triple = quad.triple.triple(in: solution) else { return }
    guard let graph = quad.graph else { return dataset.defaultGraph.removeAll { $0 == triple } }
    guard let name = graph.term(in: solution),
      let place = dataset.namedGraphs.firstIndex(where: { $0.name == name })
    else { return }
    dataset.namedGraphs[place].triples.removeAll { $0 == triple }
  }

  /// Where a named graph stands; it is made if there is none.
  private mutating func place(of name: Term) -> Int {
    if let place = dataset.namedGraphs.firstIndex(where: { $0.name == name }) { return place }
    dataset.namedGraphs.append((name, []))
    return dataset.namedGraphs.count - 1
  }

  private mutating func clear(
    _ graphs: UpdateOperation.GraphSelection, isDropped: Bool
  ) throws {
    switch graphs {
    case .named(let name):
      guard dataset.graph(.namedNode(name)) != nil else { throw NaiveUpdateFailure.cannotBeDone }
      dataset.namedGraphs[place(of: .namedNode(name))].triples = []
      if isDropped { dataset.namedGraphs.removeAll { $0.name == .namedNode(name) } }
      return
    case .defaultGraph: break
    case .allNamed, .all:
      for place in dataset.namedGraphs.indices { dataset.namedGraphs[place].triples = [] }
      if isDropped { dataset.namedGraphs = [] }
    }
    if graphs != .allNamed { dataset.defaultGraph = [] }
  }

  private mutating func transfer(
    _ transfer: UpdateOperation.Transfer, _ source: NamedNode?, _ target: NamedNode?
  ) throws {
    var triples = dataset.defaultGraph
    if let source {
      guard let named = dataset.graph(.namedNode(source)) else {
        throw NaiveUpdateFailure.cannotBeDone
      }
      triples = named
    }
    guard source != target else { return }
    if let target {
      let place = place(of: .namedNode(target))
      let kept = transfer == .add ? dataset.namedGraphs[place].triples : []
      dataset.namedGraphs[place].triples = kept + triples.filter { !kept.contains($0) }
    } else {
      let kept = transfer == .add ? dataset.defaultGraph : []
      dataset.defaultGraph = kept + triples.filter { !kept.contains($0) }
    }
    guard transfer == .move else { return }
    if let source {
      dataset.namedGraphs.removeAll { $0.name == .namedNode(source) }
    } else {
      dataset.defaultGraph = []
    }
  }

  // MARK: Stores

  /// A store of a dataset, its empty graphs with it.
  package static func store(of dataset: NaiveDataset) -> QuadStore {
    var builder = QuadStoreBuilder()
    builder.append(QuadCollection(dataset.quads))
    for graph in dataset.namedGraphs {
      if case .namedNode(let name) = graph.name { builder.declareGraph(name) }
    }
    return builder.finish()
  }

  /// The statements of a store.
  package static func quads(of store: QuadStore) throws -> [Quad] {
    var quads: [Quad] = []
    try store.forEachBlock { quads += $0.quads }
    return quads
  }
}

/// Why a request cannot be carried out.
package enum NaiveUpdateFailure: Error {
  /// What an operation is about is not there, or is there already.
  case cannotBeDone
}

extension UpdateOperation {
  fileprivate var isSilent: Bool {
    switch self {
    case .load(_, _, let isSilent), .clear(_, let isSilent), .drop(_, let isSilent),
      .create(_, let isSilent), .transfer(_, _, _, let isSilent):
      isSilent
    case .insertData, .deleteData, .modify: false
    }
  }
}
