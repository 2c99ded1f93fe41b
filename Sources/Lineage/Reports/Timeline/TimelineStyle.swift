/// The looks of timelines, for light and dark schemes.
enum TimelineStyle {
  static let sheet = """
    svg { --ground: #ffffff; --ink: #1d2129; --soft: #5b6270; --grid: #e3e6ea; --bar: #2f7d4f; \
    --ended: #a3a9b3; --end: #c0392b; --amend: #d38b0b; --basis: #5b7fb5; --centre: #eef3fb; }
    @media (prefers-color-scheme: dark) { svg { --ground: #15181d; --ink: #e8eaee; --soft: #a4acb9; \
    --grid: #2b3038; --bar: #58b37f; --ended: #5d6470; --end: #ef7b6d; --amend: #e9b44c; \
    --basis: #8aaee0; --centre: #202836; } }
    .ground { fill: var(--ground); }
    .heading { font-size: 16px; font-weight: 600; fill: var(--ink); }
    .name { font-size: 13px; font-weight: 600; fill: var(--ink); }
    .title { font-size: 11px; fill: var(--soft); }
    .more { font-size: 13px; font-style: italic; fill: var(--soft); }
    .year { font-size: 11px; fill: var(--soft); }
    .dayLabel { font-size: 11px; fill: var(--ink); }
    .grid { stroke: var(--grid); stroke-width: 1; }
    .day { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 4 3; }
    .centre { fill: var(--centre); }
    .bar, .open { fill: var(--bar); }
    .ended { fill: var(--ended); }
    .unsure { stroke: var(--soft); stroke-width: 2; stroke-dasharray: 2 2; }
    .end { stroke: var(--end); stroke-width: 1.5; }
    .basis { stroke: var(--basis); stroke-width: 1; stroke-opacity: 0.7; }
    .endMark { fill: none; stroke: var(--end); stroke-width: 2; }
    .amendMark { fill: var(--amend); stroke: var(--ground); stroke-width: 1; }
    .basisMark { fill: var(--basis); stroke: var(--ground); stroke-width: 1; }

    """
}
