import DomainPack
import PropertyGraph

/// The style sheet of the picture and the arrowheads: light by default, dark where the reader's
/// setting asks for it.
///
/// Custom properties are avoided, since converters do not know them.
struct SVGStylesheet {
  let scene: SVGScene
  let legend: SVGLegend
  let style: GraphStyle

  func write(to out: inout XMLBytes) {
    out.markup("<defs>\n")
    for index in legend.colours.indices {
      out.ascii(
        "<marker id=\"arrow\(index)\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\""
          + " markerHeight=\"7\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
          + "<path class=\"h\(index)\" d=\"M0 0.6L8 4L0 7.4L1.8 4Z\"/></marker>\n")
    }
    out.markup("</defs>\n<style>\n")
    out.markup(
      """
      text{font-family:Inter,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans","DejaVu Sans",sans-serif}
      .title{font-size:25px;font-weight:700;letter-spacing:-.2px}
      .note{font-size:13px}
      .heading{font-size:13px;font-weight:700}
      .legend text{font-size:13px}
      .legend .note{font-size:12px}
      .edges path,.line{fill:none;stroke-width:1.3}
      .edges .near{stroke:#000;stroke-opacity:0;stroke-width:9}
      .edges g:hover path:not(.near){stroke-opacity:1!important;stroke-width:2.6}
      .dashed{stroke-dasharray:6 4}
      .dotted{stroke-dasharray:1.5 3.5;stroke-linecap:round}
      .nodes *{stroke-width:1.6}
      .nodes title{stroke:none}
      .labels text{paint-order:stroke;stroke-width:3.2;stroke-linejoin:round;pointer-events:none}
      .captions text{font-size:9.5px;text-anchor:middle}
      .start{text-anchor:start}.middle{text-anchor:middle}.end,.count{text-anchor:end}

      """)
    for size in Set(scene.labels.map { Int($0.fontSize) }).sorted() {
      out.ascii(
        ".s\(size){font-size:\(size)px;font-weight:\(size >= 14 ? 700 : size == 13 ? 600 : 400)}\n")
    }
    for index in legend.colours.indices {
      out.ascii(".p\(index).to{marker-end:url(#arrow\(index))}\n")
    }
    writeColours(
      Theme(
        page: style.lightBackground, text: "#1d2530", faint: "#5d6875", line: "#5d6875"),
      isDark: false, to: &out)
    out.markup("@media (prefers-color-scheme:dark){\n")
    writeColours(
      Theme(page: style.darkBackground, text: "#eef1f5", faint: "#9ba6b3", line: "#9ba6b3"),
      isDark: true, to: &out)
    out.markup("}\n</style>\n")
  }

  private struct Theme {
    var page: Colour
    var text: String
    var faint: String
    var line: String
  }

  private func writeColours(_ theme: Theme, isDark: Bool, to out: inout XMLBytes) {
    out.ascii(".page{fill:\(theme.page.hex)}text{fill:\(theme.text)}")
    out.ascii(".note,.count{fill:\(theme.faint)}.plain{stroke:\(theme.line)}")
    out.ascii(".labels text{stroke:\(theme.page.hex)}\n")
    out.ascii(".nodes *{stroke:\(theme.page.hex)}\n")
    // The more lines, the fainter each, so that the nodes stay in front.
    let opacity = max(0.34, 0.6 - Double(scene.curves.count) / 3000) + (isDark ? 0.12 : 0)
    out.markup(".edges path:not(.near){stroke-opacity:")
    out.number(opacity)
    out.markup("}\n")
    for (index, group) in legend.colours.enumerated() {
      let colour = isDark ? group.colour.mixed(with: .white, percent: 18) : group.colour
      out.ascii(".p\(index){stroke:\(colour.hex)}.h\(index){fill:\(colour.hex)}\n")
    }
    for (index, nodeClass) in scene.graph.classes.enumerated() {
      let colour = isDark ? nodeClass.darkColour : nodeClass.colour
      out.ascii(".c\(index){fill:\(colour.hex)}\n")
    }
  }
}
