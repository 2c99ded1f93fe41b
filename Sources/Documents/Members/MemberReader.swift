public import Compression
public import Diagnostics

/// What a ``MemberReader`` comes upon.
public enum MemberEvent: Sendable {
  case member(DocumentMember)
  /// Something that is no document, or is left out of one; above a note, a document is missing.
  case problem(Diagnostic)
}

/// Hands out the documents of a file one after the other.
///
/// Most files are one; a zip archive of documents and a corpus in
/// [JSON Lines](https://jsonlines.org) hold several. A document or a corpus may be packed by gzip.
/// The content tells which it is. At any time one document is held, whatever their number; of an
/// archive also its directory.
///
/// ```swift
/// var reader = try MemberReader(path: "letters.zip", source: bytes)
/// while let event = reader.next() { … }
/// ```
public struct MemberReader {
  private enum Members {
    case one(DocumentMember)
    case archive(ArchiveMembers)
    case corpus(CorpusLines)
    case end
  }

  private var members: Members

  /// Whether the file is made to hold several documents, even if it has but one.
  public let holdsSeveral: Bool

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file as a person would name it; begins every message.
  ///   - source: its bytes.
  ///   - limits: the bounds on one document.
  /// - Throws: ``ReadingError`` if the file cannot be read, is packed twice or is damaged.
  public init(
    path: String, source: any RandomAccessBytes, limits: ReadingLimits = .init()
  ) throws(ReadingError) {
    let fileName = path.split(separator: "/").last.map(String.init) ?? path
    func failure(_ message: Message) -> ReadingError {
      ReadingError(file: fileName, reason: message)
    }
    let signature: [UInt8]
    do throws(ByteReadError) {
      signature = try source.read(0..<min(4, source.count))
    } catch {
      throw failure(error.message)
    }
    if ArchiveMembers.isZip(signature) {
      // What is wrong with a damaged archive is told where it is read as a document.
      if let archive = try? ZipArchive(
        source, limits: ArchiveMembers.limits(limits), passesOverFaults: true),
        ArchiveMembers.recognises(archive)
      {
        members = .archive(ArchiveMembers(path: path, archive: archive, limits: limits))
        holdsSeveral = true
        return
      }
    }
    let isPacked = GzipUnpacker.recognises(signature)
    let plainName = isPacked ? Self.withoutGzip(fileName) : fileName
    var head: [UInt8] = []
    var stream: ContentStream
    do {
      stream = try ContentStream(
        source, isPacked: isPacked, maximumBytes: isPacked ? .max : limits.fileBytes)
      _ = try stream.read(into: &head)
    } catch let error as GzipError {
      throw failure(error.message)
    } catch let error as StreamFailure {
      throw failure(error.message)
    } catch {
      throw failure(Message(en: "\(error)", id: "\(error)"))
    }
    if try Self.isCorpus(
      head: head, source: source, isPacked: isPacked, name: plainName, limits: limits, failure)
    {
      members = .corpus(
        CorpusLines(path: path, head: head, stream: stream, limit: limits.fileBytes))
      holdsSeveral = true
      return
    }
    holdsSeveral = false
    var content = DocumentMember.Content.source(source)
    if isPacked {
      let bytes = try Self.unpacked(source, limits: limits, failure)
      if GzipUnpacker.recognises(bytes) { throw failure(Self.nested) }
      if ArchiveMembers.isZip(bytes),
        let archive = try? ZipArchive(
          bytes, limits: ArchiveMembers.limits(limits), passesOverFaults: true),
        ArchiveMembers.recognises(archive)
      {
        throw failure(Self.nested)
      }
      content = .bytes(bytes)
    }
    members = .one(
      DocumentMember(path: path, fileName: fileName, formatName: plainName, content: content))
  }

  /// Documents that the file is expected to have: at least those handed out, and for a corpus an
  /// estimate by its length.
  public var expectedCount: Int {
    switch members {
    case .one, .end: return 1
    case .archive(let archive): return archive.count
    case .corpus(let lines):
      guard lines.line > 0, lines.progress > 0 else { return 1 }
      return Int((Double(lines.line) / lines.progress).rounded(.up))
    }
  }

  /// The next document, or what was met instead of one; nil at the end.
  public mutating func next() -> MemberEvent? {
    switch members {
    case .one(let member):
      members = .end
      return .member(member)
    case .archive(var archive):
      members = .end
      let event = archive.next()
      members = .archive(archive)
      return event
    case .corpus(var lines):
      members = .end
      let event = lines.next()
      members = .corpus(lines)
      return event
    case .end: return nil
    }
  }

  /// A name without the ending `.gz`.
  public static func withoutGzip(_ name: String) -> String {
    name.lowercased().hasSuffix(".gz") && name.utf8.count > 3 ? String(name.dropLast(3)) : name
  }

  /// Whether the ending of a name tells of a corpus.
  static func hasCorpusEnding(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
  }

  /// Why an archive within an archive is refused.
  package static let nested = Message(
    en: "an archive within an archive is not read; unpack it first",
    id: "arsip di dalam arsip tidak dibaca; bukalah dahulu")

  /// Whether the content begins as a corpus; reads no further than its first line that is not blank.
  private static func isCorpus(
    head: [UInt8], source: any RandomAccessBytes, isPacked: Bool, name: String,
    limits: ReadingLimits,
    _ failure: (Message) -> ReadingError
  ) throws(ReadingError) -> Bool {
    guard CorpusLines.beginsAsObject(head) else { return false }
    if hasCorpusEnding(name) { return true }
    do throws(GzipError) {
      // A stream of its own, so that the one of the reader stays where it is.
      return CorpusLines.recognises(
        [], stream: try ContentStream(source, isPacked: isPacked, maximumBytes: .max),
        limit: limits.fileBytes)
    } catch {
      throw failure(error.message)
    }
  }

  private static func unpacked(
    _ source: any RandomAccessBytes, limits: ReadingLimits, _ failure: (Message) -> ReadingError
  ) throws(ReadingError) -> [UInt8] {
    do {
      var stream = try ContentStream(source, isPacked: true, maximumBytes: limits.fileBytes)
      var bytes: [UInt8] = []
      while try stream.read(into: &bytes) {}
      return bytes
    } catch let error as GzipError {
      throw failure(error.message)
    } catch let error as StreamFailure {
      throw failure(error.message)
    } catch {
      throw failure(Message(en: "\(error)", id: "\(error)"))
    }
  }
}
