import Compression
import Diagnostics

/// The documents of a zip archive in the order of their paths.
struct ArchiveMembers {
  /// The archive as a person would name it.
  private let path: String
  private let archive: ZipArchive
  private let limits: ReadingLimits
  /// The documents, in the order of their paths.
  private let entries: [ZipArchive.Entry]
  /// Sidecars and mappings by their names.
  private let companions: [String: ZipArchive.Entry]
  /// The mapping that was read last: those of a folder serve all of its tables.
  private var lastMapping: DocumentMember.Companion?
  private var position = 0
  private var waiting: [MemberEvent] = []
  /// A corpus among the entries that is being read.
  private var corpus: (lines: CorpusLines, keyPath: String)?

  /// Names by which a zip archive shows that it is one document: Office Open XML, ODF, EPUB.
  private static let documentParts: Set<String> = [
    "[Content_Types].xml", "word/document.xml", "mimetype", "META-INF/container.xml",
    "META-INF/manifest.xml", "content.xml",
  ]

  /// The bounds on an archive of documents: many entries, read one after the other.
  static func limits(_ limits: ReadingLimits) -> ZipLimits {
    ZipLimits(entries: 1 << 18, entryBytes: limits.partBytes, totalBytes: .max)
  }

  /// Whether bytes begin as a zip archive does.
  static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Whether a zip archive is one of documents and not a document itself.
  static func recognises(_ archive: ZipArchive) -> Bool {
    !archive.entries.contains { documentParts.contains($0.name) }
  }

  /// The documents of an archive.
  init(path: String, archive: ZipArchive, limits: ReadingLimits) {
    self.path = path
    self.archive = archive
    self.limits = limits
    let visible = archive.entries.filter { entry in
      !entry.name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }
    func isCompanion(_ entry: ZipArchive.Entry) -> Bool {
      SidecarName.isSidecar(entry.name) || MappingName.isMapping(entry.name)
    }
    companions = Dictionary(
      visible.filter(isCompanion).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    entries = visible.filter { !isCompanion($0) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    waiting = archive.refusals.map { refusal in
      .problem(
        Diagnostic(
          id: "archive.refusedEntry", severity: .warning, message: refusal.message, file: path))
    }
    if entries.isEmpty, waiting.isEmpty {
      let message = Message(
        en: "no documents in the archive", id: "tidak ada dokumen di dalam arsip")
      waiting.append(
        .problem(
          Diagnostic(id: "archive.empty", severity: .warning, message: message, file: path)))
    }
  }

  /// Documents and refused entries, as far as they are known: corpora count once until they are read.
  var count: Int { entries.count + archive.refusals.count }

  /// The next document, or why an entry is none; nil at the end.
  mutating func next() -> MemberEvent? {
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      if let event = nextOfCorpus() { return event }
      guard position < entries.count else { return nil }
      let entry = entries[position]
      position += 1
      do throws(ZipError) {
        try read(entry)
      } catch {
        waiting.append(problem(entry.name, error.message))
      }
    }
  }

  private mutating func nextOfCorpus() -> MemberEvent? {
    guard var current = corpus else { return nil }
    guard let event = current.lines.next() else {
      corpus = nil
      return nil
    }
    corpus = current
    guard case .member(var member) = event else { return event }
    member.keyPath = "\(current.keyPath)/\(member.keyPath ?? "")"
    return .member(member)
  }

  private mutating func read(_ entry: ZipArchive.Entry) throws(ZipError) {
    let bytes = try archive.contents(of: entry)
    let name = "\(path)/\(entry.name)"
    if GzipUnpacker.recognises(bytes) {
      waiting.append(problem(entry.name, MemberReader.nested))
      return
    }
    if Self.isZip(bytes),
      let inner = try? ZipArchive(bytes, limits: Self.limits(limits), passesOverFaults: true),
      Self.recognises(inner)
    {
      waiting.append(problem(entry.name, MemberReader.nested))
      return
    }
    if CorpusLines.beginsAsObject(bytes),
      MemberReader.hasCorpusEnding(name)
        || CorpusLines.recognises(bytes, stream: nil, limit: limits.fileBytes)
    {
      let lines = CorpusLines(path: name, head: bytes, stream: nil, limit: limits.fileBytes)
      corpus = (lines, FileEnding.removed(from: entry.name))
      return
    }
    let fileName = entry.name.split(separator: "/").last.map(String.init) ?? entry.name
    var member = DocumentMember(
      path: name, fileName: fileName, formatName: fileName, content: .bytes(bytes))
    member.keyPath = entry.name
    member.keyPathHasEnding = true
    member.sidecar = companion(SidecarName.names(for: entry.name))
    if let name = MappingName.names(for: entry.name).first(where: { companions[$0] != nil }) {
      if lastMapping?.path != "\(path)/\(name)" { lastMapping = companion([name]) }
      member.mapping = lastMapping
    }
    waiting.append(.member(member))
  }

  /// The first of some files that the archive has; nil if it has none, or if it is damaged.
  private mutating func companion(_ names: [String]) -> DocumentMember.Companion? {
    guard let entry = names.compactMap({ companions[$0] }).first else { return nil }
    do throws(ZipError) {
      return DocumentMember.Companion(
        path: "\(path)/\(entry.name)", bytes: try archive.contents(of: entry))
    } catch {
      waiting.append(problem(entry.name, error.message))
      return nil
    }
  }

  private func problem(_ name: String, _ message: Message) -> MemberEvent {
    .problem(
      Diagnostic(
        id: "archive.refusedEntry", severity: .warning, message: message, file: "\(path)/\(name)"))
  }
}
