import DomainPack
import PropertyGraph
import RDF

/// What is known of the nodes and edges of a graph, as cells of tables, under the names that the
/// other formats use too.
struct GraphCells {
  /// The value of a field.
  enum Cell: Equatable {
    case none
    case one(String)
    case several([String])

    /// The texts, in their order.
    var texts: [String] {
      switch self {
      case .none: []
      case .one(let text): [text]
      case .several(let texts): texts
      }
    }
  }

  private let graph: PropertyGraph
  private let fixedNodeCount: Int
  /// The fields of nodes, those that all have first.
  let nodeFields: [GraphMembers.Field]
  /// The fields of edges, those that all have first.
  let edgeFields: [GraphMembers.Field]

  /// The cells of a graph; `taken` are the names of columns that a table has beside them.
  init(_ graph: PropertyGraph, taken: Set<String>) {
    self.graph = graph
    let fixed = GraphMembers.fixedNodeFields(graph)
    fixedNodeCount = fixed.count
    nodeFields =
      fixed
      + GraphMembers.fields(
        of: graph.attributes, in: graph.terms, fixed: taken.union(fixed.map(\.name)))
    edgeFields =
      GraphMembers.fixedEdgeFields
      + GraphMembers.fields(
        of: graph.edgeAttributes, in: graph.terms,
        fixed: taken.union(GraphMembers.fixedEdgeFields.map(\.name)))
  }

  /// The cells of a node, in the order of ``nodeFields``.
  func ofNode(_ node: Int) -> [Cell] {
    let look = graph.classes[Int(graph.nodes.classes[node])]
    var cells: [Cell] = [
      .one(graph.text(of: graph.nodes.terms[node])), Self.cell(look.name), Self.cell(look.label),
      .one(look.colour.hex), .one(look.shape.jsonName), Self.cell(look.icon),
      .one(String(graph.nodes.degrees[node])),
    ]
    if graph.nodes.areArranged { cells.append(.one(String(graph.nodes.communities[node]))) }
    if !graph.nodes.pageRanks.isEmpty {
      cells.append(.one(ShortNumber.text(of: graph.nodes.pageRanks[node])))
    }
    if !graph.nodes.betweenness.isEmpty {
      cells.append(.one(ShortNumber.text(of: graph.nodes.betweenness[node])))
    }
    return cells + values(graph.attributes, row: node, Array(nodeFields[fixedNodeCount...]))
  }

  /// The cells of an edge, in the order of ``edgeFields``.
  func ofEdge(_ number: Int) -> [Cell] {
    let edge = graph.edge(number)
    let evidence = edge.evidence
    var confidence = OutputBytes()
    if let value = evidence?.confidence { confidence.number(value) }
    let cells: [Cell] = [
      .one(edge.predicate.iri), .one(edge.colour.hex),
      .one(edge.isSymmetric ? "true" : "false"), .one(edge.line.rawValue),
      .one(String(max(1, Int(graph.edges.documentCounts[number])))),
      Self.cell(evidence?.status), Self.cell(evidence?.statusLabel),
      Self.cell(String(decoding: confidence.bytes, as: UTF8.self)),
      Self.cell(evidence.map { String($0.documentCount) }), Self.cell(evidence?.quote),
      Self.cell(evidence?.period),
    ]
    let own = edgeFields[GraphMembers.fixedEdgeFields.count...]
    return cells + values(graph.edgeAttributes, row: number, Array(own))
  }

  private static func cell(_ text: String?) -> Cell {
    guard let text, !text.isEmpty else { return .none }
    return .one(text)
  }

  private func values(
    _ columns: AttributeColumns, row: Int, _ fields: [GraphMembers.Field]
  ) -> [Cell] {
    var cells = [Cell](repeating: .none, count: fields.count)
    guard row < columns.rows.count else { return cells }
    for place in columns.rows[row] {
      let key = Int(columns.keyIndices[place])
      let text = text(of: columns.values[place], as: fields[key].type)
      if fields[key].isMultiple {
        cells[key] = .several(cells[key].texts + [text])
      } else {
        cells[key] = .one(text)
      }
    }
    return cells
  }

  /// A value as programs read its type; types are told by the values, so that each fits.
  private func text(of value: TermDictionary.ID, as type: AttributeType) -> String {
    var text: [UInt8] = []
    ValueText.append(value, of: graph, to: &text)
    switch type {
    case .string: return String(decoding: text, as: UTF8.self)
    case .boolean: return text.first == UInt8(ascii: "t") || text == [0x31] ? "true" : "false"
    case .int, .long:
      let written = String(decoding: text, as: UTF8.self)
      return Int64(written).map { String($0) } ?? written
    case .double:
      var json = JSONBytes()
      json.number(lexicalForm: text.span)
      return String(decoding: json.out.bytes, as: UTF8.self)
    }
  }
}
