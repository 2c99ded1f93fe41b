/// Writers of the formats that graph viewers read.
///
/// ```swift
/// let graphML = GraphMLSerializer(flavour: .plain).write(graph)
/// let picture = SVGRenderer(style: style).render(graph)
/// ```
public enum GraphFormats {}
