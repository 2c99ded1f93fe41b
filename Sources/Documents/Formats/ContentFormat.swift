import Diagnostics

/// What the bytes of a file are, told by themselves first and by the file's ending last.
enum ContentFormat {
  case text
  case markdown
  case zip
  /// An OpenDocument text in one XML file.
  case flatOpenDocument
  case pdf
  /// A format known by its first bytes that is not read.
  case refused(Message)

  /// The format of binary content; nil for what is text if it decodes.
  static func ofBytes(_ bytes: [UInt8]) -> ContentFormat? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return .zip
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return .refused(OfficeRefusals.compoundFile(bytes))
    }
    if FlatOpenDocument.recognises(bytes) { return .flatOpenDocument }
    if isPDF(bytes) { return .pdf }
    for (signature, name) in signatures where bytes.starts(with: signature) {
      return .refused(
        Message(en: "\(name) files are not read", id: "berkas \(name) tidak dapat dibaca"))
    }
    return nil
  }

  /// Whether the mark of a PDF stands within the first 1,024 bytes, where readers look for it
  /// ([ISO 32000-1 annex H](https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf)),
  /// and not inside what is plainly text.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1_024)
    let start = head.withUnsafeBufferPointer { $0.firstIndex(of: 0x25) }
    guard start < head.count else { return false }
    let mark = Array("%PDF-".utf8)
    if head.starts(with: mark) { return true }
    var index = start
    while index + mark.count < head.endIndex {
      let isLineStart = index == 0 || head[index - 1] == 0x0A || head[index - 1] == 0x0D
      if head[index] == 0x25, head[index...].starts(with: mark) {
        let version = head[index + mark.count]
        return isLineStart ? version == 0x31 || version == 0x32 : head[..<index].contains(0)
      }
      index += 1
    }
    return false
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("{\\rtf".utf8), "RTF"),
    ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), (Array("GIF8".utf8), "GIF"),
    ([0x1F, 0x8B], "gzip"), ([0x7F, 0x45, 0x4C, 0x46], "ELF"), (Array("7z\u{BC}".utf8), "7-Zip"),
    (Array("SQLite format 3".utf8), "SQLite"),
  ]

  /// Whether decoded text is Markdown or plain.
  static func ofText(_ raw: [Unicode.Scalar], fileName: String) -> ContentFormat {
    let name = fileName.lowercased()
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return .markdown }
    return hasMarkdown(raw) ? .markdown : .text
  }

  /// Whether a text has headings or emphasis of Markdown.
  private static func hasMarkdown(_ raw: [Unicode.Scalar]) -> Bool {
    raw.withUnsafeBufferPointer { raw in
      guard let base = raw.baseAddress else { return false }
      var index = 0
      let end = raw.count
      while index < end {
        while index + 16 <= end {
          let next = SixteenScalars(base, at: index)
          if next.contains("#") || next.contains("*") { break }
          index += 16
        }
        guard index < end else { break }
        let scalar = raw[index]
        if scalar.value == 0x23 {  // #
          let start = index
          while index < end, raw[index] == "#" { index += 1 }
          if index - start <= 6, index + 1 < end, raw[index] == " ", raw[index + 1] != "\n",
            beginsLine(raw, start)
          {
            return true
          }
          continue
        }
        if scalar.value == 0x2A, index + 1 < end, !raw[index + 1].isBlank,  // *
          index == 0 || raw[index - 1].isBlank || raw[index - 1] == "*" || raw[index - 1] == "("
        {
          var next = index + 1
          while next < end, next - index < 200, raw[next] != "\n" {
            if raw[next] == "*", !raw[next - 1].isBlank, raw[next - 1] != "*" { return true }
            next += 1
          }
          index = next
          continue
        }
        index += 1
      }
      return false
    }
  }

  /// Whether only blanks stand between the start of a line and an index.
  private static func beginsLine(_ raw: UnsafeBufferPointer<Unicode.Scalar>, _ index: Int) -> Bool {
    var start = index
    while start > 0, raw[start - 1] != "\n", raw[start - 1].isBlank { start -= 1 }
    return start == 0 || raw[start - 1] == "\n"
  }
}
