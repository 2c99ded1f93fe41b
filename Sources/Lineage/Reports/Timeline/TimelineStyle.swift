/// The looks of timelines: light by default, dark where the reader's setting asks for it.
///
/// Custom properties are avoided, since converters do not know them.
enum TimelineStyle {
  static let sheet =
    shapes + colours(of: .light) + "@media (prefers-color-scheme: dark) {\n" + colours(of: .dark)
    + "}\n"

  private static let shapes = """
    text { font-family: Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "DejaVu Sans", sans-serif; }
    .heading { font-size: 16px; font-weight: 700; }
    .name { font-size: 13px; font-weight: 700; }
    .section { font-size: 13px; font-weight: 700; }
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

  private static func colours(of theme: SVGTheme) -> String {
    """
    .ground { fill: \(theme.ground); }
    .heading, .name, .section, .day-label { fill: \(theme.ink); }
    .title, .more, .year { fill: \(theme.soft); }
    .grid { stroke: \(theme.grid); }
    .day { stroke: \(theme.ink); }
    .centre { fill: \(theme.centre); }
    .bar, .open { fill: \(theme.bar); }
    .ended { fill: \(theme.ended); }
    .agreement { fill: \(theme.agreement); }
    .program { fill: \(theme.program); }
    .unsure { stroke: \(theme.soft); }
    .end, .end-mark { stroke: \(theme.end); }
    .basis { stroke: \(theme.basis); }
    .amend-mark { fill: \(theme.amend); stroke: \(theme.ground); }
    .basis-mark { fill: \(theme.basis); stroke: \(theme.ground); }

    """
  }
}
