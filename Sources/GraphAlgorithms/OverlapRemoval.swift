/// Moves discs apart until none lies on another, each as little as its neighbours allow.
public struct OverlapRemoval: Sendable {
  /// The free space that is kept between two discs.
  public var gap: Double

  /// Keeps this much free space between two discs.
  ///
  /// - Precondition: the gap is above 0, which is what rounding may eat.
  public init(gap: Double = 2) {
    precondition(gap > 0, "the gap is above zero")
    self.gap = gap
  }

  /// Moves the points so that discs of the radii around them keep the gap, up to a sixteenth.
  ///
  /// Where ten rounds do not halve the number of overlaps, room is short and the whole is spread
  /// by a tenth.
  /// - Precondition: the points are finite, the radii at least 0.
  /// - Complexity: O(n) a round while most discs are of similar size; a few dozen rounds.
  public func separate(_ points: inout [Point], radii: [Double]) {
    guard points.count > 1 else { return }
    let width = 2 * radii.sorted()[radii.count / 2] + gap
    var round = 0
    var before = Int.max
    while true {
      let overlaps = pushOnce(&points, radii: radii, cellWidth: width)
      guard overlaps > 0 else { return }
      round += 1
      guard round % 10 == 0 else { continue }
      if overlaps > before / 2 {
        for index in points.indices { points[index] = points[index] * 1.1 }
      }
      before = overlaps
    }
  }

  /// Pushes every overlapping pair apart and returns their number.
  private func pushOnce(_ points: inout [Point], radii: [Double], cellWidth: Double) -> Int {
    // Each pair is met once, from its larger disc, so that a small one looks at few cells. Points
    // that move within the round are still found: they were near when it began or are met next.
    let grid = PointGrid(points, width: cellWidth)
    var overlaps = 0
    for first in points.indices {
      grid.forEach(near: points[first], reach: 2 * radii[first] + gap) { second in
        guard
          radii[second] < radii[first] || (radii[second] == radii[first] && second > first)
        else { return }
        let wanted = radii[first] + radii[second] + gap
        var away = points[second] - points[first]
        // A hair of slack lets the pairs settle in a finite number of rounds.
        let distance = away.length
        guard distance < wanted - gap / 16 else { return }
        overlaps += 1
        if distance == 0 {
          // Coincident points part in a direction given by their number.
          let direction = Point.sunflower(second % 32 + 2)[second % 32 + 1]
          away = direction * (1 / direction.length)
        } else {
          away = away * (1 / distance)
        }
        let push = wanted - distance
        // The heavier one gives way less.
        let total = radii[first] * radii[first] + radii[second] * radii[second]
        let share = total > 0 ? radii[second] * radii[second] / total : 0.5
        points[first] += away * (-push * share)
        points[second] += away * (push * (1 - share))
      }
    }
    return overlaps
  }
}
