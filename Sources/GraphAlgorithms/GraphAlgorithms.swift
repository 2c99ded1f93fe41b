/// Algorithms on graphs whose nodes are the numbers 0 ..< n: components, ways, centrality,
/// communities, layout.
///
/// They know nothing of RDF. Every result is a function of the input and of settings alone: what
/// looks random comes from a seed among the settings, and of floating point only + − × ÷ √ are
/// used, which IEEE 754 rounds the same on every machine. Nothing depends on the order of hashing.
///
/// ```swift
/// let graph = WeightedGraph(nodeCount: 3, edges: [(0, 1, 1), (1, 2, 1)])
/// let communities = Leiden().communities(of: graph)
/// let points = Arrangement().positions(
///   of: graph, radii: [4, 6, 4], communities: communities)
/// ```
public enum GraphAlgorithms {}
