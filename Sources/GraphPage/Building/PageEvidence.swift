import PropertyGraph
import RDF

/// What the documents say, as the page shows it.
struct PageEvidence {
  private let graph: PropertyGraph
  private let nodes: [TermDictionary.ID: Int]

  init(_ graph: PropertyGraph) {
    self.graph = graph
    nodes = Dictionary(
      zip(graph.nodes.terms, graph.nodes.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The place of a node; nil for what is none.
  func node(ofTerm term: TermDictionary.ID) -> Int? { nodes[term] }

  /// One claim.
  func of(claim: Int) -> PageModel.Evidence {
    let claims = graph.claims
    let confidence = claims.confidences[claim]
    return PageModel.Evidence(
      document: place(claims.documents[claim]),
      characters: Self.characters(ofPassage: text(claims.passages[claim])),
      page: text(claims.pages[claim]), part: text(claims.parts[claim]),
      quote: text(claims.quotes[claim]), rule: text(claims.rules[claim]),
      confidence: confidence.isNaN ? nil : confidence, status: place(claims.statuses[claim]),
      period: text(claims.periods[claim]), claim: text(claims.terms[claim]))
  }

  /// The documents with a claim about each node or about one of its edges, ascending.
  func documentsOfNodes() -> [[Int]] {
    var documents = [Set<Int>](repeating: [], count: graph.nodes.count)
    for node in graph.nodes.indices {
      for claim in graph.nodeClaims[node] {
        if let place = place(graph.claims.documents[Int(claim)]) { documents[node].insert(place) }
      }
    }
    for edge in graph.edges.indices {
      for claim in graph.edgeClaims[edge] {
        guard let place = place(graph.claims.documents[Int(claim)]) else { continue }
        documents[Int(graph.edges.sources[edge])].insert(place)
        documents[Int(graph.edges.targets[edge])].insert(place)
      }
    }
    return documents.map { $0.sorted() }
  }

  private func text(_ term: TermDictionary.ID) -> String? {
    term == 0 ? nil : graph.text(of: term)
  }

  private func place(_ index: Int32) -> Int? { index < 0 ? nil : Int(index) }

  /// The range of `…#char=120,310` ([RFC 5147](https://www.rfc-editor.org/rfc/rfc5147)); nil for
  /// what is none.
  private static func characters(ofPassage passage: String?) -> Range<Int>? {
    guard let range = passage?.firstRange(of: "#char="), let passage else { return nil }
    let ends = passage[range.upperBound...].split(separator: ",").map { Int($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], 0 <= start, start <= end else {
      return nil
    }
    return start..<end
  }
}
