extension TimelineReport {
  /// Draws agreements and programs below the acts: a diamond on the day of the signing, a bar for the
  /// time, a line to the act that it rests on.
  func drawThings(_ picture: LineagePicture, _ layout: TimelineLayout, _ out: inout SVGText) {
    guard !picture.things.isEmpty else { return }
    drawHead(layout, &out)
    for (number, thing) in layout.things.enumerated() {
      draw(thing, number, picture, layout, &out)
    }
    if layout.foldedThingCount > 0 {
      out.text(
        words.more(layout.foldedThingCount), x: 16, y: layout.y(ofThing: layout.things.count) + 4,
        "more")
    }
  }

  private func drawHead(_ layout: TimelineLayout, _ out: inout SVGText) {
    let y = layout.thingsTop - 8
    let head = words.say("Agreements and programs", "Perjanjian dan program")
    out.text(head, x: 16, y: y, "section")
    var x = TimelineLayout.left
    for (className, text) in [
      ("agreement", words.say("agreement", "perjanjian")),
      ("program", words.say("program", "program")),
    ] {
      out.empty(
        "rect",
        [
          ("class", className), ("x", SVGText.number(x)), ("y", "\(y - 10)"), ("width", "20"),
          ("height", "10"), ("rx", "3"),
        ])
      out.text(text, x: x + 26, y: y, "title")
      x += 44 + SVGText.width(of: text, size: 11)
    }
    drawDiamond("agreement", x: x + 10, y: y - 5, &out)
    out.text(words.say("signed", "ditandatangani"), x: x + 26, y: y, "title")
  }

  private func draw(
    _ thing: LineagePicture.Thing, _ number: Int, _ picture: LineagePicture,
    _ layout: TimelineLayout, _ out: inout SVGText
  ) {
    let y = layout.y(ofThing: number)
    let className = thing.isProgram ? "program" : "agreement"
    if let basis = thing.basis, let row = layout.rowOfNode[basis], let begin = thing.begin {
      let (x, top) = (layout.x(begin.first), layout.y(layout.rows[row]))
      out.line(x, top, x, y, "basis")
      out.empty(
        "circle",
        [("class", "basis-mark"), ("cx", SVGText.number(x)), ("cy", "\(top)"), ("r", "3")])
    }
    let name = SVGText.fitting(
      thing.label, size: 13, width: TimelineLayout.labelWidth, isBold: true)
    out.text(name, x: 16, y: y - 2, "name")
    let basis = thing.basis.map {
      words.say(" · rests on ", " · berdasarkan ") + picture.nodes[$0].label
    }
    let told = times(of: thing) + (basis ?? "")
    out.text(
      SVGText.fitting(told, size: 11, width: TimelineLayout.labelWidth), x: 16, y: y + 12, "title")
    guard thing.begin != nil else { return }
    out.open("g", [])
    out.element("title", [], "\(thing.label)\n\(told)")
    if thing.from != nil || thing.until != nil {
      let start = layout.x((thing.from ?? thing.signed)?.first ?? 0)
      let end = thing.until.map { layout.x($0.last) } ?? TimelineLayout.right
      out.empty(
        "rect",
        [
          ("class", className), ("x", SVGText.number(start)), ("y", "\(y - 6)"),
          ("width", SVGText.number(max(3, end - start))), ("height", "12"), ("rx", "3"),
        ])
      if thing.until == nil {
        out.empty(
          "path", [("class", className), ("d", "M\(SVGText.number(end)) \(y - 6)l8 6l-8 6z")])
      }
    }
    if let signed = thing.signed {
      drawDiamond(className, x: layout.x(signed.first), y: y, &out)
    }
    out.close("g")
  }

  private func times(of thing: LineagePicture.Thing) -> String {
    let signed = thing.signed.map { words.say("signed \($0)", "ditandatangani \($0)") }
    let span =
      thing.from == thing.until
      ? thing.from.map { "\($0)" } : words.span(from: thing.from, until: thing.until)
    let told = [signed, span].compactMap(\.self).joined(separator: " · ")
    return told.isEmpty ? words.say("dates not known", "tanggal tidak diketahui") : told
  }

  private func drawDiamond(_ className: String, x: Double, y: Int, _ out: inout SVGText) {
    out.empty(
      "path",
      [("class", className), ("d", "M\(SVGText.number(x)) \(y - 8)l7 8l-7 8l-7 -8z")])
  }
}
