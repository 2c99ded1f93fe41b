/// The horizontal places of the vertices of layers whose order is known: pieces of long edges stand
/// one above the other, other vertices near the middle of their neighbours.
///
/// Brandes and Köpf, Fast and Simple Horizontal Coordinate Assignment, Graph Drawing 2001: vertices
/// are aligned with the median of their neighbours in four ways (above or below, from the left or
/// the right), and the mean of the two middle places is taken. Each alignment is made compact by the
/// longest paths over its blocks, so that the mistake that the authors corrected in 2020
/// (arXiv:2008.01252) cannot arise.
struct HorizontalPlacement {
  private let layering: ProperLayering
  private let order: LayerOrder
  /// The width of each vertex.
  private let widths: [Double]
  /// The free space between two boxes.
  private let gap: Double
  /// Pieces that cross one within a long edge, upper vertex before lower.
  private let conflicts: Set<UInt64>

  init(_ layering: ProperLayering, _ order: LayerOrder, widths: [Double], gap: Double) {
    self.layering = layering
    self.order = order
    self.widths = widths
    self.gap = gap
    conflicts = Self.conflicts(layering, order)
  }

  /// The middle of each vertex; the leftmost border is at 0.
  ///
  /// - Complexity: O(n log n + m).
  func middles() -> [Double] {
    var candidates: [[Double]] = []
    for isDownward in [true, false] {
      for isLeftward in [true, false] {
        candidates.append(
          compact(align(isDownward: isDownward, isLeftward: isLeftward), isLeftward: isLeftward))
      }
    }
    let borders = candidates.map(borders)
    let narrowest = borders.indices.min {
      (borders[$0].right - borders[$0].left, $0) < (borders[$1].right - borders[$1].left, $1)
    }
    guard let narrowest else { return [] }
    for number in candidates.indices {
      let isLeftward = number % 2 == 0
      let shift =
        isLeftward
        ? borders[narrowest].left - borders[number].left
        : borders[narrowest].right - borders[number].right
      for vertex in widths.indices { candidates[number][vertex] += shift }
    }
    var middles = widths.indices.map { vertex in
      let sorted = candidates.map { $0[vertex] }.sorted()
      return (sorted[1] + sorted[2]) / 2
    }
    let left = self.borders(middles).left
    for vertex in middles.indices { middles[vertex] -= left }
    return middles
  }

  private func borders(_ middles: [Double]) -> (left: Double, right: Double) {
    var (left, right) = (Double.infinity, -Double.infinity)
    for (middle, width) in zip(middles, widths) {
      left = min(left, middle - width / 2)
      right = max(right, middle + width / 2)
    }
    return (left, right)
  }

  // MARK: Alignment

  private static func key(_ upper: Int32, _ lower: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: upper)) << 32 | UInt64(UInt32(bitPattern: lower))
  }

  /// The pieces that give way to pieces within long edges, which are to be straight.
  private static func conflicts(_ layering: ProperLayering, _ order: LayerOrder) -> Set<UInt64> {
    var conflicts: Set<UInt64> = []
    for layer in order.vertices.indices.dropFirst() {
      let vertices = order.vertices[layer]
      var (low, scanned) = (Int32(0), 0)
      for (place, vertex) in vertices.enumerated() {
        let inner = Self.innerNeighbour(vertex, layering).map { order.places[Int($0)] }
        guard inner != nil || place == vertices.count - 1 else { continue }
        let high = inner ?? Int32(order.vertices[layer - 1].count - 1)
        while scanned <= place {
          let lower = vertices[scanned]
          for upper in layering.upperNeighbours(lower) {
            let isInner = layering.isOfEdge(upper) && layering.isOfEdge(lower)
            let other = order.places[Int(upper)]
            if other < low || other > high, !isInner { conflicts.insert(Self.key(upper, lower)) }
          }
          scanned += 1
        }
        low = high
      }
    }
    return conflicts
  }

  /// The vertex of the same edge in the layer above, where both stand for an edge.
  private static func innerNeighbour(_ vertex: Int32, _ layering: ProperLayering) -> Int32? {
    guard layering.isOfEdge(vertex), let upper = layering.upperNeighbours(vertex).first,
      layering.isOfEdge(upper)
    else { return nil }
    return upper
  }

  /// The first vertex of the block that each vertex belongs to.
  private func align(isDownward: Bool, isLeftward: Bool) -> [Int32] {
    var roots = widths.indices.map { Int32($0) }
    var isAligned = [Bool](repeating: false, count: widths.count)
    let layers = isDownward ? Array(order.vertices.indices) : order.vertices.indices.reversed()
    for layer in layers.dropFirst() {
      let vertices = order.vertices[layer]
      let beforeCount = Int32(order.vertices[isDownward ? layer - 1 : layer + 1].count)
      func place(_ vertex: Int32) -> Int32 {
        let place = order.places[Int(vertex)]
        return isLeftward ? place : beforeCount - 1 - place
      }
      var last: Int32 = -1
      for vertex in isLeftward ? vertices : vertices.reversed() {
        let neighbours =
          isDownward ? layering.upperNeighbours(vertex) : layering.lowerNeighbours(vertex)
        guard !neighbours.isEmpty else { continue }
        let sorted = neighbours.sorted { place($0) < place($1) }
        for candidate in (sorted.count - 1) / 2...sorted.count / 2 where !isAligned[Int(vertex)] {
          let other = sorted[candidate]
          let isMarked = conflicts.contains(
            isDownward ? Self.key(other, vertex) : Self.key(vertex, other))
          guard !isMarked, place(other) > last else { continue }
          roots[Int(vertex)] = roots[Int(other)]
          isAligned[Int(vertex)] = true
          last = place(other)
        }
      }
    }
    return roots
  }

  // MARK: Compaction

  /// Puts blocks as far to one side as others let them, then back to those that they stand before.
  private func compact(_ roots: [Int32], isLeftward: Bool) -> [Double] {
    var sources: [Int32] = []
    var targets: [Int32] = []
    var distances: [Double] = []
    for vertices in order.vertices {
      let row = isLeftward ? vertices : vertices.reversed()
      for (first, second) in zip(row, row.dropFirst()) {
        sources.append(roots[Int(first)])
        targets.append(roots[Int(second)])
        distances.append((widths[Int(first)] + widths[Int(second)]) / 2 + gap)
      }
    }
    var starts = [Int](repeating: 0, count: widths.count + 1)
    for source in sources { starts[Int(source) + 1] += 1 }
    for vertex in widths.indices { starts[vertex + 1] += starts[vertex] }
    var next = starts
    var edges = [Int](repeating: 0, count: sources.count)
    var pending = [Int](repeating: 0, count: widths.count)
    for edge in sources.indices {
      edges[next[Int(sources[edge])]] = edge
      next[Int(sources[edge])] += 1
      pending[Int(targets[edge])] += 1
    }
    var places = [Double](repeating: 0, count: widths.count)
    var blocks = widths.indices.filter { roots[$0] == Int32($0) && pending[$0] == 0 }
    var head = 0
    while head < blocks.count {
      let block = blocks[head]
      head += 1
      for edge in edges[starts[block]..<starts[block + 1]] {
        let target = Int(targets[edge])
        places[target] = max(places[target], places[block] + distances[edge])
        pending[target] -= 1
        if pending[target] == 0 { blocks.append(target) }
      }
    }
    for block in blocks.reversed() {
      let room = edges[starts[block]..<starts[block + 1]].map {
        places[Int(targets[$0])] - distances[$0]
      }.min()
      if let room { places[block] = max(places[block], room) }
    }
    return roots.map { isLeftward ? places[Int($0)] : -places[Int($0)] }
  }
}
