import Claims
import Diagnostics
import Foundation

/// What the last build into a folder rested on and wrote, so that the next one can tell that nothing
/// has changed.
struct BuildRecord: Codable {
  /// Changes whenever a record of before could be read wrongly.
  static let format = "simpul-build 1"
  /// The folder of the records within that of the cache.
  static let name = "builds"

  /// A file that was written, as the system tells it from one that somebody changed.
  struct Written: Codable, Hashable {
    var name: String
    var stamp: FileStamp
  }

  /// The digest of its ``BuildState``.
  var state: String
  var files: [Written]
  var documents: Int
  var entities: Int
  var claims: Int
  var facts: Int
  var conflicts: Int
  var decisionsApplied: Int
  var decisionsWithoutEffect: Int
  var quads: Int
  var diagnostics: [KeptDiagnostic]

  /// The record of a build that has just been written; nil where a file of it is gone already, or is a folder of its own.
  init?(of summary: BuildSummary, state: BuildState, output: String) {
    self.state = state.digest
    files = []
    for name in summary.files {
      guard let stamp = FileStamp(ofFile: "\(output)/\(name)") else { return nil }
      files.append(Written(name: name, stamp: stamp))
    }
    documents = summary.documents
    entities = summary.entities
    claims = summary.claims
    facts = summary.facts
    conflicts = summary.conflicts
    decisionsApplied = summary.decisionsApplied
    decisionsWithoutEffect = summary.decisionsWithoutEffect
    quads = summary.quads
    diagnostics = summary.diagnostics.map { KeptDiagnostic($0, keepsFile: true) }
  }

  /// What the build came to.
  var summary: BuildSummary {
    var summary = BuildSummary()
    summary.documents = documents
    summary.reused = documents
    summary.entities = entities
    summary.claims = claims
    summary.facts = facts
    summary.conflicts = conflicts
    summary.decisionsApplied = decisionsApplied
    summary.decisionsWithoutEffect = decisionsWithoutEffect
    summary.quads = quads
    summary.files = files.map(\.name)
    summary.diagnostics = diagnostics.map { $0.diagnostic(inFile: nil) }
    summary.isUnchanged = true
    return summary
  }

  /// Whether the files stand in the folder as they were written.
  func isInPlace(in output: String) -> Bool {
    files.allSatisfy { FileStamp(ofFile: "\(output)/\($0.name)") == $0.stamp }
  }

  /// The record of the last build into a folder; nil if there is none, or it is damaged.
  static func read(ofBuildInto output: String, cache: String) -> BuildRecord? {
    do {
      let name = try name(ofBuildInto: output)
      let bytes = try FileSystem.read(path(of: name, cache: cache))
      guard let content = SealedFile.content(of: bytes, named: name) else { return nil }
      return try JSONDecoder().decode(BuildRecord.self, from: Data(content))
    } catch {
      // None, or a damaged one: the build is made.
      return nil
    }
  }

  /// Keeps the record; the folder that was written to is there.
  func keep(ofBuildInto output: String, cache: String) throws {
    let name = try Self.name(ofBuildInto: output)
    try SealedFile.write(
      [UInt8](try JSONEncoder().encode(self)), named: name, to: Self.path(of: name, cache: cache))
  }

  /// What the record of the builds into a folder is called.
  private static func name(ofBuildInto output: String) throws(FileFailure) -> String {
    SHA256.hexadecimal(of: try FileSystem.canonicalPath(of: output))
  }

  private static func path(of name: String, cache: String) -> String {
    "\(cache)/\(Self.name)/\(name).json"
  }
}
