import GraphAlgorithms
import RDF

/// What one act does to another, and when.
public struct LineageChange: Hashable, Sendable {
  /// What it does.
  public var relation: LineageRelation
  /// The act that does it.
  public var subject: Int
  /// The act that it is done to.
  public var object: Int
  /// When it takes effect; nil if nothing tells.
  ///
  /// The date of a claim, else the day from which the act that does it is in force, else the year of
  /// its number.
  public var date: LineageDate?
  /// The articles of the object that it is about, in order; empty if it is about the whole.
  public var articles: [String]
  /// The claims behind it: places among those of the graph, the most confident first; empty where
  /// the table of known acts alone tells of it.
  public var claims: [Int]
}

extension LineageGraph {
  /// The claims behind an edge: places among those of the graph.
  func evidence(_ relation: LineageRelation, slot: Int) -> [Int] {
    evidence[Int(relation.rawValue)][slot].map(Int.init)
  }

  /// What an act does to another by a relation; nil if there is no such edge.
  ///
  /// - Complexity: O(log of the edges + claims).
  public func change(
    _ relation: LineageRelation, from subject: Int, to object: Int
  ) -> LineageChange? {
    guard let slot = edges(relation).outgoing.slot(from: subject, to: object) else { return nil }
    let claims = sortedClaims(evidence(relation, slot: slot))
    let decisive = decisiveClaims(claims, of: subject)
    let date = date(of: decisive, by: subject)
    return LineageChange(
      relation: relation, subject: subject, object: object, date: date,
      articles: articles(of: decisive), claims: claims)
  }

  /// When what an act does to another by a relation takes effect; nil if nothing tells, or there is no
  /// such edge.
  ///
  /// - Complexity: O(log of the edges + claims).
  package func changeDate(
    _ relation: LineageRelation, from subject: Int, to object: Int
  ) -> LineageDate? {
    guard let slot = edges(relation).outgoing.slot(from: subject, to: object) else { return nil }
    return date(of: decisiveClaims(evidence(relation, slot: slot), of: subject), by: subject)
  }

  /// The first date of some claims, else the day from which the act that they are about is in force,
  /// else the year of its number.
  private func date(of claims: [Int], by subject: Int) -> LineageDate? {
    var first: LineageDate?
    for claim in claims {
      guard let date = self.claims.date(claim, terms) else { continue }
      first = min(date, first ?? date)
    }
    return first ?? beginDate(of: subject)?.date
      ?? keyYear(of: subject).map { LineageDate(year: $0) }
  }

  /// The articles that claims narrow themselves to; none if one of them is about the whole.
  private func articles(of claims: [Int]) -> [String] {
    guard !claims.isEmpty, claims.allSatisfy({ self.claims.articles[$0] != 0 }) else { return [] }
    var articles: [String] = []
    for claim in claims {
      guard let text = text(ofLiteral: self.claims.articles[claim]),
        let value = text.split(separator: "=", maxSplits: 1).last.map(String.init),
        !articles.contains(value)
      else { continue }
      articles.append(value)
    }
    return articles
  }

  /// The claims of an act's own text where there are any: what an act says of itself outranks what
  /// others say of it.
  func decisiveClaims(_ claims: [Int], of act: Int) -> [Int] {
    guard claims.count > 1 else { return claims }
    let own = claims.filter { isText(self.claims.documents[$0], of: act) }
    return own.isEmpty ? claims : own
  }

  /// Whether a document is the text of an act.
  func isText(_ document: TermDictionary.ID, of act: Int) -> Bool {
    guard nodeOfTerm[Int(document)] >= 0 else { return false }
    let node = Int(nodeOfTerm[Int(document)])
    return textsOfActs[node] && edges(.about).outgoing.slot(from: node, to: act) != nil
  }

  /// Claims by falling confidence, then by name.
  func sortedClaims(_ claims: [Int]) -> [Int] {
    guard claims.count > 1 else { return claims }
    return claims.map { (claim: $0, confidence: confidence(of: $0)) }
      .sorted {
        if $0.confidence != $1.confidence { return $0.confidence > $1.confidence }
        let bytes = terms.bytes
        return bytes[terms.range(of: self.claims.terms[$0.claim])]
          .lexicographicallyPrecedes(bytes[terms.range(of: self.claims.terms[$1.claim])])
      }
      .map(\.claim)
  }

  /// How sure a claim is, 0…1; 0 if it does not tell.
  func confidence(of claim: Int) -> Double {
    text(ofLiteral: claims.confidences[claim]).flatMap { Double($0) } ?? 0
  }
}
