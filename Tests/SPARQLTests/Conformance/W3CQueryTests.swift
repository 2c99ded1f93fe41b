import Foundation
import RDF
import RDFSyntax
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

@Suite(
  "W3C suites of SPARQL queries",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CQueryTests {
  /// A test and the manifest that it stands in.
  struct Entry: CustomStringConvertible, Sendable {
    let test: SPARQLTest
    let manifest: SPARQLManifest
    var description: String { test.name }
  }

  /// The tests of queries and results of all suites; those of updates are not queries.
  static let entries: [Entry] = {
    do {
      return try [SPARQLManifest.sparql10, .sparql11, .sparql12].flatMap { manifest in
        guard
          FileManager.default.fileExists(
            atPath: manifest.file(NamedNode(unchecked: manifest.address + "manifest.ttl")).path)
        else { return [Entry]() }
        return try manifest.lists.flatMap { try manifest.tests($0) }.filter { test in
          !test.type.contains("Update") && !test.query.iri.hasSuffix(".ru")
        }.map { Entry(test: $0, manifest: manifest) }
      }
    } catch {
      preconditionFailure("the manifests cannot be read: \(error)")
    }
  }()

  static let syntaxEntries = entries.filter { $0.test.type.contains("SyntaxTest") }
  static let evaluationEntries = entries.filter { !$0.test.type.contains("SyntaxTest") }

  @Test("are complete")
  func complete() {
    #expect(Self.entries.count { $0.manifest.folder == "sparql10" } == 482)
    #expect(Self.entries.count { $0.manifest.folder == "sparql11" } == 341)
    // Of 269; the others are updates.
    #expect(Self.entries.count { $0.manifest.folder == "sparql12" } == 246)
  }

  @Test("accept and refuse texts", arguments: syntaxEntries)
  func syntax(_ entry: Entry) throws {
    let text = String(decoding: try entry.manifest.bytes(entry.test.query), as: UTF8.self)
    if entry.test.type.hasPrefix("Negative") {
      #expect(throws: SPARQLSyntaxError.self) {
        try Query(
          parsing: text, base: entry.test.query, version: entry.manifest.version)
      }
    } else {
      _ = try Query(
        parsing: text, base: entry.test.query, version: entry.manifest.version)
    }
  }

  @Test("give the results expected, by the definitions", arguments: evaluationEntries)
  func definitions(_ entry: Entry) throws {
    try check(entry) { query, dataset in
      try NaiveEvaluator.answer(query, over: dataset, functions: FunctionContext(query))
    }
  }

  @Test("give the results expected, by the engine", arguments: evaluationEntries)
  func engine(_ entry: Entry) throws {
    try check(entry) { query, dataset in
      try StoreEngine.answer(query, over: dataset, functions: FunctionContext(query))
    }
  }

  private func check(
    _ entry: Entry, _ answer: (Query, NaiveDataset) throws -> NaiveAnswer
  ) throws {
    let (test, manifest) = (entry.test, entry.manifest)
    let text = String(decoding: try manifest.bytes(test.query), as: UTF8.self)
    let query = try Query(parsing: text, base: test.query, version: manifest.version)
    var expected = try ResultReader(manifest: manifest).answer(try #require(test.result))
      .lowercasingLanguages
    var found = try answer(query, try dataset(of: test, query, manifest))
    if test.result?.iri.hasSuffix(".csv") == true {
      found = SeparatedResults.losingKinds(found)
      expected = SeparatedResults.losingKinds(expected)
    }
    let comparison = AnswerComparison(isOrdered: query.isOrdered)
    let isSame =
      test.isLax
      ? try comparison.isReduction(found, of: expected)
      : try comparison.areSame(found, expected)
    #expect(isSame, "expected \(expected), found \(found)")
  }

  /// The data of a test; where it has none, the graphs that its query names.
  private func dataset(
    of test: SPARQLTest, _ query: Query, _ manifest: SPARQLManifest
  ) throws -> NaiveDataset {
    var quads: [Quad] = []
    for (number, data) in test.data.enumerated() {
      quads += try manifest.quads(data).map { $0.renamed(number, in: $0.graphName) }
    }
    var graphs = test.graphData
    if let clause = query.dataset {
      for graph in clause.defaultGraphs + clause.namedGraphs where !graphs.contains(graph) {
        graphs.append(graph)
      }
    }
    for (number, graph) in graphs.enumerated() {
      quads += try manifest.quads(graph).map {
        $0.renamed(test.data.count + number, in: .namedNode(graph))
      }
    }
    return NaiveDataset(quads, graphs: graphs)
  }
}

extension Quad {
  /// The statement in a graph, its blank nodes those of a document of this number.
  fileprivate func renamed(_ document: Int, in graph: GraphName) -> Quad {
    func renamed(_ node: BlankNode) -> BlankNode { BlankNode(label: "\(document)_\(node.label)") }
    func renamed(_ term: Term) -> Term {
      switch term {
      case .namedNode, .literal: term
      case .blankNode(let node): .blankNode(renamed(node))
      case .tripleTerm(let triple):
        .tripleTerm(
          Triple(renamed(triple.subject), triple.predicate, renamed(triple.object)))
      }
    }
    func renamed(_ subject: Subject) -> Subject {
      if case .blankNode(let node) = subject { return .blankNode(renamed(node)) }
      return subject
    }
    return Quad(Triple(renamed(subject), predicate, renamed(object)), in: graph)
  }
}

extension Query {
  /// Whether the order of the solutions says something.
  var isOrdered: Bool {
    var pattern = self.pattern
    while true {
      switch pattern {
      case .slice(let inner, _, _), .distinct(let inner), .reduced(let inner),
        .project(let inner, _):
        pattern = inner
      case .orderBy: return true
      default: return false
      }
    }
  }
}
