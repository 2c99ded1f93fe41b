/// The looks of drawings in layers: light by default, dark where the reader's setting asks for it.
enum LayersStyle {
  static let sheet =
    shapes + colours(of: .light) + "@media (prefers-color-scheme: dark) {\n"
    + colours(of: .dark) + "}\n"

  private static let shapes = """
    text { font-family: Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "DejaVu Sans", sans-serif; }
    .heading { font-size: 16px; font-weight: 700; }
    .name { font-size: 13px; font-weight: 700; }
    .more { font-size: 13px; font-style: italic; }
    .title { font-size: 11px; }
    .box { stroke-width: 1; }
    .centre { stroke-width: 2.5; }
    .relation { fill: none; stroke-width: 1.3; }
    .folded { stroke-dasharray: 3 3; }

    """

  private static func colours(of theme: SVGTheme) -> String {
    """
    .ground { fill: \(theme.ground); }
    .heading, .name { fill: \(theme.ink); }
    .title, .more { fill: \(theme.soft); }
    .box { fill: \(theme.boxes.unknown); stroke: \(theme.soft); }
    .in-force { fill: \(theme.boxes.inForce); stroke: \(theme.bar); }
    .ended { fill: \(theme.boxes.ended); stroke: \(theme.ended); }
    .not-yet { stroke-dasharray: 4 3; }
    .centre { stroke: \(theme.ink); }
    .end { stroke: \(theme.end); }
    .amend { stroke: \(theme.amend); }
    .basis { stroke: \(theme.basis); }
    .folded { stroke: \(theme.soft); }
    .end-head { fill: \(theme.end); }
    .amend-head { fill: \(theme.amend); }
    .basis-head { fill: \(theme.basis); }

    """
  }
}
