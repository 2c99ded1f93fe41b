import DomainPack
import PropertyGraph
import RDF

/// A GEXF document in the making.
///
/// What all nodes of a class, and all edges of a predicate, have in common is made once.
struct GEXFDocument {
  private let graph: PropertyGraph
  private let columns: GEXFColumns
  private let isDynamic: Bool
  var out = XMLBytes()
  /// By class: the values that its nodes share.
  private var classBlocks: [[UInt8]] = []
  /// By class: colour and shape.
  private var classLooks: [[UInt8]] = []
  /// By predicate: `label` and `kind`.
  private var edgeTags: [[UInt8]] = []
  /// By predicate: the values that its edges share.
  private var predicateBlocks: [[UInt8]] = []
  /// By predicate and line: colour and line.
  private var predicateLooks: [[UInt8]] = []
  /// By status: its two values.
  private var statusBlocks: [[UInt8]] = []
  private var replacedBefore = 0

  var replacedCharacters: Int { out.replacedCharacters + replacedBefore }

  init(_ graph: PropertyGraph) {
    self.graph = graph
    columns = GEXFColumns(graph)
    isDynamic =
      graph.nodes.indices.contains { !graph.spans(ofNode: $0).isEmpty }
      || graph.edges.indices.contains { !graph.spans(ofEdge: $0).isEmpty }
    makeBlocks()
  }

  private mutating func makeBlocks() {
    var shared = XMLBytes()
    for look in graph.classes {
      Self.write(look.name, columns.nodeClass, to: &shared)
      Self.write(look.label, columns.classLabel, to: &shared)
      classBlocks.append(shared.take())
      Self.write(look.colour, to: &shared)
      shared.ascii("        <viz:shape value=\"\(look.shape.gexfName)\"/>\n")
      classLooks.append(shared.take())
    }
    for predicate in graph.predicates {
      shared.markup(" label=\"")
      shared.escaped(predicate.label)
      shared.markup("\" kind=\"")
      shared.escaped(predicate.name.isEmpty ? predicate.iri : predicate.name)
      shared.markup("\"")
      edgeTags.append(shared.take())
      Self.write(predicate.iri, columns.predicate, to: &shared)
      Self.write(predicate.isSymmetric ? "true" : "false", columns.symmetric, to: &shared)
      predicateBlocks.append(shared.take())
      for line in LineStyle.allCases {
        Self.write(predicate.colour, to: &shared)
        shared.ascii("        <viz:shape value=\"\(line.rawValue)\"/>\n")
        predicateLooks.append(shared.take())
      }
    }
    for status in graph.statuses {
      Self.write(status.name, columns.status, to: &shared)
      Self.write(status.label, columns.statusLabel, to: &shared)
      statusBlocks.append(shared.take())
    }
    replacedBefore = shared.replacedCharacters
  }

  // MARK: Head

  mutating func writeHead() {
    out.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">

      """)
    if let about = graph.about {
      // The schema has no title.
      out.markup("  <meta>\n    <creator>")
      out.escaped(about.creator ?? about.generator)
      out.markup("</creator>\n    <description>")
      out.escaped("\(about.title). \(about.summary)")
      out.markup("</description>\n    <keywords>")
      out.escaped([about.iri, about.license ?? "", about.packDigest].joined(separator: " "))
      out.markup("</keywords>\n  </meta>\n")
    }
    out.markup("  <graph defaultedgetype=\"directed\"")
    if isDynamic {
      out.markup(" mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\"")
    }
    out.markup(">\n")
    declare(columns.ofNodes, owner: "node")
    declare(columns.ofEdges, owner: "edge")
  }

  private mutating func declare(_ columns: [GEXFColumns.Column], owner: String) {
    out.ascii("    <attributes class=\"\(owner)\" mode=\"static\">\n")
    for column in columns {
      out.ascii("      <attribute id=\"\(column.id)\" title=\"")
      out.escaped(column.title)
      out.ascii("\" type=\"\(column.type)\"/>\n")
    }
    out.markup("    </attributes>\n")
  }

  // MARK: Nodes and edges

  mutating func writeNode(_ node: Int) {
    let classIndex = Int(graph.nodes.classes[node])
    out.markup("      <node id=\"n")
    out.integer(node)
    out.markup("\" label=\"")
    let labels = graph.nodes.labels
    out.escaped(labels.bytes.span.extracting(labels.range(of: node)))
    out.markup("\"")
    let spans = isDynamic ? graph.spans(ofNode: node) : []
    openTag(spans)
    out.raw(columns.iri.opening)
    let terms = graph.terms
    out.escaped(terms.bytes.span.extracting(terms.textRange(of: graph.nodes.terms[node])))
    out.markup("\"/>\n")
    out.raw(classBlocks[classIndex])
    write(Int(graph.nodes.degrees[node]), columns.degree)
    if graph.nodes.areArranged { write(Int(graph.nodes.communities[node]), columns.community) }
    if !graph.nodes.pageRanks.isEmpty {
      Self.write(ShortNumber.text(of: graph.nodes.pageRanks[node]), columns.pageRank, to: &out)
    }
    if !graph.nodes.betweenness.isEmpty {
      Self.write(ShortNumber.text(of: graph.nodes.betweenness[node]), columns.betweenness, to: &out)
    }
    writeValues(graph.attributes, row: node, columns.nodeValues)
    closeValues(spans)
    if graph.nodes.areArranged {
      out.markup("        <viz:position x=\"")
      out.number(graph.nodes.x[node])
      // Upwards, as Gephi draws.
      out.markup("\" y=\"")
      out.number(-graph.nodes.y[node])
      out.markup("\" z=\"0\"/>\n        <viz:size value=\"")
      out.number(graph.nodes.sizes[node])
      out.markup("\"/>\n")
    }
    out.raw(classLooks[classIndex])
    out.markup("      </node>\n")
  }

  mutating func writeEdge(_ edge: Int) {
    let predicate = Int(graph.edges.predicates[edge])
    out.markup("      <edge id=\"e")
    out.integer(edge)
    out.markup("\" source=\"n")
    out.integer(Int(graph.edges.sources[edge]))
    out.markup("\" target=\"n")
    out.integer(Int(graph.edges.targets[edge]))
    out.markup("\" weight=\"")
    out.integer(max(1, Int(graph.edges.documentCounts[edge])))
    out.markup("\"")
    out.raw(edgeTags[predicate])
    let spans = isDynamic ? graph.spans(ofEdge: edge) : []
    openTag(spans)
    out.raw(predicateBlocks[predicate])
    if let first = graph.edgeClaims[edge].first { writeEvidence(Int(first), ofEdge: edge) }
    writeValues(graph.edgeAttributes, row: edge, columns.edgeValues)
    closeValues(spans)
    out.raw(
      predicateLooks[predicate * LineStyle.allCases.count + graph.edges.lines[edge].place])
    out.markup("      </edge>\n")
  }

  private mutating func writeEvidence(_ best: Int, ofEdge edge: Int) {
    if graph.claims.statuses[best] >= 0 {
      out.raw(statusBlocks[Int(graph.claims.statuses[best])])
    }
    if graph.claims.confidences[best].isFinite {
      out.raw(columns.confidence.opening)
      out.number(graph.claims.confidences[best])
      out.markup("\"/>\n")
    }
    write(Int(graph.edges.documentCounts[edge]), columns.documents)
    write(text: graph.claims.quotes[best], columns.quote)
    write(text: graph.claims.periods[best], columns.period)
  }

  /// The end of a start tag with the time of the element, and the start of its values.
  private mutating func openTag(_ spans: [TimeSpan]) {
    if spans.count == 1 { write(spans[0]) }
    out.markup(">\n        <attvalues>\n")
  }

  /// The end of the values, and the time where one interval does not tell it.
  private mutating func closeValues(_ spans: [TimeSpan]) {
    out.markup("        </attvalues>\n")
    guard spans.count > 1 else { return }
    out.markup("        <spells>\n")
    for span in spans {
      out.markup("          <spell")
      write(span)
      out.markup("/>\n")
    }
    out.markup("        </spells>\n")
  }

  private mutating func write(_ span: TimeSpan) {
    if let first = span.first { out.ascii(" start=\"\(first.text)\"") }
    if let last = span.last { out.ascii(" end=\"\(last.text)\"") }
  }

  // MARK: Values

  private mutating func write(_ value: Int, _ column: GEXFColumns.Column) {
    out.raw(column.opening)
    out.integer(value)
    out.markup("\"/>\n")
  }

  private mutating func write(text term: TermDictionary.ID, _ column: GEXFColumns.Column) {
    guard term != 0 else { return }
    let terms = graph.terms
    let range = terms.textRange(of: term)
    guard !range.isEmpty else { return }
    out.raw(column.opening)
    out.escaped(canonical: terms.bytes.span.extracting(range))
    out.markup("\"/>\n")
  }

  private mutating func writeValues(
    _ values: AttributeColumns, row: Int, _ columns: [GEXFColumns.Column]
  ) {
    guard row < values.rows.count else { return }
    let places = values.rows[row]
    var place = places.lowerBound
    while place < places.upperBound {
      let column = columns[Int(values.keyIndices[place])]
      var end = place + 1
      while end < places.upperBound, values.keyIndices[end] == values.keyIndices[place] { end += 1 }
      if column.isMultiple {
        var list: [UInt8] = []
        Self.appendList(values.values[place..<end], of: graph, to: &list)
        out.raw(column.opening)
        out.escaped(list.span)
        out.markup("\"/>\n")
      } else if column.type == "string", graph.terms.kind(of: values.values[place]) == .literal {
        write(text: values.values[place], column)
      } else {
        var text: [UInt8] = []
        ValueText.append(values.values[place], of: graph, to: &text)
        if !text.isEmpty { Self.write(Self.canonical(text, column.type), column, to: &out) }
      }
      place = end
    }
  }

  /// A list as Gephi reads it: in brackets, texts in quotes, of which quotes and backslashes are
  /// escaped; line ends, which it cannot hold, become spaces.
  private static func appendList(
    _ values: ArraySlice<TermDictionary.ID>, of graph: PropertyGraph, to list: inout [UInt8]
  ) {
    list.append(UInt8(ascii: "["))
    for (number, value) in values.enumerated() {
      if number > 0 { list += ", ".utf8 }
      list.append(UInt8(ascii: "\""))
      var text: [UInt8] = []
      ValueText.append(value, of: graph, to: &text)
      for byte in text {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): list += [UInt8(ascii: "\\"), byte]
        case 0x0A, 0x0D: list.append(UInt8(ascii: " "))
        default: list.append(byte)
        }
      }
      list.append(UInt8(ascii: "\""))
    }
    list.append(UInt8(ascii: "]"))
  }

  private static func canonical(_ text: [UInt8], _ type: String) -> String {
    let written = String(decoding: text, as: UTF8.self)
    switch type {
    case "boolean": return written == "true" || written == "1" ? "true" : "false"
    case "integer", "long": return Int64(written).map { String($0) } ?? written
    case "double": return written.first == "+" ? String(written.dropFirst()) : written
    default: return written
    }
  }

  private static func write(_ value: String, _ column: GEXFColumns.Column, to out: inout XMLBytes) {
    guard !value.isEmpty else { return }
    out.raw(column.opening)
    out.escaped(value)
    out.markup("\"/>\n")
  }

  private static func write(_ colour: Colour, to out: inout XMLBytes) {
    out.ascii(
      "        <viz:color r=\"\(colour.red)\" g=\"\(colour.green)\" b=\"\(colour.blue)\"/>\n")
  }
}

extension NodeShape {
  /// The nearest of the four shapes of GEXF.
  fileprivate var gexfName: String {
    switch self {
    case .ellipse, .octagon, .hexagon: "disc"
    case .rectangle, .roundRectangle, .parallelogram: "square"
    case .diamond: "diamond"
    case .triangle: "triangle"
    }
  }
}
