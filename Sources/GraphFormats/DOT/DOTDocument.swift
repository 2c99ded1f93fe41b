import DomainPack
import PropertyGraph
import RDF

/// A document in the DOT language in the making.
struct DOTDocument {
  private let graph: PropertyGraph
  private let nodeNames: [String]
  private let edgeNames: [String]
  var out = OutputBytes()
  private(set) var replacedCharacters = 0

  init(_ graph: PropertyGraph) {
    self.graph = graph
    nodeNames = Self.names(of: graph.attributes)
    edgeNames = Self.names(of: graph.edgeAttributes)
  }

  private static func names(of columns: AttributeColumns) -> [String] {
    var names = AttributeNames(fixed: [])
    return columns.keys.map { "data_" + names.name(of: $0) }
  }

  mutating func writeHead() {
    out.markup("digraph ")
    write(quoted: graph.about?.title ?? "G")
    out.markup(
      """
       {
        graph [charset="UTF-8", outputorder="edgesfirst", overlap="false"];
        node [style="filled", fontname="sans-serif", fontsize="10", fontcolor="white"];
        edge [fontname="sans-serif", fontsize="8"];

      """)
    guard let about = graph.about else { return }
    out.markup("  graph [comment=")
    write(
      quoted: about.entries.map { "\($0.name): \($0.value)" }.joined(separator: "; "))
    out.markup("];\n")
  }

  mutating func writeNode(_ node: Int) {
    let look = graph.classes[Int(graph.nodes.classes[node])]
    out.markup("  \"n")
    out.integer(node)
    out.markup("\" [label=")
    write(label: graph.nodes.labels[node])
    write("iri", graph.text(of: graph.nodes.terms[node]))
    write("data_class", look.name)
    write("data_class_label", look.label)
    out.ascii(", shape=\"\(look.shape.dotName)\", fillcolor=\"\(look.colour.hex)\"")
    if look.shape == .roundRectangle { out.markup(", style=\"filled,rounded\"") }
    if graph.nodes.areArranged {
      // Points, upwards.
      out.markup(", pos=\"")
      out.number(graph.nodes.x[node])
      out.markup(",")
      out.number(-graph.nodes.y[node])
      out.markup("!\"")
    }
    writeValues(graph.attributes, row: node, nodeNames)
    out.markup("];\n")
  }

  mutating func writeEdge(_ edge: Int) {
    let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
    out.markup("  \"n")
    out.integer(Int(graph.edges.sources[edge]))
    out.markup("\" -> \"n")
    out.integer(Int(graph.edges.targets[edge]))
    out.markup("\" [label=")
    write(label: predicate.label)
    write("predicate", predicate.iri)
    out.ascii(", color=\"\(predicate.colour.hex)\"")
    switch graph.edges.lines[edge] {
    case .solid: break
    case .dashed: out.markup(", style=\"dashed\"")
    case .dotted: out.markup(", style=\"dotted\"")
    }
    if predicate.isSymmetric { out.markup(", dir=\"none\"") }
    if let evidence = graph.edge(edge).evidence {
      if let status = evidence.status { write("status", status) }
      if let confidence = evidence.confidence {
        out.markup(", confidence=\"")
        out.number(confidence)
        out.markup("\"")
      }
      out.markup(", documents=\"")
      out.integer(evidence.documentCount)
      out.markup("\"")
      if let quote = evidence.quote { write("quote", quote) }
      if let period = evidence.period { write("period", period) }
    }
    writeValues(graph.edgeAttributes, row: edge, edgeNames)
    out.markup("];\n")
  }

  private mutating func writeValues(_ columns: AttributeColumns, row: Int, _ names: [String]) {
    guard row < columns.rows.count else { return }
    let places = columns.rows[row]
    var place = places.lowerBound
    while place < places.upperBound {
      var end = place + 1
      while end < places.upperBound, columns.keyIndices[end] == columns.keyIndices[place] {
        end += 1
      }
      var text: [UInt8] = []
      if end - place > 1 {
        ValueText.appendArray(columns.values[place..<end], of: graph, to: &text)
      } else {
        ValueText.append(columns.values[place], of: graph, to: &text)
      }
      write(names[Int(columns.keyIndices[place])], String(decoding: text, as: UTF8.self))
      place = end
    }
  }

  private mutating func write(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    out.markup(", ")
    write(quoted: name)
    out.markup("=")
    write(quoted: value)
  }

  /// A string: only a quote has to be escaped, and a backslash that would escape one or, before the
  /// end of a line, join it to the next.
  private mutating func write(quoted text: String) {
    out.byte(UInt8(ascii: "\""))
    var backslashes = 0
    var start = out.count
    for scalar in text.unicodeScalars {
      if backslashes == 0 { breakString(since: &start) }
      // After an odd number of backslashes a quote would be escaped twice.
      if scalar == "\"" || scalar == "\n" || scalar == "\r", !backslashes.isMultiple(of: 2) {
        out.markup("\\")
      }
      if scalar == "\"" { out.markup("\\") }
      backslashes = scalar == "\\" ? backslashes + 1 : 0
      write(scalar)
    }
    // Nor may a backslash stand before the closing quote.
    if !backslashes.isMultiple(of: 2) { out.markup("\\") }
    out.byte(UInt8(ascii: "\""))
  }

  /// A text that Graphviz draws: backslashes begin escapes there, and ampersands entities.
  private mutating func write(label text: String) {
    out.byte(UInt8(ascii: "\""))
    var start = out.count
    for scalar in text.unicodeScalars {
      breakString(since: &start)
      switch scalar {
      case "\"": out.markup("\\\"")
      case "\\": out.markup("\\\\")
      case "\n": out.markup("\\n")
      case "\r": out.markup(" ")
      case "&": out.markup("&amp;")
      default: write(scalar)
      }
    }
    out.byte(UInt8(ascii: "\""))
  }

  /// Graphviz reads no string of more than 16,384 bytes, but joins several with `+`.
  private mutating func breakString(since start: inout Int) {
    guard out.count - start > 1 << 13 else { return }
    out.markup("\" + \"")
    start = out.count
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x9, 0xA, 0xD: out.byte(UInt8(truncatingIfNeeded: scalar.value))
    case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF:
      replacedCharacters += 1
      out.markup("\u{FFFD}")
    default: out.ascii(String(scalar))
    }
  }
}

extension NodeShape {
  fileprivate var dotName: String {
    switch self {
    case .ellipse: "ellipse"
    case .rectangle, .roundRectangle: "box"
    case .diamond: "diamond"
    case .triangle: "triangle"
    case .hexagon: "hexagon"
    case .octagon: "octagon"
    case .parallelogram: "parallelogram"
    }
  }
}
