import Diagnostics
import DomainPack
import Foundation
import Lineage
import TestSupport

/// What the pack of this repository says of regulations.
struct PackUnderTest {
  let kinds: RegulationKinds
  let known: KnownRegulations
  let vocabulary: Vocabulary

  /// Loaded once for all tests; a fault in the pack fails each of them with its place.
  static let shared = Result { try PackUnderTest() }

  private init() throws {
    (kinds, known, vocabulary) = try DomainPack.loadRegulations(from: TestPlaces.ontologyPath)
  }

  func words(_ language: MessageLanguage = .english) -> LineageWords {
    LineageWords(vocabulary: vocabulary, language: language)
  }

  /// The lineage of some statements; without acts that the pack knows.
  func graph(_ sample: LineageSample) -> LineageGraph {
    var loader = LineageLoader(kinds: kinds, known: KnownRegulations())
    loader.take(sample.quads)
    return loader.finish()
  }
}
