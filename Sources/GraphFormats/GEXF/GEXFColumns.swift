import PropertyGraph
import RDF

/// The columns of a GEXF document: fixed ones, then one for each kind of value.
struct GEXFColumns {
  enum Kind {
    case text
    case truth
    case number
  }

  struct Column {
    var id: String
    var title: String
    var type: String
    var isMultiple: Bool
    /// What the values are.
    let kind: Kind
    /// What stands before a value: `<attvalue for="…" value="`.
    let opening: [UInt8]

    init(id: String, title: String, type: String, isMultiple: Bool = false) {
      self.id = id
      self.title = title
      self.type = type
      self.isMultiple = isMultiple
      kind = type == "string" ? .text : type == "boolean" ? .truth : .number
      opening = Array("          <attvalue for=\"\(id)\" value=\"".utf8)
    }
  }

  let iri = Column(id: "iri", title: "iri", type: "string")
  let nodeClass = Column(id: "class", title: "class", type: "string")
  let classLabel = Column(id: "class_label", title: "class_label", type: "string")
  let community = Column(id: "community", title: "community", type: "integer")
  let degree = Column(id: "degree", title: "degree", type: "integer")
  let pageRank = Column(id: "pagerank", title: "pagerank", type: "double")
  let betweenness = Column(id: "betweenness", title: "betweenness", type: "double")
  let predicate = Column(id: "predicate", title: "predicate", type: "string")
  let symmetric = Column(id: "symmetric", title: "symmetric", type: "boolean")
  let status = Column(id: "status", title: "status", type: "string")
  let statusLabel = Column(id: "status_label", title: "status_label", type: "string")
  let confidence = Column(id: "confidence", title: "confidence", type: "double")
  let documents = Column(id: "documents", title: "documents", type: "integer")
  let quote = Column(id: "quote", title: "quote", type: "string")
  let period = Column(id: "period", title: "period", type: "string")
  /// By kind of value.
  private(set) var nodeValues: [Column] = []
  /// By kind of value.
  private(set) var edgeValues: [Column] = []
  /// All columns of nodes, in order.
  private(set) var ofNodes: [Column] = []
  /// All columns of edges, in order.
  private(set) var ofEdges: [Column] = []

  init(_ graph: PropertyGraph) {
    var fixed = [iri, nodeClass, classLabel, degree]
    if graph.nodes.areArranged { fixed.append(community) }
    if !graph.nodes.pageRanks.isEmpty { fixed.append(pageRank) }
    if !graph.nodes.betweenness.isEmpty { fixed.append(betweenness) }
    let edgeFixed = [
      predicate, symmetric, status, statusLabel, confidence, documents, quote, period,
    ]
    nodeValues = Self.columns(graph.attributes, graph, id: "a", fixed: fixed)
    edgeValues = Self.columns(graph.edgeAttributes, graph, id: "b", fixed: edgeFixed)
    ofNodes = fixed + nodeValues
    ofEdges = edgeFixed + edgeValues
  }

  private static func columns(
    _ values: AttributeColumns, _ graph: PropertyGraph, id: String, fixed: [Column]
  ) -> [Column] {
    let types = AttributeTypes(values, in: graph.terms)
    var names = AttributeNames(fixed: fixed.map(\.title))
    return values.keys.enumerated().map { number, key in
      let isMultiple = types.areMultiple[number]
      return Column(
        id: "\(id)\(number)", title: names.name(of: key),
        type: isMultiple ? "liststring" : Self.name(of: types.types[number]),
        isMultiple: isMultiple)
    }
  }

  private static func name(of type: AttributeType) -> String {
    switch type {
    case .boolean: "boolean"
    case .int: "integer"
    case .long: "long"
    case .double: "double"
    case .string: "string"
    }
  }
}
