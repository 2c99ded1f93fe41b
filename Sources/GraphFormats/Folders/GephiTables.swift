import PropertyGraph

/// Tables for Gephi's Import Spreadsheet: nodes first, then edges, both appended to one workspace.
///
/// Several values are a list as Gephi reads it: a JSON array of texts.
struct GephiTables {
  private let graph: PropertyGraph
  private let cells: GraphCells

  init(_ graph: PropertyGraph) {
    self.graph = graph
    cells = GraphCells(graph, taken: ["id", "label", "source", "target", "type", "kind", "weight"])
  }

  var files: [FolderFormat.File] { [.init("edges.csv", edges), .init("nodes.csv", nodes)] }

  private var nodes: [UInt8] {
    var table = CSVBytes(for: .program)
    table.row(["Id", "Label"] + cells.nodeFields.map(\.name))
    for node in graph.nodes.indices {
      table.row(["n\(node)", graph.nodes.labels[node]] + cells.ofNode(node).map(Self.text))
    }
    return table.bytes
  }

  private var edges: [UInt8] {
    var table = CSVBytes(for: .program)
    // The weight is Gephi's own column.
    let places = cells.edgeFields.indices.filter { cells.edgeFields[$0].name != "weight" }
    table.row(
      ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight"]
        + places.map { cells.edgeFields[$0].name })
    for edge in graph.edges.indices {
      let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
      let values = cells.ofEdge(edge)
      table.row(
        [
          "n\(graph.edges.sources[edge])", "n\(graph.edges.targets[edge])",
          predicate.isSymmetric ? "Undirected" : "Directed", "e\(edge)", predicate.label,
          predicate.iri, String(max(1, Int(graph.edges.documentCounts[edge]))),
        ] + places.map { Self.text(values[$0]) })
    }
    return table.bytes
  }

  private static func text(_ cell: GraphCells.Cell) -> String {
    guard case .several(let texts) = cell else { return cell.texts.first ?? "" }
    return ValueText.array(texts)
  }
}
