/// The names of the files that tell of another: `thesis.pdf.meta.yaml` or `thesis.meta.yaml` beside
/// `thesis.pdf`.
public enum SidecarName {
  private static let endings = [".meta.yaml", ".meta.yml"]

  /// Whether a file by its name tells of another and is no document.
  public static func isSidecar(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init)?.lowercased() ?? ""
    return endings.contains { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
  }

  /// Where to look for what tells of a file, the most particular first.
  public static func names(for path: String) -> [String] {
    let short = FileEnding.removed(from: path)
    return ([path] + (short == path ? [] : [short])).flatMap { name in
      endings.map { name + $0 }
    }
  }
}

/// Endings of file names.
public enum FileEnding {
  /// A path without the ending of its last name: the last dot and up to eight ASCII letters and
  /// digits, not all digits; a leading dot begins no ending.
  public static func removed(from path: String) -> String {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[start...].lastIndex(of: "."), dot != start else { return path }
    let ending = path[path.index(after: dot)...]
    let isEnding =
      (1...8).contains(ending.utf8.count) && ending.utf8.allSatisfy(isAlphanumeric)
      && !ending.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isEnding ? String(path[..<dot]) : path
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
