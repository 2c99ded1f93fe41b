public import Diagnostics
public import Documents

/// A document of a file, or what was met instead of one.
public enum ReadDocument: Sendable {
  /// A document; the path within messages names the file and the way within it, and is nil where the
  /// file is the document.
  case document(Document, memberPath: String?)
  /// What is not read or not used, with its place.
  case problem(Diagnostic)
}

extension LoadedPack {
  /// Hands on the documents in a file, as their reader understands them, one after the other.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read or is itself no document; what
  ///   `receive` throws.
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
          let document = try document(of: queued)
          let notes = tableNotes(of: document, member: queued.member)
          for var diagnostic in document.diagnostics + notes {
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

  /// A document with everything that is known of it: from its sidecar, else from the file, else from
  /// what is said of all documents of its file, else from its text.
  func document(of queued: QueuedDocument) throws(ReadingError) -> Document {
    var document = try reader.read(queued.member)
    document.metadata = queued.sidecar.completed(by: document.metadata)
      .completed(by: queued.shared)
    document.metadata = document.metadata.completed(by: reader.metadata(inTextOf: document))
    return document
  }
}
