/// Writes pictures of lineages as [Mermaid](https://mermaid.js.org/syntax/flowchart.html) flowcharts,
/// which Markdown pages show.
public struct MermaidReport: Sendable {
  /// A writer of pictures.
  public init() {}

  /// A picture as a flowchart, what acts rest on above them.
  package func mermaid(_ picture: LineagePicture) -> [UInt8] {
    var out = "flowchart BT\n"
    for (place, node) in picture.nodes.enumerated() {
      let lines = [node.label, DOTReport.wrapped(node.title), node.span ?? ""]
        .filter { !$0.isEmpty }
      let label = lines.map(Self.escaped).joined(separator: "<br>")
      out += node.act == nil ? "  n\(place)([\"\(label)\"])" : "  n\(place)[\"\(label)\"]"
      if let className = Self.className(node) { out += ":::\(className)" }
      out += "\n"
    }
    for edge in picture.edges {
      let label = edge.label.isEmpty ? "" : "|\"\(Self.escaped(edge.label))\"|"
      out += "  n\(edge.source) \(edge.relations.isEmpty ? "-.-" : "-->")\(label) n\(edge.target)\n"
    }
    let used = Set(picture.nodes.compactMap(Self.className))
    for (name, looks) in Self.classes where used.contains(name) {
      out += "  classDef \(name) \(looks)\n"
    }
    return Array(out.utf8)
  }

  private static let classes = [
    ("centre", "stroke-width:3px"), ("ended", "fill:#eeeeee,stroke:#999999,color:#555555"),
    ("more", "fill:none,stroke-dasharray:3 3"),
  ]

  private static func className(_ node: LineagePicture.Node) -> String? {
    if node.isCentre { return "centre" }
    if node.act == nil { return "more" }
    return node.state == .ended ? "ended" : nil
  }

  /// A text within quotation marks: what Mermaid or the HTML around it takes as a mark becomes an
  /// entity, with `#` as Mermaid writes it.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br>"
      case "\"", "<", ">", "&", "#", ";", "`", "|", "\\", "[", "]", "{", "}", "(", ")":
        result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
