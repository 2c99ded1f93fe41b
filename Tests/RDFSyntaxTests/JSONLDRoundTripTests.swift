import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("JSON-LD that was written")
struct JSONLDRoundTripTests {
  /// Statements that JSON-LD 1.1 can say.
  private static func quads(_ random: inout RandomQuads, count: Int) -> [Quad] {
    random.quads(count).filter { quad in
      switch quad.object {
      case .tripleTerm: false
      case .literal(let literal): literal.direction == nil
      case .namedNode, .blankNode: true
      }
    }
  }

  /// A list of some items, and what leads to it.
  private static func list(_ items: [Term], label: String, from subject: Subject) -> [Quad] {
    let cells = items.indices.map { Subject.blankNode(BlankNode(label: "\(label)\($0)")) }
    var quads = [
      Quad(Triple(subject, RDFVocabulary.value, cells.first?.term ?? .namedNode(RDFVocabulary.nil)))
    ]
    for (place, item) in items.enumerated() {
      let rest = place + 1 < cells.count ? cells[place + 1].term : .namedNode(RDFVocabulary.nil)
      quads.append(Quad(Triple(cells[place], RDFVocabulary.first, item)))
      quads.append(Quad(Triple(cells[place], RDFVocabulary.rest, rest)))
    }
    return quads
  }

  private static let context = """
    {"@context": {
      "@version": 1.1, "@vocab": "https://w3id.org/simpul/ns#", "id": "@id", "type": "@type",
      "ex": "http://example.org/", "x": {"@id": "urn:x:", "@prefix": true},
      "a": {"@id": "urn:x:a", "@type": "@id"},
      "b": {"@id": "http://example.org/a", "@container": "@language"},
      "c": {"@id": "http://example.org/0", "@type": "http://www.w3.org/2001/XMLSchema#integer"},
      "values": {"@id": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "@container": "@list"},
      "d": {"@id": "urn:x:Z", "@language": "id"}, "e": {"@id": "urn:x:0", "@container": "@set"},
      "f": {"@id": "urn:x:-", "@type": "@vocab"}
    }}
    """

  private static func serializer(_ form: String) throws -> JSONLDSerializer {
    var options = JSONLDSerializer.Options()
    if form != "expanded" {
      options.context = JSONLDOptions.Document(Array(context.utf8), file: "context.jsonld")
      options.isFlattened = form == "flattened"
      options.base = try NamedNode(validating: "https://w3id.org/simpul/id/")
    }
    return JSONLDSerializer(options: options)
  }

  @Test(
    "is read back as the same statements", arguments: ["expanded", "flattened", "compacted"])
  func random(form: String) throws {
    let generator = SeededGenerator()
    var random = RandomQuads(generator: generator)
    let serializer = try Self.serializer(form)
    for number in 0..<600 {
      var quads = Self.quads(&random, count: number % 24)
      if number % 3 == 0, let first = quads.first {
        quads += Self.list(quads.map(\.object), label: "list", from: first.subject)
      }
      let text = try serializer.serialize(QuadCollection(quads))
      let again = try JSONLDParser().parse(text, file: "text")
      #expect(
        try Isomorphism.areIsomorphic(again, quads),
        "SIMPUL_SEED=\(generator.seed)\n\(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test("is the same whatever the order of the statements")
  func order() throws {
    var random = RandomQuads(generator: SeededGenerator(seed: 11))
    let quads = Self.quads(&random, count: 60)
    let serializer = try Self.serializer("compacted")
    #expect(
      try serializer.serialize(QuadCollection(quads))
        == serializer.serialize(QuadCollection(quads.reversed())))
  }

  @Test("uses the words of the context")
  func words() throws {
    let turtle = """
      @prefix x: <urn:x:> . @prefix ex: <http://example.org/> .
      @prefix smp: <https://w3id.org/simpul/ns#> .
      @base <https://w3id.org/simpul/id/> .
      <city/id/bandung> a smp:City ; x:a <city/jp/kawasaki> ; x:Z "Bandung"@id ; ex:0 5 ;
        ex:a "Bandung"@en, "Kota"@id, "Bandoeng"@nl ; smp:note "x" ;
        <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> ( 1 "zwei"@de ) .
      """
    let text = try Self.serializer("compacted")
      .serialize(QuadCollection(try TurtleParser().parse(Array(turtle.utf8))))
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
      line.drop { $0 == " " }.prefix { $0 != "," || line.last != "," }
    }
    for line in [
      "\"id\": \"city/id/bandung\"", "\"type\": \"City\"", "\"a\": \"city/jp/kawasaki\"",
      "\"d\": \"Bandung\"", "\"c\": \"5\"", "\"note\": \"x\"",
    ] {
      #expect(lines.contains { $0 == line }, "\(line) of \(lines)")
    }
  }

  @Test("says the exported graph in the words of the domain pack, and loses nothing")
  func pack() throws {
    let root = TestPlaces.root
    let quads = try NQuadsParser()
      .parse([UInt8](try Data(contentsOf: root.appending(path: "exports/graph.nq"))))
    var options = JSONLDSerializer.Options()
    options.context = JSONLDOptions.Document(
      [UInt8](try Data(contentsOf: root.appending(path: "ontology/context.jsonld"))),
      file: "context.jsonld")
    options.base = try NamedNode(validating: "https://w3id.org/simpul/id/")
    options.isFlattened = true
    let text = try JSONLDSerializer(options: options).serialize(QuadCollection(quads))
    #expect(Set(try JSONLDParser().parse(text)) == Set(quads))
    let written = String(decoding: text, as: UTF8.self)
    for words in [
      "\"id\": \"city/jp/kawasaki\"", "\"type\": \"City\"", "\"sisterCityOf\": \"city/",
      "\"status\": \"Realised\"",
    ] {
      let holds = written.contains(words)
      #expect(holds, "\(words)")
    }
  }

  @Test("refuses triple terms, which JSON-LD 1.1 does not have")
  func tripleTerms() throws {
    let quads = try NQuadsParser().parse(
      Array("<urn:x:s> <urn:x:p> <<( <urn:x:s> <urn:x:p> \"o\" )>> .\n".utf8))
    #expect(throws: JSONLDWritingError.self) {
      try JSONLDSerializer().serialize(QuadCollection(quads))
    }
  }
}
