/// Writes pictures of lineages as [Mermaid](https://mermaid.js.org/syntax/flowchart.html) flowcharts,
/// which Markdown pages show.
public struct MermaidReport: Sendable {
  /// A writer of pictures.
  public init() {}

  /// A picture as a flowchart, what acts rest on above them.
  package func mermaid(_ picture: LineagePicture) -> [UInt8] {
    var out: [UInt8] = []
    out.append("flowchart BT\n")
    var used: Set<String> = []
    for (place, node) in picture.nodes.enumerated() {
      out.append("  n")
      out.append(decimal: place)
      out.append(node.act == nil ? "([\"" : "[\"")
      let label = PictureLabel(node)
      for (number, line) in label.lines.enumerated() {
        if number > 0 { out.append("<br>") }
        Self.appendEscaped(label.text[line], to: &out)
      }
      out.append(node.act == nil ? "\"])" : "\"]")
      if let className = Self.className(node) {
        used.insert(className)
        out.append(":::")
        out.append(contentsOf: className.utf8)
      }
      out.append("\n")
    }
    for edge in picture.edges {
      out.append("  n")
      out.append(decimal: edge.source)
      out.append(edge.relations.isEmpty ? " -.-" : " -->")
      if !edge.label.isEmpty {
        out.append("|\"")
        Self.appendEscaped(Array(edge.label.utf8)[...], to: &out)
        out.append("\"|")
      }
      out.append(" n")
      out.append(decimal: edge.target)
      out.append("\n")
    }
    for (name, looks) in Self.classes where used.contains(name) {
      out.append(contentsOf: "  classDef \(name) \(looks)\n".utf8)
    }
    return out
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
  private static func appendEscaped(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    for byte in text {
      switch byte {
      case 0x0A: out.append("<br>")
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
        UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "`"), UInt8(ascii: "|"),
        UInt8(ascii: "\\"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"):
        out.append(UInt8(ascii: "#"))
        out.append(decimal: Int(byte))
        out.append(UInt8(ascii: ";"))
      default: out.append(byte)
      }
    }
  }
}
