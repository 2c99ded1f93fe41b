import Documents
import DomainPack
import Foundation
import TestSupport

/// The shared documents, read with the words of the project's own pack.
enum SharedDocuments {
  private static let languages = Result {
    try DomainPack.load(from: TestPlaces.ontologyPath).languages
  }
  private static let reader = Result {
    DocumentReader(lexicon: ReadingLexicon(headings: try languages.get().map(\.headings)))
  }

  /// The words of the pack that never end a sentence.
  static func continuations() throws -> Set<String> {
    Set(try languages.get().flatMap { $0.headings["continuation"] ?? [] })
  }

  /// A document by its path below the folder of shared material.
  static func read(_ path: String) throws -> Document {
    let file = SharedMaterial.folder.appending(path: path)
    return try reader.get().read([UInt8](Data(contentsOf: file)), fileName: file.lastPathComponent)
  }

  /// The text of a stretch of a document that is one block.
  static func repair(_ quote: String, of document: Document) throws -> String {
    try reader.get().repair(quote, markup: document.format == "markdown")
  }

  /// The paths of the five theses and articles and of 200 regulations, spread over all of them.
  static func paths() throws -> [String] {
    func files(_ folder: String, _ ending: String) throws -> [String] {
      let url = SharedMaterial.folder.appending(path: folder)
      return try FileManager.default.subpathsOfDirectory(atPath: url.path())
        .filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
    }
    let regulations = try files("corpus-regulations", ".md")
    let wanted = 200
    return try files("corpus", ".txt")
      + (0..<wanted).map { regulations[$0 * regulations.count / wanted] }
  }
}
