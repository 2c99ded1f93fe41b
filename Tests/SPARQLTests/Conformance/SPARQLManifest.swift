import Foundation
import RDF
import RDFSyntax
import SPARQL
import TestSupport

/// One test of the W3C's SPARQL suites
/// ([test manifests](https://www.w3.org/2009/sparql/docs/tests/README.html)).
struct SPARQLTest: CustomStringConvertible, Sendable {
  /// The class of the test without its namespace, such as `QueryEvaluationTest`.
  var type: String
  /// The suite and the local name of the test, such as `aggregates/agg01`.
  var name: String
  /// The IRI of the query.
  var query: NamedNode
  /// The IRIs of the documents that make the default graph.
  var data: [NamedNode]
  /// The IRIs of the documents that are named graphs.
  var graphData: [NamedNode]
  /// The IRI of the document with what is expected; nil if there is none.
  var result: NamedNode?
  /// Whether rows may come less often than expected, since the query lets duplicates go.
  var isLax: Bool

  var description: String { name }
}

/// Reads the manifests of the SPARQL suites, each with those that it includes.
///
/// They go through the project's own Turtle; that no test is lost on the way is seen by their number,
/// which the tests name.
struct SPARQLManifest {
  /// The folder of the suite below the W3C's material, such as `sparql11`.
  let folder: String
  /// Where the folder lies on the W3C's site; every IRI in it is resolved against that.
  let address: String

  /// The manifests to begin with; those that they include come with them.
  let lists: [String]

  static let sparql10 = SPARQLManifest(
    folder: "sparql10", address: "http://www.w3.org/2001/sw/DataAccess/tests/data-r2/",
    lists: ["manifest.ttl"])
  static let sparql11 = SPARQLManifest(
    folder: "sparql11", address: "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/",
    lists: ["manifest.ttl", "syntax-fed/manifest.ttl"])
  static let sparql12 = SPARQLManifest(
    folder: "sparql12", address: "https://w3c.github.io/rdf-tests/sparql/sparql12/",
    lists: ["manifest.ttl"])

  /// The edition of SPARQL that the suite is about.
  var version: SPARQLVersion { folder == "sparql12" ? .sparql12 : .sparql11 }

  private static let mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
  private static let qt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"

  /// The file that an IRI of the suite names.
  func file(_ node: NamedNode) -> URL {
    SharedMaterial.folder.appending(
      path: "\(W3CManifest.root)/\(folder)/\(node.iri.dropFirst(address.utf8.count))")
  }

  /// The bytes of a document of the suite.
  func bytes(_ node: NamedNode) throws -> [UInt8] { [UInt8](try Data(contentsOf: file(node))) }

  /// The statements of a document of the suite, in the default graph.
  func quads(_ node: NamedNode) throws -> [Quad] {
    let bytes = try bytes(node)
    switch RDFFormat(path: node.iri) {
    case .rdfxml: return try RDFXMLParser(base: node).parse(bytes, file: node.iri)
    case .ntriples, .nquads: return try NQuadsParser().parse(bytes, file: node.iri)
    case .trig: return try TriGParser(base: node).parse(bytes, file: node.iri)
    case .jsonld: return try JSONLDParser(base: node).parse(bytes, file: node.iri)
    case .turtle, nil: return try TurtleParser(base: node).parse(bytes, file: node.iri)
    }
  }

  /// The tests of a manifest and of those that it includes, in their order, each once.
  func tests(_ manifest: String = "manifest.ttl") throws -> [SPARQLTest] {
    try entries(manifest) { try test($0, suite: $1, in: $2) }
  }

  /// What is made of every entry of a manifest and of those that it includes, in their order.
  ///
  /// - Parameters:
  ///   - manifest: its path below the address of the suite.
  ///   - make: makes something of an entry, given the folder of its manifest and its statements.
  /// - Returns: all that is made.
  /// - Throws: ``ManifestError`` for a manifest that is none, and what `make` throws.
  func entries<Made>(
    _ manifest: String, _ make: (Term, Substring, GraphIndex) throws -> Made
  ) throws -> [Made] {
    let node = NamedNode(unchecked: address + manifest)
    let graph = GraphIndex(try quads(node))
    // Some manifests are blank nodes.
    guard
      let own = graph.subjects(
        of: RDFVocabulary.type.iri, .namedNode(NamedNode(unchecked: Self.mf + "Manifest"))
      ).first
    else { throw ManifestError(entry: .namedNode(node)) }
    var made: [Made] = []
    if let includes = graph.object(of: own, Self.mf + "include") {
      for included in graph.list(includes) {
        guard case .namedNode(let other) = included else { continue }
        made += try entries(String(other.iri.dropFirst(address.utf8.count)), make)
      }
    }
    guard let entries = graph.object(of: own, Self.mf + "entries") else { return made }
    let suite = manifest.prefix { $0 != "/" }
    for entry in graph.list(entries) { made.append(try make(entry, suite, graph)) }
    return made
  }

  private func test(
    _ entry: Term, suite: Substring, in graph: GraphIndex
  ) throws -> SPARQLTest {
    func node(_ term: Term?) throws -> NamedNode {
      guard case .namedNode(let node) = term else { throw ManifestError(entry: entry) }
      return node
    }
    func nodes(_ subject: Term, _ property: String) throws -> [NamedNode] {
      try graph.objects(of: subject, property).map { try node($0) }
    }
    let type = try graph.objects(of: entry, RDFVocabulary.type.iri).map { try node($0).iri }
      .first { $0.hasPrefix(Self.mf) }
    guard let type, let action = graph.object(of: entry, Self.mf + "action") else {
      throw ManifestError(entry: entry)
    }
    // Entries without an IRI have a name at least.
    let name =
      entry.namedNode.flatMap { $0.iri.split(separator: "#").last.map { String($0) } }
      ?? graph.object(of: entry, Self.mf + "name")?.literal?.lexicalForm ?? ""
    var test = SPARQLTest(
      type: String(type.dropFirst(Self.mf.utf8.count)), name: "\(suite)/\(name)",
      query: NamedNode(unchecked: ""), data: [], graphData: [], result: nil,
      isLax: graph.object(of: entry, Self.mf + "resultCardinality")
        == .namedNode(NamedNode(unchecked: Self.mf + "LaxCardinality")))
    if case .namedNode(let query) = action {
      test.query = query
    } else if let query = graph.object(of: action, Self.qt + "query") {
      test.query = try node(query)
      test.data = try nodes(action, Self.qt + "data")
      test.graphData = try nodes(action, Self.qt + "graphData")
    } else {
      // An update; it is no query.
      test.query = NamedNode(unchecked: "\(name).ru")
    }
    if case .namedNode(let result) = graph.object(of: entry, Self.mf + "result") {
      test.result = result
    }
    return test
  }
}

/// A manifest that is not laid out as manifests are.
struct ManifestError: Error {
  let entry: Term
}

/// The statements of a graph by their subjects.
struct GraphIndex {
  private var statements: [Term: [Triple]] = [:]

  init(_ quads: [Quad]) {
    for quad in quads { statements[quad.subject.term, default: []].append(quad.triple) }
  }

  /// The subjects that have a property with a value.
  func subjects(of property: String, _ value: Term) -> [Term] {
    statements.filter { _, triples in
      triples.contains { $0.predicate.iri == property && $0.object == value }
    }.map { $0.key }
  }

  func objects(of subject: Term, _ property: String) -> [Term] {
    statements[subject, default: []].filter { $0.predicate.iri == property }.map(\.object)
  }

  func object(of subject: Term, _ property: String) -> Term? {
    objects(of: subject, property).first
  }

  /// The members of a list.
  func list(_ head: Term) -> [Term] {
    var members: [Term] = []
    var node = head
    while node != .namedNode(RDFVocabulary.nil),
      let first = object(of: node, RDFVocabulary.first.iri),
      let rest = object(of: node, RDFVocabulary.rest.iri)
    {
      members.append(first)
      node = rest
    }
    return members
  }
}
