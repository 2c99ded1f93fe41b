public import DomainPack
public import RDF

extension PropertyGraph {
  /// A row of the nodes as a value.
  public struct Node: Sendable {
    let graph: PropertyGraph
    /// The place among the nodes.
    public let index: Int

    /// The IRI, or `_:` and the label of a blank node.
    public var iri: String { graph.text(of: graph.nodes.terms[index]) }
    /// Caption in the language of the graph; never empty.
    public var label: String { graph.nodes.labels[index] }
    /// Its class; that of the empty IRI for none.
    public var nodeClass: NodeClass { graph.classes[classIndex] }
    /// Place of the class in ``PropertyGraph/classes``.
    public var classIndex: Int { Int(graph.nodes.classes[index]) }
    /// The number of edges at it, loops once.
    public var degree: Int { Int(graph.nodes.degrees[index]) }
    /// The centre, to the right; 0 before a layout.
    public var x: Double { graph.nodes.areArranged ? graph.nodes.x[index] : 0 }
    /// The centre, downwards; 0 before a layout.
    public var y: Double { graph.nodes.areArranged ? graph.nodes.y[index] : 0 }
    /// The diameter; 0 before a layout.
    public var size: Double { graph.nodes.areArranged ? graph.nodes.sizes[index] : 0 }
    /// The literals about it and the IRIs that the style shows as values.
    public var attributes: [Attribute] { graph.attributes(graph.attributes, row: index) }
  }

  /// Everything that one predicate says of a node or an edge in one language.
  public struct Attribute: Sendable, Hashable {
    /// The predicate's IRI.
    public var predicate: String
    /// BCP 47 tag in lower case; nil for values without language.
    public var language: String?
    /// At least one, without repetition; ordered by datatype, then by lexical form in UTF-8.
    public var values: [Term]
  }

  /// A row of the edges as a value.
  public struct Edge: Sendable {
    let graph: PropertyGraph
    /// The place among the edges.
    public let index: Int

    /// Place of the subject among the nodes.
    public var source: Int { Int(graph.edges.sources[index]) }
    /// Place of the object among the nodes.
    public var target: Int { Int(graph.edges.targets[index]) }
    /// What joins them.
    public var predicate: EdgePredicate { graph.predicates[Int(graph.edges.predicates[index])] }
    /// Caption in the language of the graph; never empty.
    public var label: String { predicate.label }
    /// Colour of the predicate.
    public var colour: Colour { predicate.colour }
    /// Dashed where it is planned.
    public var line: LineStyle { graph.edges.lines[index] }
    /// Whether it holds both ways.
    public var isSymmetric: Bool { predicate.isSymmetric }
    /// What is said of the edge itself.
    public var attributes: [Attribute] { graph.attributes(graph.edgeAttributes, row: index) }
    /// Nil where no claim stands behind it.
    public var evidence: Evidence? { graph.evidence(ofEdge: index) }
  }

  /// What the sources say for an edge: the best of its claims, and how many documents agree.
  public struct Evidence: Sendable, Hashable {
    /// Local name of the best claim's status, such as `Realised`.
    public var status: String?
    /// Caption of the status in the language of the graph.
    public var statusLabel: String?
    /// 0…1, the highest of the claims.
    public var confidence: Double?
    /// The number of documents with a claim for the edge, at least 1.
    public var documentCount: Int
    /// The best claim's quote, in the words of the document.
    public var quote: String?
    /// The best claim's period, as written.
    public var period: String?

    /// What the claims of an edge say.
    public init(
      status: String? = nil, statusLabel: String? = nil, confidence: Double? = nil,
      documentCount: Int = 1, quote: String? = nil, period: String? = nil
    ) {
      self.status = status
      self.statusLabel = statusLabel
      self.confidence = confidence
      self.documentCount = documentCount
      self.quote = quote
      self.period = period
    }
  }

  /// A node.
  public func node(_ index: Int) -> Node { Node(graph: self, index: index) }

  /// An edge.
  public func edge(_ index: Int) -> Edge { Edge(graph: self, index: index) }

  private func attributes(_ columns: AttributeColumns, row: Int) -> [Attribute] {
    guard columns.rows.count > 0 else { return [] }
    var decoder = CanonicalTermDecoder()
    var attributes: [Attribute] = []
    var last: Int32 = -1
    for place in columns.rows[row] {
      let value = decoder.term(terms.bytes.span.extracting(terms.range(of: columns.values[place])))
      if columns.keyIndices[place] == last {
        attributes[attributes.count - 1].values.append(value)
      } else {
        last = columns.keyIndices[place]
        let key = columns.keys[Int(last)]
        attributes.append(
          Attribute(predicate: key.predicate, language: key.language, values: [value]))
      }
    }
    return attributes
  }

  private func evidence(ofEdge edge: Int) -> Evidence? {
    guard let first = edgeClaims[edge].first else { return nil }
    let best = Int(first)
    let status = claims.statuses[best] < 0 ? nil : statuses[Int(claims.statuses[best])]
    func textIfAny(_ term: TermDictionary.ID) -> String? { term == 0 ? nil : text(of: term) }
    let confidence = claims.confidences[best]
    return Evidence(
      status: status?.name, statusLabel: status?.label,
      confidence: confidence.isNaN ? nil : confidence,
      documentCount: Int(edges.documentCounts[edge]), quote: textIfAny(claims.quotes[best]),
      period: textIfAny(claims.periods[best]))
  }
}
