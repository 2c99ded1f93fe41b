import Claims
import DomainPack
import Foundation
import Mapping
import RDF
import Resolution
import TestSupport
import Testing

@Suite("Knowledge graph as RDF")
struct GraphMapperTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary.load(folder: TestPlaces.ontology.path()) }

  /// One document that has something of everything, and a second that contradicts it.
  private var documents: [DocumentClaims] {
    var one = DocumentBuilder("tesis", title: "Kota Kembar")
    let bandung = one.add(
      "City", "Kota Bandung", key: "city/id/bandung", aliases: ["Bandung", "Parijs van Java"],
      language: "id", attributes: ["level": ["kota"]])
    let kawasaki = one.add("City", "Kawasaki", key: "city/jp/kawasaki", language: "en")
    let agreement = one.add(
      "Agreement", "nota kesepahaman", attributes: ["type": ["MoU"], "year": ["2016"]],
      links: ["party": [bandung, kawasaki]])
    let law = one.add("Regulation", "UU 22/1999", key: "UU/1999/22")
    let other = one.add("Regulation", "UU 32/2004", key: "UU/2004/32")
    let sector = one.add("Sector", "Persampahan")
    let tool = one.add("Tool", "Mesin Kompos")
    one.claim(bandung, "sisterCityOf", .entity(kawasaki))
    one.claim(agreement, "agreementType", .concept("MoU"))
    one.claim(agreement, "signedOn", .value("2016-11-18", .date))
    one.claim(agreement, "period", .value("P3Y", .duration))
    one.claim(agreement, "period", .value("2017/2019", .period))
    one.claim(other, "repeals", .entity(law), confidence: 0.955)
    one.claim(other, "signedOn", .value("2004", .year))
    one.claim(agreement, "basedOn", .entity(law))
    one.claim(
      sector, "status", .concept("Planned"), status: .planned, within: agreement, period: "2018",
      qualifiers: ["scope": "percobaan"])
    one.claim(kawasaki, "donates", .entity(tool), passage: 2)
    var two = DocumentBuilder("berita")
    let same = two.add(
      "Agreement", "MoU", attributes: ["type": ["MoU"], "year": ["2017"]],
      links: [
        "party": [
          two.add("City", "Bandung", key: "city/id/bandung"),
          two.add("City", "Kawasaki", key: "city/jp/kawasaki"),
        ]
      ])
    two.claim(same, "signedOn", .value("2017", .year), confidence: 0.4)
    return [one.claims, two.claims]
  }

  private func quads(
    gazetteer: Gazetteer = Gazetteer(), alignments: GraphMapper.Alignments = .eli,
    profile: GraphMapper.Profile = .rdf11
  ) -> [Quad] {
    GraphMapper(
      base: "https://w3id.org/simpul/id/", vocabulary: vocabulary, gazetteer: gazetteer,
      alignments: alignments, profile: profile
    ).quads(of: Resolver(vocabulary: vocabulary).resolve(documents))
  }

  private func facts(_ subject: String, of quads: [Quad]) -> [String] {
    quads.filter { $0.graphName == .defaultGraph }.map(\.short)
      .filter { $0.hasPrefix("<\(subject)> ") }
      .map { String($0.dropFirst(subject.count + 3)) }
  }

  @Test("states class, labels and other names of a thing")
  func names() {
    #expect(
      facts("city/id/bandung", of: quads()) == [
        "<rdf:type> <smp:City>", "<rdfs:label> \"Kota Bandung\"@id",
        "<skos:altLabel> \"Bandung\"", "<skos:altLabel> \"Parijs van Java\"",
        "<smp:level> \"kota\"", "<smp:sisterCityOf> <city/jp/kawasaki>",
      ])
  }

  @Test("states a symmetric fact both ways")
  func symmetric() {
    #expect(
      facts("city/jp/kawasaki", of: quads()).contains("<smp:sisterCityOf> <city/id/bandung>"))
  }

  @Test("writes dates by their exactness, lengths as durations and intervals as plain text")
  func values() {
    let agreement = facts("agreement/bandung-kawasaki/mou/2016", of: quads())
    #expect(agreement.contains("<smp:signedOn> \"2016-11-18\"^^<xsd:date>"))
    #expect(agreement.contains("<smp:period> \"P3Y\"^^<xsd:duration>"))
    #expect(agreement.contains("<smp:period> \"2017/2019\""))
    #expect(agreement.contains("<smp:agreementType> <smp:MoU>"))
    #expect(
      facts("smp:MoU", of: quads()).contains("<skos:notation> \"MoU\""))
  }

  @Test("writes the terms of ELI beside ours for regulations, and only for them")
  func eli() {
    let law = facts("regulation/uu/2004/32", of: quads())
    #expect(
      law == [
        "<rdf:type> <smp:Regulation>", "<rdf:type> <eli:LegalResource>",
        "<rdfs:label> \"UU 32/2004\"@id", "<smp:regulationKey> \"UU/2004/32\"",
        "<eli:number> \"32\"", "<smp:repeals> <regulation/uu/1999/22>",
        "<eli:repeals> <regulation/uu/1999/22>", "<smp:signedOn> \"2004\"^^<xsd:gYear>",
        "<eli:date_document> \"2004\"^^<xsd:gYear>",
      ])
    let agreement = facts("agreement/bandung-kawasaki/mou/2016", of: quads())
    #expect(!agreement.contains { $0.hasPrefix("<eli:") })
    let none = quads(alignments: .none)
    #expect(!none.contains { $0.predicate.iri.contains("eli/ontology") })
    let all = facts("regulation/uu/2004/32", of: quads(alignments: .all))
    #expect(all.contains("<rdf:type> <https://schema.org/Legislation>"))
  }

  @Test("gives every thing of the default graph exactly one class of the vocabulary")
  func oneClass() {
    var classes: [Subject: Int] = [:]
    for quad in quads() where quad.graphName == .defaultGraph {
      guard quad.predicate == RDFVocabulary.type, let type = quad.object.namedNode,
        type.iri.hasPrefix(SMP.namespace)
      else { continue }
      classes[quad.subject, default: 0] += 1
    }
    #expect(!classes.isEmpty && classes.values.allSatisfy { $0 == 1 })
  }

  @Test("writes no blank node and no quad twice")
  func noBlankNodes() {
    let quads = quads()
    #expect(Set(quads).count == quads.count)
    for quad in quads {
      #expect(quad.subject.term.namedNode != nil)
      if case .blankNode = quad.object { Issue.record("\(quad.line)") }
    }
  }

  @Test("puts names and claims of a document into its own graph")
  func documentGraph() throws {
    let graph = GraphName.namedNode(
      NamedNode(unchecked: "https://w3id.org/simpul/id/document/tesis"))
    let lines = quads().filter { $0.graphName == graph }.map(\.short)
    #expect(lines.contains("<document/tesis> <smp:mentions> <sector/persampahan>"))
    #expect(!lines.contains("<document/tesis> <smp:mentions> <document/tesis>"))
    let object = try #require(lines.first { $0.hasSuffix("<rdf:object> <smp:Planned>") })
    let claim = try #require(object.split(separator: " ").first)
    #expect(
      lines.filter { $0.hasPrefix("\(claim) ") }.map { $0.dropFirst(claim.count + 1) } == [
        "<rdf:type> <smp:Claim>", "<rdf:subject> <sector/persampahan>",
        "<rdf:predicate> <smp:status>", "<rdf:object> <smp:Planned>",
        "<smp:fromPassage> <document/tesis#char=9000,9040>", "<smp:quote> \"Kalimat 9000.\"",
        "<smp:rule> \"test/rule\"", "<smp:confidence> \"0.80\"^^<xsd:decimal>",
        "<smp:status> <smp:Planned>", "<smp:within> <agreement/bandung-kawasaki/mou/2016>",
        "<smp:period> \"2018\"", "<smp:qualifier> \"scope=percobaan\"",
      ])
    #expect(lines.contains { $0.hasSuffix("<smp:confidence> \"0.96\"^^<xsd:decimal>") })
    #expect(
      lines.contains("<document/tesis#char=9000,9040> <smp:page> \"3\"^^<xsd:integer>"))
    #expect(lines.filter { $0.hasPrefix("<document/tesis#char=2000,2040> <rdf:type>") }.count == 1)
  }

  @Test("describes the documents that were read")
  func readDocuments() {
    #expect(
      facts("document/tesis", of: quads()) == [
        "<rdf:type> <smp:Document>", "<rdfs:label> \"Kota Kembar\"@id",
        "<smp:fileName> \"tesis.txt\"", "<dct:title> \"Kota Kembar\"@id", "<dct:language> \"id\"",
      ])
    #expect(!facts("document/berita", of: quads()).contains { $0.hasPrefix("<dct:title>") })
  }

  @Test("states a conflict with all its claims and the one chosen, which exist")
  func conflicts() throws {
    let lines = quads().map(\.short)
    let conflict = try #require(
      lines.first { $0.hasSuffix("<rdf:type> <smp:Conflict>") }?.split(separator: " ").first)
    let about = lines.filter { $0.hasPrefix("\(conflict) ") }
    #expect(about.contains("\(conflict) <rdf:subject> <agreement/bandung-kawasaki/mou/2016>"))
    #expect(
      about.contains("\(conflict) <rdfs:label> \"signed on: 2016-11-18 / 2017\"@en"))
    let claims = about.filter { $0.contains("<smp:conflictClaim>") }
      .compactMap { $0.split(separator: " ").last }
    #expect(claims.count == 2)
    for claim in claims { #expect(lines.contains("\(claim) <rdf:type> <smp:Claim>")) }
    #expect(about.filter { $0.contains("<smp:chosenClaim>") }.count == 1)
  }

  @Test("reifies with a triple term where RDF 1.2 is asked for")
  func reification() {
    let lines = quads(profile: .rdf12).map(\.short)
    #expect(
      lines.contains {
        $0.hasSuffix(
          "<rdf:reifies> <<( <city/id/bandung> <smp:sisterCityOf> <city/jp/kawasaki> )>>")
      })
    #expect(!lines.contains { $0.contains("<rdf:object>") })
  }

  @Test("adds what the gazetteer knows of things named, and of what they lie in, not of others")
  func background() throws {
    var gazetteer = Gazetteer()
    let rows = [
      "key|class|label_id|label_en|names|parent|lat|lon|attributes|exact",
      "city/id/bandung|City|Kota Bandung|Bandung||province/id/jawa-barat|-6.9175|107.6191|"
        + "level=kota;population=2444160|http://www.wikidata.org/entity/Q10389",
      "city/id/bogor|City|Bogor|||province/id/jawa-barat|-6.6|106.8||",
      "country/id|Country|Indonesia||||||||".replacing("||||||||", with: "|||||||"),
      "province/id/jawa-barat|Province|Jawa Barat|West Java||country/id|-6.75|107.5||",
    ]
    let table = rows.joined(separator: "\n").replacing("|", with: "\t")
    try gazetteer.add(table: Array(table.utf8), file: "test.tsv")
    let quads = quads(gazetteer: gazetteer)
    let bandung = facts("city/id/bandung", of: quads)
    #expect(bandung.contains("<rdfs:label> \"Bandung\"@en"))
    #expect(bandung.contains("<smp:locatedIn> <province/id/jawa-barat>"))
    #expect(bandung.contains("<smp:population> \"2444160\"^^<xsd:integer>"))
    #expect(
      bandung.contains("<skos:exactMatch> <http://www.wikidata.org/entity/Q10389>"))
    #expect(
      bandung.contains("<http://www.w3.org/2003/01/geo/wgs84_pos#lat> \"-6.9175\"^^<xsd:decimal>"))
    #expect(
      facts("province/id/jawa-barat", of: quads).contains("<smp:locatedIn> <country/id>"))
    #expect(facts("country/id", of: quads).first == "<rdf:type> <smp:Country>")
    #expect(facts("city/id/bogor", of: quads) == [])
  }

  @Test("writes the same quads in the same order every time")
  func order() {
    #expect(quads() == quads())
    let turned = GraphMapper(base: "https://w3id.org/simpul/id/", vocabulary: vocabulary).quads(
      of: Resolver(vocabulary: vocabulary).resolve(documents.reversed()))
    #expect(turned == quads())
  }
}
