import PropertyGraph

/// A graph as lines that do not depend on the numbers of its terms.
enum GraphText {
  static func lines(of graph: PropertyGraph) -> [String] {
    let nodes = graph.nodes.indices.map(graph.node).map { node in
      "\(node.iri) \(node.label) \(node.nodeClass.iri) \(node.degree) \(node.attributes)"
    }
    let edges = graph.edges.indices.map(graph.edge).map { edge in
      "\(edge.source) \(edge.predicate.iri) \(edge.target) \(edge.line) \(String(describing: edge.evidence)) \(edge.attributes)"
    }
    let claims = graph.claims.terms.indices.map { claim in
      [graph.claims.terms[claim], graph.claims.objects[claim], graph.claims.quotes[claim]]
        .map(graph.text(of:)).joined(separator: " ")
    }
    return nodes + edges + claims + graph.documents.map(\.iri) + graph.conflicts.map(\.iri)
  }
}
