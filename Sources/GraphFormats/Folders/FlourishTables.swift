import PropertyGraph

/// Tables for the network graphs of Flourish: links and points.
///
/// Flourish shows the ids, so these are the captions, with a number behind those that several nodes
/// have.
struct FlourishTables {
  private let graph: PropertyGraph
  private let names: [String]

  init(_ graph: PropertyGraph) {
    self.graph = graph
    var unique = UniqueNames()
    names = graph.nodes.indices.map { unique.name(graph.nodes.labels[$0]) }
  }

  var files: [FolderFormat.File] { [.init("links.csv", links), .init("points.csv", points)] }

  private var links: [UInt8] {
    var table = CSVBytes()
    table.row(["source", "target", "value", "type", "predicate"])
    for edge in graph.edges.indices {
      let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
      table.row([
        names[Int(graph.edges.sources[edge])], names[Int(graph.edges.targets[edge])],
        String(max(1, Int(graph.edges.documentCounts[edge]))), predicate.label, predicate.iri,
      ])
    }
    return table.bytes
  }

  private var points: [UInt8] {
    var table = CSVBytes()
    table.row(["id", "group", "size", "iri"])
    for node in graph.nodes.indices {
      table.row([
        names[node], graph.classes[Int(graph.nodes.classes[node])].label,
        String(graph.nodes.degrees[node]), graph.text(of: graph.nodes.terms[node]),
      ])
    }
    return table.bytes
  }
}
