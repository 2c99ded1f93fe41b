import Diagnostics
import DomainPack
import GraphPage
import Mapping
import PropertyGraph
import RDF

extension PageModel {
  /// What a page shows of a graph that has its places, with captions in both languages.
  init(of graph: PropertyGraph, style: GraphStyle) {
    self = PageMaker(graph, style: style).model()
  }
}

/// Makes the model of a page, list by list.
private struct PageMaker {
  private let graph: PropertyGraph
  private let style: GraphStyle
  private let english: NodeNames
  private let indonesian: NodeNames
  /// Places among the page's keys of values, by predicate.
  private var keyOf: [String: Int] = [:]
  private var keys: [AttributeKey] = []

  private typealias AttributeKey = PageModel.AttributeKey

  init(_ graph: PropertyGraph, style: GraphStyle) {
    self.graph = graph
    self.style = style
    english = NodeNames(of: graph, in: .english)
    indonesian = NodeNames(of: graph, in: .indonesian)
    // Of a predicate there is one key, whatever the languages of its values.
    for key in graph.attributes.keys where keyOf[key.predicate] == nil {
      keyOf[key.predicate] = keys.count
      keys.append(AttributeKey(iri: key.predicate, label: Self.label(of: key.predicate, style)))
    }
  }

  func model() -> PageModel {
    var model = PageModel(about: about)
    model.classes = graph.classes.map { look in
      let known = style.classes[look.iri]
      return PageModel.NodeClass(
        iri: look.iri, label: known?.label ?? Message(en: look.label, id: look.label),
        plural: known?.plural ?? known?.label ?? Message(en: look.plural, id: look.plural),
        colour: look.colour.hex, darkColour: look.darkColour.hex,
        shape: PageModel.Shape(rawValue: look.shape.rawValue) ?? .ellipse, icon: look.icon)
    }
    model.predicates = graph.predicates.map { predicate in
      PageModel.Predicate(
        iri: predicate.iri, label: Self.label(of: predicate.iri, style),
        colour: predicate.colour.hex,
        darkColour: predicate.colour.mixed(with: .white, percent: 18).hex,
        line: PageModel.Line(rawValue: predicate.line.rawValue) ?? .solid,
        isSymmetric: predicate.isSymmetric)
    }
    model.statuses = graph.statuses.map { status in
      PageModel.Status(
        iri: status.iri,
        label: style.statusLabels[status.name] ?? Message(en: status.label, id: status.label),
        isDashed: status.isDashed)
    }
    model.attributeKeys = keys
    model.documents = graph.documents.map { document in
      PageModel.Document(
        iri: document.iri, title: document.label,
        fileName: document.node.flatMap { value(SMP.fileName.iri, ofNode: $0) })
    }
    model.nodes = nodes()
    model.edges = graph.edges.indices.map(edge)
    model.conflicts = graph.conflicts.compactMap(conflict)
    return model
  }

  private var about: PageModel.About {
    let said = graph.about
    var about = PageModel.About(
      title: style.title ?? said.map { Message(en: $0.title, id: $0.title) }
        ?? Message(en: "Graph", id: "Graf"),
      licence: said?.license, creator: said?.creator, version: SimpulVersion.current,
      packHash: said?.packDigest, base: Self.commonStart(of: graph),
      quadCount: graph.tally.total)
    about.lightBackground = style.lightBackground.hex
    about.darkBackground = style.darkBackground.hex
    return about
  }

  /// What the IRIs of most nodes begin with, up to a slash: that of the node in the middle.
  private static func commonStart(of graph: PropertyGraph) -> String {
    guard graph.nodes.count > 0 else { return "" }
    let middle = graph.node(graph.nodes.count / 2).iri
    let parts = middle.split(separator: "/", omittingEmptySubsequences: false)
    let starts = (3..<max(parts.count, 3)).map { parts.prefix($0).joined(separator: "/") + "/" }
    let iris = graph.nodes.indices.map { graph.text(of: graph.nodes.terms[$0]) }
    return starts.last { start in iris.count { $0.hasPrefix(start) } * 2 > iris.count } ?? ""
  }

  private static func label(of predicate: String, _ style: GraphStyle) -> Message {
    style.predicates[predicate]?.label
      ?? Message(en: predicate.localName, id: predicate.localName)
  }

  private func value(_ predicate: String, ofNode node: Int) -> String? {
    graph.attributes.rows[node].first { place in
      graph.attributes.keys[Int(graph.attributes.keyIndices[place])].predicate == predicate
    }.map { graph.text(of: graph.attributes.values[$0]) }
  }

  // MARK: Nodes

  private func nodes() -> [PageModel.Node] {
    var documents = [Set<Int>](repeating: [], count: graph.nodes.count)
    func note(_ claims: ArraySlice<Int32>, at node: Int) {
      for claim in claims where graph.claims.documents[Int(claim)] >= 0 {
        documents[node].insert(Int(graph.claims.documents[Int(claim)]))
      }
    }
    for node in graph.nodes.indices { note(graph.nodeClaims[node], at: node) }
    for edge in graph.edges.indices {
      note(graph.edgeClaims[edge], at: Int(graph.edges.sources[edge]))
      note(graph.edgeClaims[edge], at: Int(graph.edges.targets[edge]))
    }
    return graph.nodes.indices.map { node in
      let name = Message(en: english.name(of: node), id: indonesian.name(of: node))
      return PageModel.Node(
        iri: graph.text(of: graph.nodes.terms[node]), name: name,
        otherNames: english.others(of: node).filter { $0 != name.english && $0 != name.indonesian },
        classIndex: Int(graph.nodes.classes[node]), x: graph.nodes.x[node], y: graph.nodes.y[node],
        size: graph.nodes.sizes[node], attributes: attributes(of: node),
        documents: documents[node].sorted())
    }
  }

  private func attributes(of node: Int) -> [PageModel.Attribute] {
    var attributes: [PageModel.Attribute] = []
    for attribute in graph.node(node).attributes {
      guard let key = keyOf[attribute.predicate] else { continue }
      let values = attribute.values.map { term in
        switch term {
        case .literal(let literal):
          PageModel.Value(literal.lexicalForm, language: literal.language)
        case .namedNode(let node): value(of: node)
        case .blankNode(let node): PageModel.Value("_:" + node.label)
        case .tripleTerm: PageModel.Value("<<( … )>>")
        }
      }
      if attributes.last?.key == key {
        attributes[attributes.count - 1].values += values
      } else {
        attributes.append(PageModel.Attribute(key: key, values: values))
      }
    }
    return attributes
  }

  /// A concept of the vocabulary by its name, anything else as a link.
  private func value(of node: NamedNode) -> PageModel.Value {
    guard node.iri.hasPrefix(SMP.namespace) else { return PageModel.Value(node.iri, isIRI: true) }
    let name = node.iri.localName
    return PageModel.Value(style.statusLabels[name]?.text(in: graph.language) ?? name)
  }

  // MARK: Edges and claims

  private func edge(_ index: Int) -> PageModel.Edge {
    let evidence = graph.edgeClaims[index].map { self.evidence(Int($0)) }
    var spans = graph.spans(ofEdge: index)
    if spans.isEmpty { spans = graph.spans(ofNode: Int(graph.edges.sources[index])) }
    if spans.isEmpty { spans = graph.spans(ofNode: Int(graph.edges.targets[index])) }
    return PageModel.Edge(
      source: Int(graph.edges.sources[index]), target: Int(graph.edges.targets[index]),
      predicate: Int(graph.edges.predicates[index]), status: evidence.first?.status,
      confidence: evidence.first?.confidence, years: Self.years(of: spans),
      period: evidence.first?.period, evidence: evidence)
  }

  /// The first and the last year; where an end is open the other one counts for both.
  private static func years(of spans: [TimeSpan]) -> ClosedRange<Int>? {
    let years = spans.flatMap { [$0.first?.year, $0.last?.year] }.compactMap(\.self)
    guard let first = years.min(), let last = years.max() else { return nil }
    return first...last
  }

  private func evidence(_ claim: Int) -> PageModel.Evidence {
    let claims = graph.claims
    func text(_ term: TermDictionary.ID) -> String? { term == 0 ? nil : graph.text(of: term) }
    let confidence = claims.confidences[claim]
    return PageModel.Evidence(
      document: claims.documents[claim] < 0 ? nil : Int(claims.documents[claim]),
      characters: text(claims.passages[claim]).flatMap(Self.characters),
      page: text(claims.pages[claim]), part: text(claims.parts[claim]),
      quote: text(claims.quotes[claim]), rule: text(claims.rules[claim]),
      confidence: confidence.isFinite ? confidence : nil,
      status: claims.statuses[claim] < 0 ? nil : Int(claims.statuses[claim]),
      period: text(claims.periods[claim]), claim: text(claims.terms[claim]))
  }

  /// The range in a fragment `#char=120,310` ([RFC 5147](https://www.rfc-editor.org/rfc/rfc5147)).
  private static func characters(of passage: String) -> Range<Int>? {
    guard let sign = passage.firstRange(of: "#char=") else { return nil }
    let ends = passage[sign.upperBound...].split(separator: ",")
    guard ends.count == 2, let start = Int(ends[0]), let end = Int(ends[1]), start >= 0, start < end
    else { return nil }
    return start..<end
  }

  private func conflict(_ conflict: PropertyGraph.Conflict) -> PageModel.Conflict? {
    guard let node = conflict.node, conflict.claims.count > 1 else { return nil }
    let rivals = conflict.claims.map { claim in
      let object = graph.claims.objects[claim]
      let node = graph.node(ofTerm: object)
      return PageModel.Conflict.Rival(
        value: node.map { graph.nodes.labels[$0] } ?? graph.valueText(of: object), node: node,
        evidence: evidence(claim))
    }
    return PageModel.Conflict(
      subject: .node(node), label: Self.label(of: conflict.predicate, style), rivals: rivals,
      chosen: conflict.chosen.flatMap(conflict.claims.firstIndex(of:)))
  }
}
