import Claims
import Compression
import Diagnostics
import Documents

/// A document to be read, and what is known of it from around.
struct QueuedDocument: Sendable {
  /// How the document's key is found.
  enum Key: Sendable {
    /// From the path below the input, and the content where that does not tell.
    case path(String)
    case known(String)
  }

  var member: DocumentMember
  var key: Key
  /// What its sidecar says; wins over what the file says.
  var sidecar = DocumentMetadata()
  /// What is said of all documents of its file; holds where neither sidecar nor file says anything.
  var shared = DocumentMetadata()
  /// What was noticed on the way to it.
  var diagnostics: [Diagnostic] = []
}

/// The documents of some files, one after the other; those of archives and corpora in place of their
/// file.
///
/// One file is open at a time, beside those whose documents are being read.
/// A document's key is the path of its file below the input without ending, then the path within the
/// file. Where another document has that key already, eight hexadecimal digits of its content's
/// SHA-256 follow; among the files themselves both get them, whatever their order.
struct DocumentQueue {
  enum Item {
    case document(QueuedDocument)
    /// Something that is no document, and why.
    case outcome(DocumentOutcome)
  }

  private struct Open {
    var file: InputFile
    var reader: MemberReader
    var shared: DocumentMetadata
    var handedOut = 0
  }

  /// The keys of the files.
  let keys: DocumentKeys
  private let files: [InputFile]
  private let limits: ReadingLimits
  private var position = 0
  private var open: Open?
  private var handedOut = 0
  private var memberKeys: Set<String> = []
  private var pending: [Diagnostic] = []

  /// The documents of files that come in the order of their paths.
  init(files: [InputFile], limits: ReadingLimits) {
    self.files = files
    self.limits = limits
    keys = DocumentKeys(paths: files.lazy.map { MemberReader.withoutGzip($0.relativePath) })
  }

  /// How many documents there are, as far as can be told: grows while corpora are read.
  var expectedCount: Int {
    let left = open.map { max($0.reader.expectedCount - $0.handedOut, 0) } ?? 0
    return handedOut + left + files.count - position
  }

  /// The next document or what is in its place; nil at the end.
  mutating func next() -> Item? {
    while true {
      guard var current = open else {
        guard position < files.count else { return nil }
        let file = files[position]
        position += 1
        if let item = start(file) {
          handedOut += 1
          return item
        }
        continue
      }
      // One holder only, so that the reader's buffer is not copied.
      open = nil
      guard let event = current.reader.next() else { continue }
      let item = item(for: event, of: current)
      if item != nil {
        current.handedOut += 1
        handedOut += 1
      }
      open = current
      if let item { return item }
    }
  }

  /// Opens a file: its document, or what stood in the way; nil if it holds several.
  private mutating func start(_ file: InputFile) -> Item? {
    var diagnostics: [Diagnostic] = []
    var metadata = DocumentMetadata()
    if let path = file.sidecar {
      let sidecar = Sidecar.read(path)
      (metadata, diagnostics) = (sidecar.metadata, sidecar.diagnostics)
    }
    var reader: MemberReader
    do {
      reader = try MemberReader(
        path: file.path, source: try FileBytes.open(FileSystem.openable(file.path)),
        limits: limits)
    } catch let error as ReadingError {
      return .outcome(.failed(file.path, .badInput, error.reason))
    } catch let error as FileFailure {
      return .outcome(.failed(file.path, .inputOutput, error.message))
    } catch {
      return .outcome(
        .failed(file.path, .inputOutput, Message(en: "\(error)", id: "\(error)")))
    }
    guard reader.holdsSeveral else {
      guard case .member(let member)? = reader.next() else { return nil }
      return .document(
        QueuedDocument(
          member: member, key: .path(MemberReader.withoutGzip(file.relativePath)),
          sidecar: metadata, diagnostics: diagnostics))
    }
    pending = diagnostics
    metadata.title = nil
    open = Open(file: file, reader: reader, shared: metadata)
    return nil
  }

  private mutating func item(for event: MemberEvent, of open: Open) -> Item? {
    switch event {
    case .problem(let problem) where problem.severity > .note:
      var outcome = DocumentOutcome(path: problem.file ?? open.file.path)
      outcome.failure = .badInput
      outcome.diagnostics = pending + [problem]
      pending = []
      return .outcome(outcome)
    case .problem(let problem):
      pending.append(problem)
      return nil
    case .member(let member):
      var document = QueuedDocument(
        member: member, key: .path(""), shared: open.shared, diagnostics: pending)
      pending = []
      if let file = member.sidecar {
        let sidecar = Sidecar(file.bytes, file: file.path)
        document.sidecar = sidecar.metadata
        document.diagnostics += sidecar.diagnostics
      }
      do throws(ReadingError) {
        document.key = .known(try key(of: member, in: open.file))
      } catch {
        return .outcome(.failed(member.path, .badInput, error.reason))
      }
      return .document(document)
    }
  }

  private mutating func key(
    of member: DocumentMember, in file: InputFile
  ) throws(ReadingError) -> String {
    let way = member.keyPath ?? member.fileName
    let own = DocumentKeys.key(ofPath: way, hasEnding: member.keyPathHasEnding)
    // What comes by the standard input is a part of something that has no name here.
    let isNameless = file.path == FileSystem.standardInput
    let base = keys.plainKey(ofPath: MemberReader.withoutGzip(file.relativePath))
    let key = isNameless ? own : "\(base)/\(own)"
    if !keys.isTaken(key), memberKeys.insert(key).inserted { return key }
    let hash = SHA256.hexadecimal(of: try member.identifyingBytes(limits: limits))
    let short = "\(key)-\(hash.prefix(8))"
    // The same content gets the same key, and is then reported as repeated.
    memberKeys.insert(short)
    return short
  }
}

extension DocumentOutcome {
  /// What becomes of a file that cannot be read.
  static func failed(
    _ path: String, _ kind: PipelineError.Kind, _ reason: Message
  ) -> DocumentOutcome {
    var outcome = DocumentOutcome(path: path)
    outcome.failure = kind
    outcome.diagnostics = [
      Diagnostic(id: "document.unreadable", severity: .warning, message: reason, file: path)
    ]
    return outcome
  }
}
