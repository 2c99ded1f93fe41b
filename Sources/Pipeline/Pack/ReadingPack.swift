import Diagnostics
public import Documents
import DomainPack

/// The part of a domain pack that reading takes, ready to read documents.
///
/// The rest of the pack, which takes several times as long to load, is loaded only where a table is
/// met: what stands in the way of its claims is told where it is looked at.
public struct ReadingPack: Sendable {
  /// Makes documents of files.
  public let reader: DocumentReader
  private let folder: String

  /// Loads what reading takes from the pack in a folder.
  ///
  /// - Throws: ``PipelineError`` with file, line and column of the first mistake.
  public init(folder: String) throws(PipelineError) {
    do throws(DomainPack.LoadError) {
      reader = DocumentReader(try DomainPack.loadReading(from: folder))
    } catch {
      throw PipelineError(error)
    }
    self.folder = folder
  }

  private static let withoutText = Diagnostic(
    id: "document.empty", severity: .warning,
    message: Message(en: "no text was found in it", id: "tidak ada teks di dalamnya"))

  /// Hands on the documents in a file, as their reader understands them, one after the other.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read or is itself no document, and for a
  ///   mistake in the rest of the pack if a table is met; what `receive` throws.
  public func readDocuments(
    atPath path: String, receive: (ReadDocument) throws -> Void
  ) throws {
    let sidecar: String?
    do throws(FileFailure) {
      sidecar = try InputFinder.sidecar(of: path)
    } catch {
      throw PipelineError(path, reason: error)
    }
    let file = InputFile(path: path, relativePath: FileSystem.name(of: path), sidecar: sidecar)
    var queue = DocumentQueue(files: [file], limits: reader.limits)
    var whole: LoadedPack?
    while let item = queue.next() {
      switch item {
      case .outcome(let outcome):
        if outcome.path == path, let failure = outcome.failure,
          failure == .inputOutput
            || outcome.diagnostics.contains(where: { $0.id == "document.unreadable" })
        {
          throw PipelineError(failure, outcome.reason)
        }
        for diagnostic in outcome.diagnostics { try receive(.problem(diagnostic)) }
      case .document(let queued):
        for diagnostic in queued.diagnostics { try receive(.problem(diagnostic)) }
        let isMember = queued.member.keyPath != nil
        do {
          let document = try reader.document(of: queued)
          var notes = document.diagnostics
          if document.blocks.isEmpty { notes.append(Self.withoutText) }
          if document.table != nil {
            let pack = try whole ?? LoadedPack(folder: folder)
            whole = pack
            notes += pack.tableNotes(of: document, member: queued.member)
          }
          for var diagnostic in notes {
            diagnostic.file = queued.member.path
            try receive(.problem(diagnostic))
          }
          try receive(.document(document, memberPath: isMember ? queued.member.path : nil))
        } catch let error as ReadingError {
          let (name, reason) = (queued.member.path, error.reason)
          guard isMember else {
            throw PipelineError(
              .badInput,
              Message(en: "\(name): \(reason.english)", id: "\(name): \(reason.indonesian)"))
          }
          try receive(
            .problem(
              Diagnostic(
                id: "document.unreadable", severity: .warning, message: reason, file: name)))
        }
      }
    }
  }
}
