/// Writes pictures of lineages in the [DOT language](https://graphviz.org/doc/info/lang.html):
/// what an act rests on stands above it.
public struct DOTReport: Sendable {
  /// A writer of pictures.
  public init() {}

  /// A picture as a directed graph.
  package func dot(_ picture: LineagePicture) -> [UInt8] {
    var out = """
      digraph lineage {
        rankdir=BT;
        node [shape=box, style="rounded,filled", fillcolor="#f5f5f5", color="#888888", fontname="sans-serif", fontsize=11];
        edge [color="#777777", fontname="sans-serif", fontsize=9];

      """
    for (place, node) in picture.nodes.enumerated() {
      let lines = [node.label, Self.wrapped(node.title), node.span ?? ""].filter { !$0.isEmpty }
      var attributes = ["label=\(Self.quoted(lines.joined(separator: "\n")))"]
      if node.act != nil {
        attributes.append("URL=\(Self.quoted(node.iri))")
        switch node.state {
        case .inForce: attributes.append("fillcolor=\"#dff2e1\", color=\"#2e7d32\"")
        case .ended: attributes.append("fillcolor=\"#eeeeee\", fontcolor=\"#666666\"")
        case .notYet: attributes.append("fillcolor=\"#fff8e1\"")
        case .unknown: break
        }
      } else {
        attributes.append("shape=plaintext, style=\"\"")
      }
      if node.isCentre { attributes.append("penwidth=2.5") }
      out += "  n\(place) [\(attributes.joined(separator: ", "))];\n"
    }
    for edge in picture.edges {
      var attributes: [String] = []
      if !edge.label.isEmpty { attributes.append("label=\(Self.quoted(edge.label))") }
      if edge.relations.isEmpty { attributes.append("style=dotted, arrowhead=none") }
      let isEnd = edge.relations.contains(.repeals) || edge.relations.contains(.replaces)
      if isEnd { attributes.append("color=\"#b71c1c\"") }
      let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
      out += "  n\(edge.source) -> n\(edge.target)\(list);\n"
    }
    return Array((out + "}\n").utf8)
  }

  /// A text in quotation marks, its line feeds as line breaks of a label.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }

  /// A text in lines of some forty characters, three at most.
  static func wrapped(_ text: String, width: Int = 40, mostLines: Int = 3) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + word.count >= width {
        guard lines.count + 1 < mostLines else {
          return (lines + ["\(line) …"]).joined(separator: "\n")
        }
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return (lines + [line]).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
