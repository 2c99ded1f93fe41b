import Foundation
import RDF
import TestSupport

/// One test of the W3C's suite of updates
/// ([vocabulary](https://www.w3.org/2009/sparql/tests/test-update)).
struct UpdateTest: CustomStringConvertible, Sendable {
  /// The documents of a graph store.
  struct Documents: Sendable {
    /// Those that make the default graph.
    var data: [NamedNode] = []
    /// Those that make named graphs, with the names.
    var graphs: [(document: NamedNode, name: NamedNode)] = []
  }

  /// The class of the test without its namespace, such as `UpdateEvaluationTest`.
  var type: String
  /// The suite and the local name of the test, such as `add/add01`.
  var name: String
  /// The IRI of the request.
  var request: NamedNode
  var before: Documents
  var after: Documents
  /// The suite that it stands in.
  var manifest: SPARQLManifest

  var description: String { name }
}

extension SPARQLManifest {
  private static let mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
  private static let ut = "http://www.w3.org/2009/sparql/tests/test-update#"

  /// The tests of updates in a manifest and in those that it includes, in their order; other tests
  /// that stand there are left out.
  func updateTests(_ manifest: String) throws -> [UpdateTest] {
    try entries(manifest) { try updateTest($0, suite: $1, in: $2) }.compactMap { $0 }
  }

  private func updateTest(
    _ entry: Term, suite: Substring, in graph: GraphIndex
  ) throws -> UpdateTest? {
    let type = graph.objects(of: entry, RDFVocabulary.type.iri).compactMap { $0.namedNode?.iri }
      .first { $0.hasPrefix(Self.mf) }
    guard let type, let action = graph.object(of: entry, Self.mf + "action") else {
      throw ManifestError(entry: entry)
    }
    guard
      let request = action.namedNode
        ?? graph.object(of: action, Self.ut + "request")?.namedNode,
      type.contains("Update") || request.iri.hasSuffix(".ru")
    else { return nil }
    let name = entry.namedNode?.iri.split(separator: "#").last.map { String($0) } ?? ""
    return UpdateTest(
      type: String(type.dropFirst(Self.mf.utf8.count)), name: "\(suite)/\(name)",
      request: request, before: try documents(action, in: graph),
      after: try graph.object(of: entry, Self.mf + "result").map {
        try documents($0, in: graph)
      } ?? UpdateTest.Documents(), manifest: self)
  }

  private func documents(_ node: Term, in graph: GraphIndex) throws -> UpdateTest.Documents {
    var documents = UpdateTest.Documents()
    documents.data = graph.objects(of: node, Self.ut + "data").compactMap(\.namedNode)
    for part in graph.objects(of: node, Self.ut + "graphData") {
      guard let document = graph.object(of: part, Self.ut + "graph")?.namedNode,
        let name = graph.object(of: part, "http://www.w3.org/2000/01/rdf-schema#label")?.literal
      else { throw ManifestError(entry: part) }
      documents.graphs.append((document, NamedNode(unchecked: name.lexicalForm)))
    }
    return documents
  }
}
