import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

@Suite(
  "W3C suite of JSON-LD 1.1, from RDF",
  .enabled(if: SharedMaterial.shouldRun(W3CManifest.root), "the W3C suites are not here"))
struct W3CJSONLDWritingTests {
  static let all = W3CTest.entries(of: "json-ld/fromRdf-manifest.jsonld", listed: "sequence")
  /// The tests for a processor of 1.1: the one of 1.0 has no lists of lists.
  static let applicable = all.filter { $0.options["specVersion"] != "json-ld-1.0" }

  @Test("is complete")
  func complete() {
    #expect(Self.all.count == 54)
    #expect(Self.applicable.count == 53)
  }

  @Test("passes", arguments: applicable)
  func entry(_ test: W3CTest) throws {
    let quads = try NQuadsParser().parse([UInt8](try Data(contentsOf: test.input.file)))
    var options = JSONLDSerializer.Options()
    options.usesNativeTypes = test.options["useNativeTypes"] == "true"
    options.usesRDFType = test.options["useRdfType"] == "true"
    options.rdfDirection = test.options["rdfDirection"].flatMap {
      JSONLDOptions.Direction(rawValue: $0)
    }
    if test.types.contains("NegativeEvaluationTest") {
      #expect(throws: JSONLDWritingError.self) {
        try JSONLDSerializer(options: options).serialize(QuadCollection(quads))
      }
      return
    }
    let text = try JSONLDSerializer(options: options).serialize(QuadCollection(quads))
    let written = try JSONSerialization.jsonObject(with: Data(text))
    let expected = try JSONSerialization.jsonObject(
      with: try Data(contentsOf: try #require(test.result)))
    #expect(
      JSONLDComparison.areSame(written, expected),
      "\(String(decoding: text, as: UTF8.self))\nexpected\n\(expected)")
  }
}

/// Whether two texts in expanded form say the same: arrays have no order but in lists.
enum JSONLDComparison {
  static func areSame(_ left: Any, _ right: Any, isList: Bool = false) -> Bool {
    switch (left, right) {
    case (let left as [Any], let right as [Any]):
      guard left.count == right.count else { return false }
      if isList { return zip(left, right).allSatisfy { areSame($0, $1) } }
      var rest = right
      for element in left {
        guard let place = rest.firstIndex(where: { areSame(element, $0) }) else { return false }
        rest.remove(at: place)
      }
      return true
    case (let left as [String: Any], let right as [String: Any]):
      return left.count == right.count
        && left.allSatisfy { name, value in
          right[name].map { areSame(value, $0, isList: name == "@list") } ?? false
        }
    case (let left as NSNumber, let right as NSNumber): return left == right
    case (let left as String, let right as String): return left == right
    case (is NSNull, is NSNull): return true
    default: return false
    }
  }
}
