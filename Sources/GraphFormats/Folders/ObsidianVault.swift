import PropertyGraph

/// Notes for an Obsidian vault: one for each node, with its values as
/// [properties](https://help.obsidian.md/properties) and its edges as links.
///
/// Notes are called by the captions, with a number behind those that several nodes have, whatever the
/// case of letters. Edges stand in the note that they lead out of; Obsidian shows the others as
/// backlinks.
struct ObsidianVault {
  private let graph: PropertyGraph
  private let cells: GraphCells
  private let names: [String]
  /// By node, the edges that lead out of it.
  private let edges: [[Int]]

  init(_ graph: PropertyGraph) {
    self.graph = graph
    // The names that Obsidian gives a meaning.
    cells = GraphCells(graph, taken: ["aliases", "tags", "cssclasses", "publish"])
    var unique = UniqueNames()
    names = graph.nodes.indices.map { unique.name(NoteText.fileName(graph.nodes.labels[$0])) }
    var edges = [[Int]](repeating: [], count: graph.nodes.count)
    for edge in graph.edges.indices { edges[Int(graph.edges.sources[edge])].append(edge) }
    self.edges = edges
  }

  var files: [FolderFormat.File] {
    graph.nodes.indices.map { .init("\(names[$0]).md", Array(note(of: $0).utf8)) }
  }

  private func note(of node: Int) -> String {
    let label = graph.nodes.labels[node]
    var note = "---\naliases: [\(NoteText.quoted(label))]\n"
    for (field, cell) in zip(cells.nodeFields, cells.ofNode(node)) where cell != .none {
      let values = cell.texts.map { field.type == .string ? NoteText.quoted($0) : $0 }
      let value = field.isMultiple ? "[\(values.joined(separator: ", "))]" : values.joined()
      note += "\(NoteText.quoted(field.name)): \(value)\n"
    }
    note += "---\n\n# \(NoteText.plain(label))\n"
    for edge in edges[node] {
      let target = Int(graph.edges.targets[edge])
      let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
      note += "\n- \(NoteText.plain(predicate.label)): [[\(names[target])]]"
    }
    return note + (edges[node].isEmpty ? "" : "\n")
  }
}
