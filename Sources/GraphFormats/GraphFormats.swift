/// Writers of the formats that graph viewers read.
///
/// ```swift
/// let graphML = GraphMLSerializer().write(graph)
/// let picture = SVGRenderer(style: style).render(graph)
/// ```
public enum GraphFormats {}
