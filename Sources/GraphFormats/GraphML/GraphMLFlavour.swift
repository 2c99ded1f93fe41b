/// What readers of GraphML want beyond what all of them take.
public enum GraphMLFlavour: String, CaseIterable, Hashable, Sendable {
  /// What every reader takes: simple types, no extension.
  case plain
  /// The kind of an edge where Gephi looks for it, and no column that Gephi has no use for.
  case gephi
  /// Shapes, colours, labels and places as [yFiles](https://www.yworks.com) writes them.
  case yed
  /// Labels and types for `apoc.import.graphml(…, {readLabels: true, storeNodeIds: true})`.
  case neo4j
  /// Columns as Cytoscape names them.
  case cytoscape

  /// The name by which it is chosen.
  public var name: String { rawValue }

  /// The fixed columns of the nodes, in the order in which they are written.
  var nodeColumns: [GraphMLColumn] {
    switch self {
    case .plain:
      [
        .label, .name, .iri, .class, .classLabel, .shape, .icon, .red, .green, .blue, .colour, .x,
        .y, .size, .community, .pageRank, .betweenness, .degree,
      ]
    case .gephi:
      [
        .label, .iri, .class, .classLabel, .shape, .red, .green, .blue, .x, .y, .size, .community,
        .pageRank, .betweenness, .degree,
      ]
    case .yed: [.name, .iri, .class, .classLabel, .community, .pageRank, .betweenness, .degree]
    case .neo4j:
      [.name, .iri, .classLabel, .x, .y, .community, .pageRank, .betweenness, .degree]
    case .cytoscape:
      [
        .name, .iri, .class, .classLabel, .shape, .icon, .colour, .x, .y, .size, .community,
        .pageRank, .betweenness, .degree,
      ]
    }
  }

  /// The fixed columns of the edges, in the order in which they are written.
  var edgeColumns: [GraphMLColumn] {
    let evidence: [GraphMLColumn] = [
      .status, .statusLabel, .confidence, .documents, .quote, .period,
    ]
    switch self {
    case .plain:
      return [.edgeLabel, .interaction, .predicate, .edgeColour, .symmetric, .line, .weight]
        + evidence
    case .gephi:
      return [.edgeLabel, .predicate, .edgeColour, .symmetric, .line, .weight] + evidence
    case .yed: return [.interaction, .predicate, .symmetric, .weight] + evidence
    case .neo4j: return [.caption, .predicate, .symmetric, .weight] + evidence
    case .cytoscape:
      return [.interaction, .caption, .predicate, .edgeColour, .symmetric, .line, .weight]
        + evidence
    }
  }

  /// Whether the graph as a whole is told of: Gephi warns of it, and APOC takes keys of the graph
  /// for those of edges.
  var describesGraph: Bool {
    switch self {
    case .plain, .yed, .cytoscape: true
    case .gephi, .neo4j: false
    }
  }

  /// Whether keys of arrays say so, which only APOC reads.
  var marksLists: Bool { self == .neo4j }
}

/// A fixed column of a GraphML document.
///
/// Key ids are one name space for nodes and edges, since Cytoscape keeps them so; Gephi takes
/// `label`, `edgelabel`, `x`, `y`, `size`, `r`, `g`, `b`, `color` and `weight` by their ids.
enum GraphMLColumn: Hashable {
  case label, name, iri, `class`, classLabel, shape, icon
  case red, green, blue, colour
  case x, y, size, community, pageRank, betweenness, degree
  case edgeLabel, interaction, caption, predicate, edgeColour, symmetric, line, weight
  case status, statusLabel, confidence, documents, quote, period

  /// Id, name and type of the key.
  var key: (id: String, name: String, type: GraphMLType) {
    switch self {
    case .label: ("label", "label", .string)
    case .name: ("name", "name", .string)
    case .iri: ("iri", "iri", .string)
    case .class: ("class", "class", .string)
    case .classLabel: ("classlabel", "class_label", .string)
    case .shape: ("shape", "shape", .string)
    case .icon: ("icon", "icon", .string)
    case .red: ("r", "r", .int)
    case .green: ("g", "g", .int)
    case .blue: ("b", "b", .int)
    case .colour: ("color", "color", .string)
    case .x: ("x", "x", .double)
    case .y: ("y", "y", .double)
    case .size: ("size", "size", .double)
    case .community: ("community", "community", .int)
    case .pageRank: ("pagerank", "pagerank", .double)
    case .betweenness: ("betweenness", "betweenness", .double)
    case .degree: ("degree", "degree", .int)
    case .edgeLabel: ("edgelabel", "label", .string)
    case .interaction: ("interaction", "interaction", .string)
    case .caption: ("caption", "caption", .string)
    case .predicate: ("predicate", "predicate", .string)
    case .edgeColour: ("edgecolor", "color", .string)
    case .symmetric: ("symmetric", "symmetric", .boolean)
    case .line: ("line", "line", .string)
    case .weight: ("weight", "weight", .double)
    case .status: ("status", "status", .string)
    case .statusLabel: ("statuslabel", "status_label", .string)
    case .confidence: ("confidence", "confidence", .double)
    case .documents: ("documents", "documents", .int)
    case .quote: ("quote", "quote", .string)
    case .period: ("period", "period", .string)
    }
  }
}
