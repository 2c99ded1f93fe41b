/// The looks of timelines: light by default, dark where the reader's setting asks for it.
///
/// Custom properties are avoided, since converters do not know them.
enum TimelineStyle {
  static let sheet =
    shapes + colours(of: light) + "@media (prefers-color-scheme: dark) {\n" + colours(of: dark)
    + "}\n"

  private struct Theme {
    var ground: String
    var ink: String
    var soft: String
    var grid: String
    var bar: String
    var ended: String
    var end: String
    var amend: String
    var basis: String
    var centre: String
  }

  private static let light = Theme(
    ground: "#ffffff", ink: "#1d2530", soft: "#5d6875", grid: "#e3e6ea", bar: "#2f7d4f",
    ended: "#a3a9b3", end: "#c0392b", amend: "#d38b0b", basis: "#5b7fb5", centre: "#eef3fb")
  private static let dark = Theme(
    ground: "#15181d", ink: "#eef1f5", soft: "#9ba6b3", grid: "#2b3038", bar: "#58b37f",
    ended: "#5d6470", end: "#ef7b6d", amend: "#e9b44c", basis: "#8aaee0", centre: "#202836")

  private static let shapes = """
    text { font-family: Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "DejaVu Sans", sans-serif; }
    .heading { font-size: 16px; font-weight: 700; }
    .name { font-size: 13px; font-weight: 700; }
    .more { font-size: 13px; font-style: italic; }
    .title, .year, .day-label { font-size: 11px; }
    .middle { text-anchor: middle; }
    .grid, .basis, .day { stroke-width: 1; }
    .end { stroke-width: 1.5; }
    .end-mark { fill: none; stroke-width: 2; }
    .amend-mark, .basis-mark { stroke-width: 1; }
    .day { stroke-dasharray: 4 3; }
    .unsure { stroke-width: 2; stroke-dasharray: 2 2; }

    """

  private static func colours(of theme: Theme) -> String {
    """
    .ground { fill: \(theme.ground); }
    .heading, .name, .day-label { fill: \(theme.ink); }
    .title, .more, .year { fill: \(theme.soft); }
    .grid { stroke: \(theme.grid); }
    .day { stroke: \(theme.ink); }
    .centre { fill: \(theme.centre); }
    .bar, .open { fill: \(theme.bar); }
    .ended { fill: \(theme.ended); }
    .unsure { stroke: \(theme.soft); }
    .end, .end-mark { stroke: \(theme.end); }
    .basis { stroke: \(theme.basis); }
    .amend-mark { fill: \(theme.amend); stroke: \(theme.ground); }
    .basis-mark { fill: \(theme.basis); stroke: \(theme.ground); }

    """
  }
}
