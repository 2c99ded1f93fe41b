import GraphAlgorithms

/// Some things of a graph and the relations between them, for formats that programs read.
public struct LineageExtract: Hashable, Sendable {
  /// A relation between two things.
  public struct Relation: Hashable, Sendable {
    /// What the subject is to the object.
    public var relation: LineageRelation
    /// The thing that acts upon the other.
    public var subject: Int
    /// The other.
    public var object: Int
  }

  /// The things, each once.
  public private(set) var things: [Int] = []
  /// The relations, each once.
  public private(set) var relations: [Relation] = []
  private var hasThing: Set<Int> = []
  private var hasRelation: Set<Relation> = []

  /// Nothing.
  private init() {}

  /// Everything in an answer.
  public init(_ answer: LineageAnswer) {
    add(answer.question.node)
    for trace in answer.traces {
      for (place, node) in trace.nodes.enumerated() {
        add(node)
        for step in trace.steps[place] {
          let other = trace.nodes[step.place]
          let (subject, object) = trace.direction == .up ? (node, other) : (other, node)
          add(step.relations, from: subject, to: object)
        }
      }
    }
    let hanging = answer.hanging
    for thing in hanging.agreements + hanging.programs + hanging.parties + hanging.documents {
      add(LineageRelations(thing.relation), from: thing.node, to: thing.to)
    }
    for place in hanging.places {
      add(LineageRelations(place.relation), from: place.to, to: place.node)
    }
  }

  /// A path.
  public init(_ path: LineagePath) {
    add(path.acts[0])
    for (place, relations) in path.relations.enumerated() {
      add(relations, from: path.acts[place], to: path.acts[place + 1])
    }
  }

  /// All acts that the data name, those that the pack relates to them, and the relations of descent
  /// among them.
  ///
  /// - Complexity: O(things + relations).
  public init(all graph: LineageGraph) {
    things = graph.drawnActs()
    var isThing = [Bool](repeating: false, count: graph.count)
    for thing in things { isThing[thing] = true }
    for relation in LineageRelation.ofDescent {
      let edges = graph.edges(relation).outgoing
      for subject in things {
        for object in edges.neighbours(of: subject) where isThing[object] && object != subject {
          relations.append(Relation(relation: relation, subject: subject, object: object))
        }
      }
    }
  }

  private mutating func add(_ thing: Int) {
    if hasThing.insert(thing).inserted { things.append(thing) }
  }

  private mutating func add(_ relations: LineageRelations, from subject: Int, to object: Int) {
    add(subject)
    add(object)
    for relation in relations.all {
      let added = Relation(relation: relation, subject: subject, object: object)
      if hasRelation.insert(added).inserted { self.relations.append(added) }
    }
  }
}

extension LineageExtract {
  /// The relations of an extract by their subjects.
  struct RelationIndex {
    private var starts: [Int]
    private var relations: [Relation]

    /// - Complexity: O(things + relations).
    init(_ extract: LineageExtract, thingCount: Int) {
      starts = [Int](repeating: 0, count: thingCount + 1)
      for relation in extract.relations { starts[relation.subject + 1] += 1 }
      for thing in 0..<thingCount { starts[thing + 1] += starts[thing] }
      var next = starts
      relations = extract.relations
      for relation in extract.relations {
        relations[next[relation.subject]] = relation
        next[relation.subject] += 1
      }
    }

    /// The relations that a thing is the subject of, in the order of the extract.
    subscript(thing: Int) -> ArraySlice<Relation> { relations[starts[thing]..<starts[thing + 1]] }
  }
}

extension LineageGraph {
  /// The acts that a picture of the whole shows, in order: those of the data, and those of the table
  /// of known acts that are joined to one of these by relations of descent, however far.
  ///
  /// - Complexity: O(things + relations).
  func drawnActs() -> [Int] {
    var isDrawn = (0..<count).map { kinds[$0] == .regulation && isInData[$0] }
    var pending = (0..<count).filter { isDrawn[$0] }
    let sides = LineageRelation.ofDescent.flatMap { [edges($0).outgoing, edges($0).incoming] }
    while let act = pending.popLast() {
      for rows in sides {
        for other in rows.neighbours(of: act) where !isDrawn[other] {
          isDrawn[other] = true
          pending.append(other)
        }
      }
    }
    return (0..<count).filter { isDrawn[$0] }
  }
}
