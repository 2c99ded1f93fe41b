public import Claims
public import Diagnostics
import Documents
import DomainPack
import Extraction

/// What became of one input file.
public struct DocumentOutcome: Sendable {
  /// The file as a person would name it.
  public var path: String
  /// What the document says; nil if it could not be read.
  public var claims: DocumentClaims?
  /// The key of the document; nil if it could not be read.
  public var documentKey: String?
  /// Name of the format it was read as; nil if it could not be read.
  public var format: String?
  /// Characters (code points) of the raw text.
  public var length = 0
  /// What was noticed while reading.
  public var diagnostics: [Diagnostic] = []
  /// Whether it was not read again, since nothing has changed that its claims rest on.
  public var isFromCache = false
  /// That what it says could not be kept for the next time; nil where it was, or nothing is kept, or
  /// an earlier document of the run told already.
  ///
  /// Not one of ``diagnostics``: it says nothing of the document, and stands in no report.
  public var cacheNote: Diagnostic?
  /// Why it could not be read: refused by the system, or not a document.
  public var failure: PipelineError.Kind?

  /// What was noticed, each with its file on a line of its own.
  public var reason: Message { Message(listing: diagnostics) }
}

extension Message {
  /// Problems with their files, each on a line.
  init(listing diagnostics: [Diagnostic]) {
    func lines(_ language: MessageLanguage) -> String {
      diagnostics.map { diagnostic in
        "\(diagnostic.file.map { "\(Diagnostic.printable($0)): " } ?? "")\(diagnostic.message.text(in: language))"
      }.joined(separator: "\n")
    }
    self.init(en: lines(.english), id: lines(.indonesian))
  }
}

/// The stages that see one document only: read, annotate, relate.
///
/// Documents run side by side; the result does not depend on how many do.
public struct DocumentStage: Sendable {
  private let pack: LoadedPack
  private let jobs: Int
  private let cache: ExtractionCache?

  /// The stage with a pack, working on so many documents at a time.
  ///
  /// - Parameters:
  ///   - pack: what documents are read with.
  ///   - jobs: how many documents are read at a time.
  ///   - cache: the folder in which is kept what documents say; nil for none.
  /// - Throws: ``PipelineError`` for a file of the pack that cannot be read.
  public init(pack: LoadedPack, jobs: Int, cache: String? = nil) throws(PipelineError) {
    self.pack = pack
    self.jobs = max(jobs, 1)
    if let cache {
      self.cache = ExtractionCache(
        folder: cache,
        setup: try ExtractionKey.Setup(pack: pack.pack.folder, limits: pack.reader.limits))
    } else {
      self.cache = nil
    }
  }

  /// Reads the documents of the files below some inputs and hands on what became of each, in the
  /// order of the paths below the inputs, as soon as those before it are done.
  ///
  /// - Parameters:
  ///   - inputs: files and folders.
  ///   - receive: is given what became of a document, and how many are done of how many; the latter
  ///     is an estimate while archives and corpora are read, and never less than the former.
  /// - Returns: what could not be looked into.
  /// - Throws: ``PipelineError`` for an input that does not exist; what `receive` throws.
  public func run(
    inputs: [String], receive: (DocumentOutcome, _ done: Int, _ of: Int) throws -> Void
  ) async throws -> [Diagnostic] {
    let found = try InputFinder(inputs)
    var queue = DocumentQueue(files: found.files, limits: pack.reader.limits)
    let keys = queue.keys
    try await withThrowingTaskGroup(of: (Int, DocumentOutcome).self) { group in
      // Outcomes that wait for those before them.
      var waiting: [Int: DocumentOutcome] = [:]
      var (started, running, handedOn) = (0, 0, 0)
      var keysSeen: Set<String> = []
      var toldOfCache = false
      while true {
        while running < jobs, started - handedOn < jobs * Self.lead, let item = queue.next() {
          let (number, pack, cache) = (started, pack, cache)
          started += 1
          switch item {
          case .outcome(let outcome): waiting[number] = outcome
          case .document(let document):
            running += 1
            group.addTask {
              try Task.checkCancellation()
              return (number, Self.outcome(of: document, keys: keys, pack: pack, cache: cache))
            }
          }
        }
        if var outcome = waiting.removeValue(forKey: handedOn) {
          handedOn += 1
          if let claims = outcome.claims, !keysSeen.insert(claims.documentKey).inserted {
            outcome.claims = nil
            outcome.documentKey = nil
            outcome.diagnostics.append(Self.repeated(outcome.path))
          }
          if outcome.cacheNote != nil {
            if toldOfCache { outcome.cacheNote = nil }
            toldOfCache = true
          }
          try receive(outcome, handedOn, max(queue.expectedCount, handedOn))
        } else if let (number, outcome) = try await group.next() {
          running -= 1
          waiting[number] = outcome
        } else {
          break
        }
      }
    }
    return found.diagnostics
  }

  /// How many documents, for each that is read at a time, may be begun before one that is not done.
  private static let lead = 16

  private static func outcome(
    of queued: QueuedDocument, keys: DocumentKeys, pack: LoadedPack, cache: ExtractionCache?
  ) -> DocumentOutcome {
    let path = queued.member.path
    var outcome = DocumentOutcome(path: path)
    outcome.diagnostics = queued.diagnostics
    do throws(ReadingError) {
      var queued = queued
      queued.member = try queued.member.held(limits: pack.reader.limits)
      let key: String
      switch queued.key {
      case .known(let known): key = known
      case .path(let path):
        key = try keys.key(ofPath: path) { () throws(ReadingError) in
          try queued.member.identifyingBytes(limits: pack.reader.limits)
        }
      }
      var entry: ExtractionKey?
      if let cache {
        let content = try queued.member.identifyingBytes(limits: pack.reader.limits)
        let own = ExtractionKey(of: queued, key: key, content: content, setup: cache.setup)
        if let kept = cache.document(for: own) {
          kept.restore(&outcome)
          outcome.isFromCache = true
          return outcome
        }
        entry = own
      }
      let document = try pack.reader.document(of: queued)
      outcome.documentKey = key
      outcome.format = document.format
      outcome.length = document.rawText.count
      let said = try pack.claims(of: document, key: key, member: queued.member)
      outcome.claims = said.claims
      let noticed = document.diagnostics + said.diagnostics
      for var diagnostic in noticed {
        diagnostic.file = path
        outcome.diagnostics.append(diagnostic)
      }
      // What a table says rests on its mapping, too, and is read quickly.
      if let cache, let entry, document.table == nil {
        outcome.cacheNote = cache.keep(outcome, diagnostics: noticed, for: entry)
          .map { Self.unkept($0, cache) }
      }
    } catch {
      outcome.failure = .badInput
      outcome.diagnostics.append(unreadable(path, error.reason))
    }
    return outcome
  }

  private static func unreadable(_ path: String, _ reason: Message) -> Diagnostic {
    Diagnostic(id: "document.unreadable", severity: .warning, message: reason, file: path)
  }

  private static func unkept(_ reason: Message, _ cache: ExtractionCache) -> Diagnostic {
    Diagnostic(
      id: "cache.unwritable", severity: .note,
      message: Message(
        en: "what was read is not kept for the next build: \(reason.english)",
        id: "hasil bacaan tidak disimpan untuk build berikutnya: \(reason.indonesian)"),
      file: cache.folder)
  }

  private static func repeated(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "document.repeated", severity: .note,
      message: Message(
        en: "skipped: the same content is read from another input under the same name",
        id: "dilewati: isi yang sama sudah dibaca dari masukan lain dengan nama yang sama"),
      file: path)
  }
}
