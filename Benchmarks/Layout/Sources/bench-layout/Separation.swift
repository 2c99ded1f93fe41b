import GraphAlgorithms

/// How far apart communities lie.
///
/// It is the mean distance of two nodes of one community over the mean distance of any two, from
/// 200,000 pairs each. Lower is better; without any order it is 1.
struct Separation {
  let points: [Point]

  /// The separation of communities, given as a number for each node.
  func value(of communities: [Int]) -> Double {
    var members = [[Int]](repeating: [], count: (communities.max() ?? -1) + 1)
    for (node, community) in communities.enumerated() { members[community].append(node) }
    var random = SplitMix64(state: 3)
    var (within, any) = (0.0, 0.0)
    for _ in 0..<200_000 {
      let node = random.below(points.count)
      let fellows = members[communities[node]]
      within += distance(node, fellows[random.below(fellows.count)])
      any += distance(random.below(points.count), random.below(points.count))
    }
    return within / any
  }

  private func distance(_ first: Int, _ second: Int) -> Double {
    let (x, y) = (points[first].x - points[second].x, points[first].y - points[second].y)
    return (x * x + y * y).squareRoot()
  }
}
