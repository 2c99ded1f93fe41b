import GraphAlgorithms
import RDF

/// Brings claims to the edges and things that they are about.
struct LineageClaimJoin {
  private let claims: LineageClaims
  private let relations: [DirectedGraph]
  private let nodeOfTerm: [Int32]
  /// By relation, then by place in its outgoing rows.
  private(set) var evidence: [LineageEvidence] = []
  /// By thing.
  private(set) var dateEvidence = LineageEvidence(starts: [0], claims: [])
  /// By thing: the earliest date that a claim gives to what it does to others.
  private(set) var firstEffect: [LineageDate]

  init(claims: LineageClaims, relations: [DirectedGraph], nodeOfTerm: [Int32]) {
    self.claims = claims
    self.relations = relations
    self.nodeOfTerm = nodeOfTerm
    firstEffect = [LineageDate](repeating: .none, count: relations.first?.nodeCount ?? 0)
  }

  /// - Complexity: O(claims · log of the neighbours + edges).
  mutating func run(_ terms: TermDictionary) {
    var rows = [[(row: Int32, claim: Int32)]](repeating: [], count: relations.count)
    var dated: [(row: Int32, claim: Int32)] = []
    for claim in 0..<claims.count {
      guard let subject = node(claims.subjects[claim]) else { continue }
      switch claims.roles[claim] {
      case .relation(let relation):
        guard let object = node(claims.objects[claim]),
          let slot = relations[Int(relation.rawValue)].outgoing.slot(from: subject, to: object)
        else { continue }
        rows[Int(relation.rawValue)].append((Int32(slot), Int32(claim)))
        note(claim, of: relation, by: subject, terms)
      case .date: dated.append((Int32(subject), Int32(claim)))
      default: break
      }
    }
    evidence = zip(relations, rows).map { relation, pairs in
      Self.rows(pairs, count: relation.outgoing.entryCount)
    }
    dateEvidence = Self.rows(dated, count: firstEffect.count)
  }

  private func node(_ term: TermDictionary.ID) -> Int? {
    guard term != 0, nodeOfTerm[Int(term)] >= 0 else { return nil }
    return Int(nodeOfTerm[Int(term)])
  }

  /// What an act does to others takes effect when it is in force itself.
  private mutating func note(
    _ claim: Int, of relation: LineageRelation, by subject: Int, _ terms: TermDictionary
  ) {
    switch relation {
    case .repeals, .replaces, .amends, .enacts, .implements, .basedOn: break
    case .cites, .regulates, .about, .partyTo, .programOf, .runsProgram: return
    }
    guard let date = claims.date(claim, terms) else { return }
    let earlier = firstEffect[subject]
    if earlier == .none || date.refines(earlier) || date.isBefore(earlier) {
      firstEffect[subject] = date
    }
  }

  private static func rows(
    _ pairs: [(row: Int32, claim: Int32)], count: Int
  ) -> LineageEvidence {
    var starts = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { starts[Int(pair.row) + 1] += 1 }
    for row in 0..<count { starts[row + 1] += starts[row] }
    var next = starts
    var placed = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      placed[Int(next[Int(pair.row)])] = pair.claim
      next[Int(pair.row)] += 1
    }
    return LineageEvidence(starts: starts, claims: placed)
  }
}

extension LineageClaims {
  /// The begin of a claim's period; nil if it gives none.
  func date(_ claim: Int, _ terms: TermDictionary) -> LineageDate? {
    guard periods[claim] != 0 else { return nil }
    let literal = terms.bytes.span.extracting(terms.range(of: periods[claim]))
    return literal.count > 2 ? LineageDate(literal.extracting(1..<literal.count)) : nil
  }
}

extension Adjacency {
  /// The place of a neighbour in ``Adjacency/neighbours``; nil if there is no such edge.
  ///
  /// - Complexity: O(log of the neighbours).
  func slot(from source: Int, to target: Int) -> Int? {
    var slots = row(source)
    while !slots.isEmpty {
      let middle = slots.lowerBound + slots.count / 2
      if neighbours[middle] == target { return middle }
      slots =
        neighbours[middle] < target
        ? (middle + 1)..<slots.upperBound : slots.lowerBound..<middle
    }
    return nil
  }
}
