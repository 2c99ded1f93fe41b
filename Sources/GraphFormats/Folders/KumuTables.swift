import PropertyGraph

/// Tables for the [import of Kumu](https://docs.kumu.io/guides/import): elements and connections,
/// which name elements by their ids.
///
/// Several values stand one after the other with `|` between, or as a JSON array where one of them has
/// a `|` itself.
struct KumuTables {
  private let graph: PropertyGraph
  private let cells: GraphCells

  init(_ graph: PropertyGraph) {
    self.graph = graph
    cells = GraphCells(graph, taken: ["label", "id", "type", "tags", "description", "from", "to"])
  }

  var files: [FolderFormat.File] {
    [.init("connections.csv", connections), .init("elements.csv", elements)]
  }

  private var elements: [UInt8] {
    var table = CSVBytes()
    table.row(["Label", "ID", "Type"] + cells.nodeFields.map(\.name))
    for node in graph.nodes.indices {
      let look = graph.classes[Int(graph.nodes.classes[node])]
      table.row(
        [graph.nodes.labels[node], "n\(node)", look.label] + cells.ofNode(node).map(Self.text))
    }
    return table.bytes
  }

  private var connections: [UInt8] {
    var table = CSVBytes()
    table.row(["From", "To", "Direction", "Type", "Label"] + cells.edgeFields.map(\.name))
    for edge in graph.edges.indices {
      let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
      table.row(
        [
          "n\(graph.edges.sources[edge])", "n\(graph.edges.targets[edge])",
          predicate.isSymmetric ? "mutual" : "directed", predicate.name, predicate.label,
        ] + cells.ofEdge(edge).map(Self.text))
    }
    return table.bytes
  }

  private static func text(_ cell: GraphCells.Cell) -> String {
    guard case .several(let texts) = cell else { return cell.texts.first ?? "" }
    guard texts.contains(where: { $0.contains("|") || $0.isEmpty }) else {
      return texts.joined(separator: "|")
    }
    return ValueText.array(texts)
  }
}
