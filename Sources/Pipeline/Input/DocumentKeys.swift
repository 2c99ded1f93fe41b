import Claims
import Documents

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
  func key<Failure>(
    ofPath path: String, content: () throws(Failure) -> [UInt8]
  ) throws(Failure) -> String {
    let key = Self.key(ofPath: path)
    guard counts[key, default: 0] > 1 else { return key }
    let hash = SHA256.hexadecimal(of: try content())
    let short = "\(key)-\(hash.prefix(8))"
    // A path may by chance give what the digits make of another.
    return counts[short] == nil ? short : "\(key)-\(hash)"
  }

  /// Whether one of the documents has a key.
  func isTaken(_ key: String) -> Bool { counts[key] != nil }

  /// The key that a path alone gives.
  func plainKey(ofPath path: String) -> String { Self.key(ofPath: path) }

  /// The path without the ending of its last part, each part slugged.
  static func key(ofPath path: String, hasEnding: Bool = true) -> String {
    let path = hasEnding ? FileEnding.removed(from: path) : path
    let segments = path.split(separator: "/").map { Slug.of(String($0)) }
    return segments.isEmpty ? Slug.of(path) : segments.joined(separator: "/")
  }
}
