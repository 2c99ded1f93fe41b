import Foundation
import RDF
import RDFSyntax
import TestSupport

/// The texts of the W3C suites in a syntax, whatever is expected of them.
struct W3CInputs {
  let format: RDFFormat
  /// What the relative IRIs of all of them are resolved against.
  let base = NamedNode(unchecked: "http://example.org/base/a")

  /// Names and contents of all files, in the order of their paths.
  func texts() throws -> [(name: String, bytes: [UInt8])] {
    let root = SharedMaterial.folder.appending(path: W3CManifest.root)
    let paths = try Self.suites[format, default: []].flatMap { suite in
      let names = try FileManager.default.subpathsOfDirectory(
        atPath: root.appending(path: suite).path)
      return names.filter { RDFFormat(path: $0) == format && !$0.hasSuffix("manifest.ttl") }
        .map { "\(suite)/\($0)" }
    }
    return try paths.sorted().map { path in
      (path, [UInt8](try Data(contentsOf: root.appending(path: path))))
    }
  }

  private static let suites: [RDFFormat: [String]] = [
    .ntriples: ["rdf11/rdf-n-triples", "rdf12/rdf-n-triples"],
    .nquads: ["rdf11/rdf-n-quads", "rdf12/rdf-n-quads"],
    .turtle: ["rdf11/rdf-turtle", "rdf12/rdf-turtle"],
    .trig: ["rdf11/rdf-trig", "rdf12/rdf-trig"],
    .rdfxml: ["rdf11/rdf-xml", "rdf12/rdf-xml"],
    .jsonld: ["json-ld/toRdf"],
  ]
}
