import GraphAlgorithms

/// Draws lineages in layers in [SVG](https://www.w3.org/TR/SVG11/): what an act rests on, or ended,
/// stands above it, with its title and the time in which it is in force.
///
/// Arrows lead from the act that acts to the one on which it does. Colours follow the light or dark
/// scheme of whoever looks. The same picture gives the same bytes.
public struct LayersReport: Sendable {
  private let words: LineageWords

  /// A writer of drawings with the words of a language.
  public init(words: LineageWords) { self.words = words }

  /// The most acts that are drawn where nothing is folded.
  package static let mostActs = 5_000

  private static let margin = 20.0
  private static let top = 52.0
  private static let heads = ["end", "amend", "basis"]

  /// Draws a picture.
  ///
  /// - Parameters:
  ///   - picture: what is shown.
  ///   - title: what the drawing is called.
  ///   - day: the day for which boxes tell whether their acts are in force; nil for none, and then
  ///     those that have ended differ from the others alone.
  /// - Returns: the document.
  /// - Complexity: that of ``LayeredLayout``.
  package func svg(_ picture: LineagePicture, title: String, day: LineageDate?) -> [UInt8] {
    let boxes = picture.nodes.map(LayersBox.init)
    let edges = Self.joined(picture.edges)
    // What is acted upon stands above what acts.
    let drawing = LayeredLayout().drawing(
      sizes: boxes.map(\.size), edges: edges.map { ($0.target, $0.source) })
    let heading = day.map { "\(title) · \($0)" } ?? title
    let width = max(
      drawing.size.width + 2 * Self.margin, 720,
      SVGText.width(of: heading, size: 16, isBold: true) + 2 * Self.margin)
    let legend = legend(width: width, hasDay: day != nil)
    let bottom = Self.top + drawing.size.height + 24
    let height = bottom + legend.height
    var out = SVGText()
    out.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("width", SVGText.number(width)),
        ("height", SVGText.number(height)),
        ("viewBox", "0 0 \(SVGText.number(width)) \(SVGText.number(height))"), ("role", "img"),
      ])
    out.element("title", [], title)
    out.element("style", [], LayersStyle.sheet)
    drawHeads(&out)
    out.empty(
      "rect",
      [("class", "ground"), ("width", SVGText.number(width)), ("height", SVGText.number(height))])
    out.text(heading, x: Self.margin, y: 28, "heading")
    let left = (width - drawing.size.width) / 2
    out.open("g", [("transform", "translate(\(SVGText.number(left)) \(SVGText.number(Self.top)))")])
    for (edge, route) in zip(edges, drawing.routes) { draw(edge, route, picture, &out) }
    for (place, box) in boxes.enumerated() {
      draw(
        box, at: drawing.centres[place], of: picture.nodes[place], picture, hasDay: day != nil,
        &out)
    }
    out.close("g")
    legend.draw(atY: bottom, &out)
    out.close("svg")
    return out.bytes
  }

  /// The edges with one for each pair of acts in each direction, which has all their relations.
  private static func joined(_ edges: [LineagePicture.Edge]) -> [LineagePicture.Edge] {
    var joined: [LineagePicture.Edge] = []
    var places: [UInt64: Int] = [:]
    for edge in edges {
      let key = UInt64(edge.source) << 32 | UInt64(edge.target)
      if let place = places[key] {
        joined[place].label += ", \(edge.label)"
        joined[place].relations.formUnion(edge.relations)
      } else {
        places[key] = joined.count
        joined.append(edge)
      }
    }
    return joined
  }

  /// What a relation looks like; the gravest counts.
  private static func look(_ relations: LineageRelations) -> String {
    if relations.isEmpty { return "folded" }
    if relations.contains(.repeals) || relations.contains(.replaces) { return "end" }
    return relations.contains(.amends) ? "amend" : "basis"
  }

  // MARK: Parts

  private func drawHeads(_ out: inout SVGText) {
    out.open("defs", [])
    for head in Self.heads {
      out.open(
        "marker",
        [
          ("id", "\(head)-head"), ("viewBox", "0 0 8 8"), ("refX", "8"), ("refY", "4"),
          ("markerWidth", "7"), ("markerHeight", "7"), ("orient", "auto"),
        ])
      out.empty("path", [("class", "\(head)-head"), ("d", "M0 0.5L8 4L0 7.5z")])
      out.close("marker")
    }
    out.close("defs")
  }

  /// The way of a relation, which the layout tells from above to below.
  private func draw(
    _ edge: LineagePicture.Edge, _ route: [Point], _ picture: LineagePicture, _ out: inout SVGText
  ) {
    guard let first = route.last else { return }
    let points = Array(route.reversed())
    var path = "M\(SVGText.number(first.x)) \(SVGText.number(first.y))"
    for place in stride(from: 1, to: points.count, by: 2) {
      // A line of no length would give the arrow's head no direction.
      let y = SVGText.number(points[place].y)
      if y != SVGText.number(points[place - 1].y) { path += "V\(y)" }
      guard place + 1 < points.count else { break }
      let (from, to) = (points[place], points[place + 1])
      let middle = SVGText.number((from.y + to.y) / 2)
      path += "C\(SVGText.number(from.x)) \(middle) \(SVGText.number(to.x)) \(middle) "
      path += "\(SVGText.number(to.x)) \(SVGText.number(to.y))"
    }
    let look = Self.look(edge.relations)
    out.open("g", [("class", "edge")])
    if !edge.relations.isEmpty {
      let date = picture.date(of: edge).map { " (\($0))" } ?? ""
      out.element(
        "title", [],
        "\(picture.nodes[edge.source].label) \(edge.label) \(picture.nodes[edge.target].label)"
          + date)
    }
    var attributes = [("class", "relation \(look)"), ("d", path)]
    if look != "folded" { attributes.append(("marker-end", "url(#\(look)-head)")) }
    out.empty("path", attributes)
    out.close("g")
  }

  private func draw(
    _ box: LayersBox, at centre: Point, of node: LineagePicture.Node, _ picture: LineagePicture,
    hasDay: Bool, _ out: inout SVGText
  ) {
    let (x, y) = (centre.x - box.size.width / 2, centre.y - box.size.height / 2)
    out.open("g", [("class", "node")])
    if node.act != nil {
      let state = hasDay ? [words.state(node.state)] : []
      out.element(
        "title", [],
        ([node.label, node.title, node.span ?? ""] + state).filter { !$0.isEmpty }
          .joined(separator: "\n"))
      out.empty(
        "rect",
        [
          ("class", Self.className(of: node, picture, hasDay: hasDay)), ("x", SVGText.number(x)),
          ("y", SVGText.number(y)), ("width", SVGText.number(box.size.width)),
          ("height", SVGText.number(box.size.height)), ("rx", "6"),
        ])
    }
    for (number, line) in box.lines.enumerated() {
      out.element(
        "text",
        [
          ("class", line.className), ("x", SVGText.number(centre.x)),
          ("y", SVGText.number(y + box.base(ofLine: number))), ("text-anchor", "middle"),
        ], line.text)
    }
    out.close("g")
  }

  private static func className(
    of node: LineagePicture.Node, _ picture: LineagePicture, hasDay: Bool
  ) -> String {
    var name = "box"
    if hasDay {
      switch node.state {
      case .inForce: name += " in-force"
      case .ended: name += " ended"
      case .notYet: name += " not-yet"
      case .unknown: break
      }
    } else if picture.validity(of: node)?.until != nil {
      name += " ended"
    }
    return node.isCentre ? name + " centre" : name
  }

  private func legend(width: Double, hasDay: Bool) -> LayersLegend {
    var entries: [LayersLegend.Entry] = []
    if hasDay {
      entries.append(.box("box in-force", words.state(.inForce)))
      entries.append(.box("box ended", words.state(.ended)))
      entries.append(.box("box not-yet", words.state(.notYet)))
      entries.append(.box("box", words.state(.unknown)))
    } else {
      entries.append(.box("box ended", words.say("ended", "berakhir")))
    }
    entries.append(.line("end", words.say("repeals or replaces", "mencabut atau menggantikan")))
    entries.append(.line("amend", words.say("amends", "mengubah")))
    entries.append(
      .line("basis", words.say("implements or rests on", "melaksanakan atau berdasarkan")))
    return LayersLegend(entries, width: width, margin: Self.margin)
  }
}
