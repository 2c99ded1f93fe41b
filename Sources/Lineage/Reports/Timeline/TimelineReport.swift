/// Draws lineages as a timeline in [SVG](https://www.w3.org/TR/SVG11/): a bar for each act from the
/// day on which it came into force to the day on which it ended, the older above the younger; below
/// them the agreements and programs, each with the line to the act that it rests on.
///
/// Colours follow the light or dark scheme of whoever looks. The same picture gives the same bytes.
public struct TimelineReport: Sendable {
  let words: LineageWords

  /// A writer of timelines with the words of a language.
  public init(words: LineageWords) { self.words = words }

  /// The most acts that one timeline shows well.
  package static let mostActs = 60

  /// Draws a picture.
  ///
  /// - Parameters:
  ///   - picture: what is shown.
  ///   - title: what the drawing is called.
  ///   - day: the day that a line marks; nil for none.
  /// - Returns: the document.
  package func svg(_ picture: LineagePicture, title: String, day: LineageDate?) -> [UInt8] {
    let layout = TimelineLayout(picture, day: day)
    var out = SVGText()
    let size = (TimelineLayout.width, layout.height)
    out.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("width", "\(size.0)"), ("height", "\(size.1)"),
        ("viewBox", "0 0 \(size.0) \(size.1)"), ("role", "img"),
      ])
    out.element("title", [], title)
    out.element("style", [], TimelineStyle.sheet)
    out.empty("rect", [("class", "ground"), ("width", "\(size.0)"), ("height", "\(size.1)")])
    out.text(title, x: 16, y: 28, "heading")
    for row in layout.rows where picture.nodes[row.node].isCentre { drawGround(row, layout, &out) }
    drawYears(layout, &out)
    for edge in picture.edges.indices { drawLine(ofEdge: edge, picture, layout, &out) }
    for row in layout.rows { draw(row, picture, layout, &out) }
    for edge in picture.edges.indices { mark(edge, picture, layout, &out) }
    drawThings(picture, layout, &out)
    if let day {
      let x = layout.x(day.first)
      out.line(x, layout.top - 6, x, layout.bottom, "day")
      out.text("\(day)", x: x, y: layout.bottom + 14, "day-label", anchor: "middle")
    }
    drawLegend(layout, hasDay: day != nil, &out)
    out.close("svg")
    return out.bytes
  }

  // MARK: Parts

  private func drawYears(_ layout: TimelineLayout, _ out: inout SVGText) {
    for year in layout.ticks {
      let x = layout.x(LineageDate(year: year).first)
      out.line(x, layout.top - 6, x, layout.bottom, "grid")
      out.text("\(year)", x: x, y: layout.top - 12, "year", anchor: "middle")
    }
  }

  private func drawGround(
    _ row: TimelineLayout.Row, _ layout: TimelineLayout, _ out: inout SVGText
  ) {
    out.empty(
      "rect",
      [
        ("class", "centre"), ("x", "6"),
        ("y", "\(layout.y(row) - TimelineLayout.rowHeight / 2 + 1)"),
        ("width", "\(TimelineLayout.width - 12)"), ("height", "\(TimelineLayout.rowHeight - 2)"),
        ("rx", "6"),
      ])
  }

  private func draw(
    _ row: TimelineLayout.Row, _ picture: LineagePicture, _ layout: TimelineLayout,
    _ out: inout SVGText
  ) {
    let node = picture.nodes[row.node]
    let y = layout.y(row)
    guard let validity = layout.validities[row.node] else {
      out.text(node.label, x: 16, y: y + 4, "more")
      return
    }
    let hasTitle = !node.title.isEmpty
    let name = SVGText.fitting(node.label, size: 13, width: TimelineLayout.labelWidth, isBold: true)
    out.text(name, x: 16, y: hasTitle ? y - 2 : y + 4, "name")
    if hasTitle {
      let title = SVGText.fitting(node.title, size: 11, width: TimelineLayout.labelWidth)
      out.text(title, x: 16, y: y + 12, "title")
    }
    let bar = layout.bar(of: row.node)
    let isEnded = validity.until != nil
    out.open("g", [])
    let span = words.span(validity) ?? words.say("dates not known", "tanggal tidak diketahui")
    out.element(
      "title", [], [node.label, node.title, span].filter { !$0.isEmpty }.joined(separator: "\n"))
    out.empty(
      "rect",
      [
        ("class", isEnded ? "bar ended" : "bar"), ("x", SVGText.number(bar.start)),
        ("y", "\(y - 7)"), ("width", SVGText.number(max(3, bar.end - bar.start))),
        ("height", "14"), ("rx", "3"),
      ])
    if !isEnded {
      out.empty(
        "path",
        [
          ("class", "open"),
          ("d", "M\(SVGText.number(bar.end)) \(y - 7)l8 7l-8 7z"),
        ])
    }
    if !bar.isBeginKnown {
      out.line(bar.start, y - 10, bar.start, y + 10, "unsure")
    }
    out.close("g")
  }

  /// The line of the edge at a place, that hangs an act on another one, at the day from which it does.
  private func drawLine(
    ofEdge place: Int, _ picture: LineagePicture, _ layout: TimelineLayout, _ out: inout SVGText
  ) {
    let edge = picture.edges[place]
    guard !edge.relations.isEmpty, let from = layout.rowOfNode[edge.source],
      let to = layout.rowOfNode[edge.target]
    else { return }
    let x = layout.x(ofEdge: place)
    let isEnd = edge.relations.contains(.repeals) || edge.relations.contains(.replaces)
    out.line(x, layout.y(layout.rows[from]), x, layout.y(layout.rows[to]), isEnd ? "end" : "basis")
  }

  /// The mark on the bar of an act on which another acts.
  private func mark(
    _ place: Int, _ picture: LineagePicture, _ layout: TimelineLayout,
    _ out: inout SVGText
  ) {
    let edge = picture.edges[place]
    guard !edge.relations.isEmpty, let row = layout.rowOfNode[edge.target] else { return }
    let (x, y) = (layout.x(ofEdge: place), layout.y(layout.rows[row]))
    let isEnd = edge.relations.contains(.repeals) || edge.relations.contains(.replaces)
    let source = picture.nodes[edge.source].label
    let target = picture.nodes[edge.target].label
    out.open("g", [])
    out.element(
      "title", [],
      "\(source) \(edge.label) \(target)" + (layout.dates[place].map { " (\($0))" } ?? ""))
    if isEnd {
      out.empty(
        "path", [("class", "end-mark"), ("d", "M\(SVGText.number(x - 4)) \(y - 4)l8 8m0 -8l-8 8")])
    } else if edge.relations.contains(.amends) {
      out.empty(
        "path", [("class", "amend-mark"), ("d", "M\(SVGText.number(x)) \(y - 6)l5 6l-5 6l-5 -6z")])
    } else {
      out.empty(
        "circle",
        [("class", "basis-mark"), ("cx", SVGText.number(x)), ("cy", "\(y)"), ("r", "3")])
    }
    out.close("g")
  }

  private func drawLegend(_ layout: TimelineLayout, hasDay: Bool, _ out: inout SVGText) {
    let y = layout.height - 18
    var x = 16.0
    func entry(_ text: String, _ draw: (Double) -> Void) {
      draw(x)
      out.text(text, x: x + 26, y: y + 4, "title")
      x += 44 + SVGText.width(of: text, size: 11)
    }
    var marks: [(Double, Int)] = []
    for (number, text) in [
      words.say("in force", "berlaku"), words.say("ended", "berakhir"),
      words.say("repeals or replaces", "mencabut atau menggantikan"),
      words.say("amends", "mengubah"),
      words.say("implements or rests on", "melaksanakan atau berdasarkan"),
      words.say("begin not known exactly", "mulainya tidak diketahui pasti"),
    ].enumerated() {
      entry(text) { marks.append(($0, number)) }
    }
    for (x, number) in marks {
      switch number {
      case 0, 1:
        out.empty(
          "rect",
          [
            ("class", number == 0 ? "bar" : "bar ended"), ("x", SVGText.number(x)),
            ("y", "\(y - 6)"), ("width", "20"), ("height", "12"), ("rx", "3"),
          ])
      case 2:
        out.line(x, y, x + 20, y, "end")
        out.empty(
          "path",
          [("class", "end-mark"), ("d", "M\(SVGText.number(x + 6)) \(y - 4)l8 8m0 -8l-8 8")])
      case 3:
        out.empty(
          "path",
          [("class", "amend-mark"), ("d", "M\(SVGText.number(x + 10)) \(y - 6)l5 6l-5 6l-5 -6z")])
      case 4:
        out.line(x, y, x + 20, y, "basis")
        out.empty(
          "circle",
          [("class", "basis-mark"), ("cx", SVGText.number(x + 10)), ("cy", "\(y)"), ("r", "3")])
      default: out.line(x + 10, y - 8, x + 10, y + 8, "unsure")
      }
    }
  }
}
