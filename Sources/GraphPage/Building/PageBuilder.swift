import Diagnostics
package import DomainPack
package import PropertyGraph
import RDF

/// Makes the model of a page from a graph that has been laid out.
///
/// ```swift
/// let model = PageBuilder(style: style, about: about).model(of: graph)
/// let page = PageSerializer(language: .indonesian).write(model)
/// ```
package struct PageBuilder {
  /// How the graph looks.
  package var style: GraphStyle
  /// What the page says about itself.
  package var about: PageModel.About
  /// The predicates by which regulations descend from each other, by IRI.
  package var descent: [String]

  /// A builder of pages in a style.
  package init(style: GraphStyle, about: PageModel.About, descent: [String] = []) {
    self.style = style
    self.about = about
    self.descent = descent
  }

  /// Everything that a page shows of the graph.
  ///
  /// - Precondition: the nodes have places.
  /// - Complexity: O(nodes + edges + values + claims).
  package func model(of graph: PropertyGraph) -> PageModel {
    let names = PageNames(graph)
    let evidence = PageEvidence(graph)
    var model = PageModel(about: about)
    model.about.lightBackground = style.lightBackground.hex
    model.about.darkBackground = style.darkBackground.hex
    model.classes = graph.classes.map(nodeClass)
    model.predicates = graph.predicates.map(predicate)
    model.statuses = graph.statuses.map { status in
      PageModel.Status(
        iri: status.iri, label: style.statusLabels[status.name] ?? both(status.name),
        isDashed: status.isDashed)
    }
    model.attributeKeys = names.predicates.map { predicate in
      PageModel.AttributeKey(iri: predicate, label: caption(of: predicate))
    }
    model.documents = graph.documents.map { document in
      PageModel.Document(
        iri: document.iri, title: document.label,
        fileName: document.node.flatMap { names.fileName(ofNode: $0) })
    }
    let documentsOf = evidence.documentsOfNodes()
    model.nodes = graph.nodes.indices.map { index in
      PageModel.Node(
        iri: graph.text(of: graph.nodes.terms[index]), name: names.name(ofNode: index),
        otherNames: names.otherNames(ofNode: index),
        classIndex: Int(graph.nodes.classes[index]), x: graph.nodes.x[index],
        y: graph.nodes.y[index], size: graph.nodes.sizes[index],
        community: Int(graph.nodes.communities[index]),
        attributes: names.values(ofNode: index), documents: documentsOf[index])
    }
    model.edges = graph.edges.indices.map { edge($0, of: graph, evidence) }
    model.conflicts = graph.conflicts.compactMap { conflict($0, of: graph, evidence) }
    let charts = PageCharts(graph, descent: descent)
    model.map = charts.map()
    model.layers = charts.layers()
    return model
  }

  // MARK: Looks

  private func nodeClass(_ look: PropertyGraph.NodeClass) -> PageModel.NodeClass {
    let wish = style.classes[look.iri]
    return PageModel.NodeClass(
      iri: look.iri, label: wish?.label ?? both(look.label),
      plural: wish?.plural ?? wish?.label ?? both(look.plural), colour: look.colour.hex,
      darkColour: look.darkColour.hex, shape: shape(look.shape), icon: look.icon)
  }

  private func predicate(_ look: PropertyGraph.EdgePredicate) -> PageModel.Predicate {
    PageModel.Predicate(
      iri: look.iri, label: caption(of: look.iri), colour: look.colour.hex,
      darkColour: look.colour.mixed(with: .white, percent: 18).hex, line: line(look.line),
      isSymmetric: look.isSymmetric)
  }

  private func shape(_ shape: NodeShape) -> PageModel.Shape {
    switch shape {
    case .ellipse: .ellipse
    case .rectangle: .rectangle
    case .roundRectangle: .roundRectangle
    case .diamond: .diamond
    case .triangle: .triangle
    case .hexagon: .hexagon
    case .octagon: .octagon
    case .parallelogram: .parallelogram
    }
  }

  private func line(_ line: LineStyle) -> PageModel.Line {
    switch line {
    case .solid: .solid
    case .dashed: .dashed
    case .dotted: .dotted
    }
  }

  /// The caption of a predicate; the end of its IRI if the style has none.
  private func caption(of predicate: String) -> Message {
    style.predicates[predicate]?.label ?? both(predicate.localName)
  }

  private func both(_ text: String) -> Message { Message(en: text, id: text) }

  // MARK: Statements

  private func edge(
    _ index: Int, of graph: PropertyGraph, _ evidence: PageEvidence
  ) -> PageModel.Edge {
    let claims = graph.edgeClaims[index].map { evidence.of(claim: Int($0)) }
    return PageModel.Edge(
      source: Int(graph.edges.sources[index]), target: Int(graph.edges.targets[index]),
      predicate: Int(graph.edges.predicates[index]), status: claims.first?.status,
      confidence: claims.first?.confidence, years: years(ofEdge: index, graph),
      period: claims.first?.period, evidence: claims)
  }

  /// The years in which an edge holds: its own, else those of its source, else those of its target.
  ///
  /// An end that nobody tells is taken to be the year of the other one.
  private func years(ofEdge edge: Int, _ graph: PropertyGraph) -> ClosedRange<Int>? {
    let spans = [
      graph.spans(ofEdge: edge), graph.spans(ofNode: Int(graph.edges.sources[edge])),
      graph.spans(ofNode: Int(graph.edges.targets[edge])),
    ].first { !$0.isEmpty }
    let ends = (spans ?? []).flatMap { [$0.first?.year, $0.last?.year].compactMap(\.self) }
    guard let first = ends.min(), let last = ends.max() else { return nil }
    return first...last
  }

  private func conflict(
    _ conflict: PropertyGraph.Conflict, of graph: PropertyGraph, _ evidence: PageEvidence
  ) -> PageModel.Conflict? {
    guard let node = conflict.node, conflict.claims.count > 1 else { return nil }
    let captions = graph.predicates(of: conflict).map(caption)
    return PageModel.Conflict(
      subject: .node(node),
      label: conflict.predicate.isEmpty
        ? Message(
          en: captions.map(\.english).joined(separator: " / "),
          id: captions.map(\.indonesian).joined(separator: " / "))
        : caption(of: conflict.predicate),
      rivals: conflict.claims.map { claim in
        conflict.predicate.isEmpty
          ? rivalStatement(claim, of: graph, evidence) : rivalValue(claim, of: graph, evidence)
      },
      chosen: conflict.chosen.flatMap { conflict.claims.firstIndex(of: $0) })
  }

  /// The value that a claim gives to the thing that the conflict is about.
  private func rivalValue(
    _ claim: Int, of graph: PropertyGraph, _ evidence: PageEvidence
  ) -> PageModel.Conflict.Rival {
    let object = graph.claims.objects[claim]
    return PageModel.Conflict.Rival(
      value: name(of: object, in: graph, evidence), node: evidence.node(ofTerm: object),
      evidence: evidence.of(claim: claim))
  }

  /// What a claim says that its subject does to the thing.
  private func rivalStatement(
    _ claim: Int, of graph: PropertyGraph, _ evidence: PageEvidence
  ) -> PageModel.Conflict.Rival {
    let claims = graph.claims
    let verb = caption(of: graph.text(of: claims.predicates[claim])).text(in: graph.language)
    let subject = name(of: claims.subjects[claim], in: graph, evidence)
    let object = name(of: claims.objects[claim], in: graph, evidence)
    return PageModel.Conflict.Rival(
      value: "\(subject) \(verb) \(object)", evidence: evidence.of(claim: claim))
  }

  private func name(
    of term: TermDictionary.ID, in graph: PropertyGraph, _ evidence: PageEvidence
  ) -> String {
    evidence.node(ofTerm: term).map { graph.nodes.labels[$0] } ?? graph.valueText(of: term)
  }
}
