import RDF
import TestSupport
import Testing

@Suite("Canonicalizer")
struct CanonicalizerTests {
  private static let p = NamedNode(unchecked: "http://example.org/p")
  private static let q = NamedNode(unchecked: "http://example.org/q")

  private static func arc(_ from: Int, _ to: Int, _ predicate: NamedNode = p) -> Quad {
    Quad(
      Triple(
        .blankNode(BlankNode(label: "b\(from)")), predicate, .blankNode(BlankNode(label: "b\(to)")))
    )
  }

  private static func canonical(_ quads: [Quad]) throws -> String {
    String(
      decoding: try Canonicalizer().canonicalize(QuadCollection(quads)).nQuads, as: UTF8.self)
  }

  private static func difference(_ old: [Quad], _ new: [Quad]) throws -> [String] {
    let canonicalizer = Canonicalizer()
    var lines: [String] = []
    DatasetDifference(
      from: try canonicalizer.canonicalize(QuadCollection(old)),
      to: try canonicalizer.canonicalize(QuadCollection(new))
    ).forEachLine { change, line in
      let text = line.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      lines.append((change == .removed ? "- " : "+ ") + text.dropLast())
    }
    return lines
  }

  /// Some statements among few blank nodes, with graph names and triple terms now and then.
  private static func random(_ generator: inout SeededGenerator) -> [Quad] {
    func node() -> BlankNode { BlankNode(label: "b\(generator.below(5))") }
    return (0..<(1 + generator.below(9))).map { _ in
      let predicate = generator.below(4) == 0 ? q : p
      let object: Term =
        switch generator.below(8) {
        case 0: .literal(Literal("x"))
        case 1: .tripleTerm(Triple(.blankNode(node()), p, .blankNode(node())))
        case 2:
          .tripleTerm(
            Triple(
              .namedNode(q), p, .tripleTerm(Triple(.blankNode(node()), q, .literal(Literal("y"))))))
        default: .blankNode(node())
        }
      let triple = Triple(.blankNode(node()), predicate, object)
      return generator.below(6) == 0
        ? Quad(triple, in: .blankNode(node())) : Quad(triple)
    }
  }

  @Test("gives the same text exactly to datasets that are isomorphic")
  func isomorphism() throws {
    var generator = SeededGenerator()
    var alike = 0
    for number in 0..<4_000 {
      let left = Self.random(&generator)
      let right =
        number % 2 == 0 ? Disguise.of(left, with: &generator) : Self.random(&generator)
      let areIsomorphic = try Isomorphism.areIsomorphic(left, right)
      if areIsomorphic { alike += 1 }
      let texts = (try Self.canonical(left), try Self.canonical(right))
      #expect((texts.0 == texts.1) == areIsomorphic, "seed \(generator.seed), \(left), \(right)")
    }
    #expect(alike >= 2_000, "seed \(generator.seed)")
  }

  @Test("tells nodes apart that stand in each other's statements, by where they stand in their own")
  func mutualTripleTerms() throws {
    func node(_ name: String) -> BlankNode { BlankNode(label: name) }
    let (p, q) = (
      NamedNode(unchecked: "http://example.org/p"), NamedNode(unchecked: "http://example.org/q")
    )
    func quad(_ subject: String, _ predicate: NamedNode, _ inner: (String, String)) -> Quad {
      let term = Triple(.blankNode(node(inner.0)), p, .blankNode(node(inner.1)))
      return Quad(Triple(.blankNode(node(subject)), predicate, .tripleTerm(term)))
    }
    let left = [
      quad("b3", p, ("b2", "b0")), quad("b0", q, ("b1", "b4")), quad("b2", p, ("b3", "b1")),
    ]
    let right = [
      quad("x3", p, ("x8", "x1")), quad("x8", p, ("x3", "x2")), quad("x2", q, ("x1", "x7")),
    ]
    #expect(try Isomorphism.areIsomorphic(left, right))
    #expect(try Self.canonical(left) == Self.canonical(right))
  }

  @Test("tells nodes apart that graph names and objects tie to the same ones, paired differently")
  func pairedGraphNames() throws {
    func quad(_ subject: String, _ object: String, _ graph: String? = nil) -> Quad {
      let triple = Triple(
        .blankNode(BlankNode(label: subject)), Self.p, .blankNode(BlankNode(label: object)))
      return graph.map { Quad(triple, in: .blankNode(BlankNode(label: $0))) } ?? Quad(triple)
    }
    let left = [quad("b2", "b2"), quad("b1", "b0", "b4"), quad("b2", "b4", "b0")]
    let right = [quad("x9", "x8", "x0"), quad("x5", "x0", "x8"), quad("x9", "x9")]
    #expect(try Isomorphism.areIsomorphic(left, right))
    #expect(try Self.canonical(left) == Self.canonical(right))
  }

  @Test("names blank nodes in rings, cubes and other symmetric graphs alike, however they come")
  func symmetry() throws {
    var generator = SeededGenerator(seed: 5)
    let ring = (0..<7).map { Self.arc($0, ($0 + 1) % 7) }
    let cube = (0..<8).flatMap { a in [1, 2, 4].map { Self.arc(a, a ^ $0) } }
    let twins = (0..<40).map { Self.arc($0 / 2, 100 + $0) }
    for quads in [ring, cube, twins, ring + cube.map { Quad($0.triple, in: .namedNode(Self.q)) }] {
      let other = Disguise.of(quads, with: &generator)
      #expect(try Self.canonical(quads) == Self.canonical(other))
    }
  }

  @Test("follows long chains without the stack of the thread")
  func chains() throws {
    // All but the ends of a chain look alike, so names are sought through the whole of it.
    let chain = (0..<500).map { Self.arc($0, $0 + 1) }
    #expect(try Self.canonical(chain) == Self.canonical(chain.reversed()))
    let list = (0..<50_000).flatMap { number in
      [
        Self.arc(number, number + 1),
        Quad(
          Triple(
            .blankNode(BlankNode(label: "b\(number)")), Self.q, .literal(Literal("\(number)")))),
      ]
    }
    #expect(try Self.canonical(list) == Self.canonical(list.reversed()))
  }

  @Test("gives up on graphs that are made to take forever")
  func limit() {
    let everyone = (0..<12).flatMap { a in (0..<12).filter { $0 != a }.map { Self.arc(a, $0) } }
    let canonicalizer = Canonicalizer(limit: 100_000)
    #expect(throws: CanonicalizationError(limit: 100_000 + 12 * 32)) {
      try canonicalizer.canonicalize(QuadCollection(everyone))
    }
  }

  @Test("counts statements that occur twice once")
  func duplicates() throws {
    let quads = [Self.arc(0, 1), Self.arc(1, 2)]
    #expect(try Self.canonical(quads + quads) == Self.canonical(quads))
    #expect(try Canonicalizer().canonicalize(QuadCollection(quads + quads)).count == 2)
  }

  @Test("tells no difference exactly where there is none")
  func noDifference() throws {
    var generator = SeededGenerator()
    for _ in 0..<1_000 {
      let left = Self.random(&generator)
      let right =
        generator.below(2) == 0 ? Disguise.of(left, with: &generator) : Self.random(&generator)
      #expect(
        try Self.difference(left, right).isEmpty == Isomorphism.areIsomorphic(left, right),
        "seed \(generator.seed)")
    }
  }

  @Test("tells a difference that turns one dataset into the other")
  func difference() throws {
    var generator = SeededGenerator()
    for _ in 0..<500 {
      let (left, right) = (Self.random(&generator), Self.random(&generator))
      let lines = try Self.difference(left, right)
      let removed = lines.count { $0.hasPrefix("- ") }
      let added = lines.count - removed
      #expect(Set(left).count - removed + added == Set(right).count, "seed \(generator.seed)")
    }
  }

  @Test("tells one changed statement among many blank nodes as one")
  func smallDifference() throws {
    var generator = SeededGenerator(seed: 8)
    let chain = (0..<200).map { Self.arc($0, $0 + 1) }
    let more = Quad(
      Triple(.blankNode(BlankNode(label: "b200")), Self.q, .literal(Literal("the end"))))
    let lines = try Self.difference(chain, Disguise.of(chain + [more], with: &generator))
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("+ _:c14n") == true)
    #expect(lines.first?.hasSuffix(" <http://example.org/q> \"the end\" .") == true)
  }
}
