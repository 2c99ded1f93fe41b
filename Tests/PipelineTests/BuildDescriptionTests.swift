import Diagnostics
import DomainPack
import Foundation
import Mapping
import Pipeline
import PropertyGraph
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite("Head of the exports")
final class BuildDescriptionTests {
  private let folder: URL
  private let root = "https://w3id.org/simpul/id/dataset"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(
      """
      Kota Bandung dan Kota Kawasaki menandatangani Memorandum of Understanding pada tahun 2016. \
      Kota Bandung dan Kota Kawasaki adalah sister city.
      """.utf8
    ).write(to: folder.appending(path: "berita.txt"))
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
  }

  private func build(
    to name: String, base: String? = nil, publication: Publication = Publication()
  ) async throws -> URL {
    var configuration = BuildConfiguration(
      inputs: [folder.appending(path: "berita.txt").path()], pack: TestPlaces.ontologyPath)
    configuration.output = folder.appending(path: name).path()
    configuration.publication = publication
    if let base { configuration.base = base }
    _ = try await Build(configuration).run()
    return folder.appending(path: name)
  }

  private func bytes(_ name: String, in folder: URL) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  private func isDescribing(_ quad: Quad, below root: String) -> Bool {
    guard let subject = quad.subject.term.namedNode?.iri else { return false }
    return subject == root || subject.hasPrefix(root + "/")
  }

  @Test(
    "the description stands first in both RDF files, whatever the base is",
    arguments: ["https://w3id.org/simpul/id/", "https://zzz.example/", "https://aaa.example/kota/"])
  func standsFirst(base: String) async throws {
    let output = try await build(to: "out", base: base)
    let quads = try NQuadsParser().parse(try bytes("graph.nq", in: output))
    let facts = try TurtleParser().parse(try bytes("graph.ttl", in: output))
    for statements in [quads, facts] {
      let count = statements.count { isDescribing($0, below: base + "dataset") }
      #expect(count > 40)
      #expect(statements.first?.subject.term.namedNode?.iri == base + "dataset")
      #expect(statements.prefix(count).allSatisfy { isDescribing($0, below: base + "dataset") })
    }
    #expect(Set(facts) == Set(quads.filter { $0.graphName == .defaultGraph }))
  }

  @Test("the same input, pack and version give the same bytes")
  func isDeterministic() async throws {
    let outputs = [try await build(to: "one"), try await build(to: "two")]
    for format in OutputFormat.usual {
      #expect(
        try bytes(format.fileName, in: outputs[0]) == bytes(format.fileName, in: outputs[1]))
    }
  }

  @Test("the graph read back has no node for the description")
  func isNoNode() async throws {
    var publication = Publication()
    publication.creator = "Bagian Kerja Sama"
    publication.license = try NamedNode(validating: "https://example.org/lisensi")
    publication.place = try NamedNode(validating: "https://example.org/data/")
    let output = try await build(to: "out", publication: publication)
    let quads = try NQuadsParser().parse(try bytes("graph.nq", in: output))
    let style = try GraphStyle.load(folder: TestPlaces.ontologyPath)
    let whole = Projection(style: style).graph(of: quads)
    let data = Projection(style: style).graph(
      of: quads.filter { !isDescribing($0, below: root) })
    #expect(data.nodes.count > 0)
    #expect(lines(of: whole) == lines(of: data))
  }

  /// What the nodes and edges say, whatever the numbers of their terms.
  private func lines(of graph: PropertyGraph) -> [String] {
    graph.nodes.indices.map(graph.node).map {
      "\($0.iri) \($0.label) \($0.nodeClass.iri) \($0.attributes)"
    }
      + graph.edges.indices.map(graph.edge).map {
        "\($0.source) \($0.predicate.iri) \($0.target) \(String(describing: $0.evidence))"
      }
  }

  @Test("what explain says of a thing is the same with and without the description")
  func leavesExplainAlone() async throws {
    let output = try await build(to: "out")
    let all = try NQuadsParser().parse(try bytes("graph.nq", in: output))
    let data = all.filter { !isDescribing($0, below: root) }
    #expect(data.count < all.count)
    let bare = folder.appending(path: "bare.nq").path()
    try Data(NQuadsSerializer().serialize(data)).write(to: URL(filePath: bare))
    let explainers = [
      try Explainer(path: output.appending(path: "graph.nq").path(), language: .english),
      try Explainer(path: bare, language: .english),
    ]
    let things = Set(data.compactMap { $0.subject.term.namedNode?.iri })
    #expect(things.count > 5)
    for thing in things.union(["Bandung", "Kota Kawasaki", "Simpul", "dataset"]) {
      #expect(explainers[0].explain(thing) == explainers[1].explain(thing))
    }
  }

  @Test("every format tells what was said of the graph")
  func everyFormat() async throws {
    var publication = Publication()
    publication.title = .plain("Kota & <kembar>")
    publication.creator = "Bagian \"Kerja Sama\""
    let output = try await build(to: "out", publication: publication)
    let texts = try ["graph.ttl", "graph.nq", "graph.graphml", "graph.svg", "report.md"].map {
      String(decoding: try bytes($0, in: output), as: UTF8.self)
    }
    let digest = try PackDigest.hexadecimal(ofFolder: TestPlaces.ontologyPath)
    for text in texts {
      #expect(text.contains(digest))
      #expect(text.contains("Kota"))
      #expect(text.contains("Bagian "))
      #expect(text.contains(SimpulVersion.current))
    }
    #expect(texts[3].contains("<title>Kota &amp; &lt;kembar&gt;</title>"))
    #expect(texts[4].contains("Kota \\& \\<kembar\\>"))
  }
}
