/// How one act rests on another.
public struct LineagePath: Hashable, Sendable {
  /// The acts from the one that rests to the one that it rests on.
  public var acts: [Int]
  /// What joins each act to the next.
  public var relations: [LineageRelations]
}

extension LineageTracer {
  /// A way with the fewest steps from an act to one that it rests on; nil if there is none.
  ///
  /// Amending, enacting, implementing and having as a basis come first: an act rests on another in
  /// the narrow sense. Where no such way leads, what an act repealed or replaced counts too.
  ///
  /// - Complexity: O(acts that the first rests on, and their relations).
  public mutating func path(from act: Int, to other: Int) -> LineagePath? {
    path(from: act, to: other, by: LineageRelation.ofSupport)
      ?? path(from: act, to: other, by: LineageRelation.ofDescent)
  }

  private mutating func path(
    from act: Int, to other: Int, by relations: [LineageRelation]
  ) -> LineagePath? {
    begin()
    mark(act, as: 0)
    /// The acts met, each with the place of the one before it and what joins the two.
    var met: [(node: Int, before: Int, relations: LineageRelations)] = [(act, -1, [])]
    var head = 0
    while head < met.count, met[head].node != other {
      for neighbour in neighbours(of: met[head].node, .up, by: relations)
      where place(of: neighbour.node) == nil {
        mark(neighbour.node, as: met.count)
        met.append((neighbour.node, head, neighbour.relations))
      }
      head += 1
    }
    guard head < met.count else { return nil }
    var path = LineagePath(acts: [], relations: [])
    var place = head
    while place >= 0 {
      path.acts.append(met[place].node)
      if met[place].before >= 0 { path.relations.append(met[place].relations) }
      place = met[place].before
    }
    path.acts.reverse()
    path.relations.reverse()
    return path
  }
}
