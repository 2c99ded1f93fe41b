import DomainPack
import PropertyGraph
import RDF

/// A GraphML document in the making.
///
/// What all nodes of a class, and all edges of a predicate, have in common is made once.
struct GraphMLDocument {
  let graph: PropertyGraph
  let flavour: GraphMLFlavour
  let keys: GraphMLKeys
  var out = XMLBytes()
  /// By class: the data that its nodes share.
  private var classBlocks: [[UInt8]] = []
  /// By class: what stands between the id of a node and its data.
  private var nodeTags: [[UInt8]] = []
  /// By predicate and line: the data that its edges share.
  private var predicateBlocks: [[UInt8]] = []
  /// By predicate: what stands between the ends of an edge and its data.
  private var edgeTags: [[UInt8]] = []
  /// By status: its two values.
  private var statusBlocks: [[UInt8]] = []
  private let ownNodeColumns: [(column: GraphMLColumn, key: GraphMLKeys.Key)]
  private let ownEdgeColumns: [(column: GraphMLColumn, key: GraphMLKeys.Key)]
  private let yed: YEdGraphics?
  /// Characters replaced in what is made once.
  private var replacedBefore = 0

  var replacedCharacters: Int { out.replacedCharacters + replacedBefore }

  init(_ graph: PropertyGraph, flavour: GraphMLFlavour) {
    self.graph = graph
    self.flavour = flavour
    let keys = GraphMLKeys(graph, flavour: flavour)
    self.keys = keys
    ownNodeColumns = keys.nodeColumns.filter { !$0.column.isOfClass }
    ownEdgeColumns = keys.edgeColumns.filter { !$0.column.isOfPredicate }
    yed = flavour == .yed ? YEdGraphics(graph) : nil
    var shared = XMLBytes()
    for nodeClass in graph.classes {
      for (column, key) in keys.nodeColumns {
        Self.write(column.value(of: nodeClass), key, to: &shared)
      }
      classBlocks.append(shared.take())
      if flavour == .neo4j {
        shared.markup(" labels=\":")
        shared.escaped(Neo4jNames.label(of: nodeClass))
        shared.markup("\"")
      }
      nodeTags.append(shared.take())
    }
    for predicate in graph.predicates {
      for line in LineStyle.allCases {
        for (column, key) in keys.edgeColumns {
          Self.write(column.value(of: predicate, line: line), key, to: &shared)
        }
        predicateBlocks.append(shared.take())
      }
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
      edgeTags.append(shared.take())
    }
    for status in graph.statuses {
      for (column, key) in keys.edgeColumns {
        switch column {
        case .status: Self.write(status.name, key, to: &shared)
        case .statusLabel: Self.write(status.label, key, to: &shared)
        default: break
        }
      }
      statusBlocks.append(shared.take())
    }
    replacedBefore = shared.replacedCharacters
  }

  // MARK: Head

  mutating func writeHead() {
    out.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
      """)
    if flavour == .yed { out.markup(" xmlns:y=\"http://www.yworks.com/xml/graphml\"") }
    out.markup(">\n")
    for key in keys.all { declare(key) }
    if flavour == .yed { YEdGraphics.declare(in: &out) }
    out.markup("  <graph id=\"G\" edgedefault=\"directed\">\n")
    if flavour.describesGraph, let about = graph.about { write(about) }
  }

  private mutating func declare(_ key: GraphMLKeys.Key) {
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
  private mutating func write(_ about: GraphDescription) {
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

  mutating func writeNode(_ node: Int) {
    let classIndex = Int(graph.nodes.classes[node])
    out.markup("    <node id=\"n")
    out.integer(node)
    out.markup("\"")
    out.raw(nodeTags[classIndex])
    out.markup(">\n")
    for (column, key) in ownNodeColumns {
      out.raw(key.opening)
      write(column, ofNode: node)
      out.markup("</data>\n")
    }
    out.raw(classBlocks[classIndex])
    yed?.writeNode(node, of: graph, to: &out)
    writeAttributes(of: graph.attributes, row: node, keys: keys.nodeKeys)
    out.markup("    </node>\n")
  }

  private mutating func write(_ column: GraphMLColumn, ofNode node: Int) {
    switch column {
    case .label, .name:
      let labels = graph.nodes.labels
      out.escaped(labels.bytes.span.extracting(labels.range(of: node)))
    case .iri:
      let terms = graph.terms
      out.escaped(terms.bytes.span.extracting(terms.textRange(of: graph.nodes.terms[node])))
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

  mutating func writeEdge(_ edge: Int) {
    let predicate = Int(graph.edges.predicates[edge])
    out.markup("    <edge id=\"e")
    out.integer(edge)
    out.markup("\" source=\"n")
    out.integer(Int(graph.edges.sources[edge]))
    out.markup("\" target=\"n")
    out.integer(Int(graph.edges.targets[edge]))
    out.markup("\"")
    out.raw(edgeTags[predicate])
    out.markup(">\n")
    let line = graph.edges.lines[edge]
    out.raw(predicateBlocks[predicate * LineStyle.allCases.count + line.place])
    yed?.writeEdge(edge, of: graph, to: &out)
    let best = graph.edgeClaims[edge].first.map { Int($0) }
    for (column, key) in ownEdgeColumns { write(column, key, ofEdge: edge, best: best) }
    writeAttributes(of: graph.edgeAttributes, row: edge, keys: keys.edgeKeys)
    out.markup("    </edge>\n")
  }

  private mutating func write(
    _ column: GraphMLColumn, _ key: GraphMLKeys.Key, ofEdge edge: Int, best: Int?
  ) {
    if column == .weight {
      out.raw(key.opening)
      out.integer(max(1, Int(graph.edges.documentCounts[edge])))
      return out.markup("</data>\n")
    }
    guard let best else { return }
    switch column {
    case .status:
      // Both columns of it are in one block.
      let status = graph.claims.statuses[best]
      if status >= 0 { out.raw(statusBlocks[Int(status)]) }
    case .confidence:
      guard graph.claims.confidences[best].isFinite else { return }
      out.raw(key.opening)
      out.number(graph.claims.confidences[best])
      out.markup("</data>\n")
    case .documents:
      out.raw(key.opening)
      out.integer(Int(graph.edges.documentCounts[edge]))
      out.markup("</data>\n")
    case .quote: write(text: graph.claims.quotes[best], key)
    case .period: write(text: graph.claims.periods[best], key)
    default: break
    }
  }

  // MARK: Values

  private mutating func write(text term: TermDictionary.ID, _ key: GraphMLKeys.Key) {
    guard term != 0 else { return }
    let terms = graph.terms
    let range = terms.textRange(of: term)
    guard !range.isEmpty else { return }
    out.raw(key.opening)
    out.escaped(canonical: terms.bytes.span.extracting(range))
    out.markup("</data>\n")
  }

  /// The values of a row; nothing where one is empty, since some readers refuse empty elements.
  private mutating func writeAttributes(
    of columns: AttributeColumns, row: Int, keys: [GraphMLKeys.Key]
  ) {
    guard row < columns.rows.count else { return }
    let places = columns.rows[row]
    var place = places.lowerBound
    while place < places.upperBound {
      let key = keys[Int(columns.keyIndices[place])]
      var end = place + 1
      while end < places.upperBound, columns.keyIndices[end] == columns.keyIndices[place] {
        end += 1
      }
      if key.isMultiple {
        var array: [UInt8] = []
        ValueText.appendArray(columns.values[place..<end], of: graph, to: &array)
        out.raw(key.opening)
        out.escaped(array.span)
        out.markup("</data>\n")
      } else {
        write(columns.values[place], key)
      }
      place = end
    }
  }

  private mutating func write(_ value: TermDictionary.ID, _ key: GraphMLKeys.Key) {
    guard key.type == .string, graph.terms.kind(of: value) == .literal else {
      var text: [UInt8] = []
      ValueText.append(value, of: graph, to: &text)
      guard !text.isEmpty else { return }
      out.raw(key.opening)
      out.escaped(key.type.canonical(text).span)
      return out.markup("</data>\n")
    }
    write(text: value, key)
  }

  private static func write(_ value: String?, _ key: GraphMLKeys.Key, to out: inout XMLBytes) {
    guard let value, !value.isEmpty else { return }
    out.raw(key.opening)
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
