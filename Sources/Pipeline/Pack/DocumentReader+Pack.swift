import Documents
import DomainPack
import Extraction

extension DocumentReader {
  /// A reader with the words of a pack.
  init(_ pack: DomainPack) {
    var lexicon = ReadingLexicon(pack)
    lexicon.works = WorkWords(pack.languages.map(\.works), months: pack.languages.map(\.months))
    self.init(lexicon: lexicon)
  }

  /// A document with everything that is known of it: from its sidecar, else from the file, else from
  /// what is said of all documents of its file, else from its text.
  func document(of queued: QueuedDocument) throws(ReadingError) -> Document {
    var document = try read(queued.member)
    document.metadata = queued.sidecar.completed(by: document.metadata)
      .completed(by: queued.shared)
    document.metadata = document.metadata.completed(by: metadata(inTextOf: document))
    return document
  }
}
