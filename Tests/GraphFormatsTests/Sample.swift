import Diagnostics
import DomainPack
import Foundation
import PropertyGraph
import RDF
import TestSupport

/// The sample of the domain, projected and laid out once for all tests of a suite.
enum Sample {
  static func graph(pairs: Int, seed: UInt64 = 7) throws -> PropertyGraph {
    var graph = Projection(style: try style(), language: .indonesian)
      .graph(of: CooperationSample(pairs: pairs, seed: seed).quads)
    GraphLayout().arrange(&graph)
    return graph
  }

  static func style() throws -> GraphStyle {
    try GraphStyle.load(folder: TestPlaces.ontology.path(percentEncoded: false))
  }

  /// A description whose title, creator and statements are as given.
  static func description(title: String, statements: [Triple] = []) -> GraphDescription {
    var description = GraphDescription(
      iri: "i:dataset", title: title, summary: "Isi.", generator: "Simpul 0", packDigest: "00ff",
      statements: statements)
    description.creator = "Kota"
    return description
  }

  /// Keeps a file for a person to look at where `SIMPUL_PICTURES` names a folder.
  static func keep(_ bytes: [UInt8], as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SIMPUL_PICTURES"] else { return }
    try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
  }

  /// Texts that break careless writers.
  static let hostile = [
    "Zürich & 'Köln' <b> \"x\" ]]>", "a\u{0}b\u{1}c\u{FFFE}\u{FFFF}", "\t baris\r\nbaru ", "",
    "كوالا لمبور", "漢字都市", "👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿", "--><script>alert(1)</script>", "INFRASTRUCTURE ACT", "\\\"",
    String(repeating: "panjang", count: 500),
  ]

  /// A graph whose names, values and predicates are the hostile texts.
  static func hostileGraph() -> PropertyGraph {
    var quads: [Quad] = []
    let names = ["label", "Label", "x", "ID", "r", "name", "weight", "a b<c>", "漢字", "INF"]
    for (number, text) in hostile.enumerated() {
      let node = Subject.namedNode(NamedNode(unchecked: "http://x.example/\(text)#\(number)"))
      let next = Term.namedNode(NamedNode(unchecked: "http://x.example/\(text)#\(number)"))
      quads.append(Quad(Triple(node, RDFS.label, .literal(Literal(text)))))
      quads.append(
        Quad(Triple(.blankNode(BlankNode(label: "b")), NamedNode(unchecked: "p:\(text)"), next)))
      quads.append(Quad(Triple(node, NamedNode(unchecked: "p:loop"), next)))
      for name in names {
        let predicate = NamedNode(unchecked: "http://x.example/ns#\(name)")
        quads.append(Quad(Triple(node, predicate, .literal(Literal(text)))))
        quads.append(Quad(Triple(node, predicate, .literal(Literal(text, language: "ID")))))
      }
    }
    var graph = Projection().graph(of: quads)
    GraphLayout().arrange(&graph)
    return graph
  }
}
