import Citations
import DomainPack
import Foundation
import TestSupport

/// The regulations of the pack in this repository.
struct PackUnderTest {
  let kinds: RegulationKinds
  let known: KnownRegulations
  let parser: CitationParser
  let reference: RegulationReference

  /// Loaded once for all tests; a fault in the pack fails each of them with its place.
  static let shared = Result { try PackUnderTest() }

  private init() throws {
    let folder = TestPlaces.ontology
    let yaml = folder.appending(path: "regulation-kinds.yaml")
    let table = folder.appending(path: "regulations.tsv")
    kinds = try .load(
      try PackNode.parse(String(contentsOf: yaml, encoding: .utf8), file: yaml.path))
    known = try .load(table: [UInt8](Data(contentsOf: table)), file: table.path)
    parser = CitationParser(kinds: kinds, known: known)
    reference = RegulationReference(parser: parser)
  }

  /// The keys of a text, those of local acts completed with a place.
  func keys(_ text: String, place: String? = nil) -> [String] {
    parser.citations(in: Array(text.utf8)).map { $0.key(defaultPlace: place) ?? "–" }
  }
}
