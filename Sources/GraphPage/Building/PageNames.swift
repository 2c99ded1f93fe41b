import Diagnostics
import PropertyGraph
import RDF

/// What nodes are called, and what else is said of them in values.
struct PageNames {
  private let graph: PropertyGraph
  /// By the place of a key: how good it is as a caption in each language; nil if it names nothing.
  private let ranks: [MessageLanguage: [Int?]]
  private let otherNameKeys: Set<Int>
  /// The predicates of values, whatever the languages; in the order of the keys.
  let predicates: [String]
  /// By the place of a key: the place of its predicate.
  private let predicateOfKey: [Int]
  private let fileNameKey: Int?

  init(_ graph: PropertyGraph) {
    self.graph = graph
    let keys = graph.attributes.keys
    var ranks: [MessageLanguage: [Int?]] = [:]
    for language in MessageLanguage.allCases {
      ranks[language] = keys.map(Captions(language: language).rank(of:))
    }
    self.ranks = ranks
    otherNameKeys = Set(
      keys.indices.filter { keys[$0].predicate == SKOSNames.altLabel })
    var predicates: [String] = []
    predicateOfKey = keys.map { key in
      if predicates.last != key.predicate { predicates.append(key.predicate) }
      return predicates.count - 1
    }
    self.predicates = predicates
    fileNameKey = keys.firstIndex { $0.predicate == ClaimTerms.fileName }
  }

  /// The best name in each language; the caption of the graph where there is none.
  func name(ofNode node: Int) -> Message {
    let fallback = graph.nodes.labels[node]
    func best(_ language: MessageLanguage) -> String {
      var best: (rank: Int, text: String)?
      for place in graph.attributes.rows[node] {
        guard let rank = ranks[language]?[Int(graph.attributes.keyIndices[place])] else { continue }
        if let known = best, known.rank <= rank { continue }
        best = (rank, graph.text(of: graph.attributes.values[place]))
      }
      return best?.text ?? fallback
    }
    return Message(en: best(.english), id: best(.indonesian))
  }

  /// All other names, in any language.
  func otherNames(ofNode node: Int) -> [String] {
    let name = name(ofNode: node)
    var seen: Set<String> = [name.english, name.indonesian]
    var names: [String] = []
    for place in graph.attributes.rows[node] {
      let key = Int(graph.attributes.keyIndices[place])
      guard isName(key) else { continue }
      let text = graph.text(of: graph.attributes.values[place])
      if seen.insert(text).inserted { names.append(text) }
    }
    return names
  }

  /// The values that are no names, by their keys.
  func values(ofNode node: Int) -> [PageModel.Attribute] {
    var attributes: [PageModel.Attribute] = []
    for place in graph.attributes.rows[node] {
      let key = Int(graph.attributes.keyIndices[place])
      guard !isName(key) else { continue }
      let term = graph.attributes.values[place]
      let value = PageModel.Value(
        graph.valueText(of: term), language: graph.attributes.keys[key].language,
        isIRI: graph.terms.kind(of: term) == .iri)
      let predicate = predicateOfKey[key]
      if attributes.last?.key == predicate {
        attributes[attributes.count - 1].values.append(value)
      } else {
        attributes.append(PageModel.Attribute(key: predicate, values: [value]))
      }
    }
    return attributes
  }

  /// The name of the file that a document was read from; nil if nothing tells it.
  func fileName(ofNode node: Int) -> String? {
    guard let fileNameKey else { return nil }
    return graph.attributes.rows[node]
      .first { Int(graph.attributes.keyIndices[$0]) == fileNameKey }
      .map { graph.text(of: graph.attributes.values[$0]) }
  }

  private func isName(_ key: Int) -> Bool {
    otherNameKeys.contains(key) || ranks.values.contains { $0[key] != nil }
  }
}

/// The predicate of further names.
private enum SKOSNames {
  static let altLabel = "http://www.w3.org/2004/02/skos/core#altLabel"
}
