import DomainPack
import PropertyGraph
import RDF

/// What a GEXF document of a graph is made of.
///
/// What all nodes of a class, and all edges of a predicate, have in common is made once, together
/// with the markup around it. Nothing here changes while a document is written, so that nothing is
/// copied for a node or an edge.
struct GEXFDocument {
  private let graph: PropertyGraph
  private let columns: GEXFColumns
  private let times: GraphTimes
  private let isDynamic: Bool
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
  /// Characters replaced in what is made once.
  private(set) var replacedCharacters = 0

  init(_ graph: PropertyGraph, flavour: GEXFFlavour) {
    self.graph = graph
    columns = GEXFColumns(graph)
    let times = GraphTimes(graph)
    self.times = times
    isDynamic =
      flavour == .dynamic
      && (graph.nodes.indices.contains { !times.spans(ofNode: $0, in: graph).isEmpty }
        || graph.edges.indices.contains { !times.spans(ofEdge: $0, in: graph).isEmpty })
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
    replacedCharacters = shared.replacedCharacters
  }

  // MARK: Head

  func writeHead(to out: inout XMLBytes) {
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
    declare(columns.ofNodes, owner: "node", in: &out)
    declare(columns.ofEdges, owner: "edge", in: &out)
  }

  private func declare(
    _ columns: [GEXFColumns.Column], owner: String, in out: inout XMLBytes
  ) {
    out.ascii("    <attributes class=\"\(owner)\" mode=\"static\">\n")
    for column in columns {
      out.ascii("      <attribute id=\"\(column.id)\" title=\"")
      out.escaped(column.title)
      out.ascii("\" type=\"\(column.type)\"/>\n")
    }
    out.markup("    </attributes>\n")
  }

  // MARK: Nodes and edges

  func writeNode(_ node: Int, to out: inout XMLBytes) {
    let classIndex = Int(graph.nodes.classes[node])
    out.markup("      <node id=\"n")
    out.integer(node)
    out.markup("\" label=\"")
    out.escaped(graph.nodes.labels.bytes.span.extracting(graph.nodes.labels.range(of: node)))
    out.markup("\"")
    let spans = isDynamic ? times.spans(ofNode: node, in: graph) : []
    openTag(spans, to: &out)
    out.raw(columns.iri.opening)
    let iri = graph.terms.textRange(of: graph.nodes.terms[node])
    out.escaped(graph.terms.bytes.span.extracting(iri))
    out.markup("\"/>\n")
    out.raw(classBlocks[classIndex])
    write(Int(graph.nodes.degrees[node]), behind: columns.degree.opening, to: &out)
    if graph.nodes.areArranged {
      write(Int(graph.nodes.communities[node]), behind: columns.community.opening, to: &out)
    }
    if !graph.nodes.pageRanks.isEmpty {
      Self.write(ShortNumber.text(of: graph.nodes.pageRanks[node]), columns.pageRank, to: &out)
    }
    if !graph.nodes.betweenness.isEmpty {
      Self.write(ShortNumber.text(of: graph.nodes.betweenness[node]), columns.betweenness, to: &out)
    }
    writeValues(graph.attributes, row: node, columns.nodeValues, to: &out)
    closeValues(spans, to: &out)
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

  func writeEdge(_ edge: Int, to out: inout XMLBytes) {
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
    let spans = isDynamic ? times.spans(ofEdge: edge, in: graph) : []
    openTag(spans, to: &out)
    out.raw(predicateBlocks[predicate])
    if let first = graph.edgeClaims[edge].first {
      writeEvidence(Int(first), ofEdge: edge, to: &out)
    }
    writeValues(graph.edgeAttributes, row: edge, columns.edgeValues, to: &out)
    closeValues(spans, to: &out)
    out.raw(
      predicateLooks[predicate * LineStyle.allCases.count + graph.edges.lines[edge].place])
    out.markup("      </edge>\n")
  }

  private func writeEvidence(_ best: Int, ofEdge edge: Int, to out: inout XMLBytes) {
    if graph.claims.statuses[best] >= 0 {
      out.raw(statusBlocks[Int(graph.claims.statuses[best])])
    }
    if graph.claims.confidences[best].isFinite {
      out.raw(columns.confidence.opening)
      out.number(graph.claims.confidences[best])
      out.markup("\"/>\n")
    }
    write(Int(graph.edges.documentCounts[edge]), behind: columns.documents.opening, to: &out)
    write(text: graph.claims.quotes[best], behind: columns.quote.opening, to: &out)
    write(text: graph.claims.periods[best], behind: columns.period.opening, to: &out)
  }

  /// The end of a start tag with the time of the element, and the start of its values.
  private func openTag(_ spans: [TimeSpan], to out: inout XMLBytes) {
    if spans.count == 1 { Self.write(spans[0], to: &out) }
    out.markup(">\n        <attvalues>\n")
  }

  /// The end of the values, and the time where one interval does not tell it.
  private func closeValues(_ spans: [TimeSpan], to out: inout XMLBytes) {
    out.markup("        </attvalues>\n")
    guard spans.count > 1 else { return }
    out.markup("        <spells>\n")
    for span in spans {
      out.markup("          <spell")
      Self.write(span, to: &out)
      out.markup("/>\n")
    }
    out.markup("        </spells>\n")
  }

  private static func write(_ span: TimeSpan, to out: inout XMLBytes) {
    if let first = span.first { out.ascii(" start=\"\(first.text)\"") }
    if let last = span.last { out.ascii(" end=\"\(last.text)\"") }
  }

  // MARK: Values

  private func write(_ value: Int, behind opening: [UInt8], to out: inout XMLBytes) {
    out.raw(opening)
    out.integer(value)
    out.markup("\"/>\n")
  }

  private func write(
    text term: TermDictionary.ID, behind opening: [UInt8], to out: inout XMLBytes
  ) {
    guard term != 0 else { return }
    let range = graph.terms.textRange(of: term)
    guard !range.isEmpty else { return }
    out.raw(opening)
    out.escaped(canonical: graph.terms.bytes.span.extracting(range))
    out.markup("\"/>\n")
  }

  private func writeValues(
    _ values: AttributeColumns, row: Int, _ columns: [GEXFColumns.Column], to out: inout XMLBytes
  ) {
    guard row < values.rows.count else { return }
    let places = values.rows[row]
    var place = places.lowerBound
    while place < places.upperBound {
      let index = Int(values.keyIndices[place])
      var end = place + 1
      while end < places.upperBound, Int(values.keyIndices[end]) == index { end += 1 }
      if columns[index].isMultiple {
        var list: [UInt8] = []
        Self.appendList(values.values[place..<end], of: graph, to: &list)
        out.raw(columns[index].opening)
        out.escaped(list.span)
        out.markup("\"/>\n")
      } else if isWrittenAsIs(values.values[place], as: columns[index].kind) {
        write(text: values.values[place], behind: columns[index].opening, to: &out)
      } else {
        var text: [UInt8] = []
        ValueText.append(values.values[place], of: graph, to: &text)
        let column = columns[index]
        if !text.isEmpty { Self.write(Self.canonical(text, column.type), column, to: &out) }
      }
      place = end
    }
  }

  /// Whether a value is a literal whose text readers take: any for a text, else a few digits.
  private func isWrittenAsIs(_ value: TermDictionary.ID, as kind: GEXFColumns.Kind) -> Bool {
    guard graph.terms.kind(of: value) == .literal else { return false }
    switch kind {
    case .text: return true
    case .truth: return false
    case .number:
      return ValueText.isPlainNumber(
        graph.terms.bytes.span.extracting(graph.terms.textRange(of: value)))
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
