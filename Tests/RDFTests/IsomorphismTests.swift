import RDF
import Testing
import TestSupport

@Suite("Isomorphism")
struct IsomorphismTests {
  private static let p = NamedNode(unchecked: "http://example.org/p")
  private static let q = NamedNode(unchecked: "http://example.org/q")

  private static func node(_ name: some CustomStringConvertible) -> BlankNode {
    BlankNode(label: "b\(name)")
  }

  private static func arc(_ from: Int, _ to: Int, _ predicate: NamedNode = p) -> Quad {
    Quad(Triple(.blankNode(node(from)), predicate, .blankNode(node(to))))
  }

  /// Every edge as arcs in both directions.
  private static func edges(_ pairs: [(Int, Int)]) -> [Quad] {
    pairs.flatMap { [arc($0.0, $0.1), arc($0.1, $0.0)] }
  }

  private static func ring(_ nodes: Range<Int>) -> [(Int, Int)] {
    nodes.map { ($0, $0 + 1 == nodes.upperBound ? nodes.lowerBound : $0 + 1) }
  }

  /// 4 × 4 places, joined where `isJoined` says so of the differences of row and column.
  private static func torus(_ isJoined: (Int, Int) -> Bool) -> [Quad] {
    var quads: [Quad] = []
    for a in 0..<16 {
      for b in 0..<16 where a != b && isJoined((b / 4 - a / 4 + 4) % 4, (b % 4 - a % 4 + 4) % 4) {
        quads.append(arc(a, b))
      }
    }
    return quads
  }

  @Test("compares statements without blank nodes as sets")
  func ground() throws {
    let a = Quad(Triple(.namedNode(Self.p), Self.q, .literal(Literal("1"))))
    let b = Quad(Triple(.namedNode(Self.p), Self.q, .literal(Literal("2"))))
    #expect(try Isomorphism.areIsomorphic([], []))
    #expect(try Isomorphism.areIsomorphic([a, b, a], [b, a]))
    #expect(try !Isomorphism.areIsomorphic([a], [b]))
    #expect(try !Isomorphism.areIsomorphic([a], [a, b]))
    #expect(try !Isomorphism.areIsomorphic([a], [Quad(a.triple, in: .namedNode(Self.p))]))
  }

  @Test("tells regular graphs of the same degrees apart")
  func regularGraphs() throws {
    let hexagon = Self.edges(Self.ring(0..<6))
    let triangles = Self.edges(Self.ring(0..<3) + Self.ring(3..<6))
    #expect(try !Isomorphism.areIsomorphic(hexagon, triangles))

    let rungs = (0..<5).map { ($0, $0 + 5) }
    let prism = Self.edges(Self.ring(0..<5) + Self.ring(5..<10) + rungs)
    let star = (0..<5).map { (5 + $0, 5 + ($0 + 2) % 5) }
    let petersen = Self.edges(Self.ring(0..<5) + star + rungs)
    #expect(try !Isomorphism.areIsomorphic(prism, petersen))
    #expect(try Isomorphism.areIsomorphic(petersen, petersen.reversed()))
  }

  @Test("tells strongly regular graphs of the same parameters apart")
  func stronglyRegularGraphs() throws {
    // Both are srg(16, 6, 2, 2).
    let rook = Self.torus { row, column in (row == 0) != (column == 0) }
    let shrikhande = Self.torus { row, column in
      [[0, 1], [0, 3], [1, 0], [3, 0], [1, 1], [3, 3]].contains([row, column])
    }
    var generator = SeededGenerator(seed: 16)
    #expect(rook.count == 96 && shrikhande.count == 96)
    #expect(try !Isomorphism.areIsomorphic(rook, shrikhande))
    #expect(try Isomorphism.areIsomorphic(rook, Disguise.of(rook, with: &generator)))
    #expect(try Isomorphism.areIsomorphic(shrikhande, Disguise.of(shrikhande, with: &generator)))
  }

  @Test("is not misled by many alike parts around one that differs")
  func manyParts() throws {
    var common: [(Int, Int)] = []
    for part in 0..<300 { common += Self.ring(part * 4..<part * 4 + 4) }
    let left = Self.edges(common + Self.ring(1200..<1206))
    let right = Self.edges(common + Self.ring(1200..<1203) + Self.ring(1203..<1206))
    #expect(try !Isomorphism.areIsomorphic(left, right))
    #expect(try Isomorphism.areIsomorphic(left, left.reversed()))
    // Alike parts tied together by one node are still parts.
    let hub = (0..<1206).map { Self.arc(9999, $0, Self.q) }
    #expect(try !Isomorphism.areIsomorphic(left + hub, right + hub))
    #expect(try Isomorphism.areIsomorphic(left + hub, hub + left.reversed()))
  }

  @Test("takes long lists and stars in good time")
  func longLists() throws {
    let list = (0..<20_000).map { Self.arc($0, $0 + 1) }
    let star = (1..<20_000).map { Self.arc(0, $0) }
    #expect(try Isomorphism.areIsomorphic(list, list.reversed()))
    #expect(try Isomorphism.areIsomorphic(star, star.reversed()))
    #expect(try !Isomorphism.areIsomorphic(list, list.dropLast() + [Self.arc(20_000, 19_999)]))
  }

  @Test("sees the direction, the predicate and repeated nodes")
  func positions() throws {
    #expect(try Isomorphism.areIsomorphic([Self.arc(0, 1)], [Self.arc(1, 0)]))
    #expect(try !Isomorphism.areIsomorphic([Self.arc(0, 1)], [Self.arc(1, 1)]))
    #expect(
      try !Isomorphism.areIsomorphic(
        [Self.arc(0, 1), Self.arc(0, 1, Self.q)], [Self.arc(0, 1), Self.arc(1, 0, Self.q)]))
    #expect(
      try !Isomorphism.areIsomorphic(
        [Self.arc(0, 0), Self.arc(1, 2)], [Self.arc(0, 1), Self.arc(2, 0)]))
  }

  @Test("matches blank nodes across graphs, graph names and triple terms")
  func everywhere() throws {
    let inner = Triple(.blankNode(Self.node(1)), Self.p, .blankNode(Self.node(2)))
    func statement(_ subject: Int, in graph: Int) -> Quad {
      Quad(
        Triple(.blankNode(Self.node(subject)), Self.q, .tripleTerm(inner)),
        in: .blankNode(Self.node(graph)))
    }
    let same = [statement(1, in: 3), Self.arc(3, 2)]
    var generator = SeededGenerator(seed: 3)
    #expect(try Isomorphism.areIsomorphic(same, Disguise.of(same, with: &generator)))
    #expect(try !Isomorphism.areIsomorphic(same, [statement(2, in: 3), Self.arc(3, 2)]))
    #expect(try !Isomorphism.areIsomorphic(same, [statement(1, in: 4), Self.arc(3, 2)]))
    #expect(try !Isomorphism.areIsomorphic(same, [statement(1, in: 3), Self.arc(3, 1)]))
  }

  @Test("gives a mapping that turns one dataset into the other")
  func mapping() throws {
    let left = [Self.arc(0, 1), Self.arc(1, 2), Self.arc(2, 0), Self.arc(2, 3)]
    let right = [Self.arc(7, 5), Self.arc(5, 6), Self.arc(6, 7), Self.arc(5, 4)]
    let mapping = try #require(try Isomorphism.mapping(from: left, to: right))
    #expect(
      mapping == [
        Self.node(0): Self.node(6), Self.node(1): Self.node(7), Self.node(2): Self.node(5),
        Self.node(3): Self.node(4),
      ])
  }

  @Test("gives up where the limit says so")
  func limit() {
    let triangles = Self.edges(Self.ring(0..<3) + Self.ring(3..<6))
    #expect(throws: IsomorphismError(limit: 1)) {
      try Isomorphism.areIsomorphic(triangles, triangles, limit: 1)
    }
  }

  @Test("agrees with trying every permutation of small random datasets")
  func permutations() throws {
    var generator = SeededGenerator()
    func random() -> [Quad] {
      (0..<(2 + generator.below(3))).map { _ in
        Self.arc(
          generator.below(4), generator.below(4), generator.below(6) == 0 ? Self.q : Self.p)
      }
    }
    /// The same with the node of each number named by that number's place in an order.
    func renamed(_ quads: [Quad], _ order: [Int]) -> [Quad] {
      func rename(_ node: BlankNode) -> BlankNode {
        for (number, target) in order.enumerated() where node == Self.node(number) {
          return Self.node(target)
        }
        return node
      }
      return quads.map { quad in
        guard case .blankNode(let subject) = quad.subject,
          case .blankNode(let object) = quad.object
        else { return quad }
        return Quad(
          Triple(.blankNode(rename(subject)), quad.predicate, .blankNode(rename(object))))
      }
    }
    func naive(_ left: [Quad], _ right: [Quad]) -> Bool {
      var orders: [[Int]] = [[]]
      for _ in 0..<4 {
        orders = orders.flatMap { order in
          (0..<4).filter { !order.contains($0) }.map { order + [$0] }
        }
      }
      return orders.contains { Set(renamed(left, $0)) == Set(right) }
    }
    var alike = 0
    for number in 0..<5_000 {
      let left = random()
      // Two datasets at random are seldom alike: every tenth pair is made so.
      let right =
        number % 10 == 0 ? renamed(left, [0, 1, 2, 3].shuffled(using: &generator)) : random()
      let expected = naive(left, right)
      if expected { alike += 1 }
      #expect(
        try Isomorphism.areIsomorphic(left, right) == expected, "seed \(generator.seed)")
      let disguised = Disguise.of(left, with: &generator)
      #expect(try Isomorphism.areIsomorphic(left, disguised), "seed \(generator.seed)")
    }
    #expect(alike >= 500, "seed \(generator.seed)")
  }
}
