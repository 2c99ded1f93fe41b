import Compression
import Diagnostics
import XML

/// An archive that a document is read from: its parts, and the bounds on them.
struct Container {
  /// Name of the file that the archive is.
  let fileName: String
  /// Name of the format in messages, such as `DOCX`.
  var format = "ZIP"
  private let archive: ZipArchive
  private let entries: [String: ZipArchive.Entry]
  private let limits: ReadingLimits

  /// Reads the directory of an archive.
  ///
  /// - Throws: ``ReadingError`` if the archive is damaged, encrypted, or beyond the limits.
  init(_ bytes: [UInt8], fileName: String, limits: ReadingLimits) throws(ReadingError) {
    do {
      archive = try ZipArchive(bytes, limits: ZipLimits(entryBytes: limits.partBytes))
    } catch {
      throw Self.failure(error, fileName)
    }
    self.fileName = fileName
    self.limits = limits
    entries = Dictionary(
      archive.entries.map { (Self.key($0.name), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The paths of the parts in the order of the archive.
  var parts: [String] { archive.entries.map(\.name) }

  /// Whether there is a part of a path; capitals of ASCII are not told apart
  /// ([ECMA-376 part 2 §6.2.2.3](https://ecma-international.org/publications-and-standards/standards/ecma-376/)).
  func has(_ part: String) -> Bool { entries[Self.key(part)] != nil }

  /// The unpacked bytes of a part; nil if there is none of that path.
  ///
  /// - Throws: ``ReadingError`` if the entry is damaged.
  func contents(of part: String) throws(ReadingError) -> [UInt8]? {
    guard let entry = entries[Self.key(part)] else { return nil }
    do {
      return try archive.contents(of: entry)
    } catch {
      throw Self.failure(error, fileName)
    }
  }

  /// Hands the content of a part to a handler; false if there is no such part.
  ///
  /// - Parameters:
  ///   - part: path of the part.
  ///   - handler: what takes the content.
  ///   - allowsDoctype: whether a document type declaration may stand there, as in XHTML; it is not
  ///     read, and characters that HTML names are known without it.
  /// - Returns: whether there is such a part.
  /// - Throws: ``ReadingError`` if the part is damaged, no well-formed XML, has a document type
  ///   declaration, or is nested too deeply.
  @discardableResult
  func parse(
    _ part: String, with handler: XMLContentHandler, allowsDoctype: Bool = false
  ) throws(ReadingError) -> Bool {
    guard let bytes = try contents(of: part) else { return false }
    try Self.parse(
      allowsDoctype ? HTMLEntities.resolve(in: bytes) : bytes, with: handler,
      file: "\(fileName)/\(part)", fileName: fileName, format: format, limits: limits,
      allowsDoctype: allowsDoctype)
    return true
  }

  /// Hands the content of an XML file to a handler.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - handler: what takes the content.
  ///   - file: the part that messages name.
  ///   - fileName: the file that is refused.
  ///   - format: name of the format in messages.
  ///   - limits: bounds on the XML.
  ///   - allowsDoctype: whether a document type declaration may stand there.
  /// - Throws: ``ReadingError`` as ``parse(_:with:allowsDoctype:)`` does, and if the XML is larger than
  ///   its bound.
  static func parse(
    _ bytes: [UInt8], with handler: XMLContentHandler, file: String, fileName: String,
    format: String, limits: ReadingLimits, allowsDoctype: Bool = false
  ) throws(ReadingError) {
    guard bytes.count <= limits.xmlPartBytes else {
      throw ReadingError(
        file: fileName,
        reason: Message(
          en:
            "\(file) has \(bytes.count) bytes of XML; at most \(limits.xmlPartBytes) are read of one part: divide the document into several files",
          id:
            "\(file) berisi \(bytes.count) bita XML; paling banyak \(limits.xmlPartBytes) yang dibaca dari satu bagian: bagilah dokumennya menjadi beberapa berkas"
        ))
    }
    do {
      var parser = try XMLPushParser(
        handler: handler, file: file,
        limits: XMLLimits(depth: limits.xmlDepth, bytes: limits.fileBytes),
        refusesDoctype: !allowsDoctype)
      try parser.parse(bytes[...])
      try parser.finish()
    } catch {
      throw ReadingError(
        file: fileName,
        reason: Message(
          en: "damaged \(format): \(error.description)",
          id: "\(format) rusak: \(error.rendered(in: .indonesian))"))
    }
  }

  /// A refusal of the file.
  func refusal(_ english: String, _ indonesian: String) -> ReadingError {
    ReadingError(file: fileName, reason: Message(en: english, id: indonesian))
  }

  /// The path that a reference in a part leads to; nil if it leads out of the container.
  ///
  /// - Parameters:
  ///   - reference: a relative or absolute path, a fragment behind it left out; `%` escapes are
  ///     read.
  ///   - base: path of the part that the reference stands in, relative ones begin in its folder.
  /// - Returns: the path from the root of the container, without a slash at its start.
  static func path(_ reference: String, from base: String) -> String? {
    let plain = reference.prefix { $0 != "#" && $0 != "?" }
    guard !plain.isEmpty, let unescaped = unescape(plain) else { return nil }
    var steps: [Substring] = []
    if !unescaped.hasPrefix("/") { steps = base.split(separator: "/").dropLast() }
    for step in unescaped.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        guard steps.popLast() != nil else { return nil }
      default: steps.append(step)
      }
    }
    return steps.isEmpty ? nil : steps.joined(separator: "/")
  }

  private static func unescape(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func key(_ name: String) -> String {
    String(
      decoding: name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func failure(_ error: ZipError, _ fileName: String) -> ReadingError {
    guard case .unsupported("encryption") = error.kind else {
      return ReadingError(file: fileName, reason: error.message)
    }
    let place = error.entry.map { " (\($0))" } ?? ""
    return ReadingError(
      file: fileName,
      reason: Message(
        en: "the zip archive is protected by a password\(place); unpack it and read what is inside",
        id: "arsip zip dilindungi kata sandi\(place); buka arsipnya dan baca isinya"))
  }
}
