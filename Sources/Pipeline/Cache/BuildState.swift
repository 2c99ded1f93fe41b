import Claims
import Diagnostics
import Documents

/// Everything that a build rests on, as one digest: the same digest, the same exports.
///
/// These are the program, the pack, the configuration, and the bytes of the inputs, their sidecars and
/// mappings, the decisions and the mapping of all tables.
struct BuildState {
  /// SHA-256 as 64 lower-case hexadecimal digits.
  let digest: String

  /// What a build with a configuration would rest on now; nil if something cannot be read, which the
  /// build itself will tell.
  init?(_ configuration: BuildConfiguration) throws(PipelineError) {
    // What comes by the standard input can be read once.
    guard !configuration.inputs.contains(FileSystem.standardInput) else { return nil }
    let found = try InputFinder(configuration.inputs)
    guard found.diagnostics.isEmpty else { return nil }
    var settled = configuration
    // What comes out does not depend on these.
    settled.jobs = 1
    settled.cache = nil
    var lines = [
      BuildRecord.format, ProgramIdentity.text,
      try PackDigest.hexadecimal(ofFolder: configuration.pack), Fingerprint.text(of: settled),
    ]
    do throws(FileFailure) {
      for path in [configuration.decisions, configuration.mapping].compactMap(\.self) {
        lines.append("\(try FileSystem.digest(of: path)) \(path.debugDescription)")
      }
      for file in found.files {
        lines.append(
          "\(try FileSystem.digest(of: file.path)) \(file.path.debugDescription) "
            + file.relativePath.debugDescription)
        let besides = [file.sidecar].compactMap(\.self) + MappingName.names(for: file.path)
        for path in besides {
          guard let digest = try Self.digestIfThere(path) else { continue }
          lines.append("\(digest) \(path.debugDescription)")
        }
      }
    } catch {
      return nil
    }
    digest = SHA256.hexadecimal(of: lines.joined(separator: "\n"))
  }

  private static func digestIfThere(_ path: String) throws(FileFailure) -> String? {
    do throws(FileFailure) {
      return try FileSystem.digest(of: path)
    } catch {
      if error.isMissing || error.isBelowFile { return nil }
      throw error
    }
  }
}
