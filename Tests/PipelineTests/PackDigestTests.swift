import Claims
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Hash of the pack")
final class PackDigestTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "simpul-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "rules"), withIntermediateDirectories: true)
    try write("b", to: "pack.yaml")
    try write("a", to: "rules/10.yaml")
    try write("c", to: "rules.tsv")
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func digest() throws -> String { try PackDigest.hexadecimal(ofFolder: folder.path()) }

  @Test("is that of what sha256sum lists, in the order of the paths")
  func listing() throws {
    // '.' comes before '/'.
    let lines = [("b", "pack.yaml"), ("c", "rules.tsv"), ("a", "rules/10.yaml")]
      .map { "\(SHA256.hexadecimal(of: $0.0))  \($0.1)\n" }
    #expect(try digest() == SHA256.hexadecimal(of: lines.joined()))
  }

  @Test("is the same for a copy elsewhere, and whatever is hidden in it")
  func copy() throws {
    let before = try digest()
    let other = folder.deletingLastPathComponent().appending(path: "simpul-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: folder, to: other)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: other) } }
    try Data("x".utf8).write(to: other.appending(path: ".DS_Store"))
    #expect(try PackDigest.hexadecimal(ofFolder: other.path()) == before)
  }

  @Test("changes with a byte, a name and a file", arguments: ["byte", "name", "file"])
  func change(of what: String) throws {
    let before = try digest()
    switch what {
    case "byte": try write("A", to: "rules/10.yaml")
    case "name":
      try FileManager.default.moveItem(
        at: folder.appending(path: "rules.tsv"), to: folder.appending(path: "rules2.tsv"))
    default: try write("", to: "rules/empty.yaml")
    }
    #expect(try digest() != before)
  }

  @Test("is an error for a folder that is not there")
  func missing() {
    #expect(throws: PipelineError.self) {
      try PackDigest.hexadecimal(ofFolder: self.folder.path() + "nowhere")
    }
  }
}
