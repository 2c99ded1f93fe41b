import Diagnostics
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("RDF/XML serializer")
struct RDFXMLSerializerTests {
  private func text(_ nTriples: String, _ options: RDFXMLSerializer.Options = .init()) throws
    -> String
  {
    let quads = try NQuadsParser().parse(Array(nTriples.utf8))
    let bytes = try RDFXMLSerializer(options: options).serialize(quads.map(\.triple))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("groups by subject, names elements by type and nests blank nodes")
  func layout() throws {
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    let found = try text(
      """
      <http://e/b> <http://e/p#at> _:x .
      _:x <http://e/p#n> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
      <http://e/b> <\(rdfs)label> "Kota \\"A\\" & <B>"@id .
      <http://e/b> <\(rdf)type> <\(rdfs)Class> .
      <http://e/b> <\(rdf)type> <http://e/1> .
      <http://e/a> <http://e/p#to> _:y .
      <http://e/b> <http://e/p#to> _:y .
      """, .init(prefixes: [.rdfs], header: ["A -- B"]))
    #expect(
      found == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!--
          A - - B
        -->
        <rdf:RDF
            xmlns:ns1="http://e/p#"
            xmlns:rdf="\(rdf)"
            xmlns:rdfs="\(rdfs)">
          <rdf:Description rdf:about="http://e/a">
            <ns1:to rdf:nodeID="y"/>
          </rdf:Description>
          <rdfs:Class rdf:about="http://e/b">
            <rdf:type rdf:resource="http://e/1"/>
            <ns1:at>
              <rdf:Description>
                <ns1:n rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</ns1:n>
              </rdf:Description>
            </ns1:at>
            <ns1:to rdf:nodeID="y"/>
            <rdfs:label xml:lang="id">Kota "A" &amp; &lt;B&gt;</rdfs:label>
          </rdfs:Class>
        </rdf:RDF>

        """)
  }

  @Test("writes lists of nodes as collections, and XML literals as markup where they come back")
  func collectionsAndMarkup() throws {
    let turtle = """
      @prefix e: <http://e/p#> .
      e:a e:list ( e:b [ e:p "x" ] ( e:c ) ), ( 1 e:b ) ;
        e:xml "<b>x</b>&amp;"^^<\(RDFVocabulary.xmlLiteral.iri)>,
          "<b"^^<\(RDFVocabulary.xmlLiteral.iri)>, "</e:xml>"^^<\(RDFVocabulary.xmlLiteral.iri)> .
      [] a e:C .
      """
    let quads = try TurtleParser().parse(Array(turtle.utf8))
    let options = RDFXMLSerializer.Options(prefixes: [
      Prefix(unchecked: "e", namespace: "http://e/p#")
    ])
    let bytes = try RDFXMLSerializer(options: options).serialize(quads.map(\.triple))
    let rdf = RDFVocabulary.namespace
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <rdf:RDF
            xmlns:e="http://e/p#"
            xmlns:rdf="\(rdf)">
          <rdf:Description rdf:about="http://e/p#a">
            <e:list>
              <rdf:Description>
                <rdf:first rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</rdf:first>
                <rdf:rest>
                  <rdf:Description>
                    <rdf:first rdf:resource="http://e/p#b"/>
                    <rdf:rest rdf:resource="\(rdf)nil"/>
                  </rdf:Description>
                </rdf:rest>
              </rdf:Description>
            </e:list>
            <e:list rdf:parseType="Collection">
              <rdf:Description rdf:about="http://e/p#b"/>
              <rdf:Description>
                <e:p>x</e:p>
              </rdf:Description>
              <rdf:Description>
                <rdf:first rdf:resource="http://e/p#c"/>
                <rdf:rest rdf:resource="\(rdf)nil"/>
              </rdf:Description>
            </e:list>
            <e:xml rdf:datatype="\(rdf)XMLLiteral">&lt;/e:xml&gt;</e:xml>
            <e:xml rdf:datatype="\(rdf)XMLLiteral">&lt;b</e:xml>
            <e:xml rdf:parseType="Literal"><b>x</b>&amp;</e:xml>
          </rdf:Description>
          <e:C/>
        </rdf:RDF>

        """)
    let back = try RDFXMLParser().parse(bytes)
    #expect(try Isomorphism.areIsomorphic(back, quads))
  }

  @Test("refuses a statement in a named graph")
  func namedGraph() throws {
    let node = NamedNode(unchecked: "http://e/p")
    let triple = Triple(.namedNode(node), node, .literal(Literal("x")))
    let held = QuadCollection([Quad(triple, in: .namedNode(node))])
    #expect(throws: RDFXMLError(reason: .namedGraph, triple: triple)) {
      try RDFXMLSerializer().serialize(held)
    }
  }

  @Test(
    "refuses what RDF/XML cannot say",
    arguments: [
      ("<http://e/> <http://e/1> \"\" .", RDFXMLError.Reason.propertyIsNoName),
      ("<http://e/> <http://e/p/> \"\" .", .propertyIsNoName),
      (
        "<http://e/> <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> \"\" .", .propertyIsNoName
      ),
      ("<http://e/> <http://e/p> \"\\u0001\" .", .characterOutsideXML("\u{1}")),
      ("<http://e/> <http://e/p> \"\\uFFFE\" .", .characterOutsideXML("\u{FFFE}")),
      ("<http://e/> <http://e/p> <<( <http://e/> <http://e/1> \"\" )>> .", .propertyIsNoName),
      (
        "<http://e/> <http://e/p> <<( <http://e/> <http://e/p> \"\\u0001\" )>> .",
        .characterOutsideXML("\u{1}")
      ),
    ])
  func refusals(_ statement: String, _ reason: RDFXMLError.Reason) throws {
    let triple = try #require(try NQuadsParser().parse(Array(statement.utf8)).first).triple
    #expect(throws: RDFXMLError(reason: reason, triple: triple)) {
      try RDFXMLSerializer().serialize([triple])
    }
  }

  @Test("random graphs come back the same, whatever their order, and in the same bytes")
  func randomGraphs() throws {
    var random = RandomQuads(generator: SeededGenerator())
    let seed = random.generator.seed
    print("RDF/XML round trip: SIMPUL_SEED=\(seed)")
    let prefixes: [Prefix] = [
      .rdf, .rdfs, .xsd, Prefix(unchecked: "smp", namespace: "https://w3id.org/simpul/ns#"),
      Prefix(unchecked: "", namespace: "http://example.org/"),
    ]
    let serializer = RDFXMLSerializer(options: .init(prefixes: prefixes))
    let predicates = [
      "http://example.org/p", "https://w3id.org/simpul/ns#é", "urn:x:a.b-c",
      "http://example.org/a%20b", "http://川/川", RDFVocabulary.namespace + "_1",
      RDFVocabulary.type.iri, "http://example.org/1", RDFVocabulary.namespace + "about",
    ].map { NamedNode(unchecked: $0) }
    var written = 0
    var refused = 0
    for _ in 0..<300 {
      let triples = random.quads(20).map { quad in
        let predicate = predicates.randomElement(using: &random.generator)
        return Triple(quad.subject, predicate ?? quad.predicate, quad.object)
      }
      .filter { triple in
        do {
          _ = try serializer.serialize([triple])
          return true
        } catch {
          return false
        }
      }
      written += triples.count
      refused += 20 - triples.count
      let bytes = try serializer.serialize(triples)
      let back = try RDFXMLParser().parse(bytes)
      #expect(try Isomorphism.areIsomorphic(back, triples.map { Quad($0) }), "SIMPUL_SEED=\(seed)")
      #expect(
        try serializer.serialize(triples.shuffled(using: &random.generator)) == bytes,
        "SIMPUL_SEED=\(seed)")
    }
    #expect(written > 1000 && refused > 100)
  }

  @Test("chains and rings of blank nodes of any length come back")
  func chains() throws {
    let property = NamedNode(unchecked: "http://e/p")
    for isRing in [false, true] {
      var triples = (0..<5000).map { index in
        Triple(
          .blankNode(BlankNode(label: "b\(index)")), property,
          .blankNode(BlankNode(label: "b\(index + 1)")))
      }
      if isRing {
        triples.append(
          Triple(
            .blankNode(BlankNode(label: "b5000")), property, .blankNode(BlankNode(label: "b0"))))
      }
      let back = try RDFXMLParser().parse(try RDFXMLSerializer().serialize(triples))
      #expect(back.count == triples.count)
      let next = Dictionary(grouping: back, by: \.subject)
      #expect(next.values.allSatisfy { $0.count == 1 })
      let values = Set(back.map(\.object))
      var node = try #require(
        back.map(\.subject).first { isRing || !values.contains($0.term) })
      var length = 0
      while let object = next[node]?.first?.object, length < triples.count {
        guard case .blankNode(let other) = object else { break }
        node = .blankNode(other)
        length += 1
      }
      #expect(length == triples.count)
    }
  }

  @Test("mistakes set into good text are refused or read, and never crash")
  func mutations() throws {
    var random = RandomQuads(generator: SeededGenerator())
    let seed = random.generator.seed
    print("RDF/XML mutations: SIMPUL_SEED=\(seed)")
    let opening = "<!DOCTYPE a [<!ENTITY e 'x&f;'><!ENTITY f '<b/>'>]>"
    let body = try text(
      """
      <http://e/s> <http://e/p> "kota"@id .
      <http://e/s> <http://e/q> _:b .
      _:b <http://e/q> <http://e/o> .
      _:b <http://e/p> "1"^^<http://e/d> .
      """)
    let good = Array((opening + body.dropFirst(39) + "<!--&e;-->").utf8)
    var read = 0
    for _ in 0..<3000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...3, using: &random.generator) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random.generator)
        switch Int.random(in: 0..<4, using: &random.generator) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &random.generator)
        case 2:
          let end = min(bytes.count, index + 40)
          bytes.insert(contentsOf: bytes[index..<end], at: index)
        default: bytes[index] = bytes[bytes.count / 2]
        }
      }
      do {
        let quads = try RDFXMLParser().parse(bytes)
        #expect(quads.count < 20)
        read += 1
      } catch {
        #expect(error.location.lowerBound.line < 200, "SIMPUL_SEED=\(seed)")
      }
    }
    #expect(read > 100)
  }

  @Test("names that only Unicode normalisation makes alike stay two names")
  func namesThatNormaliseAlike() throws {
    let subject = Subject.namedNode(NamedNode(unchecked: "http://example.org/s"))
    let triples = [
      "http://example.org/\u{E9}", "http://example.org/e\u{301}", "urn:\u{E9}:a", "urn:e\u{301}:a",
    ]
    .map { Triple(subject, NamedNode(unchecked: $0), .literal(Literal("x"))) }
    let back = try RDFXMLParser().parse(try RDFXMLSerializer().serialize(triples))
    #expect(Set(back) == Set(triples.map { Quad($0) }))
  }
}
