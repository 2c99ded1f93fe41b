import QuadStore
import RDF

/// Makes the graphs that `CONSTRUCT` and `DESCRIBE` answer with.
struct GraphMaker {
  private let context: ExecutionContext
  private let planner: Planner
  private let slots: [Slot]
  private var statements: [TermDictionary.Statement] = []
  private var terms = TermDictionary()
  /// By number in the store, the number in the answer; 0 where it has none yet.
  private var numbers: [UInt32]
  private var seen = KeyTable(width: 3)

  /// A maker for solutions with these variables.
  init(_ context: ExecutionContext, _ planner: Planner, slots: [Slot]) {
    self.context = context
    self.planner = planner
    self.slots = slots
    numbers = [UInt32](repeating: 0, count: context.storedTermCount + 1)
  }

  /// The graph that the template makes of the solutions
  /// ([SPARQL 1.1 §16.2](https://www.w3.org/TR/sparql11-query/#construct)).
  consuming func construct(_ template: [TriplePattern], _ source: Operator) throws -> QuadCollection
  {
    var places = TemplatePlaces(context, planner, slots: slots)
    let triples = try template.map { triple in
      [
        try places.place(triple.subject), try places.place(triple.predicate),
        try places.place(triple.object),
      ]
    }
    while let batch = try source.next() {
      try context.checkTime()
      for row in 0..<batch.count {
        places.beginSolution()
        for triple in triples {
          try add(
            try places.id(triple[0], batch, row), try places.id(triple[1], batch, row),
            try places.id(triple[2], batch, row))
        }
      }
    }
    return QuadCollection(terms: terms, statements: statements)
  }

  /// Adds a triple, unless it is there already or is none.
  private mutating func add(_ s: TermID, _ p: TermID, _ o: TermID) throws {
    guard s != 0, p != 0, o != 0 else { return }
    guard seen.number([s, p, o]).isNew else { return }
    guard try context.canBeTriple(s, p) else { return }
    statements.append(
      TermDictionary.Statement(try number(s), try number(p), try number(o)))
    try context.use(memory: 48)
    try context.check(rows: statements.count)
  }

  private mutating func number(_ id: TermID) throws -> UInt32 {
    let index = Int(id)
    if index < numbers.count, numbers[index] != 0 { return numbers[index] }
    let number = try context.withBytes(of: id) { terms.intern($0) }
    if index < numbers.count { numbers[index] = number }
    return number
  }

  /// What the default graph says of things: the triples that they are subjects of, and those of the
  /// blank nodes in these ([SPARQL 1.1 §16.4](https://www.w3.org/TR/sparql11-query/#describe)).
  consuming func describe(_ things: [TermPattern], _ source: Operator) throws -> QuadCollection {
    var open: [TermID] = []
    var known = Set<TermID>()
    func note(_ id: TermID) {
      if id != 0, known.insert(id).inserted { open.append(id) }
    }
    var columns: [Int] = []
    var constants: [TermID] = []
    for thing in things {
      switch thing {
      case .term(let term): constants.append(try context.id(of: term))
      case .variable(let variable):
        if let column = slots.firstIndex(of: planner.slot(variable)) { columns.append(column) }
      case .tripleTerm: break
      }
    }
    // Where a variable is described, there has to be a solution for anything to be.
    let hasVariable = constants.count < things.count
    if !hasVariable {
      for id in constants { note(id) }
    }
    while let batch = try source.next() {
      for id in constants { note(id) }
      for column in columns {
        for id in batch.columns[column] { note(id) }
      }
    }
    var position = 0
    while position < open.count {
      let subject = open[position]
      position += 1
      try context.checkTime()
      let access = try context.access(subject, 0, 0, in: .defaultGraph)
      let (properties, objects) = (access.permutation.second, access.permutation.third)
      try properties.verify(access.rows)
      try objects.verify(access.rows)
      for row in access.rows {
        try add(subject, properties[row], objects[row])
        if try context.withBytes(of: objects[row], { CanonicalTerm.kind(of: $0) }) == .blankNode {
          note(objects[row])
        }
      }
    }
    return QuadCollection(terms: terms, statements: statements)
  }
}
