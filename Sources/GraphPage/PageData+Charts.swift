extension PageData {
  /// Places and lines of the map.
  func writeMap(to out: inout PageBytes) {
    let (places, lines) = (model.map.places, model.map.lines)
    out.markup(",\n\"map\":{\"node\":")
    PageColumn.write(places.map(\.node), to: &out)
    out.markup(",\"latitude\":")
    out.list(places) { Self.write($0.latitude, to: &$1) }
    out.markup(",\"longitude\":")
    out.list(places) { Self.write($0.longitude, to: &$1) }
    out.markup(",\"source\":")
    PageColumn.write(lines.map(\.source), to: &out)
    out.markup(",\"target\":")
    PageColumn.write(lines.map(\.target), to: &out)
    // Whatever may be missing is written one higher, 0 for what is not there.
    out.markup(",\"thing\":")
    PageColumn.write(
      lines.map { if case .node(let node) = $0.subject { node + 1 } else { 0 } }, to: &out)
    out.markup(",\"edge\":")
    PageColumn.write(
      lines.map { if case .edge(let edge) = $0.subject { edge + 1 } else { 0 } }, to: &out)
    out.markup("}")
  }

  /// Boxes and arrows of the layers.
  func writeLayers(to out: inout PageBytes) {
    let (boxes, arrows) = (model.layers.boxes, model.layers.arrows)
    out.markup(",\n\"layers\":{\"width\":")
    Self.write(PageModel.Layers.width, to: &out)
    out.markup(",\"height\":")
    Self.write(PageModel.Layers.height, to: &out)
    out.markup(",\"node\":")
    PageColumn.write(boxes.map(\.node), to: &out)
    out.markup(",\"x\":")
    PageColumn.write(boxes.map(\.x), to: &out)
    out.markup(",\"y\":")
    PageColumn.write(boxes.map(\.y), to: &out)
    for (name, days) in [("from", boxes.map(\.from)), ("until", boxes.map(\.until))] {
      out.markup(",")
      out.json(name)
      out.markup(":")
      out.list(days) { day, out in
        if let day { out.json(day) } else { out.markup("0") }
      }
    }
    out.markup(",\"edge\":")
    PageColumn.write(arrows.map(\.edge), to: &out)
    out.markup(",\"waysEnd\":")
    PageColumn.write(Self.ends(of: arrows.map(\.xs.count)), to: &out)
    out.markup(",\"waysX\":")
    PageColumn.write(arrows.flatMap(\.xs), to: &out)
    out.markup(",\"waysY\":")
    PageColumn.write(arrows.flatMap(\.ys), to: &out)
    out.markup("}")
  }

  /// A finite number in the shortest digits that give it back.
  private static func write(_ number: Double, to out: inout PageBytes) {
    precondition(number.isFinite, "JSON has no number for what is not finite")
    out.raw("\(number)".utf8)
  }
}
