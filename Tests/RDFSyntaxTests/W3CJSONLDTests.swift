import Diagnostics
import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite(
  "W3C suite of JSON-LD 1.1, to RDF",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CJSONLDTests {
  static let all = W3CTest.entries(of: "json-ld/toRdf-manifest.jsonld", listed: "sequence")

  /// What cannot apply, by name, with the reason.
  static let notApplicable: [String: String] = [
    "t0118": "asks for generalized RDF, whose properties may be blank nodes",
    "te075": "asks for generalized RDF, whose properties may be blank nodes",
    "ter56": "is listed, but its input is not part of the suite",
  ]

  /// The tests for a processor of 1.1: those of 1.0 contradict them.
  static let applicable = all.filter {
    $0.options["specVersion"] != "json-ld-1.0" && notApplicable[$0.id] == nil
  }

  static func options(_ test: W3CTest) throws -> JSONLDOptions {
    let folder = SharedMaterial.folder.appending(path: "\(W3CManifest.root)/json-ld")
    let root = "https://w3c.github.io/json-ld-api/tests/"
    @Sendable func load(_ iri: String) throws -> JSONLDOptions.Document? {
      guard iri.hasPrefix(root) else { return nil }
      let file = folder.appending(path: String(iri.dropFirst(root.count)))
      guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
      return JSONLDOptions.Document([UInt8](data), file: file.lastPathComponent, iri: iri)
    }
    var options = JSONLDOptions(
      base: try NamedNode(validating: test.options["base"] ?? test.input.iri), loadContext: load)
    if let mode = test.options["processingMode"] {
      let known = JSONLDOptions.ProcessingMode(rawValue: mode)
      options.processingMode = try #require(known)
    }
    if let direction = test.options["rdfDirection"] {
      options.rdfDirection = JSONLDOptions.Direction(rawValue: direction)
      #expect(options.rdfDirection != nil)
    }
    if let context = test.options["expandContext"] {
      options.expandContext = try load(root + context)
    }
    return options
  }

  @Test("is complete")
  func complete() {
    #expect(Self.all.count == 467)
    #expect(Self.applicable.count == 454)
  }

  @Test("passes", arguments: applicable)
  func entry(_ test: W3CTest) throws {
    let parser = JSONLDParser(options: try Self.options(test))
    let bytes = [UInt8](try Data(contentsOf: test.input.file))
    if test.types.contains("NegativeEvaluationTest") {
      let error = #expect(throws: SyntaxError.self) { try parser.parse(bytes) }
      let code = try #require(test.errorCode)
      #expect(error?.message.english.hasPrefix("\(code): ") == true, "\(error as Any)")
      return
    }
    let quads = try parser.parse(bytes)
    guard test.types.contains("PositiveEvaluationTest") else { return }
    let result = [UInt8](try Data(contentsOf: try #require(test.result)))
    let expected = try NQuadsParser().parse(result)
    #expect(
      try Isomorphism.areIsomorphic(quads, expected),
      """
      \(String(decoding: NQuadsSerializer().serialize(quads), as: UTF8.self))
      expected
      \(String(decoding: result, as: UTF8.self))
      """)
  }
}
