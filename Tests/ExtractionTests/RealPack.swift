import Claims
import Documents
import DomainPack
import Extraction
import Foundation
import TestSupport

/// The project's own pack, loaded and compiled once for all suites.
enum RealPack {
  /// The pack, or why it cannot be read.
  static let loaded = Result { try DomainPack.load(from: TestPlaces.ontologyPath) }

  private static let compiled = Result { try Extractor(CompiledPack(loaded.get())) }

  /// The pack.
  static func pack() throws -> DomainPack { try loaded.get() }

  /// An extractor of the pack.
  static func extractor() throws -> Extractor { try compiled.get() }

  /// A reader that knows the pack's words.
  static func reader() throws -> DocumentReader {
    DocumentReader(lexicon: ReadingLexicon(try loaded.get()))
  }

  /// The names of the files of the example corpus, sorted.
  static func corpus() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: TestPlaces.root.appending(path: "Examples/corpus").path()
    ).sorted()
  }

  /// A document of the example corpus.
  static func document(_ name: String) throws -> Document {
    let data = try Data(contentsOf: TestPlaces.root.appending(path: "Examples/corpus/\(name)"))
    return try reader().read([UInt8](data), fileName: name)
  }
}
