import RDF

extension PropertyGraph {
  /// When a node holds, by the values that the style names: its intervals; else its validity; else
  /// from its date on.
  ///
  /// Sorted; empty where nothing dates it. ``GraphTimes`` is for many nodes.
  public func spans(ofNode node: Int) -> [TimeSpan] {
    GraphTimes.spans(attributes, row: node, in: self) { timeRoles[attributes.keys[$0].predicate] }
  }

  /// When an edge holds: by its own values, else by the period of its best claim.
  ///
  /// Sorted; empty where nothing dates it. ``GraphTimes`` is for many edges.
  public func spans(ofEdge edge: Int) -> [TimeSpan] {
    let own = GraphTimes.spans(edgeAttributes, row: edge, in: self) {
      timeRoles[edgeAttributes.keys[$0].predicate]
    }
    return own.isEmpty ? spansOfEvidence(edge) : own
  }

  /// Whether an edge holds in any of these years: by its own dates, else by those of its ends.
  ///
  /// What nothing dates holds in no year.
  func edge(_ edge: Int, touches years: ClosedRange<Int>) -> Bool {
    let own = spans(ofEdge: edge)
    if !own.isEmpty { return own.contains { $0.touches(years) } }
    let source = spans(ofNode: Int(edges.sources[edge]))
    let target = spans(ofNode: Int(edges.targets[edge]))
    if source.isEmpty { return target.contains { $0.touches(years) } }
    if target.isEmpty { return source.contains { $0.touches(years) } }
    return source.contains { first in
      target.contains { first.intersected(with: $0)?.touches(years) ?? false }
    }
  }

  /// When an edge holds by the period of its best claim.
  func spansOfEvidence(_ edge: Int) -> [TimeSpan] {
    guard let best = edgeClaims[edge].first else { return [] }
    let period = claims.periods[Int(best)]
    return period == 0 ? [] : [TimeSpan(text(of: period))].compactMap(\.self)
  }
}
