import DomainPack
import RDF

extension PropertyGraph {
  /// When a node holds, by the values that the style names: its intervals; else its validity; else
  /// from its date on.
  ///
  /// Sorted; empty where nothing dates it.
  public func spans(ofNode node: Int) -> [TimeSpan] { spans(attributes, row: node) }

  /// When an edge holds: by its own values, else by the period of its best claim.
  ///
  /// Sorted; empty where nothing dates it.
  public func spans(ofEdge edge: Int) -> [TimeSpan] {
    let own = spans(edgeAttributes, row: edge)
    guard own.isEmpty, let best = edgeClaims[edge].first else { return own }
    let period = claims.periods[Int(best)]
    return period == 0 ? [] : [TimeSpan(text(of: period))].compactMap(\.self)
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

  private func spans(_ columns: AttributeColumns, row: Int) -> [TimeSpan] {
    guard !timeRoles.isEmpty, row < columns.rows.count else { return [] }
    var intervals: [TimeSpan] = []
    var dates: [CalendarDay] = []
    var validity = TimeSpan(first: nil, last: nil)
    for place in columns.rows[row] {
      let key = columns.keys[Int(columns.keyIndices[place])]
      guard let role = timeRoles[key.predicate],
        let span = TimeSpan(text(of: columns.values[place]))
      else { continue }
      switch role {
      case .span: intervals.append(span)
      case .at: if let first = span.first { dates.append(first) }
      case .from: validity.first = [validity.first, span.first].compactMap(\.self).min()
      case .until: validity.last = [validity.last, span.last].compactMap(\.self).max()
      }
    }
    if !intervals.isEmpty {
      return Set(intervals).sorted {
        ($0.first?.text ?? "", $0.last?.text ?? "~") < ($1.first?.text ?? "", $1.last?.text ?? "~")
      }
    }
    if validity.first == nil { validity.first = dates.min() }
    return validity.first == nil && validity.last == nil ? [] : [validity]
  }
}
