import RDF

/// Writes pictures of lineages in the [DOT language](https://graphviz.org/doc/info/lang.html):
/// what an act rests on stands above it.
public struct DOTReport: Sendable {
  /// A writer of pictures.
  public init() {}

  private static let head = """
    digraph lineage {
      rankdir=BT;
      node [shape=box, style="rounded,filled", fillcolor="#f5f5f5", color="#888888", fontname="sans-serif", fontsize=11];
      edge [color="#777777", fontname="sans-serif", fontsize=9];

    """

  /// A picture as a directed graph.
  package func dot(_ picture: LineagePicture) -> [UInt8] {
    var out = Array(Self.head.utf8)
    for (place, node) in picture.nodes.enumerated() { Self.write(node, at: place, to: &out) }
    for edge in picture.edges { Self.write(edge, to: &out) }
    out.append("}\n")
    return out
  }

  private static func write(_ node: LineagePicture.Node, at place: Int, to out: inout [UInt8]) {
    out.append("  n")
    out.append(decimal: place)
    out.append(" [label=\"")
    let label = PictureLabel(node)
    for (number, line) in label.lines.enumerated() {
      if number > 0 { out.append("\\n") }
      appendQuoted(label.text[line], to: &out)
    }
    out.append("\"")
    if node.act != nil {
      out.append(", URL=\"")
      appendQuoted(Array(node.iri.utf8)[...], to: &out)
      out.append("\"")
      switch node.state {
      case .inForce: out.append(", fillcolor=\"#dff2e1\", color=\"#2e7d32\"")
      case .ended: out.append(", fillcolor=\"#eeeeee\", fontcolor=\"#666666\"")
      case .notYet: out.append(", fillcolor=\"#fff8e1\"")
      case .unknown: break
      }
    } else {
      out.append(", shape=plaintext, style=\"\"")
    }
    if node.isCentre { out.append(", penwidth=2.5") }
    out.append("];\n")
  }

  private static func write(_ edge: LineagePicture.Edge, to out: inout [UInt8]) {
    out.append("  n")
    out.append(decimal: edge.source)
    out.append(" -> n")
    out.append(decimal: edge.target)
    var separator: StaticString = " ["
    func begin(_ out: inout [UInt8]) {
      out.append(separator)
      separator = ", "
    }
    if !edge.label.isEmpty {
      begin(&out)
      out.append("label=\"")
      appendQuoted(Array(edge.label.utf8)[...], to: &out)
      out.append("\"")
    }
    if edge.relations.isEmpty {
      begin(&out)
      out.append("style=dotted, arrowhead=none")
    }
    if edge.relations.contains(.repeals) || edge.relations.contains(.replaces) {
      begin(&out)
      out.append("color=\"#b71c1c\"")
    }
    out.append(edge.label.isEmpty && !edge.relations.isEmpty ? ";\n" : "];\n")
  }

  /// Appends a text as it stands in quotation marks.
  private static func appendQuoted(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(UInt8(ascii: "\\"))
      case 0x0A:
        out.append("\\n")
        continue
      default: break
      }
      out.append(byte)
    }
  }
}
