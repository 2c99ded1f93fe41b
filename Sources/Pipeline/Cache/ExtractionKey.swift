import Claims
import Documents
import DomainPack

/// What the claims of a document rest on, as one digest: the same digest, the same claims.
///
/// They are the bytes of the document, its key, what its sidecar says of it, the part of the pack that
/// extraction takes, and the program.
struct ExtractionKey: Hashable {
  /// SHA-256 as 64 lower-case hexadecimal digits.
  let digest: String

  /// The key of a document.
  ///
  /// - Parameters:
  ///   - document: the document, and what is known of it from around.
  ///   - key: its key.
  ///   - content: its bytes.
  ///   - setup: what all documents of a build have in common.
  init(of document: QueuedDocument, key: String, content: [UInt8], setup: Setup) {
    let member = document.member
    let lines = [
      setup.digest, SHA256.hexadecimal(of: content), key.debugDescription,
      member.fileName.debugDescription, member.formatName.debugDescription,
      member.keyPath == nil ? "file" : "member",
      Fingerprint.text(of: [member.metadata, document.sidecar, document.shared]),
    ]
    digest = SHA256.hexadecimal(of: lines.joined(separator: "\n"))
  }

  /// What all documents of a build have in common.
  struct Setup: Hashable, Sendable {
    let digest: String

    /// The setup of a program, a pack and limits.
    ///
    /// - Throws: ``PipelineError`` for a file of the pack that cannot be read.
    init(pack: String, limits: ReadingLimits) throws(PipelineError) {
      let parts = DomainPack.extractionParts
      let pack = try PackDigest.hexadecimal(
        ofFolder: pack, where: { path in parts.contains { $0 == path || path.hasPrefix("\($0)/") } }
      )
      digest = SHA256.hexadecimal(
        of: [CachedDocument.format, ProgramIdentity.text, pack, Fingerprint.text(of: limits)]
          .joined(separator: "\n"))
    }
  }
}
