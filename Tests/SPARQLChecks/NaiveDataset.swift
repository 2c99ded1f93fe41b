package import RDF
internal import SPARQL

/// A dataset as arrays of triples, each once in its graph.
package struct NaiveDataset: Sendable {
  /// The default graph.
  package var defaultGraph: [Triple]
  /// The named graphs in the order in which they came; a graph may be empty.
  package var namedGraphs: [(name: Term, triples: [Triple])]

  /// The dataset of some statements and of graphs that may have none; language tags in small letters,
  /// as a store has them.
  package init(_ quads: [Quad], graphs: [NamedNode] = []) {
    defaultGraph = []
    namedGraphs = graphs.map { (.namedNode($0), []) }
    var known: Set<Quad> = []
    var places: [Term: Int] = [:]
    for (place, graph) in graphs.enumerated() { places[.namedNode(graph)] = place }
    for quad in quads.map({ Quad($0.triple.lowercasingLanguage, in: $0.graphName) })
    where known.insert(quad).inserted {
      let name: Term
      switch quad.graphName {
      case .defaultGraph:
        defaultGraph.append(quad.triple)
        continue
      case .namedNode(let node): name = .namedNode(node)
      case .blankNode(let node): name = .blankNode(node)
      }
      if let place = places[name] {
        namedGraphs[place].triples.append(quad.triple)
      } else {
        places[name] = namedGraphs.count
        namedGraphs.append((name, [quad.triple]))
      }
    }
  }

  /// All statements.
  package var quads: [Quad] {
    namedGraphs.reduce(defaultGraph.map { Quad($0) }) { quads, graph in
      let name: GraphName
      switch graph.name {
      case .namedNode(let node): name = .namedNode(node)
      case .blankNode(let node): name = .blankNode(node)
      case .literal, .tripleTerm: return quads
      }
      return quads + graph.triples.map { Quad($0, in: name) }
    }
  }

  /// The triples of a named graph; nil if there is none of this name.
  func graph(_ name: Term) -> [Triple]? { namedGraphs.first { $0.name == name }?.triples }

  /// The dataset that a query asks for: its graphs, of those that are named here
  /// ([SPARQL 1.1 §13.2](https://www.w3.org/TR/sparql11-query/#specifyingDataset)).
  func restricted(to clause: Query.DatasetClause) -> NaiveDataset {
    var dataset = self
    dataset.defaultGraph = []
    var known: Set<Triple> = []
    for name in clause.defaultGraphs {
      for triple in graph(.namedNode(name)) ?? [] where known.insert(triple).inserted {
        dataset.defaultGraph.append(triple)
      }
    }
    dataset.namedGraphs = []
    for name in Set(clause.namedGraphs).sorted() {
      if let triples = graph(.namedNode(name)) {
        dataset.namedGraphs.append((.namedNode(name), triples))
      }
    }
    return dataset
  }
}
