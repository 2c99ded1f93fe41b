import DomainPack
import PropertyGraph
import RDF

/// What a GraphML document of a graph is made of.
///
/// What all nodes of a class, and all edges of a predicate, have in common is made once, together
/// with the markup around it. Nothing here changes while a document is written, so that nothing is
/// copied for a node or an edge.
struct GraphMLDocument {
  let graph: PropertyGraph
  let flavour: GraphMLFlavour
  let keys: GraphMLKeys
  /// By class: what stands between the id of a node and its first own value.
  private var nodeTags: [[UInt8]] = []
  /// By own column of nodes but the last: what stands between its value and the next one.
  private var nodeSeparators: [[UInt8]] = []
  /// By class: the end of the last own value, and the data that its nodes share.
  private var classBlocks: [[UInt8]] = []
  /// By predicate and line: what stands between the ends of an edge and its own data.
  private var edgeTags: [[UInt8]] = []
  /// What stands before the weight of an edge.
  private var weightOpening: [UInt8] = []
  /// By status: its two values.
  private var statusBlocks: [[UInt8]] = []
  private let nodeColumns: [GraphMLColumn]
  /// The columns of the evidence, in order.
  private let evidenceColumns: [(column: GraphMLColumn, opening: [UInt8])]
  private let yed: YEdGraphics?
  /// Characters replaced in what is made once.
  private(set) var replacedCharacters = 0

  init(_ graph: PropertyGraph, flavour: GraphMLFlavour) {
    self.graph = graph
    self.flavour = flavour
    let keys = GraphMLKeys(graph, flavour: flavour)
    self.keys = keys
    let ownNodeColumns = keys.nodeColumns.filter { !$0.column.isOfClass }
    nodeColumns = ownNodeColumns.map(\.column)
    evidenceColumns = keys.edgeColumns
      .filter { !$0.column.isOfPredicate && $0.column != .weight }
      .map { ($0.column, $0.key.opening) }
    yed = flavour == .yed ? YEdGraphics(graph) : nil
    var shared = XMLBytes()
    makeNodeParts(ownNodeColumns.map(\.key.opening), with: &shared)
    makeEdgeParts(with: &shared)
    replacedCharacters = shared.replacedCharacters
  }

  private mutating func makeNodeParts(_ openings: [[UInt8]], with shared: inout XMLBytes) {
    for nodeClass in graph.classes {
      shared.markup("\"")
      if flavour == .neo4j {
        shared.markup(" labels=\":")
        shared.escaped(Neo4jNames.label(of: nodeClass))
        shared.markup("\"")
      }
      shared.markup(">\n")
      if let first = openings.first { shared.raw(first) }
      nodeTags.append(shared.take())
      if !openings.isEmpty { shared.markup("</data>\n") }
      for (column, key) in keys.nodeColumns {
        Self.write(column.value(of: nodeClass), key.opening, to: &shared)
      }
      classBlocks.append(shared.take())
    }
    for opening in openings.dropFirst() {
      shared.markup("</data>\n")
      shared.raw(opening)
      nodeSeparators.append(shared.take())
    }
  }

  private mutating func makeEdgeParts(with shared: inout XMLBytes) {
    for predicate in graph.predicates {
      shared.markup("\"")
      switch flavour {
      case .plain, .yed, .cytoscape: break
      case .gephi:
        shared.markup(" label=\"")
        shared.escaped(predicate.label)
        shared.markup("\"")
      case .neo4j:
        shared.markup(" label=\"")
        shared.escaped(Neo4jNames.type(of: predicate))
        shared.markup("\"")
      }
      shared.markup(">\n")
      let tag = shared.take()
      for line in LineStyle.allCases {
        shared.raw(tag)
        for (column, key) in keys.edgeColumns {
          Self.write(column.value(of: predicate, line: line), key.opening, to: &shared)
        }
        edgeTags.append(shared.take())
      }
    }
    for (column, key) in keys.edgeColumns where column == .weight { weightOpening = key.opening }
    for status in graph.statuses {
      for (column, key) in keys.edgeColumns {
        switch column {
        case .status: Self.write(status.name, key.opening, to: &shared)
        case .statusLabel: Self.write(status.label, key.opening, to: &shared)
        default: break
        }
      }
      statusBlocks.append(shared.take())
    }
  }

  // MARK: Head

  func writeHead(to out: inout XMLBytes) {
    out.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
      """)
    if flavour == .yed { out.markup(" xmlns:y=\"http://www.yworks.com/xml/graphml\"") }
    out.markup(">\n")
    for key in keys.all { declare(key, in: &out) }
    if flavour == .yed { YEdGraphics.declare(in: &out) }
    out.markup("  <graph id=\"G\" edgedefault=\"directed\">\n")
    if flavour.describesGraph, let about = graph.about { write(about, to: &out) }
  }

  private func declare(_ key: GraphMLKeys.Key, in out: inout XMLBytes) {
    out.markup("  <key id=\"")
    out.ascii(key.id)
    out.ascii("\" for=\"\(key.owner.rawValue)\" attr.name=\"")
    out.escaped(key.name)
    out.ascii("\" attr.type=\"\(key.type.rawValue)\"")
    if key.isMultiple, flavour.marksLists { out.markup(" attr.list=\"string\"") }
    out.markup("/>\n")
  }

  /// The description as the graph's own data, which must come before every node, since readers put
  /// data behind one down to that node.
  private func write(_ about: GraphDescription, to out: inout XMLBytes) {
    out.markup("    <desc>")
    out.escaped(about.title)
    out.markup("</desc>\n")
    for (name, value) in about.entries where !value.isEmpty {
      out.ascii("    <data key=\"\(name)\">")
      out.escaped(value)
      out.markup("</data>\n")
    }
  }

  // MARK: Nodes

  func writeNode(_ node: Int, to out: inout XMLBytes) {
    let classIndex = Int(graph.nodes.classes[node])
    out.markup("    <node id=\"n")
    out.integer(node)
    out.raw(nodeTags[classIndex])
    for place in nodeColumns.indices {
      if place > 0 { out.raw(nodeSeparators[place - 1]) }
      write(nodeColumns[place], ofNode: node, to: &out)
    }
    out.raw(classBlocks[classIndex])
    yed?.writeNode(node, of: graph, to: &out)
    writeAttributes(of: graph.attributes, row: node, keys: keys.nodeKeys, to: &out)
    out.markup("    </node>\n")
  }

  private func write(_ column: GraphMLColumn, ofNode node: Int, to out: inout XMLBytes) {
    switch column {
    case .label, .name:
      out.escaped(graph.nodes.labels.bytes.span.extracting(graph.nodes.labels.range(of: node)))
    case .iri:
      let range = graph.terms.textRange(of: graph.nodes.terms[node])
      out.escaped(graph.terms.bytes.span.extracting(range))
    case .x: out.number(graph.nodes.x[node])
    case .y: out.number(graph.nodes.y[node])
    case .size: out.number(graph.nodes.sizes[node])
    case .community: out.integer(Int(graph.nodes.communities[node]))
    case .pageRank: out.ascii(ShortNumber.text(of: graph.nodes.pageRanks[node]))
    case .betweenness: out.ascii(ShortNumber.text(of: graph.nodes.betweenness[node]))
    case .degree: out.integer(Int(graph.nodes.degrees[node]))
    default: break
    }
  }

  // MARK: Edges

  func writeEdge(_ edge: Int, to out: inout XMLBytes) {
    out.markup("    <edge id=\"e")
    out.integer(edge)
    out.markup("\" source=\"n")
    out.integer(Int(graph.edges.sources[edge]))
    out.markup("\" target=\"n")
    out.integer(Int(graph.edges.targets[edge]))
    let predicate = Int(graph.edges.predicates[edge])
    out.raw(edgeTags[predicate * LineStyle.allCases.count + graph.edges.lines[edge].place])
    yed?.writeEdge(edge, of: graph, to: &out)
    out.raw(weightOpening)
    out.integer(max(1, Int(graph.edges.documentCounts[edge])))
    out.markup("</data>\n")
    if let best = graph.edgeClaims[edge].first {
      for place in evidenceColumns.indices {
        writeEvidence(place, best: Int(best), ofEdge: edge, to: &out)
      }
    }
    writeAttributes(of: graph.edgeAttributes, row: edge, keys: keys.edgeKeys, to: &out)
    out.markup("    </edge>\n")
  }

  private func writeEvidence(
    _ place: Int, best: Int, ofEdge edge: Int, to out: inout XMLBytes
  ) {
    switch evidenceColumns[place].column {
    case .status:
      // Both columns of it are in one block.
      let status = graph.claims.statuses[best]
      if status >= 0 { out.raw(statusBlocks[Int(status)]) }
    case .confidence:
      guard graph.claims.confidences[best].isFinite else { return }
      out.raw(evidenceColumns[place].opening)
      out.number(graph.claims.confidences[best])
      out.markup("</data>\n")
    case .documents:
      out.raw(evidenceColumns[place].opening)
      out.integer(Int(graph.edges.documentCounts[edge]))
      out.markup("</data>\n")
    case .quote:
      write(text: graph.claims.quotes[best], behind: evidenceColumns[place].opening, to: &out)
    case .period:
      write(text: graph.claims.periods[best], behind: evidenceColumns[place].opening, to: &out)
    default: break
    }
  }

  // MARK: Values

  private func write(
    text term: TermDictionary.ID, behind opening: [UInt8], to out: inout XMLBytes
  ) {
    guard term != 0 else { return }
    let range = graph.terms.textRange(of: term)
    guard !range.isEmpty else { return }
    out.raw(opening)
    out.escaped(canonical: graph.terms.bytes.span.extracting(range))
    out.markup("</data>\n")
  }

  /// The values of a row; nothing where one is empty, since some readers refuse empty elements.
  private func writeAttributes(
    of columns: AttributeColumns, row: Int, keys: [GraphMLKeys.Key], to out: inout XMLBytes
  ) {
    guard row < columns.rows.count else { return }
    let places = columns.rows[row]
    var place = places.lowerBound
    while place < places.upperBound {
      let index = Int(columns.keyIndices[place])
      var end = place + 1
      while end < places.upperBound, Int(columns.keyIndices[end]) == index { end += 1 }
      if keys[index].isMultiple {
        var array: [UInt8] = []
        ValueText.appendArray(columns.values[place..<end], of: graph, to: &array)
        out.raw(keys[index].opening)
        out.escaped(array.span)
        out.markup("</data>\n")
      } else if isWrittenAsIs(columns.values[place], as: keys[index].type) {
        write(text: columns.values[place], behind: keys[index].opening, to: &out)
      } else {
        write(
          columns.values[place], as: keys[index].type, behind: keys[index].opening, to: &out)
      }
      place = end
    }
  }

  /// Whether a value is a literal whose text readers take: any for a text, else a few digits.
  private func isWrittenAsIs(_ value: TermDictionary.ID, as type: GraphMLType) -> Bool {
    guard graph.terms.kind(of: value) == .literal else { return false }
    switch type {
    case .string: return true
    case .boolean: return false
    case .int, .long, .double:
      return ValueText.isPlainNumber(
        graph.terms.bytes.span.extracting(graph.terms.textRange(of: value)))
    }
  }

  /// Any other value.
  private func write(
    _ value: TermDictionary.ID, as type: GraphMLType, behind opening: [UInt8],
    to out: inout XMLBytes
  ) {
    var text: [UInt8] = []
    ValueText.append(value, of: graph, to: &text)
    guard !text.isEmpty else { return }
    out.raw(opening)
    out.escaped(type.canonical(text).span)
    out.markup("</data>\n")
  }

  private static func write(_ value: String?, _ opening: [UInt8], to out: inout XMLBytes) {
    guard let value, !value.isEmpty else { return }
    out.raw(opening)
    out.escaped(value)
    out.markup("</data>\n")
  }
}

extension GraphMLType {
  /// A value of this type as its readers take it: no sign `+`, no needless zeros, booleans in words.
  fileprivate func canonical(_ text: [UInt8]) -> [UInt8] {
    switch self {
    case .boolean: Array((text == Array("true".utf8) || text == [0x31] ? "true" : "false").utf8)
    case .int, .long:
      Int64(String(decoding: text, as: UTF8.self)).map { Array(String($0).utf8) } ?? text
    case .double: text.first == UInt8(ascii: "+") ? Array(text.dropFirst()) : text
    case .string: text
    }
  }
}

extension GraphMLColumn {
  /// Whether all nodes of a class have the same value.
  fileprivate var isOfClass: Bool {
    switch self {
    case .class, .classLabel, .shape, .icon, .red, .green, .blue, .colour: true
    default: false
    }
  }

  /// Whether all edges of a predicate with the same line have the same value.
  fileprivate var isOfPredicate: Bool {
    switch self {
    case .edgeLabel, .interaction, .caption, .predicate, .edgeColour, .symmetric, .line: true
    default: false
    }
  }

  fileprivate func value(of nodeClass: PropertyGraph.NodeClass) -> String? {
    switch self {
    case .class: nodeClass.name
    case .classLabel: nodeClass.label
    case .shape: nodeClass.shape.rawValue
    case .icon: nodeClass.icon
    case .red: String(nodeClass.colour.red)
    case .green: String(nodeClass.colour.green)
    case .blue: String(nodeClass.colour.blue)
    case .colour: nodeClass.colour.hex
    default: nil
    }
  }

  fileprivate func value(
    of predicate: PropertyGraph.EdgePredicate, line: LineStyle
  ) -> String? {
    switch self {
    case .edgeLabel, .caption: predicate.label
    case .interaction: predicate.name
    case .predicate: predicate.iri
    case .edgeColour: predicate.colour.hex
    case .symmetric: predicate.isSymmetric ? "true" : "false"
    case .line: line.rawValue
    default: nil
    }
  }
}
