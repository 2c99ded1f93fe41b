import DomainPack
import GraphAlgorithms
import RDF

extension LineageGraph {
  /// From when until when an act is in force, and why.
  ///
  /// The begin is what the data or the pack state; else the first day on which it did something to
  /// another act; else the day of its promulgation or enactment. The end is that of the first act
  /// that repeals it as a whole, or that is stated; an act that replaces it ends it where no repeal
  /// is known. Where the text of an act, or the table of known acts, says that it ends another, what
  /// other documents say of ends by other acts does not count. A partial repeal leaves it in force. An
  /// end before the begin is none: it is a mistake of the sources that ``LineageCheck`` tells.
  ///
  /// - Complexity: O(acts that repeal or replace it).
  public func validity(of node: Int) -> Validity {
    Validity(from: begin(of: node), until: end(of: node), earliestYear: keyYear(of: node))
  }

  /// Until when an act is in force, and why; nil if it still is, or nothing tells.
  ///
  /// - Complexity: O(acts that repeal or replace it).
  func end(of node: Int) -> Validity.Bound? {
    guard mayHaveEnded(node) else { return nil }
    func canEnd(_ end: Validity.Bound) -> Bool { mayEnd(node, at: end.date) }
    let repeals = weightiest(repeals(of: node).filter(canEnd))
    return (statedEnds(of: node).filter(canEnd) + repeals).min(by: Self.comesFirst)
      ?? weightiest(replacements(of: node).filter(canEnd)).min(by: Self.comesFirst)
  }

  /// Whether an act can end on a date: not before its begin, or the year of its number.
  func mayEnd(_ node: Int, at date: LineageDate) -> Bool {
    if let begin = beginDate(of: node)?.date { return !date.isBefore(begin) }
    return keyYear(of: node).map { date.year >= $0 } ?? true
  }

  /// Whether anything is said of an act's end; most acts are in force.
  func mayHaveEnded(_ node: Int) -> Bool {
    dates.stated[LineageVocabulary.DateRole.inForceUntil.rawValue][node] != .none
      || knownPlaces[node] >= 0
      || edges(.repeals).incoming.neighbourCount(of: node) > 0
      || edges(.replaces).incoming.neighbourCount(of: node) > 0
  }

  /// The ends that acts tell in their own texts, or the table of known acts; all where there are none.
  private func weightiest(_ ends: [Validity.Bound]) -> [Validity.Bound] {
    guard ends.count > 1 else { return ends }
    let own = ends.filter(isToldByAct)
    return own.isEmpty ? ends : own
  }

  /// Whether the act that brought an end about tells it in its own text, or the table of known acts
  /// does.
  func isToldByAct(_ end: Validity.Bound) -> Bool {
    guard let act = end.act else { return false }
    return end.claims.isEmpty
      || end.claims.contains { isText(claims.documents[$0], of: act) }
  }

  /// The ends that are told of an act, by whatever acts repeal or replace it as a whole, the first
  /// one first.
  func toldEnds(of node: Int) -> [Validity.Bound] {
    (repeals(of: node) + replacements(of: node)).sorted(by: Self.comesFirst)
  }

  /// Earlier ends first; of those at the same time the more exact, then those that an act brought
  /// about.
  private static func comesFirst(_ left: Validity.Bound, _ right: Validity.Bound) -> Bool {
    if left.date.refines(right.date) { return true }
    if right.date.refines(left.date) { return false }
    return (left.date, left.act == nil ? 1 : 0, left.act ?? 0)
      < (right.date, right.act == nil ? 1 : 0, right.act ?? 0)
  }

  // MARK: The begin

  /// From when an act is in force; nil if nothing tells.
  private func begin(of node: Int) -> Validity.Bound? {
    beginDate(of: node).map {
      Validity.Bound(
        date: $0.date, reason: $0.reason, act: nil, claims: claims(for: $0.reason, of: node))
    }
  }

  /// From when an act is in force, and what tells it; nil if nothing does.
  ///
  /// - Complexity: O(1).
  func beginDate(of node: Int) -> (date: LineageDate, reason: Validity.Reason)? {
    var best: (date: LineageDate, reason: Validity.Reason)?
    /// Takes the first date, or a later one that says the same more exactly.
    func weigh(_ date: LineageDate?, _ reason: Validity.Reason) {
      guard let date, best.map({ date.refines($0.date) }) ?? true else { return }
      best = (date, reason)
    }
    func stated(_ role: LineageVocabulary.DateRole) -> LineageDate? {
      dates.stated[role.rawValue][node].orNil
    }
    let act = knownAct(node)
    weigh(stated(.inForceFrom), .stated)
    weigh(act?.inForceFrom.flatMap { LineageDate($0) }, .known)
    weigh(dates.firstEffect[node].orNil, .effect)
    weigh(stated(.published), .promulgated)
    weigh(stated(.signed), .enacted)
    weigh(act?.issued.flatMap { LineageDate($0) }, .known)
    return best
  }

  private func claims(for reason: Validity.Reason, of node: Int) -> [Int] {
    let role: LineageVocabulary.DateRole
    switch reason {
    case .stated: role = .inForceFrom
    case .promulgated: role = .published
    case .enacted: role = .signed
    case .effect:
      let date = dates.firstEffect[node]
      return LineageRelation.ofDescent.flatMap { relation in
        edges(relation).outgoing.row(node).flatMap { evidence(relation, slot: $0) }
      }
      .filter { claims.date($0, terms) == date }.sorted()
    case .known, .repealed, .replaced: return []
    }
    return dateEvidence[node].map(Int.init).filter { claims.roles[$0] == .date(role) }
  }

  // MARK: The end

  /// The ends that the data or the table of known acts state of an act, without those that others
  /// bring about.
  func statedEnds(of node: Int) -> [Validity.Bound] {
    var ends: [Validity.Bound] = []
    if let date = dates.stated[LineageVocabulary.DateRole.inForceUntil.rawValue][node].orNil {
      let claims = dateEvidence[node].map(Int.init).filter {
        self.claims.roles[$0] == .date(.inForceUntil)
      }
      ends.append(.init(date: date, reason: .stated, act: nil, claims: claims))
    }
    if let act = knownAct(node), let date = act.inForceUntil.flatMap({ LineageDate($0) }) {
      ends.append(
        .init(date: date, reason: .known, act: act.endedBy.flatMap { self.node(forKey: $0) }))
    }
    return ends
  }

  private func repeals(of node: Int) -> [Validity.Bound] {
    ends(of: node, by: .repeals, reason: .repealed)
  }

  private func replacements(of node: Int) -> [Validity.Bound] {
    ends(of: node, by: .replaces, reason: .replaced)
  }

  private func ends(
    of node: Int, by relation: LineageRelation, reason: Validity.Reason
  ) -> [Validity.Bound] {
    edges(relation).incoming.neighbours(of: node).compactMap { act in
      guard act != node, let change = change(relation, from: act, to: node),
        change.articles.isEmpty,
        let date = change.date
      else { return nil }
      return Validity.Bound(date: date, reason: reason, act: act, claims: change.claims)
    }
  }
}
