import Diagnostics
public import DomainPack
public import PropertyGraph

/// Draws a graph as an [SVG](https://www.w3.org/TR/SVG2/) picture that needs nothing else: no
/// script, no font, no other file.
///
/// Nodes have the colour and shape of their class and a size by degree, the important ones a
/// label; planned edges are dashed; pointing at a node or an edge tells its name and the quote
/// behind it. Light or dark follows the reader's setting. Nodes without edges are left out while
/// there are others.
public struct SVGRenderer: Sendable {
  /// The most nodes drawn; beyond it the best connected ones, and the picture says so.
  public var maximumNodes = 1000
  /// The longest quote in a tooltip, in characters.
  public var quoteLength = 280
  private let style: GraphStyle

  /// Draws by a style, from which it takes the title and the page colours.
  public init(style: GraphStyle = GraphStyle()) { self.style = style }

  /// The picture of a graph that has its places.
  ///
  /// - Complexity: O(n log n + m).
  public func render(_ graph: PropertyGraph) -> [UInt8] {
    let scene = SVGScene(graph, maximumNodes: maximumNodes)
    let legend = SVGLegend(scene)
    let words = SVGWords(language: graph.language)
    let header = 84.0
    let width = max(scene.width + legend.width, 640)
    let height = header + max(scene.height, legend.height)
    let title = style.title?.text(in: graph.language) ?? words.untitled
    var out = XMLBytes()
    out.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
    out.number(width)
    out.markup(" ")
    out.number(height)
    out.markup("\" width=\"")
    out.number(width)
    out.markup("\" height=\"")
    out.number(height)
    out.markup("\" role=\"img\" aria-label=\"")
    out.escaped(title)
    out.markup("\">\n")
    if let about = graph.about { SVGMetadata(about).write(to: &out) }
    SVGStylesheet(scene: scene, legend: legend, style: style).write(to: &out)
    out.markup("<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n")
    out.markup("<text class=\"title\" x=\"40\" y=\"48\">")
    out.escaped(title)
    out.markup("</text>\n<text class=\"note\" x=\"40\" y=\"72\">")
    out.escaped(words.summary(of: scene))
    out.markup("</text>\n<g transform=\"translate(")
    out.number(-scene.left)
    out.markup(" ")
    // A drawing lower than the legend stands at the middle of it.
    out.number(header - scene.top + max(0, legend.height - scene.height) / 2)
    out.markup(")\">\n")
    writeEdges(scene, legend, words, to: &out)
    writeCaptions(scene, legend, to: &out)
    writeNodes(scene, words, to: &out)
    writeLabels(scene, to: &out)
    out.markup("</g>\n<g transform=\"translate(")
    out.number(width - legend.width)
    out.markup(" ")
    out.number(header)
    out.markup(")\">\n")
    legend.write(words, to: &out)
    out.markup("</g>\n</svg>\n")
    return out.bytes
  }

  private func writeEdges(
    _ scene: SVGScene, _ legend: SVGLegend, _ words: SVGWords, to out: inout XMLBytes
  ) {
    // Broad unseen lines below the nodes are easier to point at than thin ones.
    out.markup("<g class=\"edges\">\n")
    for (number, curve) in scene.curves {
      let edge = scene.graph.edge(number)
      out.markup("<g><title>")
      out.escaped(words.tooltip(of: edge, in: scene.graph, quoteLength: quoteLength))
      out.markup("</title><path class=\"near\" d=\"")
      curve.write(to: &out)
      out.ascii("\"/><path class=\"p\(legend.colourIndex(of: edge))")
      if !edge.isSymmetric { out.markup(" to") }
      switch edge.line {
      case .solid: break
      case .dashed: out.markup(" dashed")
      case .dotted: out.markup(" dotted")
      }
      out.markup("\" d=\"")
      curve.write(to: &out)
      out.markup("\"/></g>\n")
    }
    out.markup("</g>\n")
  }

  private func writeCaptions(_ scene: SVGScene, _ legend: SVGLegend, to out: inout XMLBytes) {
    guard !scene.captions.isEmpty else { return }
    out.markup("<g class=\"labels captions\">\n")
    for caption in scene.captions {
      out.ascii("<text class=\"h\(legend.colourIndex(of: scene.graph.edge(caption.edge)))\" x=\"")
      out.number(caption.x)
      out.markup("\" y=\"")
      out.number(caption.y)
      out.markup("\">")
      out.escaped(caption.text)
      out.markup("</text>\n")
    }
    out.markup("</g>\n")
  }

  private func writeNodes(_ scene: SVGScene, _ words: SVGWords, to out: inout XMLBytes) {
    out.markup("<g class=\"nodes\">\n")
    for index in scene.drawn {
      guard let (x, y, radius) = scene.place[index] else { continue }
      let node = scene.graph.node(index)
      let shape = node.nodeClass.shape
      let end = shape.writeOutline(x: x, y: y, radius: radius, to: &out)
      out.ascii(" class=\"c\(node.classIndex)\"><title>")
      out.escaped(words.tooltip(of: node, in: scene.graph))
      out.markup("</title>")
      out.markup(end)
      out.markup("\n")
    }
    out.markup("</g>\n")
  }

  private func writeLabels(_ scene: SVGScene, to out: inout XMLBytes) {
    out.markup("<g class=\"labels\">\n")
    // The most important come last, so that their halo is whole.
    for label in scene.labels.reversed() {
      out.ascii("<text class=\"s\(Int(label.fontSize)) \(label.anchor.rawValue)\" x=\"")
      out.number(label.x)
      out.markup("\" y=\"")
      out.number(label.y)
      out.markup("\">")
      for (number, line) in label.lines.enumerated() {
        if number == 0 {
          out.escaped(line)
        } else {
          out.markup("<tspan x=\"")
          out.number(label.x)
          out.markup("\" dy=\"")
          out.number(label.fontSize * LabelPlacement.lineHeight)
          out.markup("\">")
          out.escaped(line)
          out.markup("</tspan>")
        }
      }
      out.markup("</text>\n")
    }
    out.markup("</g>\n")
  }
}
