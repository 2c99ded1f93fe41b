import Claims
import Diagnostics
import Foundation

/// Keeps what documents say on disk, so that what has not changed is not read again.
///
/// An entry is a file named by its ``ExtractionKey``: a line with the SHA-256 of its name and what
/// follows, then JSON. It appears whole or not at all. An entry that is damaged, whatever the damage, is as good as
/// none and is written anew.
struct ExtractionCache: Sendable {
  /// The folder of the entries of documents within that of the cache.
  static let name = "documents"

  let folder: String
  let setup: ExtractionKey.Setup

  /// The entries within the folder of the cache, which need not exist.
  init(folder: String, setup: ExtractionKey.Setup) {
    self.folder = "\(folder)/\(Self.name)"
    self.setup = setup
  }

  /// The file of an entry; 256 folders keep each of them small.
  func path(of key: ExtractionKey) -> String {
    "\(folder)/\(key.digest.prefix(2))/\(key.digest.dropFirst(2)).json"
  }

  /// What is kept under a key; nil if nothing is, or if it is damaged.
  func document(for key: ExtractionKey) -> CachedDocument? {
    let path = path(of: key)
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      return nil
    }
    guard let content = SealedFile.content(of: bytes, named: key.digest) else { return nil }
    do {
      let document = try JSONDecoder().decode(CachedDocument.self, from: Data(content))
      FileSystem.touch(path)
      return document
    } catch {
      // What another program of the same identity wrote: no more than a damaged entry.
      return nil
    }
  }

  /// Keeps what reading a document came to under a key.
  ///
  /// - Returns: why it could not be kept; nil if it was, or there is nothing to keep.
  func keep(
    _ outcome: DocumentOutcome, diagnostics: [Diagnostic], for key: ExtractionKey
  ) -> Message? {
    guard let document = CachedDocument(outcome, diagnostics: diagnostics) else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    do {
      try SealedFile.write(
        [UInt8](try encoder.encode(document)), named: key.digest, to: path(of: key))
      return nil
    } catch let failure as FileFailure {
      return failure.message
    } catch {
      return Message(en: "\(error)", id: "\(error)")
    }
  }
}
