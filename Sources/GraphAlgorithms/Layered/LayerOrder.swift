/// The order of the vertices in each layer, and how many edges cross because of it.
struct LayerOrder {
  /// The vertices of each layer from left to right.
  var vertices: [[Int32]]
  /// The place of each vertex in its layer.
  private(set) var places: [Int32]

  init(_ layering: ProperLayering) {
    vertices = layering.vertices
    places = [Int32](repeating: 0, count: layering.layers.count)
    for layer in vertices.indices { renumber(layer) }
  }

  /// Brings the places of a layer's vertices in line with its order.
  mutating func renumber(_ layer: Int) {
    for (place, vertex) in vertices[layer].enumerated() { places[Int(vertex)] = Int32(place) }
  }

  /// How many pairs of edges cross between all layers.
  ///
  /// Barth, Mutzel and Jünger, Simple and Efficient Bilayer Cross Counting, Journal of Graph
  /// Algorithms and Applications 8 (2004): edges in the order of their upper ends meet a tree of
  /// sums over the places of their lower ends.
  /// - Complexity: O(m log n).
  func crossings(in layering: ProperLayering) -> Int {
    var count = 0
    for layer in vertices.indices.dropLast() { count += crossings(below: layer, in: layering) }
    return count
  }

  private func crossings(below layer: Int, in layering: ProperLayering) -> Int {
    var first = 1
    while first < vertices[layer + 1].count { first *= 2 }
    var sums = [Int32](repeating: 0, count: 2 * first)
    var count = 0
    var ends: [Int32] = []
    for vertex in vertices[layer] {
      ends.removeAll(keepingCapacity: true)
      for other in layering.lowerNeighbours(vertex) { ends.append(places[Int(other)]) }
      if ends.count > 1 { ends.sort() }
      for end in ends {
        var index = first + Int(end)
        sums[index] += 1
        while index > 1 {
          // A left child: what lies right of it was met before and is crossed.
          if index % 2 == 0 { count += Int(sums[index + 1]) }
          index /= 2
          sums[index] += 1
        }
      }
    }
    return count
  }
}
