public import PropertyGraph

/// Writes a graph as statements of [Cypher](https://opencypher.org), for databases that run.
///
/// Nodes come in statements of one class, edges in those of one predicate, 500 rows at a time. Every
/// node has the label `Resource` beside that of its class, and its IRI and id as properties.
public struct CypherSerializer: Sendable {
  /// How many rows a statement has at most.
  private static let rows = 500

  /// The writer.
  public init() {}

  /// The whole script.
  public func write(_ graph: PropertyGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    write(graph) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands the script to a sink, statement by statement.
  ///
  /// - Throws: what the sink throws.
  public func write<Failure: Error>(
    _ graph: PropertyGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let cells = GraphCells(graph, taken: Neo4jTables.taken)
    try sink(
      Array(
        """
        // cypher-shell -f graph.cypher
        CREATE CONSTRAINT simpul_id IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE;

        """.utf8))
    let nodes = Self.groups(graph.nodes.indices) { Int(graph.nodes.classes[$0]) }
    for (place, members) in nodes {
      let label = Neo4jNames.label(of: graph.classes[place])
      let labels = label == "Resource" ? ":Resource" : ":Resource:\(CypherText.name(label))"
      let rows = members.map { node in
        Self.map(
          [("id", "'n\(node)'"), ("label", CypherText.literal(graph.nodes.labels[node]))],
          cells.nodeFields, cells.ofNode(node))
      }
      try sink(
        Array(
          "UNWIND [\n\(rows.joined(separator: ",\n"))\n] AS row CREATE (n\(labels)) SET n = row;\n"
            .utf8))
    }
    let edges = Self.groups(graph.edges.indices) { Int(graph.edges.predicates[$0]) }
    for (place, members) in edges {
      let predicate = graph.predicates[place]
      let rows = members.map { edge in
        let ends = "'n\(graph.edges.sources[edge])', 'n\(graph.edges.targets[edge])'"
        let values = Self.map(
          [("id", "'e\(edge)'"), ("label", CypherText.literal(predicate.label))],
          cells.edgeFields, cells.ofEdge(edge))
        return "[\(ends), \(values)]"
      }
      let type = CypherText.name(Neo4jNames.type(of: predicate))
      try sink(
        Array(
          """
          UNWIND [
          \(rows.joined(separator: ",\n"))
          ] AS row MATCH (a:Resource {id: row[0]}) MATCH (b:Resource {id: row[1]}) \
          CREATE (a)-[r:\(type)]->(b) SET r = row[2];

          """.utf8))
    }
  }

  /// Numbers by what they belong to, in order of that, so many at most together.
  private static func groups(
    _ numbers: Range<Int>, by group: (Int) -> Int
  ) -> [(group: Int, members: ArraySlice<Int>)] {
    Dictionary(grouping: numbers, by: group).sorted { $0.key < $1.key }.flatMap { key, members in
      stride(from: 0, to: members.count, by: rows).map { start in
        (key, members[start..<min(start + rows, members.count)])
      }
    }
  }

  private static func map(
    _ first: [(name: String, value: String)], _ fields: [GraphMembers.Field],
    _ cells: [GraphCells.Cell]
  ) -> String {
    var members = first.map { "\(CypherText.name($0.name)): \($0.value)" }
    for (field, cell) in zip(fields, cells) where cell != .none {
      let values = cell.texts.map { field.type == .string ? CypherText.literal($0) : $0 }
      let value = field.isMultiple ? "[\(values.joined(separator: ", "))]" : values.joined()
      members.append("\(CypherText.name(field.name)): \(value)")
    }
    return "{\(members.joined(separator: ", "))}"
  }
}
