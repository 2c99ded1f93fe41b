import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("RDF/XML encoder")
struct RDFXMLEncoderTests {
  /// The document of some statements, in blocks of so many.
  private func document(
    _ quads: [Quad], prefixes: [Prefix] = [], blockSize: Int = .max
  ) throws -> [UInt8] {
    var encoder = RDFXMLEncoder(prefixes: prefixes)
    var output: [UInt8] = []
    var rest = quads[...]
    while !rest.isEmpty {
      var block = QuadBlock()
      for quad in rest.prefix(blockSize) { block.append(quad) }
      rest = rest.dropFirst(blockSize)
      encoder.encode(block, into: &output)
      if let failure = encoder.failure { throw failure }
    }
    encoder.finish(into: &output)
    return output
  }

  private func quads(_ nTriples: String) throws -> [Quad] {
    try NQuadsParser().parse(Array(nTriples.utf8))
  }

  @Test(
    "groups neighbours by subject, and declares what the root does not where it is needed",
    arguments: [1, 2, 100])
  func layout(blockSize: Int) throws {
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    let statements = try quads(
      """
      <http://e/b> <http://e/p#at> _:x .
      <http://e/b> <http://www.w3.org/2000/01/rdf-schema#label> "Kota \\"A\\" & <B>\\r"@id .
      _:x <http://e/p#n> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
      <http://e/b> <\(rdf)type> <http://e/?a&b> .
      """)
    let found = try document(
      statements, prefixes: [.rdfs, Prefix(unchecked: "ns1", namespace: "http://other/")],
      blockSize: blockSize)
    #expect(
      String(decoding: found, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <rdf:RDF
            xmlns:ns1="http://other/"
            xmlns:rdf="\(rdf)"
            xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">
          <rdf:Description rdf:about="http://e/b">
            <ns2:at xmlns:ns2="http://e/p#" rdf:nodeID="x"/>
            <rdfs:label xml:lang="id">Kota "A" &amp; &lt;B&gt;&#13;</rdfs:label>
          </rdf:Description>
          <rdf:Description rdf:nodeID="x">
            <ns2:n xmlns:ns2="http://e/p#" rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</ns2:n>
          </rdf:Description>
          <rdf:Description rdf:about="http://e/b">
            <rdf:type rdf:resource="http://e/?a&amp;b"/>
          </rdf:Description>
        </rdf:RDF>

        """)
  }

  @Test("writes an empty document for no statements")
  func empty() throws {
    #expect(try RDFXMLParser().parse(try document([])).isEmpty)
  }

  @Test(
    "keeps the first statement that RDF/XML cannot say, and writes nothing from it on",
    arguments: [
      ("<http://e/> <http://e/1> \"\" .", RDFXMLError.Reason.propertyIsNoName),
      ("<http://e/> <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> \"\" .", .propertyIsNoName),
      ("<http://e/> <http://e/p> \"\\u0001\" .", .characterOutsideXML("\u{1}")),
      ("<http://e/> <http://e/p> <<( <http://e/> <http://e/1> \"\" )>> .", .propertyIsNoName),
      (
        "<http://e/> <http://e/p> <<( <http://e/> <http://e/p> \"\\u0001\" )>> .",
        .characterOutsideXML("\u{1}")
      ),
      ("<http://e/> <http://e/p> \"\" <http://e/g> .", .namedGraph),
    ])
  func refusals(_ statement: String, _ reason: RDFXMLError.Reason) throws {
    let good = try quads("<http://e/> <http://e/p> \"good\" .")
    let bad = try quads(statement)
    var block = QuadBlock()
    for quad in good + bad + good { block.append(quad) }
    var encoder = RDFXMLEncoder()
    var output: [UInt8] = []
    encoder.encode(block, into: &output)
    #expect(encoder.failure == RDFXMLError(reason: reason, triple: bad[0].triple))
    #expect(String(decoding: output, as: UTF8.self).split(separator: ">good<").count == 2)
    let count = output.count
    encoder.encode(block, into: &output)
    encoder.finish(into: &output)
    #expect(output.count == count)
  }

  @Test("labels of every kind come back the same, and a second pass gives the same bytes")
  func passes() throws {
    var random = RandomQuads(generator: SeededGenerator())
    let seed = random.generator.seed
    print("RDF/XML passes: SIMPUL_SEED=\(seed)")
    let labels = [
      "b", "0", "1a", "a.", ".a", "a b", "u--", "u--61", "u--6120", "u--75", "anon", "anon0",
      "anon7",
      "anon-0", "é", "\u{10000}", "", "x\u{B7}", "-", "u--752D2D",
    ]
    let property = NamedNode(unchecked: "http://e/p")
    for _ in 0..<50 {
      let nodes = labels.shuffled(using: &random.generator).map { BlankNode(label: $0) }
      let statements = zip(nodes, nodes.dropFirst()).map { pair in
        Quad(Triple(.blankNode(pair.0), property, .blankNode(pair.1)))
      }
      let first = try document(statements)
      let read = try RDFXMLParser().parse(first)
      #expect(read == statements, "SIMPUL_SEED=\(seed)")
      #expect(try document(read) == first, "SIMPUL_SEED=\(seed)")
    }
  }

  @Test("random statements come back the same, in their order")
  func randomStatements() throws {
    var random = RandomQuads(generator: SeededGenerator())
    let seed = random.generator.seed
    print("RDF/XML encoder: SIMPUL_SEED=\(seed)")
    let predicates = [
      "http://example.org/p", "https://w3id.org/simpul/ns#é", "urn:x:a.b-c", "http://川/川",
      RDFVocabulary.type.iri, RDFVocabulary.namespace + "_1",
    ].map { NamedNode(unchecked: $0) }
    var written = 0
    for round in 0..<200 {
      let statements = random.quads(20).map { quad in
        let predicate = predicates.randomElement(using: &random.generator)
        return Quad(Triple(quad.subject, predicate ?? quad.predicate, quad.object))
      }
      .filter { quad in
        do {
          _ = try document([quad])
          return true
        } catch {
          return false
        }
      }
      written += statements.count
      let found = try RDFXMLParser().parse(
        try document(
          statements, prefixes: [Prefix(unchecked: "", namespace: "http://example.org/")],
          blockSize: 1 + round % 7))
      #expect(found == statements, "SIMPUL_SEED=\(seed)")
    }
    #expect(written > 1000)
  }
}
