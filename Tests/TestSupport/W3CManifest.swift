public import Foundation

/// One entry of a W3C manifest that is laid out as those of RDF 1.1 and 1.2 are.
public struct W3CEntry: CustomStringConvertible, Sendable {
  /// The entry's class without `rdft:Test`, such as `TurtleEval`.
  public var type: String
  /// The entry's name.
  public var name: String
  /// The file to read.
  public var action: URL
  /// The file with what is expected; nil if there is none.
  public var result: URL?
  /// The IRI that the file to read stands for.
  public var base: String

  /// The name, for lists of tests.
  public var description: String { name }
}

/// Reads manifests of the W3C suites from their own layout: class, name, action and result each on
/// a line.
///
/// It does not go through the project's own parsers, so that a broken one cannot empty its suite.
public enum W3CManifest {
  /// Where the suites lie below the shared material.
  public static let root = "conformance/w3c"

  /// The entries of a suite such as `rdf11/rdf-turtle`, in their order; empty where it is missing.
  public static func entries(of suite: String) -> [W3CEntry] {
    let folder = SharedMaterial.folder.appending(path: "\(root)/\(suite)")
    guard let data = FileManager.default.contents(atPath: folder.path + "/manifest.ttl") else {
      return []
    }
    var entries: [W3CEntry] = []
    var base = ""
    var type = ""
    var name = ""
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") || line.contains("rdft:Test") {
      if line.contains("mf:assumedTestBase") {
        base = between(line, "<", ">")
      } else if line.contains("mf:name") {
        name = between(line, "\"", "\"")
      } else if line.contains("mf:action") {
        let file = between(line, "<", ">")
        entries.append(
          W3CEntry(
            type: type, name: name, action: folder.appending(path: file), base: base + file))
      } else if line.contains("mf:result"), !entries.isEmpty {
        entries[entries.count - 1].result = folder.appending(path: between(line, "<", ">"))
      }
      if let range = line.firstRange(of: "rdft:Test") {
        type = String(line[range.upperBound...].prefix { $0.isLetter || $0.isNumber })
      }
    }
    return entries
  }

  private static func between(_ line: Substring, _ open: Character, _ close: Character) -> String {
    String(line.drop { $0 != open }.dropFirst().prefix { $0 != close })
  }
}
