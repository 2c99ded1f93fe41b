import GraphAlgorithms

/// What hangs on an act.
public struct HangingThings: Hashable, Sendable {
  /// A thing that hangs on an act, and where it is fastened.
  public struct Thing: Hashable, Sendable {
    /// The thing.
    public var node: Int
    /// How it is fastened.
    public var relation: LineageRelation
    /// What it is fastened to: the act itself, one that rests on it, or an agreement or program.
    public var to: Int
  }

  /// Agreements that rest on it, or on an act that rests on it; nearest acts first, then by number.
  public var agreements: [Thing] = []
  /// Programs that do so, and those of the agreements.
  public var programs: [Thing] = []
  /// Governments and others that take part in the agreements or carry out the programs.
  public var parties: [Thing] = []
  /// Documents that name it or are about it.
  public var documents: [Thing] = []
  /// Places and bodies that it is about.
  public var places: [Thing] = []

  /// Whether nothing does.
  public var isEmpty: Bool {
    agreements.isEmpty && programs.isEmpty && parties.isEmpty && documents.isEmpty && places.isEmpty
  }
}

extension LineageTracer {
  /// What hangs on an act, directly or through acts that rest on it.
  ///
  /// - Parameters:
  ///   - node: the act.
  ///   - depth: how many acts may stand between; nil for no bound.
  /// - Returns: the things, each once.
  /// - Complexity: O(the acts that rest on it and everything that hangs on these).
  public mutating func hanging(on node: Int, depth: Int? = nil) -> HangingThings {
    let acts = trace(from: node, .down, by: LineageRelation.ofSupport, depth: depth).nodes
    var result = HangingThings()
    begin()
    for act in acts {
      for thing in graph.edges(.basedOn).incoming.neighbours(of: act) {
        let fastened = HangingThings.Thing(node: thing, relation: .basedOn, to: act)
        switch graph.kinds[thing] {
        case .regulation: continue
        case .agreement: if isNew(thing) { result.agreements.append(fastened) }
        case .program: if isNew(thing) { result.programs.append(fastened) }
        case .other, .document, .government, .place, .organization:
          if isNew(thing) { result.parties.append(fastened) }
        }
      }
    }
    for agreement in result.agreements.map(\.node) {
      add(.programOf, to: agreement, into: &result.programs)
      add(.partyTo, to: agreement, into: &result.parties)
    }
    for program in result.programs.map(\.node) {
      add(.runsProgram, to: program, into: &result.parties)
    }
    for relation in [LineageRelation.about, .cites] {
      for document in graph.edges(relation).incoming.neighbours(of: node)
      where graph.kinds[document] == .document && isNew(document) {
        result.documents.append(.init(node: document, relation: relation, to: node))
      }
    }
    for place in graph.edges(.regulates).outgoing.neighbours(of: node) {
      result.places.append(.init(node: place, relation: .regulates, to: node))
    }
    return result
  }

  private mutating func add(
    _ relation: LineageRelation, to thing: Int, into things: inout [HangingThings.Thing]
  ) {
    for other in graph.edges(relation).incoming.neighbours(of: thing) where isNew(other) {
      things.append(.init(node: other, relation: relation, to: thing))
    }
  }

  private mutating func isNew(_ node: Int) -> Bool {
    guard place(of: node) == nil else { return false }
    mark(node, as: 0)
    return true
  }
}
