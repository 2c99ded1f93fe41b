import PropertyGraph
import RDF

/// The keys of a GraphML document: what is said of the graph, the fixed ones, then one for each
/// kind of value of its nodes and of its edges.
struct GraphMLKeys {
  enum Owner: String {
    case graph
    case node
    case edge
  }

  struct Key {
    var id: String
    var owner: Owner
    var name: String
    var type: GraphMLType
    /// Whether any node or edge has several values, so that all are written as JSON arrays.
    var isMultiple = false
    /// What stands before a value: `<data key="…">`.
    let opening: [UInt8]

    init(id: String, owner: Owner, name: String, type: GraphMLType, isMultiple: Bool = false) {
      self.id = id
      self.owner = owner
      self.name = name
      self.type = type
      self.isMultiple = isMultiple
      opening = Array("      <data key=\"\(id)\">".utf8)
    }
  }

  /// All keys in the order in which they are declared.
  private(set) var all: [Key] = []
  /// The fixed columns of nodes, in the order in which they are written.
  private(set) var nodeColumns: [(column: GraphMLColumn, key: Key)] = []
  /// The fixed columns of edges, in the order in which they are written.
  private(set) var edgeColumns: [(column: GraphMLColumn, key: Key)] = []
  /// By kind of value.
  private(set) var nodeKeys: [Key] = []
  /// By kind of value.
  private(set) var edgeKeys: [Key] = []

  init(_ graph: PropertyGraph, flavour: GraphMLFlavour) {
    if flavour.describesGraph {
      all = (graph.about?.entries ?? []).map {
        Key(id: $0.name, owner: .graph, name: $0.name, type: .string)
      }
    }
    nodeColumns = flavour.nodeColumns.filter { Self.has($0, graph) }.map { column in
      (column, Key(id: column.key.id, owner: .node, name: column.key.name, type: column.key.type))
    }
    edgeColumns = flavour.edgeColumns.map { column in
      (column, Key(id: column.key.id, owner: .edge, name: column.key.name, type: column.key.type))
    }
    nodeKeys = Self.keys(
      of: graph.attributes, in: graph.terms, owner: .node, id: "a",
      fixed: nodeColumns.map(\.key.name))
    edgeKeys = Self.keys(
      of: graph.edgeAttributes, in: graph.terms, owner: .edge, id: "b",
      fixed: edgeColumns.map(\.key.name))
    all += nodeColumns.map(\.key) + edgeColumns.map(\.key) + nodeKeys + edgeKeys
  }

  /// Whether a graph has a column: places and figures are there after a layout only.
  private static func has(_ column: GraphMLColumn, _ graph: PropertyGraph) -> Bool {
    switch column {
    case .x, .y, .size, .community: graph.nodes.areArranged
    case .pageRank: !graph.nodes.pageRanks.isEmpty
    case .betweenness: !graph.nodes.betweenness.isEmpty
    default: true
    }
  }

  private static func keys(
    of columns: AttributeColumns, in terms: TermDictionary, owner: Owner, id: String,
    fixed: [String]
  ) -> [Key] {
    let types = AttributeTypes(columns, in: terms)
    var names = AttributeNames(fixed: fixed)
    return columns.keys.enumerated().map { number, key in
      Key(
        id: "\(id)\(number)", owner: owner, name: names.name(of: key),
        type: GraphMLType(types.types[number]), isMultiple: types.areMultiple[number])
    }
  }
}

/// The types of GraphML that every reader knows.
enum GraphMLType: String {
  case boolean
  case int
  case long
  case double
  case string

  init(_ type: AttributeType) {
    self =
      switch type {
      case .boolean: .boolean
      case .int: .int
      case .long: .long
      case .double: .double
      case .string: .string
      }
  }
}
