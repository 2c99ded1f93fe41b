/// Algorithms on graphs whose nodes are the numbers 0 ..< n: components, communities, layout.
///
/// They know nothing of RDF. Every result is a function of the input alone: no random numbers, and
/// of floating point only + − × ÷ √, which IEEE 754 rounds the same on every machine.
///
/// ```swift
/// let graph = WeightedGraph(nodeCount: 3, edges: [(0, 1, 1), (1, 2, 1)])
/// let communities = Leiden().communities(of: graph)
/// let points = ForceAtlas2().positions(of: graph, communities: communities)
/// ```
public enum GraphAlgorithms {}
