import Diagnostics
import PropertyGraph

/// The words of the picture itself, in the language of the graph.
struct SVGWords {
  let language: MessageLanguage

  private func text(_ english: String, _ indonesian: String) -> String {
    Message(en: english, id: indonesian).text(in: language)
  }

  var untitled: String { text("Graph", "Graf") }
  var classes: String { text("Nodes", "Simpul") }
  var relations: String { text("Connections", "Hubungan") }
  var planned: String { text("planned", "direncanakan") }
  var said: String { text("said about, cited", "dibahas, dikutip") }
  var sizeNote: String { text("Size: number of connections", "Ukuran: jumlah hubungan") }
  var pointNote: String {
    text("Point at a line for the quote", "Arahkan ke garis untuk kutipannya")
  }

  /// How much is drawn and how much is not.
  func summary(of scene: SVGScene) -> String {
    let (nodes, edges) = (scene.drawn.count, scene.curves.count)
    var parts = [
      text("\(nodes) nodes", "\(nodes) simpul"),
      text("\(edges) connections", "\(edges) hubungan"),
    ]
    let lone = scene.graph.nodes.degrees.count { $0 == 0 }
    let leftOut = scene.graph.nodes.count - nodes
    if leftOut > 0, leftOut == lone {
      parts.append(
        text(
          "\(lone) nodes without connection not drawn",
          "\(lone) simpul tanpa hubungan tidak digambar"))
    } else if leftOut > 0 {
      parts.append(
        text("\(leftOut) less connected nodes not drawn", "\(leftOut) simpul lain tidak digambar"))
    }
    return parts.joined(separator: "  ·  ")
  }

  /// What a node tells when pointed at.
  func tooltip(of node: PropertyGraph.Node, in graph: PropertyGraph) -> String {
    let degree = text("\(node.degree) connections", "\(node.degree) hubungan")
    return "\(node.label)\n\(node.nodeClass.label) · \(degree)"
  }

  /// What an edge tells when pointed at: the statement, what is known of it, the quote.
  func tooltip(
    of edge: PropertyGraph.Edge, in graph: PropertyGraph, quoteLength: Int
  ) -> String {
    let arrow = edge.isSymmetric ? "—" : "→"
    var lines = [
      "\(graph.node(edge.source).label) — \(edge.label) \(arrow) \(graph.node(edge.target).label)"
    ]
    if let evidence = edge.evidence {
      let count = evidence.documentCount
      let facts = [
        evidence.statusLabel, evidence.period,
        text("\(count) document\(count == 1 ? "" : "s")", "\(count) dokumen"),
      ]
      lines.append(facts.compactMap(\.self).joined(separator: " · "))
      if let quote = evidence.quote {
        let isLong = quote.count > quoteLength
        lines.append("“\(isLong ? quote.prefix(quoteLength) + "…" : quote)”")
      }
    }
    return lines.joined(separator: "\n")
  }
}
