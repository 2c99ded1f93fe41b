import Diagnostics

/// What the bytes of a file are, told by themselves first and by the file's ending last.
enum ContentFormat {
  case text
  case markdown
  case zip
  /// A format known by its first bytes that is not read.
  case refused(Message)

  /// The format of binary content; nil for what is text if it decodes.
  static func ofBytes(_ bytes: [UInt8]) -> ContentFormat? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return .zip
    }
    for (signature, name) in signatures where bytes.starts(with: signature) {
      return .refused(
        Message(en: "\(name) files are not read", id: "berkas \(name) tidak dapat dibaca"))
    }
    return nil
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "PDF"), (Array("{\\rtf".utf8), "RTF"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Word 97 (.doc)"),
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
    var lineStart = true
    var index = 0
    let end = raw.count
    return raw.withUnsafeBufferPointer { raw in
      while index < end {
        let scalar = raw[index]
        if scalar == "\n" {
          lineStart = true
          index += 1
          continue
        }
        if scalar == "#", lineStart {
          var next = index
          while next < end, raw[next] == "#", next - index < 7 { next += 1 }
          if next - index <= 6, next + 1 < end, raw[next] == " ", raw[next + 1] != "\n" {
            return true
          }
        } else if scalar == "*", index + 1 < end, !raw[index + 1].isBlank,
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
        lineStart = lineStart && scalar.isBlank
        index += 1
      }
      return false
    }
  }
}
