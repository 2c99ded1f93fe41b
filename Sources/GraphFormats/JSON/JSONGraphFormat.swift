/// The dialects of JSON that libraries and programs for graphs read.
public enum JSONGraphFormat: String, CaseIterable, Hashable, Sendable {
  /// [CX2](https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/)
  /// for Cytoscape and NDEx, with the looks.
  case cx2
  /// What [Cytoscape.js](https://js.cytoscape.org/#notation/elements-json) is given, with a style.
  case cytoscapejs
  /// The [serialization of graphology](https://graphology.github.io/serialization.html), which
  /// sigma.js draws.
  case graphology
  /// Nodes and links as D3, force-graph and networkx (`node_link_graph`) know them.
  case d3
  /// [JSON Graph Format 2.1](https://jsongraphformat.info).
  case jgf

  /// The endings of its files, without the dot; the usual one first.
  var endings: [String] {
    switch self {
    case .cx2: ["cx2"]
    case .cytoscapejs: ["cyjs"]
    case .graphology: ["graphology.json"]
    case .d3: ["d3.json"]
    case .jgf: ["jgf.json", "jgf"]
    }
  }

  /// The media type; that of JSON where there is none of its own.
  var mediaType: String {
    switch self {
    case .cx2, .cytoscapejs, .graphology, .d3: "application/json"
    case .jgf: "application/vnd.jgf+json"
    }
  }
}
