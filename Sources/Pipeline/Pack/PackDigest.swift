import Claims
import Diagnostics

/// Tells one state of a domain pack from another, wherever it lies.
///
/// Every file counts whose path below the folder has no part that begins with a dot. A line for
/// each, in the order of these paths' UTF-8, holds the SHA-256 of its bytes, two spaces and the
/// path; the digest is the SHA-256 of these lines. So the tools of the system come to the same:
///
/// ```sh
/// cd ontology
/// find . -type f -not -path '*/.*' | cut -c 3- | LC_ALL=C sort | xargs sha256sum | sha256sum
/// ```
package enum PackDigest {
  /// The digest as 64 lower-case hexadecimal digits.
  ///
  /// - Throws: ``PipelineError`` for a file or folder that cannot be read.
  package static func hexadecimal(ofFolder folder: String) throws(PipelineError) -> String {
    let found = try InputFinder([folder])
    guard found.diagnostics.isEmpty else {
      throw PipelineError(.inputOutput, Message(listing: found.diagnostics))
    }
    var lines = ""
    for file in found.files {
      do throws(FileFailure) {
        let digest = SHA256.hexadecimal(of: try FileSystem.read(file.path))
        lines += "\(digest)  \(file.relativePath)\n"
      } catch {
        throw PipelineError(file.path, reason: error)
      }
    }
    return SHA256.hexadecimal(of: lines)
  }
}
