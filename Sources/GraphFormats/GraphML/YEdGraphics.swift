import DomainPack
import PropertyGraph

/// Shapes, colours and labels as yEd keeps them, which shows nothing else.
///
/// The elements are those of
/// [yFiles](https://yed.yworks.com/support/manual/file_formats.html); without a place yEd puts all
/// nodes on one spot, so that a graph without a layout gets a grid.
struct YEdGraphics {
  /// Nodes in a row of the grid.
  private let columns: Int

  init(_ graph: PropertyGraph) {
    columns = max(1, Int(Double(graph.nodes.count).squareRoot().rounded(.up)))
  }

  static func declare(in out: inout XMLBytes) {
    out.markup(
      """
        <key id="ng" for="node" yfiles.type="nodegraphics"/>
        <key id="eg" for="edge" yfiles.type="edgegraphics"/>

      """)
  }

  func writeNode(_ node: Int, of graph: PropertyGraph, to out: inout XMLBytes) {
    let look = graph.classes[Int(graph.nodes.classes[node])]
    let isArranged = graph.nodes.areArranged
    let size = isArranged ? graph.nodes.sizes[node] : 30
    let x = isArranged ? graph.nodes.x[node] : Double(node % columns) * 120
    let y = isArranged ? graph.nodes.y[node] : Double(node / columns) * 80
    out.markup("      <data key=\"ng\"><y:ShapeNode><y:Geometry x=\"")
    out.number(x - size / 2)
    out.markup("\" y=\"")
    out.number(y - size / 2)
    out.markup("\" width=\"")
    out.number(size)
    out.markup("\" height=\"")
    out.number(size)
    out.markup("\"/><y:Fill color=\"")
    out.ascii(look.colour.hex)
    out.markup(
      "\" transparent=\"false\"/><y:BorderStyle color=\"#404850\" type=\"line\" width=\"1.0\"/>")
    out.markup("<y:NodeLabel modelName=\"sides\" modelPosition=\"s\" fontSize=\"11\">")
    out.escaped(
      graph.nodes.labels.bytes.span.extracting(graph.nodes.labels.range(of: node)))
    out.ascii("</y:NodeLabel><y:Shape type=\"\(look.shape.rawValue)\"/></y:ShapeNode></data>\n")
  }

  func writeEdge(_ edge: Int, of graph: PropertyGraph, to out: inout XMLBytes) {
    let predicate = graph.predicates[Int(graph.edges.predicates[edge])]
    out.markup("      <data key=\"eg\"><y:PolyLineEdge><y:LineStyle color=\"")
    out.ascii(predicate.colour.hex)
    let line = graph.edges.lines[edge].yEdName
    out.ascii("\" type=\"\(line)\" width=\"1.0\"/><y:Arrows source=\"none\" target=\"")
    out.ascii(predicate.isSymmetric ? "none" : "standard")
    out.markup("\"/><y:EdgeLabel fontSize=\"9\">")
    out.escaped(predicate.label)
    out.markup("</y:EdgeLabel></y:PolyLineEdge></data>\n")
  }
}

extension LineStyle {
  fileprivate var yEdName: String {
    switch self {
    case .solid: "line"
    case .dashed: "dashed"
    case .dotted: "dotted"
    }
  }

  /// The place among all cases.
  var place: Int {
    switch self {
    case .solid: 0
    case .dashed: 1
    case .dotted: 2
    }
  }
}
