import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("Turtle writer")
struct TurtleSerializerTests {
  static let base = "https://w3id.org/simpul/id/"
  static let smp = Prefix(unchecked: "smp", namespace: "https://w3id.org/simpul/ns#")

  private func node(_ iri: String) -> NamedNode { NamedNode(unchecked: iri) }

  private func turtle(
    _ triples: [Triple], _ options: TurtleSerializer.Options = .init()
  ) -> String {
    String(
      decoding: TurtleSerializer(options: options).serialize(triples) as [UInt8], as: UTF8.self)
  }

  @Test("groups subjects and predicates, types first, then labels, then the rest by IRI")
  func layout() {
    let bandung = Subject.namedNode(node(Self.base + "city/id/bandung"))
    let kawasaki = node(Self.base + "city/jp/kawasaki")
    let triples = [
      Triple(.namedNode(kawasaki), RDFS.label, .literal(Literal("Kawasaki", language: "id"))),
      Triple(bandung, node(Self.smp.namespace + "sisterCityOf"), .namedNode(kawasaki)),
      Triple(bandung, RDFS.label, .literal(Literal("Kota Bandung", language: "id"))),
      Triple(bandung, RDFS.label, .literal(Literal("Bandung", language: "en"))),
      Triple(bandung, node(Self.smp.namespace + "level"), .literal(Literal("kota"))),
      Triple(bandung, RDFVocabulary.type, .namedNode(node(Self.smp.namespace + "City"))),
      Triple(bandung, RDFS.label, .literal(Literal("Bandung", language: "en"))),
    ]
    let options = TurtleSerializer.Options(
      prefixes: [.xsd, Self.smp, .rdfs], base: node(Self.base), header: ["Two cities", "", "a\nb"])
    #expect(
      turtle(triples, options) == """
        # Two cities
        #
        # a
        # b

        @base <https://w3id.org/simpul/id/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix smp: <https://w3id.org/simpul/ns#> .

        <city/id/bandung> a smp:City ;
          rdfs:label "Bandung"@en, "Kota Bandung"@id ;
          smp:level "kota" ;
          smp:sisterCityOf <city/jp/kawasaki> .

        <city/jp/kawasaki> rdfs:label "Kawasaki"@id .

        """)
  }

  @Test("writes nothing for no statements")
  func empty() { #expect(turtle([], .init(prefixes: [.rdf])) == "") }

  @Test("puts the first subjects before the others, in their order")
  func firstSubjects() throws {
    let quads = try TurtleParser().parse(
      Array("<a:a> <a:p> <a:c> . <a:b> <a:p> 1 . <a:c> <a:p> 2 . <a:d> <a:p> 3 .".utf8))
    let options = TurtleSerializer.Options(
      firstSubjects: ["a:d", "a:none", "a:b", "a:d"].map { NamedNode(unchecked: $0) })
    let text: [UInt8] = TurtleSerializer(options: options).serialize(quads.map(\.triple))
    let subjects = String(decoding: text, as: UTF8.self).split(separator: "\n")
      .compactMap { $0.split(separator: " ").first }
    #expect(subjects == ["<a:d>", "<a:b>", "<a:a>", "<a:c>"])
  }

  @Test("puts many objects on lines of their own")
  func longLists() {
    let names = ["1", "2", "3"].map { "a:" + String(repeating: "x", count: 40) + $0 }
    let triples = names.map { Triple(.namedNode(node("a:s")), node("a:p"), .namedNode(node($0))) }
    #expect(
      turtle(triples) == """
        <a:s> <a:p>
            <\(names[0])>,
            <\(names[1])>,
            <\(names[2])> .

        """)
  }

  @Test(
    "writes a name as short as is right",
    arguments: [
      ("http://e.org/ns#City", "e:City"),
      ("http://e.org/ns#", "e:"),
      ("http://e.org/ns#1-a_b", "e:1-a_b"),
      ("http://e.org/ns#-a", "e:\\-a"),
      ("http://e.org/ns#a.b", "e:a.b"),
      ("http://e.org/ns#.a", "e:\\.a"),
      ("http://e.org/ns#a.", "<http://e.org/ns#a.>"),
      ("http://e.org/ns#.", "<http://e.org/ns#.>"),
      ("http://e.org/ns#a:b", "e:a:b"),
      ("http://e.org/ns#a%20b", "e:a%20b"),
      ("http://e.org/ns#a(b)'c~", "e:a\\(b\\)\\'c\\~"),
      ("http://e.org/ns#\u{B7}a", "<http://e.org/ns#\u{B7}a>"),
      ("http://e.org/ns#a\u{B7}", "e:a\u{B7}"),
      ("http://e.org/ns#a\u{D7}", "<http://e.org/ns#a\u{D7}>"),
      ("http://e.org/ns#川崎", "e:川崎"),
      ("http://e.org/ns#a/b", "<http://e.org/ns#a/b>"),
      ("http://e.org/ns#x/y", "<http://e.org/ns#x/y>"),
      ("http://e.org/nsx", "<http://e.org/nsx>"),
      ("http://b.org/d/a/b", "<a/b>"),
      ("http://b.org/d/a#char=1,2", "<a#char=1,2>"),
      ("http://b.org/d/", "<http://b.org/d/>"),
      ("http://b.org/d/a:b", "<http://b.org/d/a:b>"),
      ("http://b.org/d/a#b:c", "<http://b.org/d/a#b:c>"),
      ("http://b.org/d/a/b:c", "<a/b:c>"),
      ("http://b.org/d//a", "<http://b.org/d//a>"),
      ("http://b.org/d/?q", "<http://b.org/d/?q>"),
      ("http://b.org/d/#f", "<http://b.org/d/#f>"),
      ("http://b.org/d/a/../b", "<http://b.org/d/a/../b>"),
      ("http://b.org/d/.", "<http://b.org/d/.>"),
      ("http://b.org/d/a?x=/../y", "<a?x=/../y>"),
      ("http://b.org/d/\u{301}a", "<\u{301}a>"),
      ("http://b.org/d/=a", "<http://b.org/d/=a>"),
      ("http://b.org/dx", "<http://b.org/dx>"),
    ])
  func names(_ iri: String, _ expected: String) {
    let options = TurtleSerializer.Options(
      prefixes: [
        Prefix(unchecked: "e", namespace: "http://e.org/ns#"),
        Prefix(unchecked: "e", namespace: "http://never.org/"),
      ], base: node("http://b.org/d/x?y"))
    let triple = Triple(
      .blankNode(BlankNode(label: "b")), node("a:p"), .namedNode(node(iri)))
    let text = turtle([triple], options)
    let line = text.split(separator: "\n").last ?? ""
    #expect(line.utf8.elementsEqual("[] <a:p> \(expected) .".utf8))
    #expect(text.contains("@prefix e: <http://e.org/ns#> .\n") == expected.hasPrefix("e:"))
  }

  @Test("gives the longest namespace the name")
  func longestNamespace() {
    let options = TurtleSerializer.Options(prefixes: [
      Prefix(unchecked: "a", namespace: "http://e.org/"),
      Prefix(unchecked: "b", namespace: "http://e.org/b#"),
    ])
    let triple = Triple(
      .namedNode(node("http://e.org/b#x")), node("http://e.org/y"),
      .blankNode(BlankNode(label: "o")))
    #expect(turtle([triple], options).hasSuffix("b:x a:y [] .\n"))
  }

  @Test(
    "shortens numbers and booleans only where the same literal is read back",
    arguments: [
      ("1", XSD.integer, "1"), ("-01", XSD.integer, "-01"), ("+1", XSD.integer, "+1"),
      ("", XSD.integer, "\"\"^^xsd:integer"), ("1.0", XSD.integer, "\"1.0\"^^xsd:integer"),
      (" 1", XSD.integer, "\" 1\"^^xsd:integer"),
      ("1.50", XSD.decimal, "1.50"), (".5", XSD.decimal, ".5"),
      ("1.", XSD.decimal, "\"1.\"^^xsd:decimal"), ("1", XSD.decimal, "\"1\"^^xsd:decimal"),
      ("1e3", XSD.double, "1e3"), ("1.E-3", XSD.double, "1.E-3"), (".5e+0", XSD.double, ".5e+0"),
      (".e1", XSD.double, "\".e1\"^^xsd:double"), ("1e", XSD.double, "\"1e\"^^xsd:double"),
      ("INF", XSD.double, "\"INF\"^^xsd:double"), ("1.5", XSD.double, "\"1.5\"^^xsd:double"),
      ("true", XSD.boolean, "true"), ("false", XSD.boolean, "false"),
      ("1", XSD.boolean, "\"1\"^^xsd:boolean"), ("TRUE", XSD.boolean, "\"TRUE\"^^xsd:boolean"),
      ("2016", XSD.gYear, "\"2016\"^^xsd:gYear"), ("true", XSD.string, "\"true\""),
    ])
  func shorthand(_ text: String, _ datatype: NamedNode, _ expected: String) {
    let triple = Triple(
      .blankNode(BlankNode(label: "b")), node("a:p"), .literal(Literal(text, datatype: datatype)))
    #expect(turtle([triple], .init(prefixes: [.xsd])).hasSuffix("[] <a:p> \(expected) .\n"))
  }

  @Test(
    "writes texts of several lines between triple quotes",
    arguments: [
      ("a\nb", "\"\"\"a\nb\"\"\""),
      ("\"a\"\n", "\"\"\"\"a\"\n\"\"\""),
      ("\n\"", "\"\"\"\n\\\"\"\"\""),
      ("\n\"\"\"x", "\"\"\"\n\\\"\\\"\"x\"\"\""),
      ("\r\n\t\\", "\"\"\"\\r\n\\t\\\\\"\"\""),
      ("a\"b", "\"a\\\"b\""),
      ("a\rb", "\"a\\rb\""),
    ])
  func longStrings(_ text: String, _ expected: String) {
    let triple = Triple(
      .blankNode(BlankNode(label: "b")), node("a:p"), .literal(Literal(text, language: "id")))
    #expect(turtle([triple]).utf8.elementsEqual("[] <a:p> \(expected)@id .\n".utf8))
  }

  @Test("the order of the statements and their number leave no trace")
  func deterministic() {
    var random = RandomQuads(generator: SeededGenerator())
    print("Turtle order: SIMPUL_SEED=\(random.generator.seed)")
    let triples = random.quads(1_000).map(\.triple)
    let options = TurtleSerializer.Options(prefixes: [.xsd, Self.smp], base: node(Self.base))
    let shuffled = (triples + triples).shuffled(using: &random.generator)
    #expect(
      turtle(triples, options) == turtle(shuffled, options), "SIMPUL_SEED=\(random.generator.seed)")
  }

  @Test(
    "refuses a prefix that Turtle does not take", arguments: ["1a", "a.", "a b", "-", "_a", "a:"])
  func badPrefix(_ name: String) {
    #expect(throws: PrefixError.self) {
      try Prefix(validating: name, namespace: NamedNode(unchecked: "a:"))
    }
  }

  /// `SIMPUL_READER_SAMPLES` names a folder; `Tests/Readers` then reads both files with independent
  /// readers and compares them.
  @Test(
    "writes samples for independent readers",
    .enabled(
      if: ProcessInfo.processInfo.environment["SIMPUL_READER_SAMPLES"] != nil,
      "SIMPUL_READER_SAMPLES names no folder"))
  func samples() throws {
    let folder = URL(
      filePath: try #require(ProcessInfo.processInfo.environment["SIMPUL_READER_SAMPLES"]))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var random = RandomQuads(generator: SeededGenerator())
    print("Samples for readers: SIMPUL_SEED=\(random.generator.seed)")
    let triples = random.quads(3_000).map(\.triple).filter(Self.isRDF11)
    let prefixes = [
      .xsd, .rdf, Self.smp, Prefix(unchecked: "id", namespace: Self.base),
      Prefix(unchecked: "urn.x", namespace: "urn:x:"),
      Prefix(unchecked: "", namespace: "http://例え.jp/"),
    ]
    let options = TurtleSerializer.Options(prefixes: prefixes, header: ["Random statements"])
    let lines: [UInt8] = NTriplesSerializer(options: .init(order: .sorted)).serialize(triples)
    try Data(lines).write(to: folder.appending(path: "prefixes.nt"))
    try Data(lines).write(to: folder.appending(path: "base.nt"))
    let withPrefixes: [UInt8] = TurtleSerializer(options: options).serialize(triples)
    try Data(withPrefixes).write(to: folder.appending(path: "prefixes.ttl"))
    let withBase: [UInt8] = TurtleSerializer(
      options: .init(prefixes: [.xsd], base: node("http://example.org/a"))
    ).serialize(triples)
    try Data(withBase).write(to: folder.appending(path: "base.ttl"))
  }

  private static func isRDF11(_ triple: Triple) -> Bool {
    switch triple.object {
    case .tripleTerm: false
    case .literal(let literal): literal.direction == nil
    case .namedNode, .blankNode: true
    }
  }
}
