import Diagnostics
import DomainPack
import PropertyGraph

/// A flowchart of [Mermaid](https://mermaid.js.org/syntax/flowchart.html), which Markdown pages
/// show.
struct MermaidDocument {
  /// The most edges that Mermaid draws unless a page raises its
  /// [`maxEdges`](https://mermaid.js.org/config/schema-docs/config.html#maxedges).
  static let mostEdges = 500
  /// The longest text that Mermaid reads unless a page raises its
  /// [`maxTextSize`](https://mermaid.js.org/config/schema-docs/config.html#maxtextsize), in UTF-16
  /// units.
  static let longestText = 50_000

  private let graph: PropertyGraph

  init(_ graph: PropertyGraph) { self.graph = graph }

  /// Why a page would show an error instead of the graph; nil if it would not.
  var refusal: Message? {
    if graph.edges.count > Self.mostEdges {
      return Message(
        en: "Mermaid draws at most \(Self.mostEdges) edges, and there are \(graph.edges.count)"
          + Self.advice.english,
        id: "Mermaid menggambar paling banyak \(Self.mostEdges) sisi, sedangkan ada "
          + "\(graph.edges.count)" + Self.advice.indonesian)
    }
    let length = String(decoding: text(), as: UTF8.self).utf16.count
    guard length > Self.longestText else { return nil }
    return Message(
      en: "Mermaid reads at most \(Self.longestText) characters, and these are \(length)"
        + Self.advice.english,
      id: "Mermaid membaca paling banyak \(Self.longestText) karakter, sedangkan ini \(length)"
        + Self.advice.indonesian)
  }

  private static let advice = Message(
    en: "; take a part of the graph, as with --around, --top, --class or --year",
    id: "; ambillah sebagian graf, misalnya dengan --around, --top, --class, atau --year")

  /// The whole flowchart.
  func text() -> [UInt8] {
    var out = OutputBytes()
    out.markup("flowchart LR\n")
    for node in graph.nodes.indices {
      out.markup("  n")
      out.integer(node)
      out.markup("[\"")
      write(graph.nodes.labels[node], to: &out)
      out.markup("\"]:::c")
      out.integer(Int(graph.nodes.classes[node]))
      out.markup("\n")
    }
    for edge in graph.edges.indices { writeEdge(edge, to: &out) }
    for place in graph.classes.indices where graph.nodes.classes.contains(Int32(place)) {
      out.markup("  classDef c")
      out.integer(place)
      out.ascii(" fill:\(graph.classes[place].colour.hex),color:#ffffff,stroke:none\n")
    }
    return out.bytes
  }

  private func writeEdge(_ edge: Int, to out: inout OutputBytes) {
    let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
    let isDashed = graph.edges.lines[edge] != .solid
    out.markup("  n")
    out.integer(Int(graph.edges.sources[edge]))
    switch (predicate.isSymmetric, isDashed) {
    case (false, false): out.markup(" -->|\"")
    case (false, true): out.markup(" -.->|\"")
    case (true, false): out.markup(" ---|\"")
    case (true, true): out.markup(" -.-|\"")
    }
    write(predicate.label, to: &out)
    out.markup("\"| n")
    out.integer(Int(graph.edges.targets[edge]))
    out.markup("\n")
  }

  private func write(_ text: String, to out: inout OutputBytes) {
    out.ascii(MermaidText.quoted(text))
  }
}
