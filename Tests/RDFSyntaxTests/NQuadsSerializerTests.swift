import RDF
import RDFSyntax
import Testing

@Suite("N-Quads writer")
struct NQuadsSerializerTests {
  static let subject = Subject.namedNode(NamedNode(unchecked: "a:s"))
  static let predicate = NamedNode(unchecked: "a:p")

  /// The object of a statement as it is written.
  private func written(_ object: Term) -> String {
    let bytes: [UInt8] = NTriplesSerializer().serialize([
      Triple(Self.subject, Self.predicate, object)
    ])
    let line = String(decoding: bytes, as: UTF8.self)
    #expect(line.hasPrefix("<a:s> <a:p> ") && line.hasSuffix(" .\n"))
    return String(line.dropFirst(12).dropLast(3))
  }

  @Test(
    "escapes what must be escaped, and nothing else",
    arguments: [
      ("", "\"\""),
      ("\"\\'", #""\"\\'""#),
      ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
      ("\u{0}\u{7}\u{B}\u{E}\u{1F}\u{7F}", #""\u0000\u0007\u000B\u000E\u001F\u007F""#),
      ("\u{80}\u{85}\u{A0}\u{2028}", "\"\u{80}\u{85}\u{A0}\u{2028}\""),
      ("\u{FFFD}\u{FFFE}\u{FFFF}", "\"\u{FFFD}\\uFFFE\\uFFFF\""),
      ("\u{1FFFE}\u{10FFFF}", "\"\u{1FFFE}\u{10FFFF}\""),
      ("e\u{301}", "\"e\u{301}\""),
      ("\r\n", #""\r\n""#),
      ("川崎市", "\"川崎市\""),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(written(.literal(Literal(text))).utf8.elementsEqual(expected.utf8))
  }

  @Test(
    "writes every kind of term",
    arguments: [
      (.namedNode(NamedNode(unchecked: "a:é")), "<a:é>"),
      (
        .namedNode(NamedNode(unchecked: "a:<\"{} |^`\\\n")),
        #"<a:\u003C\u0022\u007B\u007D\u0020\u007C\u005E\u0060\u005C\u000A>"#
      ),
      (.blankNode(BlankNode(label: "b1.x-")), "_:b1.x-"),
      (.blankNode(BlankNode(label: "b.")), "_:u--622E"),
      (.blankNode(BlankNode(label: "")), "_:u--"),
      (.blankNode(BlankNode(label: "u--622E")), "_:u--752D2D36323245"),
      (.literal(Literal("a", language: "en-GB")), "\"a\"@en-GB"),
      (.literal(Literal("a", language: "ar", direction: .rightToLeft)), "\"a\"@ar--rtl"),
      (
        .literal(Literal("1", datatype: XSD.integer)),
        "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>"
      ),
      (
        .tripleTerm(Triple(subject, predicate, .literal(Literal("x")))), "<<( <a:s> <a:p> \"x\" )>>"
      ),
    ] as [(Term, String)])
  func terms(_ term: Term, _ expected: String) { #expect(written(term) == expected) }

  @Test("writes the graph behind the statement, and nothing for the default graph")
  func graphNames() {
    let triple = Triple(Self.subject, Self.predicate, .blankNode(BlankNode(label: "o")))
    let bytes: [UInt8] = NQuadsSerializer().serialize([
      Quad(triple), Quad(triple, in: .namedNode(NamedNode(unchecked: "a:g"))),
      Quad(triple, in: .blankNode(BlankNode(label: "g"))),
    ])
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <a:s> <a:p> _:o .
        <a:s> <a:p> _:o <a:g> .
        <a:s> <a:p> _:o _:g .

        """)
  }

  @Test("sorts by bytes and drops duplicates when asked")
  func sorts() {
    let nodes = ["b", "a", "\u{10000}", "\u{FF5E}", "a"].map { NamedNode(unchecked: "a:\($0)") }
    let triples = nodes.map { Triple(Self.subject, Self.predicate, .namedNode($0)) }
    let bytes: [UInt8] = NTriplesSerializer(options: .canonical).serialize(triples)
    let objects = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: " ")[2]
    }
    #expect(objects == ["<a:a>", "<a:b>", "<a:\u{FF5E}>", "<a:\u{10000}>"])
  }

  @Test("hands output on in chunks, whole and in order")
  func chunks() {
    let triples = (0..<5_000).map {
      Triple(
        Self.subject, Self.predicate, .literal(Literal(String(repeating: "x", count: $0 % 90))))
    }
    var sink = CountingSink()
    NTriplesSerializer().serialize(triples, to: &sink)
    #expect(sink.chunks > 3)
    let whole: [UInt8] = NTriplesSerializer().serialize(triples)
    #expect(sink.bytes == whole)
  }

  @Test("passes on the error of a sink and writes no more")
  func failingSink() {
    let triples = (0..<20_000).map { _ in
      Triple(Self.subject, Self.predicate, .blankNode(BlankNode(label: "o")))
    }
    var sink = FullDisk()
    #expect(throws: FullDisk.Full()) { try NTriplesSerializer().serialize(triples, to: &sink) }
    #expect(sink.chunks == 2)
  }
}

/// Keeps what it gets and counts the chunks.
private struct CountingSink: ByteSink {
  var bytes: [UInt8] = []
  var chunks = 0

  mutating func write(_ chunk: [UInt8]) {
    bytes += chunk
    chunks += 1
  }
}

/// Fails at the second chunk.
private struct FullDisk: ByteSink {
  struct Full: Error, Equatable {}
  var chunks = 0

  mutating func write(_ chunk: [UInt8]) throws(Full) {
    chunks += 1
    if chunks == 2 { throw Full() }
  }
}
