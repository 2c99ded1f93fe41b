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

  /// A place of a template.
  private indirect enum Place {
    case constant(TermID)
    case column(Int)
    /// A blank node, a new one for each solution.
    case blank(Int)
    case tripleTerm(Place, Place, Place)
    /// A variable that is never bound.
    case none
  }

  /// The graph that the template makes of the solutions
  /// ([SPARQL 1.1 §16.2](https://www.w3.org/TR/sparql11-query/#construct)).
  consuming func construct(_ template: [TriplePattern], _ source: Operator) throws -> QuadCollection
  {
    var blanks: [Variable] = []
    let places = try template.map { triple in
      [
        try place(triple.subject, &blanks), try place(triple.predicate, &blanks),
        try place(triple.object, &blanks),
      ]
    }
    var solution = 0
    while let batch = try source.next() {
      try context.checkTime()
      for row in 0..<batch.count {
        for triple in places {
          let ids = (
            try id(triple[0], batch, row, solution), try id(triple[1], batch, row, solution),
            try id(triple[2], batch, row, solution)
          )
          try add(ids.0, ids.1, ids.2)
        }
        solution += 1
      }
    }
    return QuadCollection(terms: terms, statements: statements)
  }

  private func place(_ pattern: TermPattern, _ blanks: inout [Variable]) throws -> Place {
    switch pattern {
    case .term(let term): return .constant(try context.id(of: term))
    case .variable(let variable):
      if let column = slots.firstIndex(of: planner.slot(variable)) { return .column(column) }
      guard !variable.isVisible else { return .none }
      if let index = blanks.firstIndex(of: variable) { return .blank(index) }
      blanks.append(variable)
      return .blank(blanks.count - 1)
    case .tripleTerm(let triple):
      return .tripleTerm(
        try place(triple.subject, &blanks), try place(triple.predicate, &blanks),
        try place(triple.object, &blanks))
    }
  }

  private func id(
    _ place: Place, _ batch: Batch, _ row: Int, _ solution: Int
  ) throws -> TermID {
    switch place {
    case .constant(let id): return id
    case .column(let column): return batch.columns[column][row]
    case .blank(let index):
      return try context.id(of: .blankNode(BlankNode(label: "made:\(solution):\(index)")))
    case .none: return 0
    case .tripleTerm(let subject, let predicate, let object):
      let ids = [
        try id(subject, batch, row, solution), try id(predicate, batch, row, solution),
        try id(object, batch, row, solution),
      ]
      guard !ids.contains(0) else { return 0 }
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

  /// Adds a triple, unless it is there already or is none.
  private mutating func add(_ s: TermID, _ p: TermID, _ o: TermID) throws {
    guard s != 0, p != 0, o != 0 else { return }
    guard seen.number([s, p, o]).isNew else { return }
    switch try context.withBytes(of: s, { CanonicalTerm.kind(of: $0) }) {
    case .iri, .blankNode: break
    case .literal, .tripleTerm: return
    }
    guard try context.withBytes(of: p, { CanonicalTerm.kind(of: $0) }) == .iri else { return }
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
