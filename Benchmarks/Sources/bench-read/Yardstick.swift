import CLibXML2
import Compression

/// What the same bytes cost another program's loop in the same run: on a machine that others use both
/// are slower, so that their ratio still means something.
enum Yardstick {
  /// Counting lines and blanks, a byte at a time.
  case counting
  /// libxml2's own parse of HTML to a tree.
  case html
  /// libxml2's own parse of the XML in containers to trees.
  case xml

  /// The one that suits a format.
  init(format: String) {
    switch format {
    case "html": self = .html
    case "docx", "odt", "epub": self = .xml
    default: self = .counting
    }
  }

  /// What it is, for a line of text.
  var name: String {
    switch self {
    case .counting: "counting lines and blanks"
    case .html, .xml: "libxml2's own parse to a tree"
    }
  }

  /// The texts that it works on: those of the files; of containers, the XML in them.
  func texts(of files: [(name: String, bytes: [UInt8])]) throws -> [[UInt8]] {
    guard self == .xml else { return files.map(\.bytes) }
    return try files.flatMap { file in
      let archive = try ZipArchive(file.bytes)
      return try archive.entries.filter { Self.isXML($0.name) }.map {
        try archive.contents(of: $0)
      }
    }
  }

  /// Whether a part of a container is XML by its name.
  static func isXML(_ name: String) -> Bool {
    [".xml", ".xhtml", ".html"].contains(where: name.hasSuffix)
  }

  /// Does the work; the result is there so that it is done.
  func work(_ texts: [[UInt8]]) -> Int {
    var sum = 0
    for text in texts {
      switch self {
      case .counting: sum += Self.count(text)
      case .html, .xml: sum += parse(text)
      }
    }
    return sum
  }

  private static func count(_ text: [UInt8]) -> Int {
    var lines = 0
    var words = 0
    var before: UInt8 = 0x20
    for byte in text {
      if byte == 0x0A { lines &+= 1 }
      if byte > 0x20, before <= 0x20 { words &+= 1 }
      before = byte
    }
    return lines &+ words
  }

  private func parse(_ text: [UInt8]) -> Int {
    text.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let count = Int32(bytes.count)
      let document =
        if self == .html {
          htmlReadMemory(
            start, count, nil, "UTF-8",
            Int32(
              bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
                | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue))
        } else {
          xmlReadMemory(
            start, count, nil, nil,
            Int32(bitPattern: XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue))
        }
      defer { xmlFreeDoc(document) }
      return document == nil ? 0 : 1
    }
  }
}
