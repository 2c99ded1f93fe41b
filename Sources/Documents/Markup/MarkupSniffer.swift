/// Tells HTML and XML by the beginning of a file.
struct MarkupSniffer {
  /// What a file with markup is.
  enum Kind { case html, xml }

  private let bytes: [UInt8]
  private var index = 0
  private var hasDeclaration = false
  /// Name behind `<!DOCTYPE`.
  private var documentType: String?

  /// What a file is by its beginning.
  ///
  /// - Parameters:
  ///   - bytes: the file, in UTF-16 or in an encoding that has ASCII in it.
  ///   - fileName: its ending decides where the first element may be of either.
  /// - Returns: what it is; nil if it does not begin like HTML or XML.
  static func kind(of bytes: [UInt8], fileName: String) -> Kind? {
    if let bigEndian = PageEncoding.utf16(bytes) {
      guard mayBeginWithTag(bytes, bigEndian: bigEndian) else { return nil }
      var sniffer = MarkupSniffer(
        PageEncoding.decodeUTF16(Array(bytes.prefix(1 << 14)), bigEndian: bigEndian))
      return sniffer.kind(fileName)
    }
    var sniffer = MarkupSniffer(bytes)
    return sniffer.kind(fileName)
  }

  /// Whether `<` is the first character of UTF-16 that is no blank, or lies beyond the first few.
  private static func mayBeginWithTag(_ bytes: [UInt8], bigEndian: Bool) -> Bool {
    let head = PageEncoding.decodeUTF16(Array(bytes.prefix(64)), bigEndian: bigEndian)
    return head.first { $0 > 0x20 }.map { $0 == UInt8(ascii: "<") } ?? true
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// Elements with which pieces of HTML begin.
  private static let pageElements: Set<String> = [
    "head", "body", "main", "article", "meta", "title", "div", "p", "h1", "h2", "table", "section",
    "header", "center", "ul", "ol",
  ]
  private static let documentElements: Set<String> = ["TEI", "TEI.2", "teiCorpus", "akomaNtoso"]
  private static let xmlEndings = [".xml", ".nxml", ".jats", ".tei", ".akn", ".dbk", ".docbook"]
  private static let pageEndings = [".html", ".htm", ".xhtml"]

  private mutating func kind(_ fileName: String) -> Kind? {
    skipProlog()
    if documentType?.lowercased() == "html" { return .html }
    guard let tag = startTag() else { return hasDeclaration || documentType != nil ? .xml : nil }
    let name = tag.name.lowercased()
    if name == "html" { return .html }
    if hasDeclaration || documentType != nil || Self.documentElements.contains(tag.name) {
      return .xml
    }
    let ending = fileName.lowercased()
    if Self.xmlEndings.contains(where: ending.hasSuffix) { return .xml }
    if tag.attributes.contains("xmlns"), !tag.attributes.contains("http://www.w3.org/1999/xhtml") {
      return .xml
    }
    if tag.attributes.contains("dtd-version") || tag.attributes.contains("article-type") {
      return .xml
    }
    if Self.pageElements.contains(name) || Self.pageEndings.contains(where: ending.hasSuffix) {
      return .html
    }
    return nil
  }

  /// Passes over what may stand before the first element.
  private mutating func skipProlog() {
    while true {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      if follows("<!--") {
        skip(behind: "-->")
      } else if follows("<?") {
        if follows("<?xml") { hasDeclaration = true }
        skip(behind: ">")
      } else if follows("<!doctype") {
        index += 9
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        documentType = documentType ?? name()
        skipDocumentType()
      } else {
        return
      }
    }
  }

  /// Passes over the rest of a document type declaration, with its brackets.
  private mutating func skipDocumentType() {
    var isInside = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "[") { isInside = true }
      if byte == UInt8(ascii: "]") { isInside = false }
      if byte == UInt8(ascii: ">"), !isInside { return }
    }
  }

  private mutating func startTag() -> (name: String, attributes: String)? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "<") else { return nil }
    index += 1
    let name = name()
    guard !name.isEmpty else { return nil }
    let rest = bytes[index...].prefix(4_096).prefix { $0 != UInt8(ascii: ">") }
    guard let next = rest.first ?? bytes[index...].first,
      next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    else { return nil }
    return (name, String(decoding: rest, as: UTF8.self))
  }

  /// The name at hand; its prefix does not count.
  private mutating func name() -> String {
    let start = index
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/"), bytes[index] != UInt8(ascii: "["), index - start < 200
    {
      index += 1
    }
    guard start < index, (bytes[start] | 0x20) >= 0x61, (bytes[start] | 0x20) <= 0x7A else {
      return ""
    }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    return name.split(separator: ":").last.map(String.init) ?? ""
  }

  /// Whether a word in lower case follows, in whatever case.
  private func follows(_ word: StaticString) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { wanted in
      zip(wanted, bytes[index...]).allSatisfy { $0 == $1 || ($1 >= 0x41 && $0 == $1 | 0x20) }
    }
  }

  private mutating func skip(behind word: StaticString) {
    while index < bytes.count, !follows(word) { index += 1 }
    index = min(bytes.count, index + word.utf8CodeUnitCount)
  }
}
