/// Draws a directed graph in layers: every edge leads downwards as far as the graph allows, edges
/// cross seldom, and long ones run straight between the boxes of the layers that they pass.
///
/// The phases are those of Sugiyama, Tagawa and Toda, Methods for Visual Understanding of
/// Hierarchical System Structures, IEEE Transactions on Systems, Man and Cybernetics 11 (1981):
/// cycles are cut (``AcyclicOrder``), layers chosen (``LayerAssignment``), long edges cut into pieces
/// (``ProperLayering``), each layer put in order (``CrossingReduction``), coordinates chosen
/// (``HorizontalPlacement``). Parts of the graph that do not hang together are drawn one by one and
/// set in rows.
///
/// ```swift
/// let box = LayeredDrawing.Size(width: 80, height: 30)
/// let drawing = LayeredLayout().drawing(
///   sizes: [box, box, box], edges: [(0, 1), (0, 2), (1, 2)])
/// ```
public struct LayeredLayout: Sendable {
  /// The free space between two boxes of a layer.
  public var nodeGap = 18.0
  /// The free space between two layers, in which edges bend.
  public var layerGap = 56.0
  /// The room that an edge takes in a layer that it passes.
  public var edgeRoom = 12.0
  /// The greatest distance between the places at which edges touch a box.
  public var portGap = 14.0
  /// The free space between parts that do not hang together.
  public var partGap = 48.0
  /// How many times as wide as high the whole should be, where it has several parts.
  public var aspect = 1.6
  /// How layers are put in order.
  public var crossings = CrossingReduction()

  /// The layout with its usual settings.
  public init() {}

  /// The boxes' places and the edges' ways.
  ///
  /// The same input and settings give the same drawing on every machine. Coordinates are rounded to
  /// 0.01; the corner at the top left is the origin.
  ///
  /// - Parameters:
  ///   - sizes: the size of each box, at least 0 and finite.
  ///   - edges: each leads from a box to one below; loops get no way, and several between the same
  ///     boxes in the same direction get the same one.
  /// - Returns: a place for each box and a way for each edge, in their orders.
  /// - Precondition: every end of an edge is in 0 ..< the number of boxes.
  /// - Complexity: about O(v²) in the boxes of a part together with its pieces of long edges, bounded
  ///   by ``CrossingReduction/mostWork``.
  public func drawing(
    sizes: [LayeredDrawing.Size], edges: [(source: Int, target: Int)]
  ) -> LayeredDrawing {
    var drawing = LayeredDrawing(nodeCount: sizes.count, edgeCount: edges.count)
    let graph = WeightedGraph(
      nodeCount: sizes.count,
      edges: edges.filter { $0.source != $0.target }.map { ($0.source, $0.target, 1) })
    let parts = ConnectedComponents(of: graph).members
    var placeOfNode = [Int](repeating: 0, count: sizes.count)
    var partOfNode = [Int](repeating: 0, count: sizes.count)
    for (part, members) in parts.enumerated() {
      for (place, member) in members.enumerated() {
        placeOfNode[member] = place
        partOfNode[member] = part
      }
    }
    var edgesOfPart = [[Int]](repeating: [], count: parts.count)
    for (number, edge) in edges.enumerated() where edge.source != edge.target {
      edgesOfPart[partOfNode[edge.source]].append(number)
    }
    var boxes: [LayeredDrawing.Size] = []
    for (part, members) in parts.enumerated() {
      let drawn = LayeredPart(
        sizes: members.map { sizes[$0] },
        edges: edgesOfPart[part].map {
          (placeOfNode[edges[$0].source], placeOfNode[edges[$0].target])
        }, settings: self)
      for (member, place) in zip(members, drawn.centres.indices) {
        drawing.centres[member] = drawn.centres[place]
        drawing.layers[member] = drawn.layers[place]
      }
      for (edge, route) in zip(edgesOfPart[part], drawn.routes) { drawing.routes[edge] = route }
      drawing.crossingCount += drawn.crossingCount
      boxes.append(drawn.size)
    }
    let corners = rows(of: boxes, &drawing.size)
    for (node, part) in partOfNode.enumerated() {
      drawing.centres[node] = (drawing.centres[node] + corners[part]).rounded
    }
    for (part, members) in edgesOfPart.enumerated() {
      for edge in members {
        drawing.routes[edge] = drawing.routes[edge].map { ($0 + corners[part]).rounded }
      }
    }
    return drawing
  }

  /// The top left corners of boxes that are set in rows, the highest first; the size of the whole.
  private func rows(
    of boxes: [LayeredDrawing.Size], _ size: inout LayeredDrawing.Size
  ) -> [Point] {
    var corners = [Point](repeating: .zero, count: boxes.count)
    let area = boxes.reduce(0.0) { $0 + ($1.width + partGap) * ($1.height + partGap) }
    let width = max((area * aspect).squareRoot(), boxes.map(\.width).max() ?? 0)
    let order = boxes.indices.sorted {
      (-boxes[$0].height, -boxes[$0].width, $0) < (-boxes[$1].height, -boxes[$1].width, $1)
    }
    var (x, y, rowHeight) = (0.0, 0.0, 0.0)
    for box in order {
      if x > 0, x + boxes[box].width > width {
        (x, y, rowHeight) = (0, y + rowHeight + partGap, 0)
      }
      corners[box] = Point(x: x, y: y)
      x += boxes[box].width + partGap
      rowHeight = max(rowHeight, boxes[box].height)
      size.width = max(size.width, x - partGap)
      size.height = max(size.height, y + boxes[box].height)
    }
    return corners
  }
}
