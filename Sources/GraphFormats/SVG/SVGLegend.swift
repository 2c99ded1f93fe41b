import DomainPack
import PropertyGraph

/// The explanation beside the drawing: classes with their number, kinds of lines.
struct SVGLegend {
  let width = 262.0
  /// The classes drawn: place in the graph's classes and number of nodes.
  private let classes: [(index: Int, count: Int)]
  /// The colours of the edges drawn, by falling number of edges, with the captions that share one.
  let colours: [(colour: Colour, captions: [String], count: Int)]
  private let indexOf: [Colour: Int]
  private let graph: PropertyGraph
  private let lines: Set<LineStyle>

  private static let row = 23.0
  private static let textLeft = 34.0

  init(_ scene: SVGScene) {
    graph = scene.graph
    var counts = [Int](repeating: 0, count: graph.classes.count)
    for index in scene.drawn { counts[graph.nodes[index].classIndex] += 1 }
    classes = counts.indices.filter { counts[$0] > 0 }.map { ($0, counts[$0]) }
    var edgeCounts: [Colour: [String: Int]] = [:]
    var lines: Set<LineStyle> = []
    for (number, _) in scene.curves {
      let edge = graph.edges[number]
      edgeCounts[edge.colour, default: [:]][edge.label, default: 0] += 1
      lines.insert(edge.line)
    }
    self.lines = lines
    var colours: [(colour: Colour, captions: [String], count: Int)] = []
    for (colour, labels) in edgeCounts {
      let order = labels.sorted {
        $0.value != $1.value ? $0.value > $1.value : $0.key.precedesInUTF8($1.key)
      }
      colours.append((colour, order.map(\.key), labels.values.reduce(0, +)))
    }
    colours.sort { $0.count != $1.count ? $0.count > $1.count : $0.colour.hex < $1.colour.hex }
    self.colours = colours
    indexOf = Dictionary(
      colours.enumerated().map { ($1.colour, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of an edge's colour in the style sheet.
  func colourIndex(of edge: PropertyGraph.Edge) -> Int {
    guard let index = indexOf[edge.colour] else {
      preconditionFailure("every edge drawn has its colour in the legend")
    }
    return index
  }

  var height: Double { Double(classes.count + colours.count + lines.count) * Self.row + 190 }

  /// Writes the legend, its top left corner at the origin.
  func write(_ words: SVGWords, to out: inout XMLBytes) {
    out.markup("<g class=\"legend\">\n")
    var y = 20.0
    heading(words.classes, at: &y, to: &out)
    for (index, count) in classes {
      let nodeClass = graph.classes[index]
      let end = nodeClass.shape.writeOutline(x: 12, y: y - 4.5, radius: 7, to: &out)
      out.ascii(" class=\"c\(index)\">")
      out.markup(end)
      row(nodeClass.plural, count: count, at: &y, to: &out)
    }
    y += 22
    heading(words.relations, at: &y, to: &out)
    for (index, entry) in colours.enumerated() {
      sample("p\(index) to", at: y, to: &out)
      row(Self.caption(entry.captions), count: entry.count, at: &y, to: &out)
    }
    y += 8
    if lines.contains(.dashed) {
      sample("plain dashed", at: y, to: &out)
      row(words.planned, count: nil, at: &y, to: &out)
    }
    if lines.contains(.dotted) {
      sample("plain dotted", at: y, to: &out)
      row(words.said, count: nil, at: &y, to: &out)
    }
    y += 10
    for note in [words.sizeNote, words.pointNote] {
      out.markup("<text class=\"note\" x=\"4\" y=\"")
      out.number(y)
      out.markup("\">")
      out.escaped(note)
      out.markup("</text>\n")
      y += 18
    }
    out.markup("</g>\n")
  }

  /// The captions that fit into a row.
  private static func caption(_ captions: [String]) -> String {
    var text = captions[0]
    for next in captions.dropFirst() {
      guard text.count + next.count + 2 <= 26 else { return text + ", …" }
      text += ", " + next
    }
    return text
  }

  private func heading(_ text: String, at y: inout Double, to out: inout XMLBytes) {
    out.markup("<text class=\"heading\" x=\"4\" y=\"")
    out.number(y)
    out.markup("\">")
    out.escaped(text)
    out.markup("</text>\n")
    y += Self.row + 3
  }

  private func sample(_ style: String, at y: Double, to out: inout XMLBytes) {
    out.ascii("<path class=\"line \(style)\" d=\"M2 ")
    out.number(y - 4.5)
    out.markup("H24\"/>")
  }

  private func row(_ text: String, count: Int?, at y: inout Double, to out: inout XMLBytes) {
    out.markup("<text x=\"")
    out.number(Self.textLeft)
    out.markup("\" y=\"")
    out.number(y)
    out.markup("\">")
    out.escaped(text)
    if let count {
      out.markup("<tspan class=\"count\" dx=\"7\">")
      out.integer(count)
      out.markup("</tspan>")
    }
    out.markup("</text>\n")
    y += Self.row
  }
}
