import Foundation
import RDF
import RDFSyntax
import TestSupport
import Testing

/// One entry of a W3C manifest for N-Triples or N-Quads.
struct W3CLineTest: CustomTestStringConvertible, Sendable {
  var type: String
  var action: URL
  var result: URL?

  var testDescription: String {
    let folders = action.pathComponents.suffix(4).dropLast()
    return "\(folders.joined(separator: "/"))/\(action.lastPathComponent)"
  }

  static let root = "conformance/w3c"

  /// Every entry of the manifests, in their order; empty where the suites are missing.
  static let all: [W3CLineTest] = [
    "rdf11/rdf-n-triples", "rdf11/rdf-n-quads", "rdf12/rdf-n-triples/syntax",
    "rdf12/rdf-n-triples/c14n", "rdf12/rdf-n-quads/syntax", "rdf12/rdf-n-quads/c14n",
  ].flatMap { entries(of: SharedMaterial.folder.appending(path: "\(root)/\($0)")) }

  /// Reads the entries from the manifest's own layout: type, action and result each on a line.
  private static func entries(of folder: URL) -> [W3CLineTest] {
    guard let data = FileManager.default.contents(atPath: folder.path + "/manifest.ttl") else {
      return []
    }
    var entries: [W3CLineTest] = []
    var type: String?
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      if let range = line.firstRange(of: "rdft:Test") {
        type = String(line[range.upperBound...].prefix { $0.isLetter || $0.isNumber })
      } else if line.contains("mf:action"), let type {
        entries.append(W3CLineTest(type: type, action: folder.appending(path: file(in: line))))
      } else if line.contains("mf:result") {
        entries[entries.count - 1].result = folder.appending(path: file(in: line))
      }
    }
    return entries
  }

  private static func file(in line: Substring) -> String {
    String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
  }
}

@Suite(
  "W3C suites of N-Triples and N-Quads",
  .enabled(if: SharedMaterial.shouldRun(W3CLineTest.root), "the W3C suites are not here"))
struct W3CLineSyntaxTests {
  @Test("are complete")
  func complete() {
    #expect(W3CLineTest.all.count == 295)
  }

  @Test("pass", arguments: W3CLineTest.all)
  func entry(_ test: W3CLineTest) throws {
    let bytes = [UInt8](try Data(contentsOf: test.action))
    let parser = NQuadsParser(dialect: test.type.contains("NQuads") ? .nQuads : .nTriples)
    if test.type.hasSuffix("NegativeSyntax") {
      #expect(throws: (any Error).self) { try parser.parse(bytes) }
      return
    }
    let quads = try parser.parse(bytes)
    let again: [UInt8] = NQuadsSerializer().serialize(quads)
    #expect(try parser.parse(again) == quads)
    if test.type.hasSuffix("PositiveC14N") {
      let result = try #require(test.result)
      let canonical: [UInt8] = NQuadsSerializer(options: .init(languageTags: .lowercase))
        .serialize(quads)
      #expect(
        String(decoding: canonical, as: UTF8.self)
          == String(decoding: try Data(contentsOf: result), as: UTF8.self))
    }
  }
}
