import Compression
import Diagnostics

/// One of the documents of a file: the file itself, an entry of an archive, or a line of a corpus.
public struct DocumentMember: Sendable {
  /// What the document is made of.
  enum Content: Sendable {
    /// All bytes of a file, read when they are needed.
    case source(any RandomAccessBytes)
    case bytes([UInt8])
    /// Decoded text that is no file of its own.
    case text([Unicode.Scalar])
  }

  /// A file beside the document in its archive that tells of it.
  public struct Companion: Sendable {
    /// As a person would name it: the archive, then the path within.
    public var path: String
    /// The file's bytes.
    public var bytes: [UInt8]
  }

  /// As a person would name it: the file, then the way within it.
  public var path: String
  /// The name that ``Document/fileName`` becomes: that of the file or entry, or the line's `id`.
  public var fileName: String
  /// The way within the file, of which the document's key is made beside the file's; nil where the
  /// file is the document.
  public var keyPath: String?
  /// Whether the last part of ``keyPath`` is a file name with an ending, not an `id`.
  public var keyPathHasEnding = false
  /// What stands beside the document in its archive: `NAME.meta.yaml` (``SidecarName``).
  public var sidecar: Companion?
  /// What stands beside it for the case that it is a table: `NAME.map.yaml` (``MappingName``).
  public var mapping: Companion?
  /// What the line of a corpus says of its document; empty for files.
  public var metadata = DocumentMetadata()
  /// The name by whose ending plain text and Markdown are told apart.
  package let formatName: String
  var content: Content

  /// The member with its bytes in hand, so that all that is made of it rests on one reading, whatever
  /// becomes of its file.
  ///
  /// - Throws: ``ReadingError`` if the file cannot be read any more or exceeds the limits.
  public func held(limits: ReadingLimits = .init()) throws(ReadingError) -> DocumentMember {
    guard case .source = content else { return self }
    var member = self
    member.content = .bytes(try identifyingBytes(limits: limits))
    return member
  }

  /// The bytes whose hash tells the document from another of the same path.
  ///
  /// - Throws: ``ReadingError`` if the file cannot be read any more or exceeds the limits.
  public func identifyingBytes(limits: ReadingLimits = .init()) throws(ReadingError) -> [UInt8] {
    switch content {
    case .bytes(let bytes): return bytes
    case .text(let scalars):
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return Array(String(view).utf8)
    case .source(let source):
      guard source.count <= limits.fileBytes else {
        throw ReadingError(
          file: fileName,
          reason: DocumentReader.tooLarge(bytes: source.count, limit: limits.fileBytes))
      }
      do throws(ByteReadError) {
        return try source.read(0..<source.count)
      } catch {
        throw ReadingError(file: fileName, reason: error.message)
      }
    }
  }
}

extension DocumentReader {
  /// The document that a member of a file makes.
  ///
  /// - Throws: ``ReadingError`` as ``read(_:fileName:)`` does.
  public func read(_ member: DocumentMember) throws(ReadingError) -> Document {
    var document: Document
    switch member.content {
    case .text(let scalars):
      document = try readDecoded(scalars, fileName: member.formatName)
    case .source, .bytes:
      document = try read(
        try member.identifyingBytes(limits: limits), fileName: member.formatName)
    }
    document.fileName = member.fileName
    document.metadata = member.metadata.completed(by: document.metadata)
    return document
  }

  /// A document of text that was a part of something else, so that no bytes belong to it.
  private func readDecoded(
    _ scalars: [Unicode.Scalar], fileName: String
  ) throws(ReadingError) -> Document {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    if let document = try readMarkup(Array(String(text).utf8), fileName: fileName) {
      return finished(document)
    }
    var isMarkdown = false
    if case .markdown = ContentFormat.ofText(scalars, fileName: fileName) { isMarkdown = true }
    var document = readText(
      TextDecoder.Decoded(text: scalars, encoding: .utf8), fileName: fileName, markup: isMarkdown)
    document.encoding = nil
    return finished(document)
  }

  /// Why a file of so many bytes is not read.
  static func tooLarge(bytes: Int, limit: Int) -> Message {
    Message(
      en: "the file has \(bytes) bytes; at most \(limit) are read",
      id: "berkas berukuran \(bytes) bita; paling banyak \(limit) yang dibaca")
  }
}
