import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("Blank nodes and lists in what people read")
struct NestingTests {
  private static let prefixes = [
    Prefix(unchecked: "ex", namespace: "http://example.org/ns#"),
    Prefix(unchecked: "owl", namespace: "http://www.w3.org/2002/07/owl#"), .rdf, .rdfs, .xsd,
  ]

  /// The statements of TriG without its declarations.
  private func read(_ body: String) throws -> [Quad] {
    let declarations = Self.prefixes.map { "@prefix \($0.name): <\($0.namespace)> .\n" }.joined()
    return try TriGParser().parse(Array((declarations + body).utf8))
  }

  private func written(_ quads: [Quad]) -> [UInt8] {
    TriGSerializer(options: .init(prefixes: Self.prefixes)).serialize(quads)
  }

  /// What is written below the declarations.
  private func body(_ quads: [Quad]) -> String {
    String(decoding: written(quads), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("@prefix") }.joined(separator: "\n")
      .trimmingPrefix("\n").description
  }

  @Test("an ontology is written as its author would")
  func ontology() throws {
    let text = """
      ex:City a owl:Class ;
        rdfs:label "City"@en, "Kota"@id ;
        rdfs:subClassOf
          ex:Place,
          [ a owl:Restriction ; owl:allValuesFrom ex:City ; owl:onProperty ex:sisterCityOf ],
          [ a owl:Restriction ;
            owl:onClass [
              owl:unionOf (
                ex:Province
                ex:Country
                [ a owl:Restriction ; owl:hasValue 5.0 ; owl:onProperty ex:temperature ]
              )
            ] ;
            owl:onProperty ex:locatedIn ;
            owl:qualifiedCardinality "1"^^xsd:nonNegativeInteger
          ] ;
        owl:oneOf () .

      _:alice ex:knows
          [ ex:age 5 ; ex:name "Carol" ],
          [ ex:name "Bob, whose name is so long that it does not fit in the line together with age" ;
            ex:rank 1, 2
          ] ;
        ex:likes _:alice .

      [] a owl:AllDisjointClasses ;
        owl:members ( ex:City ex:Regency ex:Village ) .

      [] ex:p "on its own" .

      """
    #expect(body(try read(text)) == text)
  }

  @Test("what nests does so within its graph only")
  func graphs() throws {
    let text = """
      ex:a ex:p _:both, [ ex:q "inside" ] ;
        ex:r ( 1 ) .

      ex:g {
        _:both ex:q "in another graph" .

        [] ex:p [ ex:q [] ] .
      }

      _:named {
        ex:a ex:p ( [] ) .
      }

      """
    #expect(body(try read(text)) == text)
  }

  @Test(
    "lists with defects are spelled out as far as they must be",
    arguments: [
      // Two values of rdf:rest.
      (
        "ex:a ex:p _:l . _:l rdf:first 1 ; rdf:rest (2), (3) .",
        "ex:a ex:p [ rdf:first 1 ; rdf:rest ( 2 ), ( 3 ) ] .\n"
      ),
      // Two items in one cell.
      (
        "ex:a ex:p _:l . _:l rdf:first 1, 2 ; rdf:rest () .",
        "ex:a ex:p [ rdf:first 1, 2 ; rdf:rest () ] .\n"
      ),
      // One more property.
      (
        "ex:a ex:p _:l . _:l rdf:first 1 ; rdf:rest (2 3) ; ex:q 4 .",
        "ex:a ex:p [ ex:q 4 ; rdf:first 1 ; rdf:rest ( 2 3 ) ] .\n"
      ),
      // A tail that two lists share.
      (
        "ex:a ex:p _:l, _:m . _:l rdf:first 1 ; rdf:rest _:t . _:m rdf:first 2 ; rdf:rest _:t ."
          + "_:t rdf:first 3 ; rdf:rest (4) .",
        "ex:a ex:p [ rdf:first 1 ; rdf:rest _:t ], [ rdf:first 2 ; rdf:rest _:t ] .\n\n"
          + "_:t rdf:first 3 ;\n  rdf:rest ( 4 ) .\n"
      ),
      // Rings: of cells, and of a list and its item.
      (
        "_:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 ; rdf:rest _:l .",
        "_:l rdf:first 1 ;\n  rdf:rest [ rdf:first 2 ; rdf:rest _:l ] .\n"
      ),
      (
        "_:l rdf:first _:l ; rdf:rest (2) .", "_:l rdf:first _:l ;\n  rdf:rest ( 2 ) .\n"
      ),
      ("_:x ex:p (1 _:x 2) .", "_:x ex:p ( 1 _:x 2 ) .\n"),
      // A list that nothing mentions, or that is a subject as such.
      ("_:l rdf:first 1 ; rdf:rest (2) .", "[] rdf:first 1 ;\n  rdf:rest ( 2 ) .\n"),
      (
        "(1 2) ex:p 3 .", "[] ex:p 3 ;\n  rdf:first 1 ;\n  rdf:rest ( 2 ) .\n"
      ),
      // A list mentioned twice, or by a triple term.
      (
        "ex:a ex:p _:l ; ex:q _:l . _:l rdf:first 1 ; rdf:rest () .",
        "ex:a ex:p _:l ;\n  ex:q _:l .\n\n_:l rdf:first 1 ;\n  rdf:rest () .\n"
      ),
      (
        "ex:a ex:p _:l, <<( _:l ex:q 1 )>> . _:l rdf:first 1 ; rdf:rest () .",
        "ex:a ex:p _:l, <<( _:l ex:q 1 )>> .\n\n_:l rdf:first 1 ;\n  rdf:rest () .\n"
      ),
      // Without an end, with an end that is something else, without items.
      (
        "ex:a ex:p _:l . _:l rdf:first 1 .", "ex:a ex:p [ rdf:first 1 ] .\n"
      ),
      (
        "ex:a ex:p _:l . _:l rdf:first 1 ; rdf:rest ex:b .",
        "ex:a ex:p [ rdf:first 1 ; rdf:rest ex:b ] .\n"
      ),
      ("ex:a ex:p () .", "ex:a ex:p () .\n"),
      // rdf:nil as a subject.
      (
        "ex:a ex:p (1) . () ex:q 1 ; rdf:rest (2) .",
        "ex:a ex:p ( 1 ) .\n\n() ex:q 1 ;\n  rdf:rest ( 2 ) .\n"
      ),
    ])
  func defects(_ text: String, _ expected: String) throws {
    let quads = try read(text)
    #expect(body(quads) == expected)
    let again = try TriGParser().parse(written(quads))
    #expect(try Isomorphism.areIsomorphic(again, quads))
  }

  @Test("the names of nodes that nobody named leave no trace")
  func labels() throws {
    let one = try read("ex:a ex:p [ ex:q 1 ], [ ex:q 2 ] . [] ex:r 1 . [] ex:r 2 .")
    let other = try read("[] ex:r 2 . [] ex:r 1 . ex:a ex:p [ ex:q 2 ], [ ex:q 1 ] .")
    #expect(written(one) == written(other))
  }

  @Test("labels that a reader made up become short ones that are not taken")
  func generatedLabels() throws {
    let anonymous = ["anon12", "anon-12", "anon7", "n1", "n_2"].map { BlankNode(label: $0) }
    let property = NamedNode(unchecked: "http://example.org/ns#p")
    let quads = anonymous.flatMap { node in
      ["1", "2"].map {
        let subject = NamedNode(unchecked: "http://example.org/ns#s" + $0)
        return Quad(Triple(.namedNode(subject), property, .blankNode(node)))
      }
    }
    let expected = "_:n1, _:n_2, _:n__1, _:n__2, _:n__3"
    #expect(body(quads) == "ex:s1 ex:p \(expected) .\n\nex:s2 ex:p \(expected) .\n")
  }

  @Test("numbers in labels count by their value")
  func labelOrder() throws {
    let text = "ex:a ex:p _:b1, _:b2, _:b10, _:b10a, _:ba, _:c .\n"
    #expect(body(try read(text + text.replacing("ex:a", with: "ex:b"))).hasPrefix(text))
  }

  @Test("chains and rings of any length come back, nested no deeper than 64")
  func chains() throws {
    let property = NamedNode(unchecked: "http://example.org/ns#p")
    func node(_ index: Int) -> BlankNode { BlankNode(label: "anon\(index)") }
    for isRing in [false, true] {
      var quads = (0..<5_000).map {
        Quad(Triple(.blankNode(node($0)), property, .blankNode(node($0 + 1))))
      }
      if isRing {
        quads.append(Quad(Triple(.blankNode(node(5_000)), property, .blankNode(node(0)))))
      }
      let bytes = written(quads)
      let back = try TriGParser(limits: .init(maximumDepth: 66)).parse(bytes)
      #expect(back.count == quads.count)
      #expect(written(back) == bytes)
      let next = Dictionary(grouping: back, by: \.subject)
      let values = Set(back.map(\.object))
      var place = try #require(back.map(\.subject).first { isRing || !values.contains($0.term) })
      var length = 0
      while let object = next[place]?.first?.object, length < quads.count {
        guard case .blankNode(let other) = object else { break }
        place = .blankNode(other)
        length += 1
      }
      #expect(length == quads.count)
    }
  }

  @Test("a list of a hundred thousand items is one list")
  func longList() throws {
    let text = "ex:a ex:p (\(String(repeating: " ex:b", count: 100_000)) ) ."
    let written = body(try read(text))
    #expect(!written.contains("rdf:first"))
    #expect(written.split(separator: "\n").count == 100_002)
  }
}
