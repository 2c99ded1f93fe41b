import PropertyGraph

/// Tables for [`neo4j-admin database import`](https://neo4j.com/docs/operations-manual/current/import/),
/// and the scripts that load them.
///
/// Every node has the label `Resource` beside that of its class, and its id `n0`, `n1` and so on as in
/// the other formats. Several values are an array, between whose elements a sign stands that no value
/// has.
struct Neo4jTables {
  private let graph: PropertyGraph
  private let cells: GraphCells
  /// What stands between the elements of arrays, since the importer knows no escape for it.
  private let delimiter: Unicode.Scalar

  /// The columns that the importer gives a meaning, and what every node and edge has by itself.
  static let taken: Set<String> = ["id", "label", "x", "y", "start_id", "end_id", "type"]

  init(_ graph: PropertyGraph) {
    self.graph = graph
    cells = GraphCells(graph, taken: Self.taken)
    delimiter = Self.delimiter(for: graph, cells)
  }

  var files: [FolderFormat.File] {
    [
      .init("nodes.csv", nodes), .init("relationships.csv", relationships),
      .init("import.sh", Array(script.utf8), isExecutable: true),
      .init("load.cypher", Array(Neo4jLoading(graph, cells, delimiter: delimiter).script.utf8)),
    ]
  }

  /// The first sign of a list that no element of an array has.
  private static func delimiter(for graph: PropertyGraph, _ cells: GraphCells) -> Unicode.Scalar {
    var used: Set<Unicode.Scalar> = []
    func note(_ cells: [GraphCells.Cell]) {
      for case .several(let texts) in cells {
        for text in texts { used.formUnion(text.unicodeScalars) }
      }
    }
    for node in graph.nodes.indices { note(cells.ofNode(node)) }
    for edge in graph.edges.indices { note(cells.ofEdge(edge)) }
    let usual: [Unicode.Scalar] = [";", "|", "\u{1F}", "\u{1E}"]
    // The private use areas are larger than any graph's alphabet.
    let private_ = (0xE000...0xF8FF).lazy.compactMap { Unicode.Scalar($0) }
    return usual.first { !used.contains($0) } ?? private_.first { !used.contains($0) } ?? ";"
  }

  private var nodes: [UInt8] {
    var table = CSVBytes(for: .program)
    table.row(["id:ID", "label:string"] + Self.heads(of: cells.nodeFields) + [":LABEL"])
    for node in graph.nodes.indices {
      let label = Neo4jNames.label(of: graph.classes[Int(graph.nodes.classes[node])])
      let labels = label == "Resource" ? [label] : ["Resource", label]
      table.row(
        ["n\(node)", graph.nodes.labels[node]] + cells.ofNode(node).map(text)
          + [labels.joined(separator: String(delimiter))])
    }
    return table.bytes
  }

  private var relationships: [UInt8] {
    var table = CSVBytes(for: .program)
    table.row(
      [":START_ID", ":END_ID", "id:string", "label:string"] + Self.heads(of: cells.edgeFields)
        + [":TYPE"])
    for edge in graph.edges.indices {
      let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
      table.row(
        [
          "n\(graph.edges.sources[edge])", "n\(graph.edges.targets[edge])", "e\(edge)",
          predicate.label,
        ] + cells.ofEdge(edge).map(text) + [Neo4jNames.type(of: predicate)])
    }
    return table.bytes
  }

  /// The names of columns with their types.
  static func heads(of fields: [GraphMembers.Field]) -> [String] {
    fields.map { "\($0.name):\($0.type.neo4jName)\($0.isMultiple ? "[]" : "")" }
  }

  private func text(_ cell: GraphCells.Cell) -> String {
    cell.texts.joined(separator: String(delimiter))
  }

  /// The delimiter as the importer's options name it.
  private var delimiterOption: String {
    guard delimiter.isASCII, delimiter.value > 0x20 else {
      let digits = String(delimiter.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return String(delimiter)
  }

  private var script: String {
    """
    #!/bin/sh
    # Makes a database of nodes.csv and relationships.csv: import.sh [NAME [OPTION...]]
    # neo4j-admin is that of Neo4j 5. A database of that name stays as it is, unless
    # --overwrite-destination=true is among the options; it must not run then.
    set -eu
    folder=$(cd "$(dirname "$0")" && pwd)
    name=${1:-simpul}
    if [ $# -gt 0 ]; then shift; fi
    exec neo4j-admin database import full \\
      --nodes="$folder/nodes.csv" \\
      --relationships="$folder/relationships.csv" \\
      --array-delimiter='\(delimiterOption)' \\
      --multiline-fields=true \\
      "$@" "$name"

    """
  }
}

extension AttributeType {
  /// The name that Neo4j has for the type.
  var neo4jName: String {
    switch self {
    case .boolean: "boolean"
    case .int: "int"
    case .long: "long"
    case .double: "double"
    case .string: "string"
    }
  }
}
