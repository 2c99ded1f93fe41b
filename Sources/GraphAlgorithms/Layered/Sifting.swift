/// Moves each vertex of a layer to the place where its edges cross fewest others, all other vertices
/// held.
struct Sifting {
  /// The places of each vertex's neighbours in rising order, above and below, by its first place.
  private var upper = NeighbourPlaces()
  private var lower = NeighbourPlaces()

  /// Sifts a layer and tells how many crossings it saves.
  ///
  /// - Complexity: O(n² + n m) for the n vertices of the layer and the m edges at them.
  mutating func sift(
    _ layer: Int, of order: inout LayerOrder, in layering: ProperLayering, spent: inout Int
  ) -> Int {
    let vertices = order.vertices[layer]
    let count = vertices.count
    guard count > 1 else { return 0 }
    upper.fill(vertices, order.places) { layering.upperNeighbours($0) }
    lower.fill(vertices, order.places) { layering.lowerNeighbours($0) }
    var current = (0..<count).map { $0 }
    var placeOf = current
    var saved = 0
    for vertex in 0..<count {
      let place = placeOf[vertex]
      var (best, least, sum) = (place, 0, 0)
      var other = place - 1
      while other >= 0 {
        sum += gain(vertex, before: current[other])
        if sum < least { (best, least) = (other, sum) }
        other -= 1
      }
      sum = 0
      other = place + 1
      while other < count {
        sum -= gain(vertex, before: current[other])
        if sum < least { (best, least) = (other, sum) }
        other += 1
      }
      spent += count
      guard best != place else { continue }
      saved -= least
      current.remove(at: place)
      current.insert(vertex, at: best)
      for moved in min(place, best)...max(place, best) { placeOf[current[moved]] = moved }
    }
    if saved > 0 {
      order.vertices[layer] = current.map { vertices[$0] }
      order.renumber(layer)
    }
    return saved
  }

  /// How many more edges cross if one vertex stands before another than if it stands behind it.
  @inline(__always)
  private func gain(_ vertex: Int, before other: Int) -> Int {
    upper.gain(vertex, before: other) + lower.gain(vertex, before: other)
  }
}

/// The places of the neighbours of a layer's vertices on one side.
private struct NeighbourPlaces {
  private var starts: [Int] = [0]
  private var places: [Int32] = []

  mutating func fill(
    _ vertices: [Int32], _ placeOfVertex: [Int32], _ neighbours: (Int32) -> ArraySlice<Int32>
  ) {
    starts.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    starts.append(0)
    for vertex in vertices {
      for other in neighbours(vertex) { places.append(placeOfVertex[Int(other)]) }
      places[starts[starts.count - 1]...].sort()
      starts.append(places.count)
    }
  }

  /// Pairs of edges that cross if the first vertex stands before the second, less those that cross if
  /// it stands behind it.
  func gain(_ first: Int, before second: Int) -> Int {
    var (left, leftEnd) = (starts[first], starts[first + 1])
    var (right, rightEnd) = (starts[second], starts[second + 1])
    if leftEnd - left == 1, rightEnd - right == 1 {
      return Int((places[left] - places[right]).signum())
    }
    let (leftCount, rightCount) = (leftEnd - left, rightEnd - right)
    guard leftCount > 0, rightCount > 0 else { return 0 }
    if leftCount > rightCount {
      swap(&left, &right)
      swap(&leftEnd, &rightEnd)
    }
    // For each place of the shorter row, how many of the longer lie before and behind it.
    let sign = leftCount > rightCount ? -1 : 1
    let (begin, total) = (right, rightEnd - right)
    var sum = 0
    while left < leftEnd {
      let place = places[left]
      while right < rightEnd, places[right] < place { right += 1 }
      var behind = right
      while behind < rightEnd, places[behind] == place { behind += 1 }
      sum += (right - begin) - (total - (behind - begin))
      left += 1
    }
    return sign * sum
  }
}
