import DomainPack
import PropertyGraph
import RDF

/// What is known of the nodes and edges of a graph, as members of JSON objects under the names that
/// GraphML and GEXF use too.
///
/// What all nodes of a class, and all edges of a predicate, have in common is made once.
struct GraphMembers {
  /// A kind of value, as the declarations of CX2 need it.
  struct Field {
    let name: String
    let type: AttributeType
    let isMultiple: Bool

    init(_ name: String, _ type: AttributeType, isMultiple: Bool = false) {
      self.name = name
      self.type = type
      self.isMultiple = isMultiple
    }
  }

  private let graph: PropertyGraph
  /// Whether whole numbers beyond 2⁵³, which JavaScript would round, are written as numbers.
  private let keepsLongNumbers: Bool
  /// The kinds of value that nodes have by themselves.
  private(set) var nodeFields: [Field] = []
  /// The kinds of value that edges have by themselves.
  private(set) var edgeFields: [Field] = []
  /// By class.
  private var classBlocks: [[UInt8]] = []
  /// By predicate and line.
  private var predicateBlocks: [[UInt8]] = []
  /// By status; both its members.
  private var statusBlocks: [[UInt8]] = []

  /// The members of a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - taken: names that the format has a use for.
  ///   - keepsLongNumbers: whether whole numbers beyond 2⁵³ are written as numbers.
  init(_ graph: PropertyGraph, taken: Set<String>, keepsLongNumbers: Bool = false) {
    self.graph = graph
    self.keepsLongNumbers = keepsLongNumbers
    nodeFields = Self.fields(
      of: graph.attributes, in: graph.terms,
      fixed: taken.union(Self.fixedNodeFields(graph).map(\.name)))
    edgeFields = Self.fields(
      of: graph.edgeAttributes, in: graph.terms,
      fixed: taken.union(Self.fixedEdgeFields.map(\.name)))
    makeBlocks()
  }

  /// The kinds of value of some columns, each under a name that none of the fixed ones is.
  static func fields(
    of columns: AttributeColumns, in terms: TermDictionary, fixed: Set<String>
  ) -> [Field] {
    let types = AttributeTypes(columns, in: terms)
    var names = AttributeNames(fixed: fixed)
    return columns.keys.indices.map { number in
      Field(
        names.name(of: columns.keys[number]), types.types[number],
        isMultiple: types.areMultiple[number])
    }
  }

  /// The members that every node has, or every node of a graph that is arranged or measured.
  static func fixedNodeFields(_ graph: PropertyGraph) -> [Field] {
    var fields = [
      Field("iri", .string), Field("class", .string), Field("class_label", .string),
      Field("color", .string), Field("shape", .string), Field("icon", .string),
      Field("degree", .int),
    ]
    if graph.nodes.areArranged { fields.append(Field("community", .int)) }
    if !graph.nodes.pageRanks.isEmpty { fields.append(Field("pagerank", .double)) }
    if !graph.nodes.betweenness.isEmpty { fields.append(Field("betweenness", .double)) }
    return fields
  }

  /// The members that edges have, those of the evidence where there is any.
  static let fixedEdgeFields = [
    Field("predicate", .string), Field("color", .string), Field("symmetric", .boolean),
    Field("line", .string), Field("weight", .int), Field("status", .string),
    Field("status_label", .string), Field("confidence", .double), Field("documents", .int),
    Field("quote", .string), Field("period", .string),
  ]

  private mutating func makeBlocks() {
    for look in graph.classes {
      classBlocks.append(
        Self.members { block in
          block.member("class", look.name)
          block.member("class_label", look.label)
          block.member("color", look.colour.hex)
          block.member("shape", look.shape.jsonName)
          block.member("icon", look.icon)
        })
    }
    for predicate in graph.predicates {
      for line in LineStyle.allCases {
        predicateBlocks.append(
          Self.members { block in
            block.member("predicate", predicate.iri)
            block.member("color", predicate.colour.hex)
            block.member("symmetric", predicate.isSymmetric)
            block.member("line", line.rawValue)
          })
      }
    }
    for status in graph.statuses {
      statusBlocks.append(
        Self.members { block in
          block.member("status", status.name)
          block.member("status_label", status.label)
        })
    }
  }

  /// The members that a function writes, without the brackets around them.
  private static func members(_ write: (inout JSONBytes) -> Void) -> [UInt8] {
    var json = JSONBytes()
    json.out.byte(UInt8(ascii: "{"))
    write(&json)
    return Array(json.out.bytes.dropFirst())
  }

  // MARK: Writing

  /// Writes everything about a node but its id, caption and place.
  func writeNode(_ node: Int, to json: inout JSONBytes) {
    json.key("iri")
    var iri: [UInt8] = []
    graph.terms.appendText(of: graph.nodes.terms[node], to: &iri)
    json.string(utf8: iri.span)
    json.separate()
    json.out.raw(classBlocks[Int(graph.nodes.classes[node])])
    json.member("degree", Int(graph.nodes.degrees[node]))
    if graph.nodes.areArranged {
      json.member("community", Int(graph.nodes.communities[node]))
    }
    if !graph.nodes.pageRanks.isEmpty {
      json.key("pagerank")
      json.out.ascii(ShortNumber.text(of: graph.nodes.pageRanks[node]))
    }
    if !graph.nodes.betweenness.isEmpty {
      json.key("betweenness")
      json.out.ascii(ShortNumber.text(of: graph.nodes.betweenness[node]))
    }
    writeValues(graph.attributes, row: node, nodeFields, to: &json)
  }

  /// The caption of a node.
  func writeLabel(ofNode node: Int, to json: inout JSONBytes) {
    let labels = graph.nodes.labels
    json.string(utf8: labels.bytes.span.extracting(labels.range(of: node)))
  }

  /// Writes everything about an edge but its id, its ends and its caption.
  func writeEdge(_ edge: Int, to json: inout JSONBytes) {
    json.separate()
    let line = graph.edges.lines[edge].place
    json.out.raw(
      predicateBlocks[Int(graph.edges.predicates[edge]) * LineStyle.allCases.count + line])
    json.member("weight", max(1, Int(graph.edges.documentCounts[edge])))
    if let best = graph.edgeClaims[edge].first.map({ Int($0) }) {
      let status = graph.claims.statuses[best]
      if status >= 0 {
        json.separate()
        json.out.raw(statusBlocks[Int(status)])
      }
      if graph.claims.confidences[best].isFinite {
        json.member("confidence", graph.claims.confidences[best])
      }
      json.member("documents", Int(graph.edges.documentCounts[edge]))
      if graph.claims.quotes[best] != 0 {
        json.key("quote")
        write(text: graph.claims.quotes[best], to: &json)
      }
      if graph.claims.periods[best] != 0 {
        json.key("period")
        write(text: graph.claims.periods[best], to: &json)
      }
    }
    writeValues(graph.edgeAttributes, row: edge, edgeFields, to: &json)
  }

  private func writeValues(
    _ columns: AttributeColumns, row: Int, _ fields: [Field], to json: inout JSONBytes
  ) {
    guard row < columns.rows.count else { return }
    let places = columns.rows[row]
    var place = places.lowerBound
    while place < places.upperBound {
      let field = fields[Int(columns.keyIndices[place])]
      json.key(field.name)
      if field.isMultiple { json.out.byte(UInt8(ascii: "[")) }
      let key = columns.keyIndices[place]
      while place < places.upperBound, columns.keyIndices[place] == key {
        if field.isMultiple { json.separate() }
        write(columns.values[place], as: field.type, to: &json)
        place += 1
      }
      if field.isMultiple { json.out.byte(UInt8(ascii: "]")) }
    }
  }

  private func write(
    _ value: TermDictionary.ID, as type: AttributeType, to json: inout JSONBytes
  ) {
    guard type != .string else { return write(text: value, to: &json) }
    // Literals of these types hold nothing that is escaped.
    let text = graph.terms.bytes.span.extracting(graph.terms.textRange(of: value))
    switch type {
    case .boolean:
      let isTrue = text[0] == UInt8(ascii: "t") || text[0] == UInt8(ascii: "1")
      json.out.ascii(isTrue ? "true" : "false")
    case .int, .long:
      // Types are told by their values, so that each is a whole number.
      guard let number = Int64(String(copying: text)),
        keepsLongNumbers || number.magnitude < 1 << 53
      else { return write(text: value, to: &json) }
      json.out.integer(Int(number))
    case .double: json.number(lexicalForm: text)
    case .string: break
    }
  }

  /// The text of a term as viewers show it.
  private func write(text term: TermDictionary.ID, to json: inout JSONBytes) {
    switch graph.terms.kind(of: term) {
    case .literal:
      json.string(canonical: graph.terms.bytes.span.extracting(graph.terms.textRange(of: term)))
    case .iri, .blankNode, .tripleTerm:
      var text: [UInt8] = []
      ValueText.append(term, of: graph, to: &text)
      json.string(utf8: text.span)
    }
  }
}

extension NodeShape {
  /// The shape by the name that Cytoscape and Cytoscape.js have for it.
  var jsonName: String {
    switch self {
    case .ellipse: "ellipse"
    case .rectangle: "rectangle"
    case .roundRectangle: "round-rectangle"
    case .diamond: "diamond"
    case .triangle: "triangle"
    case .hexagon: "hexagon"
    case .octagon: "octagon"
    case .parallelogram: "parallelogram"
    }
  }
}
