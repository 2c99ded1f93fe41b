import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("TriG writer")
struct TriGSerializerTests {
  private func triG(_ quads: [Quad], _ options: TurtleSerializer.Options = .init()) -> String {
    String(decoding: TriGSerializer(options: options).serialize(quads) as [UInt8], as: UTF8.self)
  }

  @Test("puts the default graph first and the others in order, indented")
  func layout() {
    let bandung = NamedNode(unchecked: "https://w3id.org/simpul/id/city/id/bandung")
    let thesis = NamedNode(unchecked: "https://w3id.org/simpul/id/document/tesis")
    let label = Triple(.namedNode(bandung), RDFS.label, .literal(Literal("Bandung\nRaya")))
    let type = Triple(.namedNode(bandung), RDFVocabulary.type, .namedNode(thesis))
    let quads = [
      Quad(label, in: .blankNode(BlankNode(label: "g"))), Quad(type, in: .namedNode(thesis)),
      Quad(label, in: .namedNode(thesis)), Quad(label), Quad(label),
    ]
    let base = NamedNode(unchecked: "https://w3id.org/simpul/id/")
    #expect(
      triG(quads, .init(prefixes: [.rdfs, .xsd], base: base, header: ["Bandung"]))
        == """
        # Bandung

        @base <https://w3id.org/simpul/id/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

        <city/id/bandung> rdfs:label \"""
        Bandung
        Raya\""" .

        <document/tesis> {
          <city/id/bandung> a <document/tesis> ;
            rdfs:label \"""
        Bandung
        Raya\""" .
        }

        _:g {
          <city/id/bandung> rdfs:label \"""
        Bandung
        Raya\""" .
        }

        """.replacing("\"\"\"\nB", with: "\"\"\"B"))
  }

  @Test("writes nothing for no statements")
  func empty() { #expect(triG([], .init(prefixes: [.rdf])) == "") }

  @Test("gives the same bytes whatever the order and however often a statement comes")
  func order() {
    var random = RandomQuads(generator: SeededGenerator())
    print("TriG order: SIMPUL_SEED=\(random.generator.seed)")
    let quads = random.quads(500)
    let shuffled = (quads + quads).shuffled(using: &random.generator)
    #expect(triG(quads) == triG(shuffled), "SIMPUL_SEED=\(random.generator.seed)")
  }
}
