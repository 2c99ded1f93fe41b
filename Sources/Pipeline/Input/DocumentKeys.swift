import Claims

/// Gives every document its key: the path below its input without ending, each segment slugged,
/// and eight hexadecimal digits of the content's SHA-256 where that leaves two documents one key.
struct DocumentKeys {
  private let counts: [String: Int]

  /// The keys of documents with these paths below their inputs.
  init(paths: some Sequence<String>) {
    var counts: [String: Int] = [:]
    for path in paths { counts[Self.key(ofPath: path), default: 0] += 1 }
    self.counts = counts
  }

  /// The key of one of the documents.
  ///
  /// Two get the same key only if their paths give the same and their contents are the same.
  func key(ofPath path: String, content: [UInt8]) -> String {
    let key = Self.key(ofPath: path)
    guard counts[key, default: 0] > 1 else { return key }
    let hash = SHA256.hexadecimal(of: content)
    let short = "\(key)-\(hash.prefix(8))"
    // A path may by chance give what the digits make of another.
    return counts[short] == nil ? short : "\(key)-\(hash)"
  }

  private static func key(ofPath path: String) -> String {
    var segments = path.split(separator: "/").map(String.init)
    if let last = segments.popLast() { segments.append(withoutEnding(last)) }
    return segments.map(Slug.of).joined(separator: "/")
  }

  /// A name without its ending: the last dot and up to eight ASCII letters and digits, not all digits.
  private static func withoutEnding(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    let ending = name[name.index(after: dot)...]
    let isEnding =
      (1...8).contains(ending.utf8.count) && ending.utf8.allSatisfy(isAlphanumeric)
      && !ending.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isEnding ? String(name[..<dot]) : name
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
