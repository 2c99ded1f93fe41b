import Foundation
import RDF
import Testing

/// A folder of its own for each test, which goes with it.
final class SnapshotFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch {
      Issue.record("the folder of a test can be removed: \(error)")
    }
  }

  func path(_ name: String) -> String { url.appending(path: name).path() }

  func write(_ bytes: some Collection<UInt8>, as name: String) throws -> String {
    try Data(bytes).write(to: url.appending(path: name))
    return path(name)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appending(path: name)))
  }

  /// The names in the folder, in order.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path("")).sorted() }
  }
}
