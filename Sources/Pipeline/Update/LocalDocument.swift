import Diagnostics
import Foundation
import RDF
import RDFSyntax
import SPARQL

/// A document that `LOAD` names: a file of this machine, for nothing is fetched from a network.
struct LocalDocument {
  private let source: NamedNode
  private let path: String

  /// The document of an IRI.
  ///
  /// - Throws: ``UpdateError`` for an IRI that names no file of this machine.
  init(_ source: NamedNode) throws {
    self.source = source
    guard let url = URL(string: source.iri), url.isFileURL,
      ["", "localhost"].contains(url.host(percentEncoded: false) ?? "")
    else {
      throw UpdateError.unreadable(
        source,
        Message(
          en: "nothing is fetched from a network; name a file, such as <file:///tmp/kota.ttl>",
          id:
            "tidak ada yang diambil dari jaringan; sebutkan berkas, misalnya <file:///tmp/kota.ttl>"
        ))
    }
    path = url.path(percentEncoded: false)
  }

  /// Hands on the statements, block by block.
  ///
  /// - Throws: ``UpdateError`` for a document that cannot be read, and what `body` throws.
  func forEachBlock(_ body: (borrowing QuadBlock) throws -> Void) throws {
    guard let format = RDFFormat(path: path) else {
      throw unreadable(ConversionInputs.unknownFormat(of: path, option: "LOAD").message)
    }
    var reader: any QuadReader
    do {
      let input = try ConversionInput(path)
      reader = try format.reader(
        of: input, base: source, options: ReaderOptions(file: input.name))
    } catch {
      throw unreadable(error)
    }
    var block = QuadBlock()
    while true {
      do {
        guard try reader.next(into: &block) else { return }
      } catch {
        throw unreadable(error)
      }
      try body(block)
    }
  }

  private func unreadable(_ error: any Error) -> UpdateError {
    switch error {
    case let error as PipelineError: unreadable(error.message)
    case let error as SyntaxError: unreadable(PipelineError(error).message)
    default: unreadable(Message(en: "\(error)", id: "\(error)"))
    }
  }

  private func unreadable(_ reason: Message) -> UpdateError { .unreadable(source, reason) }
}
