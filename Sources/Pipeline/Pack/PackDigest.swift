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
  /// - Parameters:
  ///   - folder: the folder of the pack.
  ///   - isCounted: which files count, by their paths below the folder; by default all.
  /// - Returns: SHA-256 over the lines of the files that count.
  /// - Throws: ``PipelineError`` for a file or folder that cannot be read.
  package static func hexadecimal(
    ofFolder folder: String, where isCounted: (String) -> Bool = { _ in true }
  ) throws(PipelineError) -> String {
    let found = try InputFinder([folder])
    guard found.diagnostics.isEmpty else {
      throw PipelineError(.inputOutput, Message(listing: found.diagnostics))
    }
    var lines = ""
    for file in found.files where isCounted(file.relativePath) {
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
