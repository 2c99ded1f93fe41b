import Compression
import RDFSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a conversion writes: standard output, a device, or a file that appears whole or not at all.
///
/// A file is written under a hidden name beside its place and renamed at the end; unless that
/// happened, it is removed, also when the program is interrupted.
final class ConversionOutput: ByteSink {
  // A class since it closes its file and removes it when it goes.
  private let name: String
  private let file: Int32
  /// The hidden file and its final place; nil where bytes go straight to their goal.
  private var renaming: (hidden: String, final: String)?
  private var isOpen: Bool
  private let packer: GzipPacker?

  /// Opens an output; `-` is standard output.
  init(_ path: String) throws(PipelineError) {
    name = path
    do throws(GzipError) {
      packer = RDFFormat.namesGzip(path) ? try GzipPacker() : nil
    } catch {
      throw PipelineError(.inputOutput, error.message)
    }
    if path == "-" {
      (file, isOpen) = (STDOUT_FILENO, false)
      return
    }
    do throws(FileFailure) {
      switch try Self.kind(of: path) {
      case .folder: throw FileFailure(code: EISDIR)
      case .other: file = open(path, O_WRONLY | O_CLOEXEC)
      case .file, nil:
        // What a link leads to is replaced, not the link.
        let final = try Self.kind(of: path) == nil ? path : FileSystem.canonicalPath(of: path)
        let folder = FileSystem.parent(of: final)
        let hidden = "\(folder)/.\(FileSystem.name(of: final)).simpul-\(getpid())"
        Leftovers.add(hidden)
        file = open(hidden, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        renaming = (hidden, final)
      }
      guard file >= 0 else {
        let failure = FileFailure.last
        if let renaming { Leftovers.remove(renaming.hidden) }
        renaming = nil
        throw failure
      }
      isOpen = true
    } catch {
      throw PipelineError(path, reason: error)
    }
  }

  deinit {
    if isOpen { close(file) }
    // What resists is a hidden file too many and no reason to fail.
    if let renaming {
      unlink(renaming.hidden)
      Leftovers.remove(renaming.hidden)
    }
  }

  /// Takes the next bytes of the content, before they are packed.
  func write(_ chunk: [UInt8]) throws(FileFailure) {
    guard let packer else { return try put(chunk) }
    var packed: [UInt8] = []
    packer.pack(chunk, into: &packed)
    try put(packed)
  }

  /// Hands everything to the disk and puts the file in its place.
  func finish() throws(FileFailure) {
    if let packer {
      var packed: [UInt8] = []
      packer.finish(into: &packed)
      try put(packed)
    }
    guard isOpen else { return }
    // What is no file on a disk cannot be synchronised.
    if fsync(file) != 0, errno != EINVAL, errno != ENOTSUP { throw .last }
    isOpen = false
    guard close(file) == 0 else { throw .last }
    if let (hidden, final) = renaming {
      try FileSystem.move(hidden, to: final)
      Leftovers.remove(hidden)
      renaming = nil
    }
  }

  /// What stands at a path; nil if nothing does.
  private static func kind(of path: String) throws(FileFailure) -> FileSystem.Kind? {
    do throws(FileFailure) {
      return try FileSystem.kind(of: path)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  private func put(_ bytes: [UInt8]) throws(FileFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        #else
          Darwin.write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        #endif
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw .last
      }
    }
  }
}
