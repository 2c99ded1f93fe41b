import RDF
import TestSupport
import Testing

@Suite("Statements as bytes")
struct QuadBlockTests {
  private static let text = "a\"\\\u{0}\t\u{7F}\u{FFFE}\u{FFFF}é\u{10FFFF}"

  private static let terms: [Term] = [
    .namedNode(NamedNode(unchecked: "http://example.org/é")),
    .blankNode(BlankNode(label: "a.b")), .blankNode(BlankNode(label: "a b")),
    .blankNode(BlankNode(label: "")), .literal(Literal(text)),
    .literal(Literal(text, language: "en-GB")),
    .literal(Literal(text, language: "ar", direction: .rightToLeft)),
    .literal(Literal("", datatype: XSD.integer)),
    .tripleTerm(
      Triple(
        .blankNode(BlankNode(label: "u--41")), XSD.string,
        .tripleTerm(Triple(.namedNode(XSD.date), XSD.date, .literal(Literal(") )>> \"")))))),
  ]

  @Test("gives back what was put in", arguments: terms)
  func roundTrip(term: Term) {
    var block = QuadBlock()
    let quads = [
      Quad(Triple(.namedNode(XSD.string), XSD.date, term)),
      Quad(
        Triple(.blankNode(BlankNode(label: "g")), XSD.date, term), in: .namedNode(XSD.integer)),
      Quad(
        Triple(.blankNode(BlankNode(label: "-")), XSD.date, term),
        in: .blankNode(BlankNode(label: "u--2D"))),
    ]
    for quad in quads { block.append(quad) }
    #expect(block.quads == quads)
  }

  @Test("numbers each term once, in order of appearance")
  func dictionary() {
    var dictionary = TermDictionary()
    var statements: [TermDictionary.Statement] = []
    var block = QuadBlock()
    let subject = Subject.namedNode(XSD.string)
    for number in 0..<1_000 {
      let object = Term.literal(Literal(String(number % 300)))
      block.append(Quad(Triple(subject, XSD.date, object), in: .namedNode(XSD.date)))
    }
    dictionary.intern(block, into: &statements)
    #expect(dictionary.count == 302)
    #expect(statements[0] == TermDictionary.Statement(1, 2, 3, in: 2))
    #expect(statements[1].object == 4)
    #expect(statements[300] == statements[0])
    #expect(dictionary.kind(of: 1) == .iri)
    #expect(dictionary.kind(of: 3) == .literal)
    #expect(dictionary.id(of: Array("\"7\"".utf8).span) == 10)
    #expect(dictionary.id(of: Array("\"no\"".utf8).span) == nil)
    #expect(Array(dictionary.bytes[dictionary.range(of: 10)]) == Array("\"7\"".utf8))
  }

  @Test(
    "gives labels that no grammar takes an encoding that comes back",
    arguments: [
      EncodedLabel.Alphabet.blankNodeLabel, .ncName,
    ])
  func encodedLabels(alphabet: EncodedLabel.Alphabet) {
    var generator = SeededGenerator()
    let pieces = ["u--", "41", "4", "2E", "a", ".", "-", " ", "é", "0", "", "u--752D2D3431"]
    var seen: [String: String] = [:]
    for _ in 0..<3_000 {
      let label = (0..<generator.below(4)).map { _ in pieces[generator.below(pieces.count)] }
        .joined()
      let encoded = EncodedLabel.encode(label, in: alphabet)
      #expect(EncodedLabel.decode(encoded, in: alphabet) == label, "\(label)")
      #expect(seen.updateValue(label, forKey: encoded) ?? label == label, "\(label)")
      switch alphabet {
      case .blankNodeLabel: #expect(NameCharacters.isBlankNodeLabel(encoded))
      case .ncName: #expect(NameCharacters.isNCName(encoded))
      }
      // What the grammar takes comes back as it was written.
      let written = EncodedLabel.encode(EncodedLabel.decode(encoded, in: alphabet), in: alphabet)
      #expect(written == encoded)
    }
  }
}
