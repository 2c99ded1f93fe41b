import QuadStore
import RDF

/// What a `DELETE` or `INSERT` with a pattern changes: found first as a whole, then done
/// ([SPARQL 1.1 Update §3.1.3](https://www.w3.org/TR/sparql11-update/#deleteInsert)).
struct UpdateChanges {
  /// What is taken away, by the numbers of the dataset.
  private var deletions: [TermDictionary.Statement] = []
  /// What is put in: numbers of the dataset, and beyond them those of ``made``.
  private var insertions: [TermDictionary.Statement] = []
  /// Terms that the dataset does not have, by number.
  private var made: [TermID: [UInt8]] = [:]

  /// The changes by all solutions of the pattern in a store of the dataset.
  ///
  /// - Throws: ``QueryError`` where a bound is met, ``ExpressionError`` where an expression ends the
  ///   request, `SnapshotError` for damaged data.
  init(
    _ modification: UpdateOperation.Modification, _ store: QuadStore, graphs: Set<UInt32>,
    limits: QueryLimits, seed: UInt64?
  ) throws {
    let asked = try store.asked(by: modification, graphs: graphs)
    // The parser has resolved the base, so that it is an absolute IRI.
    let base = modification.baseIRI.map { BaseIRI(NamedNode(unchecked: $0)) }
    let context = ExecutionContext(
      asked, functions: FunctionContext(base: base, seed: seed), limits: limits, isMeasured: false)
    let planner = Planner(context)
    let quads = modification.deletions + modification.insertions
    let variables = quads.reduce(into: Set<Variable>()) { variables, quad in
      variables.formUnion(quad.triple.variables)
      if case .variable(let graph)? = quad.graph { variables.insert(graph) }
    }
    let plan = try planner.plan(modification.pattern, in: Planner.Surroundings())
      .pruned(to: planner.slotSet(variables))
    let graph = modification.graph.map { TermPattern.term(.namedNode($0)) }
    var places = TemplatePlaces(context, planner, slots: plan.slots)
    let deleted = try modification.deletions.map { try QuadPlaces($0, in: graph, &places) }
    let inserted = try modification.insertions.map { try QuadPlaces($0, in: graph, &places) }
    let source = try plan.open(context, OperatorEnvironment())
    let stored = context.storedTermCount
    while let batch = try source.next() {
      try context.checkTime()
      for row in 0..<batch.count {
        places.beginSolution()
        for quad in deleted {
          // A statement with a term that nobody has seen before is not there.
          if let statement = try quad.statement(&places, batch, row, context),
            statement.largestID <= stored
          {
            deletions.append(statement)
          }
        }
        for quad in inserted {
          guard let statement = try quad.statement(&places, batch, row, context) else { continue }
          insertions.append(statement)
          guard statement.largestID > stored else { continue }
          for id in statement.ids where id > stored && made[id] == nil {
            made[id] = try context.withBytes(of: id) { Array(copying: $0) }
          }
        }
      }
      try context.use(memory: batch.count * quads.count * 16)
      try context.check(rows: deletions.count + insertions.count)
    }
  }

  /// Makes the changes: first what is taken away, then what is put in.
  ///
  /// - Throws: `SnapshotError` for damaged data.
  func apply(to dataset: inout ChangingDataset) throws {
    for statement in deletions { try dataset.remove(statement) }
    var numbers: [TermID: UInt32] = [:]
    // In the order in which they were made, so that the result does not depend on hashes.
    for (id, bytes) in made.sorted(by: { $0.key < $1.key }) {
      // A blank node that the request made is a new one, whatever label it has been given.
      numbers[id] =
        CanonicalTerm.kind(of: bytes.span) == .blankNode
        ? try dataset.newBlankNode() : try dataset.intern(bytes.span)
    }
    for statement in insertions {
      func number(_ id: TermID) -> UInt32 { numbers[id] ?? id }
      try dataset.insert(
        TermDictionary.Statement(
          number(statement.subject), number(statement.predicate), number(statement.object),
          in: number(statement.graphName)))
    }
  }
}

/// The places of a quad of a template.
private struct QuadPlaces {
  private let subject: TemplatePlaces.Place
  private let predicate: TemplatePlaces.Place
  private let object: TemplatePlaces.Place
  /// Nil is the default graph.
  private let graph: TemplatePlaces.Place?

  /// The places of a quad; one that names no graph is in this one.
  init(_ quad: QuadPattern, in graph: TermPattern?, _ places: inout TemplatePlaces) throws {
    subject = try places.place(quad.triple.subject)
    predicate = try places.place(quad.triple.predicate)
    object = try places.place(quad.triple.object)
    self.graph = try (quad.graph ?? graph).map { try places.place($0) }
  }

  /// The statement of a solution; nil if it makes none.
  func statement(
    _ places: inout TemplatePlaces, _ batch: Batch, _ row: Int, _ context: ExecutionContext
  ) throws -> TermDictionary.Statement? {
    let subject = try places.id(subject, batch, row)
    let predicate = try places.id(predicate, batch, row)
    let object = try places.id(object, batch, row)
    guard object != 0, try context.canBeTriple(subject, predicate) else { return nil }
    guard let graph else { return TermDictionary.Statement(subject, predicate, object) }
    let name = try places.id(graph, batch, row)
    guard name != 0, try context.withBytes(of: name, { CanonicalTerm.kind(of: $0) }) == .iri else {
      return nil
    }
    return TermDictionary.Statement(subject, predicate, object, in: name)
  }
}

extension TermDictionary.Statement {
  fileprivate var ids: [TermID] { [subject, predicate, object, graphName] }
  fileprivate var largestID: TermID { max(max(subject, predicate), max(object, graphName)) }
}

extension QuadStore {
  /// The statements as the pattern of an operation sees them: with `USING` those of its graphs, else
  /// with the graph of `WITH` as the default graph.
  fileprivate func asked(
    by modification: UpdateOperation.Modification, graphs: Set<UInt32>
  ) throws -> QuadStore {
    if let dataset = modification.dataset { return try restricted(to: dataset) }
    guard let graph = modification.graph else { return self }
    var bytes: [UInt8] = []
    CanonicalTerm.append(graph, to: &bytes)
    let id = try terms.id(of: bytes.span)
    return try view(defaultGraphs: id.map { [$0] } ?? [], namedGraphs: Array(graphs))
  }
}
