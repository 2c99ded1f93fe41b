import DomainPack
import RDF

/// Tells when the nodes and edges of one graph hold; what each kind of value says of time is found
/// once.
package struct GraphTimes: Sendable {
  /// By kind of value.
  private let nodeRoles: [GraphStyle.TimeRole?]
  /// By kind of value.
  private let edgeRoles: [GraphStyle.TimeRole?]
  private let areNodesDated: Bool
  private let areEdgesDated: Bool

  /// The times of a graph.
  package init(_ graph: PropertyGraph) {
    nodeRoles = graph.attributes.keys.map { graph.timeRoles[$0.predicate] }
    edgeRoles = graph.edgeAttributes.keys.map { graph.timeRoles[$0.predicate] }
    areNodesDated = nodeRoles.contains { $0 != nil }
    areEdgesDated = edgeRoles.contains { $0 != nil }
  }

  /// As ``PropertyGraph/spans(ofNode:)``, of the same graph.
  package func spans(ofNode node: Int, in graph: PropertyGraph) -> [TimeSpan] {
    guard areNodesDated else { return [] }
    return Self.spans(graph.attributes, row: node, in: graph) { nodeRoles[$0] }
  }

  /// As ``PropertyGraph/spans(ofEdge:)``, of the same graph.
  package func spans(ofEdge edge: Int, in graph: PropertyGraph) -> [TimeSpan] {
    let own =
      areEdgesDated
      ? Self.spans(graph.edgeAttributes, row: edge, in: graph) { edgeRoles[$0] } : []
    return own.isEmpty ? graph.spansOfEvidence(edge) : own
  }

  /// The stretches that the values of a row name: its intervals; else its validity; else what begins
  /// with its first date.
  ///
  /// Sorted. `role` tells what a kind of value, by its place among the keys, says of time.
  static func spans(
    _ columns: AttributeColumns, row: Int, in graph: PropertyGraph,
    role: (Int) -> GraphStyle.TimeRole?
  ) -> [TimeSpan] {
    guard row < columns.rows.count else { return [] }
    var intervals: [TimeSpan] = []
    var dates: [CalendarDay] = []
    var validity = TimeSpan(first: nil, last: nil)
    for place in columns.rows[row] {
      guard let role = role(Int(columns.keyIndices[place])),
        let span = TimeSpan(graph.text(of: columns.values[place]))
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
