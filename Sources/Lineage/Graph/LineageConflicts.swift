import RDF

/// The contradictions between documents about what acts do to each other.
struct LineageConflicts: Sendable {
  /// A contradiction, by places among the claims.
  struct Row: Sendable {
    /// All claims concerned, ascending.
    var claims: [Int]
    /// The one that became the fact; nil if none did.
    var chosen: Int?
  }

  /// In the order of the data.
  let rows: [Row]
  /// The rows about what is done to each act.
  private let rowsOfAct: [Int: [Int]]

  /// Those of some contradictions whose claims are about relations and have one object.
  ///
  /// - Parameters:
  ///   - rows: contradictions of any kind.
  ///   - claims: what their places mean.
  ///   - nodeOfTerm: the thing that a term is; −1 for none.
  init(_ rows: [Row], of claims: LineageClaims, nodeOfTerm: [Int32]) {
    var kept: [Row] = []
    var rowsOfAct: [Int: [Int]] = [:]
    for row in rows {
      let members = row.claims.sorted()
      let objects = Set(members.map { nodeOfTerm[Int(claims.objects[$0])] })
      let areRelations = members.allSatisfy { claim in
        guard case .relation = claims.roles[claim] else { return false }
        return nodeOfTerm[Int(claims.subjects[claim])] >= 0
      }
      guard members.count > 1, areRelations, objects.count == 1, let act = objects.first, act >= 0
      else { continue }
      rowsOfAct[Int(act), default: []].append(kept.count)
      kept.append(Row(claims: members, chosen: row.chosen))
    }
    self.rows = kept
    self.rowsOfAct = rowsOfAct
  }

  /// The acts concerned, in order.
  var acts: [Int] { rowsOfAct.keys.sorted() }

  /// The contradictions about what is done to an act.
  subscript(act: Int) -> [Row] { (rowsOfAct[act] ?? []).map { rows[$0] } }
}

/// A contradiction between documents about what is done to an act.
public struct LineageConflict: Hashable, Sendable {
  /// What some documents say is done to it.
  public struct Deed: Hashable, Sendable {
    /// The act that does it.
    public var subject: Int
    /// What it does.
    public var relation: LineageRelation
    /// The claims that say so: places among those of the graph, the most confident first.
    public var claims: [Int]
  }

  /// What counts; nil if nothing does.
  public var taken: Deed?
  /// What does not.
  public var others: [Deed]
}

extension LineageGraph {
  /// The contradictions about what is done to an act.
  ///
  /// - Complexity: O(claims concerned).
  public func conflicts(about act: Int) -> [LineageConflict] {
    conflicts[act].map { row in
      var deeds: [LineageConflict.Deed] = []
      var taken: Int?
      for claim in row.claims {
        guard case .relation(let relation) = claims.roles[claim] else { continue }
        let subject = Int(nodeOfTerm[Int(claims.subjects[claim])])
        let place = deeds.firstIndex { $0.subject == subject && $0.relation == relation }
        if let place {
          deeds[place].claims.append(claim)
        } else {
          deeds.append(.init(subject: subject, relation: relation, claims: [claim]))
        }
        if claim == row.chosen { taken = place ?? deeds.count - 1 }
      }
      for place in deeds.indices { deeds[place].claims = sortedClaims(deeds[place].claims) }
      return LineageConflict(
        taken: taken.map { deeds[$0] },
        others: deeds.enumerated().filter { $0.offset != taken }.map(\.element))
    }
  }
}
