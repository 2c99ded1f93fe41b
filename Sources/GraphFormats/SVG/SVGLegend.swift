import DomainPack
import PropertyGraph

/// The explanation beside the drawing: classes with their number, kinds of lines.
struct SVGLegend {
  let width = 262.0
  /// The classes drawn: place in the graph's classes and number of nodes.
  private let classes: [(index: Int, count: Int)]
  /// The colours of the edges drawn, by falling number of edges, with the captions that share one.
  let colours: [ColourGroup]
  private let indexOf: [Colour: Int]
  private let graph: PropertyGraph
  private let lines: Set<LineStyle>

  /// The edges of one colour.
  struct ColourGroup {
    var colour: Colour
    /// Their captions, the most frequent first, broken into lines.
    var lines: [String]
    var count: Int
    /// Whether any of them has a direction.
    var isDirected: Bool
  }

  private static let row = 23.0
  private static let lineHeight = 16.0
  private static let rightMargin = 28.0
  private static let textLeft = 34.0

  init(_ scene: SVGScene) {
    graph = scene.graph
    var counts = [Int](repeating: 0, count: graph.classes.count)
    for index in scene.drawn { counts[Int(graph.nodes.classes[index])] += 1 }
    classes = counts.indices.filter { counts[$0] > 0 }.map { ($0, counts[$0]) }
    var edges: [Colour: (labels: [String: Int], isDirected: Bool)] = [:]
    var styles: Set<LineStyle> = []
    for (number, _) in scene.curves {
      let edge = graph.edge(number)
      edges[edge.colour, default: ([:], false)].labels[edge.label, default: 0] += 1
      if !edge.isSymmetric { edges[edge.colour]?.isDirected = true }
      styles.insert(edge.line)
    }
    lines = styles
    var groups: [ColourGroup] = []
    for (colour, entry) in edges {
      let order = entry.labels.sorted {
        $0.value != $1.value ? $0.value > $1.value : $0.key.precedesInUTF8($1.key)
      }
      groups.append(
        ColourGroup(
          colour: colour,
          lines: TextMeasure.lines(
            order.map(\.key).joined(separator: ", "), characters: 22, maximum: 3),
          count: entry.labels.values.reduce(0, +), isDirected: entry.isDirected))
    }
    colours = groups.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.colour.hex < $1.colour.hex
    }
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

  /// A little more than what is written.
  var height: Double {
    let extra = colours.reduce(0) { $0 + $1.lines.count - 1 }
    return Double(classes.count + colours.count + lines.count) * Self.row
      + Double(extra) * Self.lineHeight + 190
  }

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
      row([nodeClass.plural], count: count, at: &y, to: &out)
    }
    y += 22
    heading(words.relations, at: &y, to: &out)
    for (index, entry) in colours.enumerated() {
      sample(entry.isDirected ? "p\(index) to" : "p\(index)", at: y, to: &out)
      row(entry.lines, count: entry.count, at: &y, to: &out)
    }
    y += 8
    if lines.contains(.dashed) {
      sample("plain dashed", at: y, to: &out)
      row([words.planned], count: nil, at: &y, to: &out)
    }
    if lines.contains(.dotted) {
      sample("plain dotted", at: y, to: &out)
      row([words.said], count: nil, at: &y, to: &out)
    }
    y += 10
    for note in [words.sizeNote, words.pointNote] {
      text(note, style: "note", x: 4, y: y, to: &out)
      y += 18
    }
    out.markup("</g>\n")
  }

  private func heading(_ words: String, at y: inout Double, to out: inout XMLBytes) {
    text(words, style: "heading", x: 4, y: y, to: &out)
    y += Self.row + 3
  }

  private func sample(_ style: String, at y: Double, to out: inout XMLBytes) {
    out.ascii("<path class=\"line \(style)\" d=\"M2 ")
    out.number(y - 4.5)
    out.markup("H24\"/>")
  }

  private func row(_ lines: [String], count: Int?, at y: inout Double, to out: inout XMLBytes) {
    for (number, line) in lines.enumerated() {
      if number > 0 { y += Self.lineHeight }
      text(line, style: nil, x: Self.textLeft, y: y, to: &out)
      if number == 0, let count {
        text(String(count), style: "count", x: width - Self.rightMargin, y: y, to: &out)
      }
    }
    y += Self.row
  }

  private func text(
    _ text: String, style: String?, x: Double, y: Double, to out: inout XMLBytes
  ) {
    out.markup("<text")
    if let style { out.ascii(" class=\"\(style)\"") }
    out.markup(" x=\"")
    out.number(x)
    out.markup("\" y=\"")
    out.number(y)
    out.markup("\">")
    out.escaped(text)
    out.markup("</text>\n")
  }
}
