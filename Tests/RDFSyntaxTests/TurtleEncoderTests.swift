import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("Turtle and TriG as a stream")
struct TurtleEncoderTests {
  /// The statements of a text, written again.
  private func stream(
    _ text: String, prefixes: [Prefix] = [], header: [String] = [], eachAlone: Bool = false
  ) throws -> String {
    let quads = try TriGParser(prefixes: [.rdf, .xsd]).parse(Array(text.utf8))
    var encoder = TurtleEncoder(prefixes: prefixes, header: header)
    var bytes: [UInt8] = []
    for part in eachAlone ? quads.map({ [$0] }) : [quads] {
      part.forEachBlock { (block) throws(Never) in encoder.encode(block, into: &bytes) }
    }
    encoder.finish(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let example = Prefix(unchecked: "e", namespace: "http://e.org/")

  @Test("neighbours stand together, whatever the blocks", arguments: [false, true])
  func groups(eachAlone: Bool) throws {
    let text = """
      @prefix : <http://e.org/> .
      :s a :C, :D ; :p 1, "x"@id .
      _:b :p :o .
      :g { :s :p 1.5, 1e3, true . :t :p "1"^^xsd:gYear }
      _:h { :s :p 2 }
      :s :p 3 .
      """
    #expect(
      try stream(text, prefixes: [Self.example, .xsd], header: ["One", ""], eachAlone: eachAlone)
        == """
        # One
        #

        @prefix e: <http://e.org/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        e:s a e:C, e:D ;
          e:p 1, "x"@id .

        _:b e:p e:o .

        e:g {
          e:s e:p 1.5, 1e3, true .

          e:t e:p "1"^^xsd:gYear .
        }

        _:h {
          e:s e:p 2 .
        }

        e:s e:p 3 .

        """)
  }

  @Test("prefixes that come later are declared between statements")
  func laterPrefixes() throws {
    let quads = try TriGParser().parse(
      Array("<a:g> { <a:s> <a:p> 1, <b:o> }".utf8))
    var encoder = TurtleEncoder()
    var bytes: [UInt8] = []
    let later = [Prefix(unchecked: "b", namespace: "b:")]
    for (index, quad) in quads.enumerated() {
      if index == 1 {
        encoder.declare(later)
        encoder.declare(later + [Prefix(unchecked: "b", namespace: "a:")])
      }
      [quad].forEachBlock { (block) throws(Never) in encoder.encode(block, into: &bytes) }
    }
    encoder.finish(into: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <a:g> {
          <a:s> <a:p> 1 .
        }

        @prefix b: <b:> .

        <a:g> {
          <a:s> <a:p> b:o .
        }

        """)
    #expect(try TriGParser().parse(bytes) == quads)
  }

  @Test("nothing is written for no statements")
  func empty() throws { #expect(try stream("") == "") }

  @Test(
    "a name is as short as is right",
    arguments: [
      ("http://e.org/ns#City", "n:City"), ("http://e.org/", "e:"),
      ("http://e.org/1-a_b", "e:1-a_b"),
      ("http://e.org/-a", "e:\\-a"), ("http://e.org/a.b", "e:a.b"), ("http://e.org/.a", "e:\\.a"),
      ("http://e.org/a.", "<http://e.org/a.>"), ("http://e.org/a:b", "e:a:b"),
      ("http://e.org/a%20b", "e:a%20b"), ("http://e.org/a(b)'c~", "e:a\\(b\\)\\'c\\~"),
      ("http://e.org/\u{B7}a", "<http://e.org/\u{B7}a>"), ("http://e.org/a\u{B7}", "e:a\u{B7}"),
      ("http://e.org/川崎", "e:川崎"), ("http://e.org/a/b", "<http://e.org/a/b>"),
      ("http://e.org/ns", "e:ns"), ("http://e.org", "<http://e.org>"),
      ("http://e.org/a#b", "e:a\\#b"),
      (
        "http://e.org/abcdefghijklmnopqrstuvwxyz0123456789",
        "e:abcdefghijklmnopqrstuvwxyz0123456789"
      ),
    ])
  func names(_ iri: String, _ expected: String) throws {
    let triple = Triple(
      .blankNode(BlankNode(label: "b")), NamedNode(unchecked: "a:p"),
      .namedNode(NamedNode(unchecked: iri)))
    var encoder = TurtleEncoder(
      prefixes: [Self.example, Prefix(unchecked: "n", namespace: "http://e.org/ns#")])
    var bytes: [UInt8] = []
    [Quad(triple)].forEachBlock { (block) throws(Never) in encoder.encode(block, into: &bytes) }
    encoder.finish(into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("\n\n_:b <a:p> \(expected) .\n"))
    #expect(try TurtleParser().parse(bytes) == [Quad(triple)])
  }

  @Test("random statements come back, in their order")
  func roundTrip() throws {
    var random = RandomQuads(generator: SeededGenerator())
    print("Turtle stream: SIMPUL_SEED=\(random.generator.seed)")
    for prefixes in [[], TurtleRoundTripTests.prefixes] {
      var quads: [Quad] = []
      for quad in random.quads(5_000) {
        // Neighbours that share terms.
        quads.append(quad)
        let other = random.quad()
        if random.generator.below(2) == 0 {
          quads.append(
            Quad(
              Triple(quad.triple.subject, other.triple.predicate, other.triple.object),
              in: quad.graphName))
          quads.append(
            Quad(
              Triple(quad.triple.subject, other.triple.predicate, quad.triple.object),
              in: quad.graphName))
        }
      }
      var encoder = TurtleEncoder(prefixes: prefixes)
      var bytes: [UInt8] = []
      var rest = quads[...]
      while !rest.isEmpty {
        let count = random.generator.below(10) + 1
        rest.prefix(count).forEachBlock { (block) throws(Never) in
          encoder.encode(block, into: &bytes)
        }
        rest = rest.dropFirst(count)
      }
      encoder.finish(into: &bytes)
      #expect(
        try TriGParser().parse(bytes) == quads, "SIMPUL_SEED=\(random.generator.seed)")
    }
  }

  @Test("of namespaces that nest the longest is found")
  func nesting() throws {
    var generator = SeededGenerator()
    print("Namespaces: SIMPUL_SEED=\(generator.seed)")
    for _ in 0..<200 {
      func path() -> String {
        "a:" + (0..<generator.below(12)).map { _ in ["x", "y", "_"][generator.below(3)] }.joined()
      }
      let prefixes = (0..<generator.below(12) + 1).map { index in
        Prefix(unchecked: "p\(index)", namespace: path())
      }
      var encoder = TurtleEncoder(prefixes: prefixes)
      for _ in 0..<20 {
        let iri = path()
        let triple = Triple(
          .blankNode(BlankNode(label: "b")), NamedNode(unchecked: "b:p"),
          .namedNode(NamedNode(unchecked: iri)))
        var bytes: [UInt8] = []
        [Quad(triple)].forEachBlock { (block) throws(Never) in encoder.encode(block, into: &bytes) }
        let fitting = prefixes.filter { iri.hasPrefix($0.namespace) }
        let longest = fitting.map(\.namespace.count).max() ?? 0
        // Of several names for one namespace the shortest, then the first by bytes.
        let best = fitting.filter { $0.namespace.count == longest }.map(\.name).min {
          ($0.utf8.count, $0) < ($1.utf8.count, $1)
        }
        let expected = best.map { "\($0):\(iri.dropFirst(longest))" } ?? "<\(iri)>"
        #expect(
          String(decoding: bytes, as: UTF8.self).hasSuffix(" \(expected)"),
          "SIMPUL_SEED=\(generator.seed)")
      }
    }
  }
}
