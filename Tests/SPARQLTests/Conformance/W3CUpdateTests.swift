import Diagnostics
import Foundation
import QuadStore
import RDF
import SPARQL
import SPARQLChecks
import TestSupport
import Testing

@Suite(
  "W3C suite of SPARQL updates",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CUpdateTests {
  static let entries: [UpdateTest] = {
    do {
      let manifest = SPARQLManifest.sparql11
      let file = manifest.file(NamedNode(unchecked: manifest.address + "manifest.ttl"))
      guard FileManager.default.fileExists(atPath: file.path) else { return [] }
      return try manifest.updateTests()
    } catch {
      preconditionFailure("the manifests cannot be read: \(error)")
    }
  }()

  static let syntaxEntries = entries.filter { $0.type.contains("SyntaxTest") }
  static let evaluationEntries = entries.filter { !$0.type.contains("SyntaxTest") }

  @Test("is complete")
  func complete() {
    #expect(Self.entries.count == 157)
    #expect(Self.evaluationEntries.allSatisfy { $0.type == "UpdateEvaluationTest" })
  }

  @Test("accepts and refuses texts", arguments: syntaxEntries)
  func syntax(_ test: UpdateTest) throws {
    let text = String(
      decoding: try SPARQLManifest.sparql11.bytes(test.request), as: UTF8.self)
    if test.type.hasPrefix("Negative") {
      #expect(throws: SPARQLSyntaxError.self) { try Update(parsing: text, base: test.request) }
    } else {
      _ = try Update(parsing: text, base: test.request)
    }
  }

  @Test("leaves the statements expected, by the engine", arguments: evaluationEntries)
  func engine(_ test: UpdateTest) throws {
    var dataset = try ChangingDataset(NaiveUpdates.store(of: try naiveDataset(test.before)))
    // Nothing is fetched, so that what is loaded is never there.
    let engine = UpdateEngine { source, _ in
      throw UpdateError.unreadable(
        source, Message(en: "nothing is fetched", id: "tidak ada yang diambil"))
    }
    try engine.apply(try update(test), to: &dataset)
    try expect(try NaiveUpdates.quads(of: dataset.store()), test)
  }

  @Test("leaves the statements expected, by the definitions", arguments: evaluationEntries)
  func definitions(_ test: UpdateTest) throws {
    var updates = NaiveUpdates(try naiveDataset(test.before))
    try updates.apply(try update(test)) { _ in FunctionContext() }
    try expect(updates.dataset.quads, test)
  }

  private func expect(_ found: [Quad], _ test: UpdateTest) throws {
    let expected = try naiveDataset(test.after).quads
    #expect(
      try Isomorphism.areIsomorphic(found, expected), "expected \(expected), found \(found)")
  }

  private func update(_ test: UpdateTest) throws -> Update {
    let text = String(
      decoding: try SPARQLManifest.sparql11.bytes(test.request), as: UTF8.self)
    return try Update(parsing: text, base: test.request)
  }

  private func naiveDataset(_ documents: UpdateTest.Documents) throws -> NaiveDataset {
    let manifest = SPARQLManifest.sparql11
    var quads = try documents.data.flatMap { try manifest.quads($0) }
    for (document, name) in documents.graphs {
      quads += try manifest.quads(document).map { Quad($0.triple, in: .namedNode(name)) }
    }
    return NaiveDataset(quads, graphs: documents.graphs.map(\.name))
  }
}
