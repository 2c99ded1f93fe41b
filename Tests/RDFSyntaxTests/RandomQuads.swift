import RDF
import RDFSyntax
import TestSupport

/// Statements with everything that RDF can say, from a seed.
struct RandomQuads {
  var generator: SeededGenerator

  mutating func quads(_ count: Int) -> [Quad] { (0..<count).map { _ in quad() } }

  mutating func quad() -> Quad {
    let graphName: GraphName =
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: .namedNode(namedNode())
      case 1: .blankNode(blankNode())
      default: .defaultGraph
      }
    return Quad(triple(depth: 0), in: graphName)
  }

  mutating func triple(depth: Int) -> Triple {
    let subject: Subject =
      Bool.random(using: &generator) ? .namedNode(namedNode()) : .blankNode(blankNode())
    return Triple(subject, namedNode(), term(depth: depth))
  }

  private mutating func term(depth: Int) -> Term {
    switch Int.random(in: 0..<(depth < 3 ? 10 : 9), using: &generator) {
    case 0, 1, 2: .namedNode(namedNode())
    case 3: .blankNode(blankNode())
    case 4: .literal(Literal(text()))
    case 5: .literal(Literal(text(), language: pick(["id", "en-GB", "zh-Hans"])))
    case 6:
      .literal(Literal(text(), language: "ar", direction: pick([.rightToLeft, .leftToRight])))
    case 7: .literal(Literal(text(), datatype: namedNode()))
    case 8:
      .literal(
        Literal(
          pick(["1", "-01", "+1.50", ".5", "1.", "1e3", "1E-3", "true", "TRUE", "", "NaN", "é"]),
          datatype: pick([XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.date])))
    default: .tripleTerm(triple(depth: depth + 1))
    }
  }

  private mutating func namedNode() -> NamedNode {
    // Turtle has a sign of its own for the empty list.
    if Int.random(in: 0..<24, using: &generator) == 0 { return RDFVocabulary.nil }
    let start = pick([
      "https://w3id.org/simpul/id/", "https://w3id.org/simpul/ns#", "urn:x:", "http://例え.jp/",
      "http://example.org/a/b/../c?x=", "http://example.org/",
    ])
    var iri = start
    for _ in 0..<Int.random(in: 0..<6, using: &generator) {
      iri += pick([
        "a", "Z", "0", "-", "_", ".", "..", "~", "%20", "/", ":", "?", "#", "'", "(", ",", "é",
        "e\u{301}", "\u{B7}", "\u{D7}", "川", "\u{10000}", "@", "&", "=",
      ])
    }
    do {
      return try NamedNode(validating: iri)
    } catch {
      return NamedNode(unchecked: start)
    }
  }

  private mutating func blankNode() -> BlankNode {
    BlankNode(label: pick(["b", "0", "c14n0", "a.b", "a-b", "é", "x\u{B7}"]))
  }

  private mutating func text() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<12, using: &generator) {
      let limit: UInt32 = pick([0x20, 0x80, 0x800, 0x1_0000, 0x11_0000])
      let special: [Unicode.Scalar] = ["\"", "\\", "\n", "\r", "\u{FFFE}", "\u{FFFF}", "\u{301}"]
      if Bool.random(using: &generator) {
        scalars.append(pick(special))
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }
}
