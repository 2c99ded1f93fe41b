/// Where the boxes and edges of a graph in layers are; y grows downwards.
public struct LayeredDrawing: Hashable, Sendable {
  /// How large a box is.
  public struct Size: Hashable, Sendable {
    /// From left to right.
    public var width: Double
    /// From top to bottom.
    public var height: Double

    /// A box of this size.
    public init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  /// The middle of each box.
  public var centres: [Point]
  /// The layer of each box, from 0 at the top of its part.
  public var layers: [Int]
  /// The way of each edge from the border of its source to that of its target; empty for loops.
  ///
  /// The points are an even number: the first and the second lie one above the other, the second and
  /// the third are joined by a curve between two layers that leaves both upright, and so on in turn,
  /// so that the last two lie one above the other again. Two edges cross within curves alone.
  public var routes: [[Point]]
  /// The size of the whole.
  public var size = Size(width: 0, height: 0)
  /// How many pairs of edges cross, those that cross twice counted twice.
  public var crossingCount = 0

  init(nodeCount: Int, edgeCount: Int) {
    centres = [Point](repeating: .zero, count: nodeCount)
    layers = [Int](repeating: 0, count: nodeCount)
    routes = [[Point]](repeating: [], count: edgeCount)
  }
}
