import Diagnostics
import Mapping
import RDF
import TestSupport
import Testing

@Suite("Description of the dataset")
struct DatasetDescriptionTests {
  private static let root = "https://w3id.org/simpul/id/dataset"

  private var description: DatasetDescription {
    DatasetDescription(
      base: "https://w3id.org/simpul/id/", title: .unnamed(subject: nil, documents: 7),
      softwareVersion: "1.2.3", packDigest: String(repeating: "0f", count: 32),
      counts: DatasetDescription.Counts(
        documents: 7, entities: 5, facts: 4, claims: 3, conflicts: 1))
  }

  private func values(_ predicate: String, of path: String = "", in quads: [Quad]) -> [String] {
    let subject = NamedNode(unchecked: Self.root + path)
    return quads.filter { $0.subject == .namedNode(subject) && $0.predicate.iri == predicate }
      .map { $0.object.literal?.lexicalForm ?? $0.object.namedNode?.iri ?? "" }
  }

  private func figure(_ name: String, of path: String = "", in quads: [Quad]) -> Int? {
    values("http://rdfs.org/ns/void#\(name)", of: path, in: quads).first.flatMap { Int($0) }
  }

  @Test("counts what the files hold, itself among it", arguments: [0, 3, 20])
  func figures(pairs: Int) {
    let data = pairs == 0 ? [] : CooperationSample(pairs: pairs, seed: 11).quads
    // The sample states a fact again where chance has it so; a graph holds it once.
    var seen: Set<Quad> = []
    let unique = data.filter { seen.insert($0).inserted }
    let head = description.quads(describing: unique)
    let all = head + unique
    let facts = all.filter { $0.graphName == .defaultGraph }
    for (path, quads) in [("", all), ("/facts", facts)] {
      let types = quads.filter { $0.predicate == RDFVocabulary.type }.map(\.object)
      #expect(figure("triples", of: path, in: head) == quads.count)
      #expect(figure("distinctSubjects", of: path, in: head) == Set(quads.map(\.subject)).count)
      #expect(figure("properties", of: path, in: head) == Set(quads.map(\.predicate)).count)
      #expect(figure("classes", of: path, in: head) == Set(types).count)
    }
    let entities = facts.filter {
      $0.predicate == RDFVocabulary.type
        && $0.object.namedNode?.iri.hasPrefix(SMP.namespace) == true
    }
    #expect(figure("entities", in: head) == entities.count)
    let claims = unique.filter { $0.object.namedNode?.iri == SMP.namespace + "Claim" }
    #expect(figure("entities", of: "/claims", in: head) == claims.count)
  }

  @Test("does not depend on the order of the statements")
  func order() {
    let data = Array(Set(CooperationSample(pairs: 5, seed: 3).quads))
    let head = description.quads(describing: data)
    #expect(head == description.quads(describing: data.reversed()))
  }

  @Test("begins with the dataset, names everything, repeats nothing and stays below one IRI")
  func form() {
    let head = description.quads(describing: [])
    #expect(head.first?.subject == .namedNode(NamedNode(unchecked: Self.root)))
    #expect(Set(head).count == head.count)
    for quad in head {
      #expect(quad.graphName == .defaultGraph)
      let subject = quad.subject.term.namedNode?.iri ?? ""
      #expect(subject == Self.root || subject.hasPrefix(Self.root + "/"))
      if case .blankNode = quad.object { Issue.record("\(quad.line)") }
    }
  }

  @Test("names the program where nobody is named, and no file where no address is known")
  func leastKnown() {
    let head = description.quads(describing: [])
    #expect(values("http://purl.org/dc/terms/creator", in: head) == ["\(Self.root)/software"])
    #expect(values("http://purl.org/dc/terms/license", in: head).isEmpty)
    #expect(values("http://rdfs.org/ns/void#dataDump", in: head).isEmpty)
    #expect(values("http://www.w3.org/ns/dcat#distribution", in: head).isEmpty)
    #expect(
      values("https://schema.org/softwareVersion", of: "/software", in: head) == ["1.2.3"])
  }

  @Test("tells licence, creator and files where they are known")
  func everythingKnown() throws {
    var description = description
    description.license = try NamedNode(validating: "https://creativecommons.org/licenses/by/4.0/")
    description.creator = "Bagian Kerja Sama"
    description.place = try NamedNode(validating: "https://example.org/data/")
    description.dumps = [
      DatasetDescription.Dump(
        fileName: "graph.ttl", mediaType: "text/turtle", isDefaultGraphOnly: true),
      DatasetDescription.Dump(
        fileName: "graph.nq", mediaType: "application/n-quads", isDefaultGraphOnly: false),
    ]
    let head = description.quads(describing: [])
    #expect(
      values("http://purl.org/dc/terms/license", in: head)
        == ["https://creativecommons.org/licenses/by/4.0/"])
    #expect(values("http://purl.org/dc/terms/creator", in: head) == ["\(Self.root)/creator"])
    #expect(
      values("http://xmlns.com/foaf/0.1/name", of: "/creator", in: head) == ["Bagian Kerja Sama"])
    let dump = "http://rdfs.org/ns/void#dataDump"
    #expect(values(dump, in: head) == ["https://example.org/data/graph.nq"])
    #expect(values(dump, of: "/facts", in: head) == ["https://example.org/data/graph.ttl"])
    #expect(
      values("http://www.w3.org/ns/dcat#mediaType", of: "/file/graph.nq", in: head)
        == ["https://www.iana.org/assignments/media-types/application/n-quads"])
    #expect(figure("triples", in: head) == head.count)
  }

  static let titles: [(Message?, Int, String, String)] = [
    (nil, 1, "Knowledge graph of 1 document", "Graf pengetahuan dari 1 dokumen"),
    (nil, 2, "Knowledge graph of 2 documents", "Graf pengetahuan dari 2 dokumen"),
    (
      Message(en: "Cities", id: "Kota"), 13, "Cities, from 13 documents",
      "Kota, dari 13 dokumen"
    ),
  ]

  @Test("without a title names subject and number of documents", arguments: titles)
  func unnamed(subject: Message?, documents: Int, english: String, indonesian: String) {
    let title = DatasetTitle.unnamed(subject: subject, documents: documents)
    #expect(title == .translated(Message(en: english, id: indonesian)))
  }

  @Test("a title of unknown language has no language tag")
  func plainTitle() {
    var description = description
    description.title = .plain("Kota")
    let titles = description.quads(describing: []).filter {
      $0.predicate.iri == "http://purl.org/dc/terms/title"
        && $0.subject.term.namedNode?.iri == Self.root
    }
    #expect(titles.map(\.object) == [.literal(Literal("Kota"))])
    #expect(description.title.text(in: .indonesian) == "Kota")
  }
}
