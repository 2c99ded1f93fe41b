import Diagnostics
import RDF

/// Finds the edges of some statuses: that of the best claim, or of one of the ends.
struct StatusTest {
  private let graph: PropertyGraph
  private let ofClaims: Set<Int>
  private let hasStatus: [Bool]

  /// - Throws: ``GraphFilterFailure`` for a status that nothing has.
  init(_ names: [String], _ graph: PropertyGraph) throws(GraphFilterFailure) {
    self.graph = graph
    let folded = Set(names.map { $0.lowercased() })
    ofClaims = Set(
      graph.statuses.indices.filter { place in
        let status = graph.statuses[place]
        return [status.iri, status.name, status.label].contains { folded.contains($0.lowercased()) }
      })
    // A caption means the status that has it.
    let meant = folded.union(ofClaims.map { graph.statuses[$0].name.lowercased() })
    let key = graph.attributes.keys.firstIndex { $0.predicate == ClaimTerms.status }
    hasStatus = graph.nodes.indices.map { node in
      guard let key else { return false }
      return graph.attributes.rows[node].contains { place in
        guard Int(graph.attributes.keyIndices[place]) == key else { return false }
        let text = graph.text(of: graph.attributes.values[place])
        return meant.contains(text.lowercased()) || meant.contains(text.localName.lowercased())
      }
    }
    guard !ofClaims.isEmpty || hasStatus.contains(true) else {
      throw .unknown(
        what: Message(en: "status", id: "status"), name: names.joined(separator: ", "),
        known: graph.statuses.map(\.name))
    }
  }

  func meets(_ edge: Int) -> Bool {
    if let best = graph.edgeClaims[edge].first,
      ofClaims.contains(Int(graph.claims.statuses[Int(best)]))
    {
      return true
    }
    return hasStatus[Int(graph.edges.sources[edge])] || hasStatus[Int(graph.edges.targets[edge])]
  }
}
