public import Diagnostics
import RDF

/// The names of nodes in a language of choice.
///
/// ``NodeColumns/labels`` has them in the language of the graph; a page shows two.
public struct NodeNames: Sendable {
  private let graph: PropertyGraph
  /// By kind of value: its rank as a name, nil if it names nothing.
  private let ranks: [Int?]
  /// By kind of value: whether it is another name.
  private let areOthers: [Bool]

  /// The names of a graph's nodes in a language.
  public init(of graph: PropertyGraph, in language: MessageLanguage) {
    self.graph = graph
    let captions = Captions(language: language)
    ranks = graph.attributes.keys.map(captions.rank(of:))
    areOthers = graph.attributes.keys.map { ClaimTerms.otherNames.contains($0.predicate) }
  }

  /// The best name of a node in the language, else in another; never empty.
  public func name(of node: Int) -> String {
    var best: (rank: Int, text: String)?
    for place in graph.attributes.rows[node] {
      guard let rank = ranks[Int(graph.attributes.keyIndices[place])], rank < best?.rank ?? .max
      else { continue }
      let text = graph.text(of: graph.attributes.values[place])
      if !text.isEmpty { best = (rank, text) }
    }
    return best?.text ?? graph.nodes.labels[node]
  }

  /// All other names of a node in any language, sorted, each once.
  public func others(of node: Int) -> [String] {
    var names: Set<String> = []
    for place in graph.attributes.rows[node] {
      let key = Int(graph.attributes.keyIndices[place])
      guard areOthers[key] || ranks[key] != nil else { continue }
      names.insert(graph.text(of: graph.attributes.values[place]))
    }
    return names.sorted { $0.precedesInUTF8($1) }
  }
}
