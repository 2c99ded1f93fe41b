import Diagnostics
import Foundation
import QuadStore
import RDF
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

@Suite(
  "W3C suites of SPARQL updates",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CUpdateTests {
  static let entries: [UpdateTest] = {
    do {
      let lists = [
        (SPARQLManifest.sparql11, "manifest-sparql11-update.ttl"),
        (SPARQLManifest.sparql12, "manifest.ttl"),
      ]
      return try lists.flatMap { manifest, list in
        let file = manifest.file(NamedNode(unchecked: manifest.address + list))
        guard FileManager.default.fileExists(atPath: file.path) else { return [UpdateTest]() }
        return try manifest.updateTests(list)
      }
    } catch {
      preconditionFailure("the manifests cannot be read: \(error)")
    }
  }()

  static let syntaxEntries = entries.filter { $0.type.contains("SyntaxTest") }
  static let evaluationEntries = entries.filter { !$0.type.contains("SyntaxTest") }

  @Test("are complete")
  func complete() {
    #expect(Self.entries.count { $0.manifest.folder == "sparql11" } == 157)
    #expect(Self.entries.count { $0.manifest.folder == "sparql12" } == 23)
    #expect(Self.evaluationEntries.allSatisfy { $0.type == "UpdateEvaluationTest" })
  }

  @Test("accept and refuse texts", arguments: syntaxEntries)
  func syntax(_ test: UpdateTest) throws {
    if test.type.hasPrefix("Negative") {
      #expect(throws: SPARQLSyntaxError.self) { try update(test) }
    } else {
      _ = try update(test)
    }
  }

  @Test("leave the statements expected, by the engine", arguments: evaluationEntries)
  func engine(_ test: UpdateTest) throws {
    var dataset = try ChangingDataset(NaiveUpdates.store(of: try naiveDataset(test.before, test)))
    // Nothing is fetched, so that what is loaded is never there.
    let engine = UpdateEngine { source, _ in
      throw UpdateError.unreadable(
        source, Message(en: "nothing is fetched", id: "tidak ada yang diambil"))
    }
    try engine.apply(try update(test), to: &dataset)
    try expect(try NaiveUpdates.quads(of: dataset.store()), test)
  }

  @Test("leave the statements expected, by the definitions", arguments: evaluationEntries)
  func definitions(_ test: UpdateTest) throws {
    var updates = NaiveUpdates(try naiveDataset(test.before, test))
    try updates.apply(try update(test)) { _ in FunctionContext() }
    try expect(updates.dataset.quads, test)
  }

  private func expect(_ found: [Quad], _ test: UpdateTest) throws {
    let expected = try naiveDataset(test.after, test).quads
    #expect(
      try Isomorphism.areIsomorphic(found, expected), "expected \(expected), found \(found)")
  }

  private func update(_ test: UpdateTest) throws -> Update {
    let text = String(decoding: try test.manifest.bytes(test.request), as: UTF8.self)
    return try Update(parsing: text, base: test.request, version: test.manifest.version)
  }

  private func naiveDataset(
    _ documents: UpdateTest.Documents, _ test: UpdateTest
  ) throws -> NaiveDataset {
    let manifest = test.manifest
    var quads = try documents.data.flatMap { try manifest.quads($0) }
    for (document, name) in documents.graphs {
      quads += try manifest.quads(document).map { Quad($0.triple, in: .namedNode(name)) }
    }
    return NaiveDataset(quads, graphs: documents.graphs.map(\.name))
  }
}
