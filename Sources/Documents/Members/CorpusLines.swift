import Diagnostics

/// The documents of a corpus in [JSON Lines](https://jsonlines.org), one after the other.
///
/// Holds one line at a time, and the names of keys already remarked upon.
struct CorpusLines {
  /// The corpus as a person would name it.
  private let path: String
  private let limit: Int
  private var stream: ContentStream?
  private var buffer: [UInt8]
  /// Where the next line begins in `buffer`.
  private var start: Int
  /// Up to where `buffer` is known to have no line feed from `start` on.
  private var searched: Int
  /// Lines handed out.
  private(set) var line = 0
  private var remarked: Set<String> = []
  private var waiting: [MemberEvent] = []

  /// The lines of what a stream gives after bytes that were read from it before.
  ///
  /// - Parameters:
  ///   - path: the corpus as a person would name it.
  ///   - head: the first bytes of the corpus; all of them where there is no stream.
  ///   - stream: gives the bytes behind them.
  ///   - limit: longest line in bytes.
  init(path: String, head: [UInt8], stream: ContentStream?, limit: Int) {
    self.path = path
    self.limit = limit
    self.stream = stream
    buffer = head
    start = 0
    searched = 0
  }

  /// How much of the corpus was read, between 0 and 1.
  var progress: Double {
    stream?.progress ?? (buffer.isEmpty ? 1 : Double(start) / Double(buffer.count))
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the first byte that is not blank opens an object.
  static func beginsAsObject(_ head: [UInt8]) -> Bool {
    let text = head.starts(with: mark) ? head.dropFirst(mark.count) : head[...]
    return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }

  /// Whether the first line that is not blank is an object with a text.
  static func recognises(_ head: [UInt8], stream: ContentStream?, limit: Int) -> Bool {
    var lines = CorpusLines(path: "", head: head, stream: stream, limit: limit)
    while let event = lines.next() {
      switch event {
      case .member: return true
      case .problem(let problem) where problem.severity > .note: return false
      case .problem: continue
      }
    }
    return false
  }

  /// The next document, or what is wrong with a line; nil at the end.
  mutating func next() -> MemberEvent? {
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      do throws(StreamFailure) {
        guard var bytes = try nextLine() else { return nil }
        if line == 1, bytes.starts(with: Self.mark) { bytes = bytes.dropFirst(Self.mark.count) }
        if !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { read(bytes) }
      } catch {
        stream = nil
        buffer = []
        (start, searched) = (0, 0)
        return .problem(
          Diagnostic(
            id: "document.unreadable", severity: .warning, message: error.message, file: path))
      }
    }
  }

  /// The bytes of the next line without its line feed; nil at the end.
  private mutating func nextLine() throws(StreamFailure) -> ArraySlice<UInt8>? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let found = buffer[start..<end]
        (start, searched) = (end + 1, end + 1)
        line += 1
        return found
      }
      if start > 0 {
        buffer.removeFirst(start)
        start = 0
      }
      searched = buffer.count
      guard buffer.count <= limit else {
        throw StreamFailure(
          Message(
            en: "line \(line + 1) has more than \(limit) bytes; the rest is not read",
            id: "baris \(line + 1) lebih dari \(limit) bita; selebihnya tidak dibaca"))
      }
      if try stream?.read(into: &buffer) ?? false { continue }
      guard !buffer.isEmpty else { return nil }
      let found = buffer[...]
      buffer = []
      (start, searched) = (0, 0)
      line += 1
      return found
    }
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>) {
    do throws(JSONMistake) {
      let parsed = try CorpusLine(bytes)
      for remark in parsed.remarks where remarked.insert(remark.subject).inserted {
        waiting.append(
          .problem(
            Diagnostic(
              id: "corpus.unusedKey", severity: .note, message: remark.message, file: path,
              location: place(remark.offset, in: bytes))))
      }
      let name = parsed.id ?? "line-\(line)"
      var member = DocumentMember(
        path: "\(path)/\(name)", fileName: name, formatName: "", content: .text(parsed.text))
      member.keyPath = name
      member.metadata = parsed.metadata.known(from: .sidecar)
      waiting.append(.member(member))
    } catch {
      waiting.append(
        .problem(
          Diagnostic(
            id: "corpus.malformedLine", severity: .warning, message: error.message, file: path,
            location: place(error.offset, in: bytes))))
    }
  }

  /// The place of a byte of the line just read: its line, and its column in code points.
  private func place(_ offset: Int, in bytes: ArraySlice<UInt8>) -> Range<TextPosition> {
    let before = bytes.prefix(offset).count { $0 & 0xC0 != 0x80 }
    let position = TextPosition(line: line - 1, column: before, offset: offset)
    return position..<position
  }
}
