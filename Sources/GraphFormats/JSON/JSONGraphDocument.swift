import PropertyGraph

/// What stands around and between the nodes and the edges of a graph in a dialect of JSON.
///
/// Nodes and edges are written one on a line; the commas between them are not theirs.
protocol JSONGraphDocument {
  /// Everything before the first node.
  func writeHead(to json: inout JSONBytes)
  /// A node.
  func writeNode(_ node: Int, to json: inout JSONBytes)
  /// Everything between the last node and the first edge.
  func writeMiddle(to json: inout JSONBytes)
  /// An edge.
  func writeEdge(_ edge: Int, to json: inout JSONBytes)
  /// Everything behind the last edge.
  func writeEnd(to json: inout JSONBytes)
}

extension JSONBytes {
  /// What is said of the graph as a whole, as members.
  mutating func members(of about: GraphDescription?) {
    for (name, value) in about?.entries ?? [] { member(name, value) }
  }
}
