/// How fast the nodes of a ``ForceAtlas2`` layout move: fast while they agree on a direction, slow
/// where they swing.
///
/// Speed, efficiency and tolerance follow the paper's reference implementation.
struct Pace {
  private var speed = 1.0
  private var efficiency = 1.0

  /// Moves every point by its force, given the forces of the step before.
  mutating func move(
    _ points: inout [Point], by forces: [Point], before: [Point], masses: [Double]
  ) {
    let count = Double(points.count)
    var swing = 0.0
    var traction = 0.0
    for node in points.indices {
      swing += masses[node] * (before[node] - forces[node]).length
      traction += masses[node] * (before[node] + forces[node]).length / 2
    }
    guard swing > 0, traction > 0 else {
      for node in points.indices { points[node] += forces[node] * min(speed, 1) }
      return
    }
    let estimate = 0.05 * count.squareRoot()
    var tolerance = max(estimate.squareRoot(), min(10, estimate * traction / (count * count)))
    if swing / traction > 2 {
      if efficiency > 0.05 { efficiency *= 0.5 }
      tolerance = max(tolerance, 1)
    }
    let target = tolerance * efficiency * traction / swing
    if swing > tolerance * traction {
      if efficiency > 0.05 { efficiency *= 0.7 }
    } else if speed < 1000 {
      efficiency *= 1.3
    }
    speed += min(target - speed, 0.5 * speed)
    for node in points.indices {
      let own = masses[node] * (before[node] - forces[node]).length
      points[node] += forces[node] * (speed / (1 + (speed * own).squareRoot()))
    }
  }
}
