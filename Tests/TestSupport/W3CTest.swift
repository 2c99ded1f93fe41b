public import Foundation

/// One entry of a W3C manifest that is JSON: those of JSON-LD and of RDF Dataset Canonicalization.
public struct W3CTest: CustomStringConvertible, Sendable {
  /// The name within the manifest, such as `t0001`.
  public var id: String
  /// What the entry is called.
  public var name: String
  /// The classes without their prefixes, such as `PositiveEvaluationTest`.
  public var types: Set<String>
  /// The file to read, and the IRI that it stands for.
  public var input: (file: URL, iri: String)
  /// The file with what is expected; nil if there is none.
  public var result: URL?
  /// The code of the error that is expected; nil if there is none.
  public var errorCode: String?
  /// The options that are texts or truth values, the latter as `true` and `false`.
  public var options: [String: String]

  /// The name within the manifest and what the entry is called.
  public var description: String { "\(id) \(name)" }

  /// The entries of a manifest such as `json-ld/toRdf-manifest.jsonld`, in their order; empty where
  /// it is missing.
  public static func entries(of manifest: String, listed key: String) -> [W3CTest] {
    let file = SharedMaterial.folder.appending(path: "\(W3CManifest.root)/\(manifest)")
    guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
    let folder = file.deletingLastPathComponent()
    do {
      let root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      let base = root["baseIri"] as? String ?? ""
      return (root[key] as? [[String: Any]] ?? []).map { W3CTest($0, in: folder, base: base) }
    } catch {
      preconditionFailure("\(manifest) is JSON: \(error)")
    }
  }

  private init(_ entry: [String: Any], in folder: URL, base: String) {
    func text(_ keys: String...) -> String? { keys.lazy.compactMap { entry[$0] as? String }.first }
    let types = entry["@type"] ?? entry["type"]
    self.types = Set(
      (types as? [String] ?? (types as? String).map { [$0] } ?? []).map {
        String($0.split(separator: ":").last ?? "")
      })
    id = String((text("@id", "id") ?? "").drop { $0 != "#" }.dropFirst())
    name = text("name") ?? ""
    let action = text("input", "action") ?? ""
    input = (folder.appending(path: action), base + action)
    result = text("expect", "result").map { folder.appending(path: $0) }
    errorCode = text("expectErrorCode")
    options = [:]
    let given = (entry["option"] as? [String: Any] ?? [:]).merging(entry) { first, _ in first }
    for (key, value) in given {
      if let value = value as? Bool { options[key] = value ? "true" : "false" }
      if let value = value as? String { options[key] = value }
    }
  }
}
