import Diagnostics

/// The data blocks of a page.
struct PageData {
  let model: PageModel
  let language: MessageLanguage

  /// Legend, places and what the filters need.
  func writeGraph(to out: inout PageBytes) {
    let (nodes, edges) = (model.nodes, model.edges)
    for edge in edges {
      precondition(
        nodes.indices.contains(edge.source) && nodes.indices.contains(edge.target)
          && model.predicates.indices.contains(edge.predicate),
        "an edge joins nodes of the model by a predicate of the model")
    }
    out.markup("{\"version\":")
    out.integer(GraphPage.dataVersion)
    out.markup(",\"language\":")
    out.json(language.rawValue)
    out.markup(",\"about\":")
    writeAbout(to: &out)
    out.markup(",\"classes\":")
    out.list(model.classes, Self.write)
    out.markup(",\"predicates\":")
    out.list(model.predicates, Self.write)
    out.markup(",\"statuses\":")
    out.list(model.statuses, Self.write)
    out.markup(",\"documents\":")
    out.list(model.documents) { Self.write($0, iri: shortened($0.iri), to: &$1) }
    out.markup(",\n\"nodes\":{\"x\":")
    PageColumn.write(nodes.map(\.x), to: &out)
    out.markup(",\"y\":")
    PageColumn.write(nodes.map(\.y), to: &out)
    out.markup(",\"size\":")
    PageColumn.write(nodes.map(\.size), to: &out)
    out.markup(",\"class\":")
    PageColumn.write(nodes.map(\.classIndex), to: &out)
    out.markup(",\"community\":")
    PageColumn.write(nodes.map(\.community), to: &out)
    out.markup("},\n\"edges\":{\"source\":")
    PageColumn.write(edges.map(\.source), to: &out)
    out.markup(",\"target\":")
    PageColumn.write(edges.map(\.target), to: &out)
    out.markup(",\"predicate\":")
    PageColumn.write(edges.map(\.predicate), to: &out)
    // Whatever may be missing is written one higher, 0 for what is not there.
    out.markup(",\"status\":")
    PageColumn.write(edges.map { ($0.status ?? -1) + 1 }, to: &out)
    out.markup(",\"confidence\":")
    PageColumn.write(
      edges.map { $0.confidence.map { Int((min(1, max(0, $0)) * 100).rounded()) + 1 } ?? 0 },
      to: &out)
    let firstYear = edges.compactMap(\.years?.lowerBound).min() ?? 0
    out.markup(",\"firstYear\":")
    out.integer(firstYear)
    out.markup(",\"from\":")
    PageColumn.write(edges.map { $0.years.map { $0.lowerBound - firstYear + 1 } ?? 0 }, to: &out)
    out.markup(",\"to\":")
    PageColumn.write(edges.map { $0.years.map { $0.upperBound - firstYear + 1 } ?? 0 }, to: &out)
    let documents = edges.map { edge in
      var seen: Set<Int> = []
      return edge.evidence.compactMap(\.document).filter { seen.insert($0).inserted }
    }
    out.markup(",\"documentsEnd\":")
    PageColumn.write(Self.ends(of: documents.map(\.count)), to: &out)
    out.markup(",\"documents\":")
    PageColumn.write(documents.flatMap { $0 }, to: &out)
    out.markup("},\n\"conflicts\":")
    out.list(model.conflicts) { conflict, out in
      switch conflict.subject {
      case .node(let node):
        precondition(nodes.indices.contains(node), "a conflict is about a node of the model")
        out.markup("{\"node\":")
        out.integer(node)
      case .edge(let edge):
        precondition(edges.indices.contains(edge), "a conflict is about an edge of the model")
        out.markup("{\"edge\":")
        out.integer(edge)
      }
      out.markup(",\"label\":")
      out.json(conflict.label)
      out.markup("}")
    }
    writeMap(to: &out)
    writeLayers(to: &out)
    out.markup("}")
  }

  private func writeAbout(to out: inout PageBytes) {
    let about = model.about
    out.markup("{\"title\":")
    out.json(about.title)
    for (name, value) in [
      ("licence", about.licence), ("creator", about.creator), ("version", about.version),
      ("pack", about.packHash), ("base", about.base), ("light", about.lightBackground),
      ("dark", about.darkBackground),
    ] {
      out.markup(",")
      out.json(name)
      out.markup(":")
      out.json(value)
    }
    out.markup(",\"quads\":")
    out.integer(about.quadCount)
    out.markup("}")
  }

  private static func write(_ nodeClass: PageModel.NodeClass, to out: inout PageBytes) {
    out.markup("{\"iri\":")
    out.json(nodeClass.iri)
    out.markup(",\"label\":")
    out.json(nodeClass.label)
    out.markup(",\"plural\":")
    out.json(nodeClass.plural)
    out.markup(",\"light\":")
    out.json(nodeClass.colour)
    out.markup(",\"dark\":")
    out.json(nodeClass.darkColour)
    out.markup(",\"shape\":")
    out.json(nodeClass.shape.rawValue)
    out.markup(",\"icon\":")
    out.json(nodeClass.icon)
    out.markup("}")
  }

  private static func write(_ predicate: PageModel.Predicate, to out: inout PageBytes) {
    out.markup("{\"iri\":")
    out.json(predicate.iri)
    out.markup(",\"label\":")
    out.json(predicate.label)
    out.markup(",\"light\":")
    out.json(predicate.colour)
    out.markup(",\"dark\":")
    out.json(predicate.darkColour)
    out.markup(",\"line\":")
    out.json(predicate.line.rawValue)
    out.markup(predicate.isSymmetric ? ",\"symmetric\":true}" : ",\"symmetric\":false}")
  }

  private static func write(_ status: PageModel.Status, to out: inout PageBytes) {
    out.markup("{\"iri\":")
    out.json(status.iri)
    out.markup(",\"label\":")
    out.json(status.label)
    out.markup(status.isDashed ? ",\"dashed\":true}" : ",\"dashed\":false}")
  }

  private static func write(
    _ document: PageModel.Document, iri: String, to out: inout PageBytes
  ) {
    out.markup("{\"iri\":")
    out.json(iri)
    out.markup(",\"title\":")
    out.json(document.title)
    out.markup(",\"file\":")
    out.json(document.fileName)
    out.markup(",\"language\":")
    out.json(document.language)
    out.markup("}")
  }

  /// An IRI with `*` for the base: no IRI begins with it, nor does a blank node.
  func shortened(_ iri: String) -> String {
    guard !model.about.base.isEmpty, iri.hasPrefix(model.about.base) else { return iri }
    return "*" + iri.dropFirst(model.about.base.count)
  }

  /// Where the part of each ends in the list of all.
  static func ends(of counts: [Int]) -> [Int] {
    var end = 0
    return counts.map { count in
      end += count
      return end
    }
  }
}
